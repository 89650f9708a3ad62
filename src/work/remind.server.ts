import { sql } from 'kysely';
import { draftMail } from '#outbox/draft-mail.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { lockRecords } from '#record/lock-records.server.ts';
import type { Reminded, ReminderCounts, ReminderFacts } from './domain/reminder.ts';
import { reminderMail } from './reminder-text.ts';
import { momentOf } from './work-asked.server.ts';
import { workSources } from './work-sources.server.ts';

/** So many are taken at once: as many as a page shows. */
const MOST_REMINDED = 50;

type Outcome = keyof ReminderCounts;

/**
 * 催促. Words a mail to the instructor for a report, or to the host for a questionnaire, and leaves it in the 送信箱; once a day
 * for each thing that waits. What no longer waits, or has no address, is counted and left.
 */
export function remindOutside(
  ctx: Context,
  { fiscalYear, chosen }: { readonly fiscalYear: number; readonly chosen: readonly Reminded[] },
): Promise<ReminderCounts> {
  requirePermission(ctx, 'outbox.write');
  for (const { kind } of chosen) requirePermission(ctx, workSources[kind].act);
  return inTransaction(ctx, async (tx) => {
    // Two who remind of the same thing at the same moment write one mail.
    await lockRecords(tx, 'work-reminder');
    const counts: Record<Outcome, number> = { drafted: 0, today: 0, withoutAddress: 0, gone: 0 };
    for (const one of chosen.slice(0, MOST_REMINDED)) counts[await remind(tx, ctx, { one, fiscalYear })] += 1;
    return counts;
  });
}

async function remind(
  tx: Tx,
  ctx: Context,
  { one, fiscalYear }: { readonly one: Reminded; readonly fiscalYear: number },
): Promise<Outcome> {
  if (!(await isWaiting(tx, ctx, { one, fiscalYear }))) return 'gone';
  const item = `${one.recordId}:${one.personId}`;
  const key = { corner_code: ctx.corner, kind: one.kind, item, reminded_on: ctx.today() };
  const earlier = await tx
    .selectFrom('work_reminder')
    .select('draft_id')
    .where('kind', '=', key.kind)
    .where('item', '=', item)
    .where('reminded_on', '=', key.reminded_on)
    .executeTakeFirst();
  if (earlier) return 'today';
  const facts = await readFacts(tx, one);
  if (facts.email === null) return 'withoutAddress';
  const mail = reminderMail(one.kind, facts);
  const entity = { kind: 'visit', id: one.recordId, label: facts.number };
  const kind = one.kind === 'survey-missing' ? 'survey-reminder' : 'report-reminder';
  const drafted = await draftMail(tx, ctx, { kind, to: facts.email, ...mail, entity });
  if (!drafted.ok) return 'withoutAddress';
  await tx
    .insertInto('work_reminder')
    .values({ ...key, draft_id: drafted.value.id, reminded_by: ctx.actor.name, created_at: ctx.now() })
    .execute();
  return 'drafted';
}

async function isWaiting(
  tx: Tx,
  ctx: Context,
  { one, fiscalYear }: { readonly one: Reminded; readonly fiscalYear: number },
): Promise<boolean> {
  const rows = workSources[one.kind].rows(momentOf({ fiscalYear, today: ctx.today() }, []));
  if (!rows) return false;
  const person = one.personId === '' ? sql`true` : sql`person_id = ${one.personId}::uuid`;
  const found = await sql`select 1 from (
      select ${rows.record} as record_id, ${rows.person ?? sql`null::uuid`} as person_id from ${rows.from}) as item
    where record_id = ${one.recordId}::uuid and ${person}`.execute(tx);
  return found.rows.length > 0;
}

async function readFacts(tx: Tx, { recordId, personId }: Reminded): Promise<ReminderFacts> {
  const { rows } = await sql<ReminderFacts>`
    select visit.number, visit.visit_on as "visitOn", organization.name as host,
      coalesce(instructor.name, organization.contact_name, '') as name,
      case when instructor.instructor_id is null then organization.email else instructor.email end as email,
      coalesce(corner.name, '') as office, corner.phone
    from visit
    join organization on organization.organization_id = visit.organization_id
    left join instructor on instructor.instructor_id = ${personId === '' ? null : personId}::uuid
    left join corner on true
    where visit.visit_id = ${recordId}::uuid`.execute(tx);
  const [facts] = rows;
  if (!facts) throw new Error(`no visit ${recordId}`);
  return facts;
}
