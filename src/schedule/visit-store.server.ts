import { sql } from 'kysely';
import { programLabel } from '#dispatch/domain/program.ts';
import { foldSearchText } from '#kernel/japanese-text.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { fieldColumns, inChunks, overwrite } from '#record/columns.server.ts';
import type { Stored } from '#record/domain/record-kind.ts';
import type { Draft, RecordStore } from '#record/record-store.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { visitFields } from './domain/visit-fields.ts';
import { checkVisit, visitShape, type VisitInput, type VisitKnown } from './domain/visit.ts';
import { followInstructors, loadVisitKnown, lockSchedule } from './visit-references.server.ts';

const keys = visitFields.map(({ key }) => key);
const references: readonly string[] = ['requestNumber', 'organizationNumber', 'instructorNumbers'];
const columns = fieldColumns<VisitInput>(keys.filter((key) => !references.includes(key)));
const identity = ['corner_code', 'visit_id'] as const;

/** 派遣 as rows, with their instructors in the order they were written. */
export const visitStore: RecordStore<VisitInput, VisitKnown> = {
  ...visitShape,
  // The schedule is locked before anything of it is read, so that two savings at once cannot book one person twice.
  loadKnown: async (db, inputs, ctx, scope) => {
    await lockSchedule(db);
    return loadVisitKnown(db, inputs, { ctx, replacedId: scope.id });
  },
  follow: followInstructors,
  check: checkVisit,
  findById: async (db, id, options) => {
    const query = select(db).where('visit.visit_id', '=', id);
    if (!options?.lock) {
      const row = await query.executeTakeFirst();
      return row && toStored(row);
    }
    // First the schedule, then the row: an import takes them in this order too, and neither waits for the other.
    await lockSchedule(db);
    const row = await query.forUpdate('visit').executeTakeFirst();
    return row && toStored(row);
  },
  findByNumbers: async (db, numbers) => {
    const rows = await select(db)
      .where(sql<boolean>`visit.number = any(${numbers})`)
      .execute();
    return rows.map(toStored);
  },
  listAll: async (db, { fiscalYear }) => {
    let query = select(db).where('visit.deleted_at', 'is', null).orderBy('visit.number');
    if (fiscalYear !== undefined) query = query.where('visit.fiscal_year', '=', fiscalYear);
    return (await query.execute()).map((row) => toStored(row).input);
  },
  save: saveVisits,
  markDeleted: async (tx, ctx, { id, reason }) => {
    await tx
      .updateTable('visit')
      .set((row) => ({ deleted_at: ctx.now(), deleted_reason: reason, version: row('version', '+', 1) }))
      .where('visit_id', '=', id)
      .execute();
  },
  countUses: async () => [],
};

function select(db: Db) {
  return db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('request', 'request.request_id', 'visit.request_id')
    .select(['visit.visit_id', 'visit.version', 'visit.deleted_at'])
    .select(['organization.number as organization_number', 'request.number as request_number'])
    .select(columns.names.map((name) => `visit.${name}` as 'visit.number'))
    .select(
      sql<string[]>`array(
        select instructor.number from visit_instructor
        join instructor on instructor.instructor_id = visit_instructor.instructor_id
        where visit_instructor.visit_id = visit.visit_id order by visit_instructor.position)`.as('instructor_numbers'),
    );
}

type Row = {
  readonly visit_id: string;
  readonly version: number;
  readonly deleted_at: string | null;
  readonly organization_number: string;
  readonly request_number: string | null;
  readonly instructor_numbers: readonly string[];
};

function toStored(row: Row): Stored<VisitInput> {
  const values: Partial<VisitInput> = {
    ...columns.toFields(row),
    requestNumber: row.request_number,
    organizationNumber: row.organization_number,
    instructorNumbers: row.instructor_numbers,
  };
  return {
    id: row.visit_id,
    version: row.version,
    deleted: row.deleted_at !== null,
    // In the order of the fields, so that an unchanged import compares equal.
    input: Object.fromEntries(keys.map((key) => [key, values[key]])) as VisitInput,
  };
}

async function saveVisits(
  tx: Tx,
  ctx: Context,
  drafts: readonly Draft<VisitInput>[],
  known: VisitKnown,
): Promise<void> {
  for (const chunk of inChunks(drafts)) {
    const rows = chunk.map((draft) => toRow(ctx, draft, known));
    await tx
      .insertInto('visit')
      .values(rows as never)
      .onConflict((conflict) => conflict.columns(identity).doUpdateSet(overwrite(rows[0] ?? {}, identity) as never))
      .execute();
    const overwritten = chunk.filter(({ version }) => version > 0).map(({ id }) => id);
    if (overwritten.length > 0) {
      await tx
        .deleteFrom('visit_instructor')
        .where(sql<boolean>`visit_id = any(${overwritten}::uuid[])`)
        .execute();
    }
    const leaders = chunk.flatMap((draft) => toLeaderRows(ctx, draft, known));
    for (const part of inChunks(leaders)) await tx.insertInto('visit_instructor').values(part).execute();
  }
}

function toRow(ctx: Context, { id, version, input }: Draft<VisitInput>, { hosts, requests }: VisitKnown) {
  const { number, tradeCode, program, cancelReason, organizationNumber, requestNumber } = input;
  const words = [number, findTrade(tradeCode)?.name ?? tradeCode, programLabel(program), cancelReason ?? ''];
  return {
    corner_code: ctx.corner,
    visit_id: id,
    version: version + 1,
    updated_at: ctx.now(),
    ...columns.toColumns(input),
    organization_id: hosts.get(organizationNumber)?.id,
    request_id: requestNumber === null ? null : requests.get(requestNumber)?.id,
    search_text: foldSearchText(words.join(' ')),
  };
}

function toLeaderRows(ctx: Context, { id, input }: Draft<VisitInput>, { instructors }: VisitKnown) {
  return input.instructorNumbers.map((number, position) => {
    const instructor = instructors.get(number);
    if (!instructor) throw new Error(`visit ${input.number} names instructor ${number}, who was not loaded`);
    return { corner_code: ctx.corner, visit_id: id, instructor_id: instructor.id, position };
  });
}
