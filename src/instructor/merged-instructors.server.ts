import { sql } from 'kysely';
import { listHistory, type HistoryEntry } from '#platform/audit/audit-queries.server.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { instructorStore } from './instructor-store.server.ts';

/** A record that was given up for this one, with what had happened to it. */
export type MergedRecord = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nameKana: string;
  readonly history: readonly HistoryEntry[];
};

/** Where somebody is found whose record was merged into another: the survivor's id. */
export async function findSurvivor(ctx: Context, id: string): Promise<string | undefined> {
  requirePermission(ctx, 'instructor.read');
  if (!isRecordId(id)) return undefined;
  const row = await ctx.db
    .selectFrom('instructor')
    .select('merged_into as survivorId')
    .where('instructor_id', '=', id)
    .executeTakeFirst();
  return row?.survivorId ?? undefined;
}

/** The records that were merged into one, by number. */
export async function listMerged(ctx: Context, id: string): Promise<readonly MergedRecord[]> {
  requirePermission(ctx, 'instructor.read');
  const rows = await ctx.db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'number', 'name', 'name_kana as nameKana'])
    .where('merged_into', '=', id)
    .orderBy('number')
    .execute();
  const merged: MergedRecord[] = [];
  for (const row of rows) {
    merged.push({ ...row, history: await listHistory(ctx.db, { kind: instructorStore.name, id: row.id }) });
  }
  return merged;
}

/** A number that was given up by a merge, and the record in which the person is found now. */
export type FollowedNumber = {
  readonly number: string;
  readonly survivor: { readonly id: string; readonly number: string; readonly name: string };
};

/** Those of the 登録番号 that were merged away, however often, with their live records; part of other use cases. */
export async function followNumbers(db: Db, numbers: readonly string[]): Promise<readonly FollowedNumber[]> {
  if (numbers.length === 0) return [];
  // A merge takes along who was merged before: `merged_into` always names the last one.
  const rows = await db
    .selectFrom('instructor as given')
    .innerJoin('instructor as survivor', (join) =>
      join
        .onRef('survivor.corner_code', '=', 'given.corner_code')
        .onRef('survivor.instructor_id', '=', 'given.merged_into'),
    )
    .select(['given.number as given', 'survivor.instructor_id as id', 'survivor.number', 'survivor.name'])
    .where(sql<boolean>`given.number = any(${[...new Set(numbers)]})`)
    .where('survivor.deleted_at', 'is', null)
    .orderBy('given.number')
    .execute();
  return rows.map(({ given, ...survivor }) => ({ number: given, survivor }));
}

/** The live record of a 登録番号, for the question with which other one to merge. */
export async function findByNumber(ctx: Context, number: string): Promise<string | undefined> {
  requirePermission(ctx, 'instructor.read');
  const [found] = await instructorStore.findByNumbers(ctx.db, [foldNumeric(number)], { fiscalYear: 0 });
  return found && !found.deleted ? found.id : undefined;
}
