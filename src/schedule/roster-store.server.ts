import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { inChunks } from '#record/columns.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { AgeOrBirthYear } from './domain/age-or-birth-year.ts';
import type { RosterEntry } from './domain/roster.ts';
import type { VisitStatus } from './domain/visit-status.ts';

/** The roster of a visit in its order. */
export async function listRosterRows(db: Db, visitId: string): Promise<readonly RosterEntry[]> {
  const rows = await db
    .selectFrom('visit_trainee')
    .select(['name', 'name_kana as nameKana', 'age', 'birth_year', 'affiliation', 'aimed_grade as aimedGrade'])
    .select('present')
    .where('visit_id', '=', visitId)
    .orderBy('position')
    .execute();
  return rows.map(({ age, birth_year, ...row }) => ({ ...row, age: toAge(age, birth_year) }));
}

function toAge(years: number | null, year: number | null): AgeOrBirthYear | null {
  if (years !== null) return { kind: 'age', years };
  return year === null ? null : { kind: 'birth-year', year };
}

/** Puts these people in place of those who stood there. */
export async function replaceRosterRows(
  tx: Tx,
  ctx: Context,
  { visitId, entries }: { readonly visitId: string; readonly entries: readonly RosterEntry[] },
): Promise<void> {
  await tx.deleteFrom('visit_trainee').where('visit_id', '=', visitId).execute();
  const rows = entries.map(({ name, nameKana, age, affiliation, aimedGrade, present }, index) => ({
    corner_code: ctx.corner,
    visit_id: visitId,
    position: index + 1,
    name,
    name_kana: nameKana,
    age: age?.kind === 'age' ? age.years : null,
    birth_year: age?.kind === 'birth-year' ? age.year : null,
    affiliation,
    aimed_grade: aimedGrade,
    present,
  }));
  for (const part of inChunks(rows)) await tx.insertInto('visit_trainee').values(part).execute();
}

/** The visit that a roster belongs to. */
export type RosterVisit = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: VisitStatus;
  readonly visitOn: PlainDate;
  readonly trainees: number;
  readonly requestId: string | null;
};

export async function findRosterVisit(db: Db, id: string): Promise<RosterVisit | undefined> {
  if (!isRecordId(id)) return undefined;
  const row = await db
    .selectFrom('visit')
    .select(['visit_id as id', 'number', 'version', 'status', 'visit_on', 'trainees', 'request_id as requestId'])
    .where('visit_id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row && { ...row, status: row.status as VisitStatus, visitOn: row.visit_on as PlainDate };
}

/** The same, of the version that was seen and locked until the transaction ends. */
export async function lockRosterVisit(
  tx: Tx,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RosterVisit> {
  if (isRecordId(id)) await tx.selectFrom('visit').select('visit_id').where('visit_id', '=', id).forUpdate().execute();
  const visit = await findRosterVisit(tx, id);
  if (!visit) throw new NotFound('visit', id);
  if (visit.version !== version) throw new Conflict('visit', id, version, visit.version);
  return visit;
}

/** Raises the version of a visit whose roster changed, and keeps how many people it counts. */
export async function saveTrainees(
  tx: Tx,
  ctx: Context,
  { id, trainees }: { readonly id: string; readonly trainees: number },
): Promise<void> {
  await tx
    .updateTable('visit')
    .set((row) => ({ trainees, version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('visit_id', '=', id)
    .execute();
}

/** The last visit of the same request before this one that has a roster. */
export async function findEarlierRoster(
  db: Db,
  { id, requestId, visitOn }: Pick<RosterVisit, 'id' | 'requestId' | 'visitOn'>,
): Promise<
  { readonly id: string; readonly number: string; readonly visitOn: PlainDate; readonly listed: number } | undefined
> {
  if (requestId === null) return undefined;
  const row = await db
    .selectFrom('visit')
    .innerJoin('visit_trainee', 'visit_trainee.visit_id', 'visit.visit_id')
    .select(['visit.visit_id as id', 'visit.number', 'visit.visit_on'])
    .select((count) => count.fn.countAll<number>().as('listed'))
    .where('visit.request_id', '=', requestId)
    .where('visit.visit_id', '<>', id)
    .where('visit.deleted_at', 'is', null)
    .groupBy(['visit.corner_code', 'visit.visit_id'])
    // One that comes later serves where there is none before.
    .orderBy(sql`visit.visit_on <= ${visitOn}::date`, 'desc')
    .orderBy('visit.visit_on', 'desc')
    .orderBy('visit.number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, visitOn: row.visit_on as PlainDate };
}
