import { listHistory, type HistoryEntry } from '#platform/audit/audit-queries.server.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
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

/** The live record of a 登録番号, for the question with which other one to merge. */
export async function findByNumber(ctx: Context, number: string): Promise<string | undefined> {
  requirePermission(ctx, 'instructor.read');
  const [found] = await instructorStore.findByNumbers(ctx.db, [foldNumeric(number)], { fiscalYear: 0 });
  return found && !found.deleted ? found.id : undefined;
}
