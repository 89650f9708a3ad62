import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { AnswerTexts } from './domain/answer.ts';
import { audienceLabel, type Audience } from './domain/audience.ts';
import type { OwnQuestion } from './domain/own-question.ts';
import { readGrid, type GridProblem } from './domain/sheet-grid.ts';
import { findForm, lockForms } from './form-store.server.ts';
import { insertAnswers } from './survey-store.server.ts';
import { loadAskedVisit, type AskedVisit } from './visit-survey-queries.server.ts';

export type EntryRefusal =
  | { readonly kind: 'rows'; readonly problems: readonly GridProblem[] }
  | { readonly kind: 'no-rows' }
  | { readonly kind: 'visit-cancelled' }
  | { readonly kind: 'not-yet'; readonly visitOn: PlainDate }
  | { readonly kind: 'answered-early'; readonly visitOn: PlainDate }
  | { readonly kind: 'answered-later-than-today'; readonly today: PlainDate };

/** What the grid asks: the visit, and the corner's own questions of its year. */
export async function getEntryForm(
  ctx: Context,
  { visitId, audience }: { readonly visitId: string; readonly audience: Audience },
): Promise<{ readonly visit: AskedVisit; readonly questions: readonly OwnQuestion[] }> {
  requirePermission(ctx, 'survey.read');
  const visit = await loadAskedVisit(ctx.db, visitId);
  const form = await findForm(ctx.db, audience, visit.fiscalYear);
  return { visit, questions: form?.questions ?? [] };
}

type EntryOrder = {
  readonly visitId: string;
  readonly audience: Audience;
  readonly answeredOn: PlainDate;
  readonly rows: readonly AnswerTexts[];
  readonly key: string | undefined;
};

type Entered = Result<{ readonly sheets: number }, EntryRefusal>;

/** Keeps a pile of paper sheets, all or none. The same key answers the same (FRM-34). */
export function enterSheets(ctx: Context, order: EntryOrder): Promise<Entered> {
  requirePermission(ctx, 'survey.write');
  const { visitId, audience, answeredOn, rows, key } = order;
  return inTransaction(ctx, async (tx) => {
    const visit = await loadAskedVisit(tx, visitId);
    return answerOnce<Entered>(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['enter-sheets', visitId, audience, answeredOn, rows]),
      isKept: (answer) => answer.ok,
      work: async () => {
        const wrong = checkEntry(visit, { answeredOn, today: ctx.today() });
        if (wrong) return refuse(wrong);
        await lockForms(tx, 'answer');
        const form = await findForm(tx, audience, visit.fiscalYear);
        const read = readGrid({ audience, questions: form?.questions ?? [] }, rows);
        if (!read.ok) return refuse({ kind: 'rows', problems: read.refusal });
        if (read.value.length === 0) return refuse({ kind: 'no-rows' });
        const entryId = ctx.newId();
        const sheets = read.value.length;
        await tx
          .insertInto('survey_entry')
          .values({
            corner_code: ctx.corner,
            entry_id: entryId,
            visit_id: visitId,
            audience,
            sheets,
            entered_on: ctx.today(),
            entered_by: ctx.actor.name,
          })
          .execute();
        const kept = { visitId, audience, formId: form?.id ?? null, answeredOn, channel: 'paper', entryId } as const;
        await insertAnswers(
          tx,
          ctx,
          read.value.map((answer) => ({ ...answer, ...kept })),
        );
        const entity = { kind: 'survey', id: visitId, label: `${visit.number} ${audienceLabel(audience)}` };
        await recordAudit(tx, ctx, [{ action: 'created', entity, after: { audience, sheets } }]);
        return accept({ sheets });
      },
    });
  });
}

function checkEntry(
  { status, visitOn }: AskedVisit,
  { answeredOn, today }: { readonly answeredOn: PlainDate; readonly today: PlainDate },
): EntryRefusal | undefined {
  if (status === 'cancelled') return { kind: 'visit-cancelled' };
  if (visitOn > today) return { kind: 'not-yet', visitOn };
  if (answeredOn < visitOn) return { kind: 'answered-early', visitOn };
  return answeredOn > today ? { kind: 'answered-later-than-today', today } : undefined;
}

/** Takes a pile back that was typed in by mistake, such as that of another visit; it stays on record with the reason. */
export function withdrawEntry(
  ctx: Context,
  { visitId, entryId, reason }: { readonly visitId: string; readonly entryId: string; readonly reason: string },
): Promise<Result<{ readonly sheets: number }, { readonly kind: 'no-reason' | 'withdrawn-before' }>> {
  requirePermission(ctx, 'survey.delete');
  return inTransaction(ctx, async (tx) => {
    const visit = await loadAskedVisit(tx, visitId);
    const entry = isRecordId(entryId)
      ? await tx
          .selectFrom('survey_entry')
          .select(['sheets', 'audience', 'withdrawn_reason'])
          .where('entry_id', '=', entryId)
          .where('visit_id', '=', visitId)
          .forUpdate()
          .executeTakeFirst()
      : undefined;
    if (!entry) throw new NotFound('survey-entry', entryId);
    if (reason.trim() === '') return refuse({ kind: 'no-reason' } as const);
    if (entry.withdrawn_reason !== null) return refuse({ kind: 'withdrawn-before' } as const);
    const { sheets } = entry;
    await tx
      .updateTable('survey_entry')
      .set({ withdrawn_reason: reason.trim() })
      .where('entry_id', '=', entryId)
      .execute();
    await tx.updateTable('survey_answer').set({ withdrawn: true }).where('entry_id', '=', entryId).execute();
    const audience = entry.audience as Audience;
    const entity = { kind: 'survey', id: visitId, label: `${visit.number} ${audienceLabel(audience)}` };
    await recordAudit(tx, ctx, [{ action: 'withdrawn', entity, after: { audience, sheets, reason: reason.trim() } }]);
    return accept({ sheets });
  });
}
