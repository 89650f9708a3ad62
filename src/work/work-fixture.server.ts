import { sql } from 'kysely';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { dispatchRuleExamples } from '#dispatch/domain/rule-examples.ts';
import { addDispatchRule } from '#dispatch/set-dispatch-rules.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';

/** Terms from a day of 2022 on: so many days for reports and answers after a visit. */
export async function setTerms(
  ctx: Context,
  { from, reportDueDays, surveyDueDays }: { from: string; reportDueDays: number | null; surveyDueDays: number | null },
): Promise<void> {
  const [example] = dispatchRuleExamples;
  if (!example) throw new Error('no example');
  const terms = { ...example.terms, validFrom: plainDate(from), reportDueDays, surveyDueDays };
  const added = await addDispatchRule(ctx, { terms, fiscalYear: 2022, key: from });
  if (!added.ok) throw new Error(JSON.stringify(added.refusal));
}

/** A host, an instructor, a request without visits, visits before and after today, and an open offer. */
export async function fillOffice(ctx: Context): Promise<{ readonly instructorId: string; readonly held: string }> {
  await registerOrganization(ctx);
  const instructorId = await registerInstructor(ctx);
  await registerRequest(ctx, { number: 'R-001' });
  const offered = await registerRequest(ctx, { number: 'R-002' });
  await registerVisit(ctx, { number: 'V-001', visitOn: plainDate('2022-11-28') });
  await registerVisit(ctx, { number: 'V-002', visitOn: plainDate('2022-12-20') });
  const held = await registerVisit(ctx, { number: 'V-003', visitOn: plainDate('2022-11-10'), status: 'held' });
  await inTransaction(ctx, async (tx) => {
    await tx
      .insertInto('offer')
      .values({
        corner_code: ctx.corner,
        offer_id: ctx.newId(),
        request_id: offered,
        instructor_id: instructorId,
        days: sql`array['2022-12-05'::date]` as never,
        way: 'call',
        offered_on: '2022-11-20',
        offered_by: '見本 職員',
        answer_by: '2022-11-29',
      })
      .execute();
  });
  return { instructorId, held };
}

/** Mails that nobody has sent, one a minute. */
export async function addDrafts(ctx: Context, count: number): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await tx
      .insertInto('mail_draft')
      .values(
        Array.from({ length: count }, (_, index) => ({
          corner_code: ctx.corner,
          draft_id: ctx.newId(),
          kind: 'application-receipt',
          recipient: 'mihon@example.jp',
          subject: `件名 ${index}`,
          body: '本文',
          state: 'draft',
          drafted_at: `2022-11-29T01:${String(index % 60).padStart(2, '0')}:00Z`,
          drafted_by: '見本 職員',
        })),
      )
      .execute();
  });
}
