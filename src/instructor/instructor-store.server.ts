import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { inChunks, overwrite } from '#record/columns.server.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { checkInstructor, instructorShape, type InstructorInput, type InstructorKnown } from './domain/instructor.ts';
import { instructorColumns, toRow, toStored } from './instructor-row.server.ts';

/** マイスター等 as rows, their trades as rows of `instructor_trade`. */
export const instructorStore: RecordStore<InstructorInput, InstructorKnown> = {
  ...instructorShape,
  loadKnown: async (_db, _inputs, ctx) => ({ today: ctx.today() }),
  check: checkInstructor,
  findById: async (db, id, options) => {
    const query = select(db).where('instructor_id', '=', id);
    const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db) => {
    const rows = await select(db).where('deleted_at', 'is', null).orderBy('number').execute();
    return rows.map((row) => toStored(row).input);
  },
  save: async (tx, ctx, drafts) => {
    for (const chunk of inChunks(drafts)) {
      await saveRows(tx, ctx, chunk);
      await saveTrades(tx, ctx, chunk);
      await addFormerNames(tx, chunk);
    }
  },
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('instructor')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('instructor_id', '=', id)
      .execute();
  },
  countUses: async (db, id) => [{ by: '派遣', count: await countLiveVisits(db, id) }],
};

const identity = ['corner_code', 'instructor_id'] as const;

function select(db: Db) {
  return db
    .selectFrom('instructor')
    .select(['instructor_id', 'version', 'deleted_at', 'course_status', 'course_completed_on'])
    .select(instructorColumns as ['number'])
    .select(tradeCodesOf().as('trade_codes'));
}

/** The codes of the instructor's trades as one array, so that many records are still one query. */
function tradeCodesOf() {
  return sql<string[]>`array(
    select trade_code from instructor_trade
    where instructor_trade.corner_code = instructor.corner_code
      and instructor_trade.instructor_id = instructor.instructor_id
  )`;
}

async function saveRows(tx: Tx, ctx: Context, drafts: readonly Draft<InstructorInput>[]): Promise<void> {
  const rows = drafts.map((draft) => toRow(ctx, draft));
  await tx
    .insertInto('instructor')
    .values(rows as never)
    .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
    .execute();
}

/** Replaces the trades of many instructors by two statements, however many trades they have. */
async function saveTrades(tx: Tx, ctx: Context, drafts: readonly Draft<InstructorInput>[]): Promise<void> {
  const known = drafts.filter(({ version }) => version > 0).map(({ id }) => id);
  if (known.length > 0) {
    await tx
      .deleteFrom('instructor_trade')
      .where(sql<boolean>`instructor_id = any(${known}::uuid[])`)
      .execute();
  }
  const pairs = drafts.flatMap(({ id, input }) => input.trades.map((code) => [id, code] as const));
  const ids = pairs.map(([id]) => id);
  const codes = pairs.map(([, code]) => code);
  await sql`insert into instructor_trade (corner_code, instructor_id, trade_code)
    select ${ctx.corner}, pair.id, pair.code from unnest(${ids}::uuid[], ${codes}::text[]) as pair (id, code)`.execute(
    tx,
  );
}

/** Who was merged into somebody is found by number, name and フリガナ of the record that was given up too. */
async function addFormerNames(tx: Tx, drafts: readonly Draft<InstructorInput>[]): Promise<void> {
  const known = drafts.filter(({ version }) => version > 0).map(({ id }) => id);
  if (known.length === 0) return;
  await sql`update instructor set search_text = instructor.search_text || e'\n' || former.search_text
    from (select merged_into, string_agg(search_text, e'\n' order by number) as search_text from instructor
      where merged_into = any(${known}::uuid[]) group by merged_into) as former
    where instructor.instructor_id = former.merged_into`.execute(tx);
}

async function countLiveVisits(db: Db, instructorId: string): Promise<number> {
  const { count } = await db
    .selectFrom('visit_instructor')
    .innerJoin('visit', (join) =>
      join
        .onRef('visit.corner_code', '=', 'visit_instructor.corner_code')
        .onRef('visit.visit_id', '=', 'visit_instructor.visit_id'),
    )
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('visit_instructor.instructor_id', '=', instructorId)
    .where('visit.deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}
