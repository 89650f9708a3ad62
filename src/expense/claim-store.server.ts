import { sql } from 'kysely';
import type { Program } from '#dispatch/domain/program.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import { yenOf, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { ClaimCommand, ClaimState } from './domain/claim-state.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import type { PricedClaim } from './domain/expense-claim.ts';
import type { ExpenseLineInput, PricedLine } from './domain/expense-line.ts';

/** A visit with one of its instructors; NotFound where the corner has no such pair. */
export async function loadSubject(
  db: Db,
  { visitId, instructorId }: { readonly visitId: string; readonly instructorId: string },
  { lock = false } = {},
): Promise<ClaimSubject> {
  const query = selectSubjects(db)
    .where('visit.visit_id', '=', visitId)
    .where('visit_instructor.instructor_id', '=', instructorId);
  const isId = isRecordId(visitId) && isRecordId(instructorId);
  const row = isId ? await (lock ? query.forUpdate('visit') : query).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('visit', visitId);
  return toSubject(row);
}

export function selectSubjects(db: Db) {
  return db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .leftJoin('request', 'request.request_id', 'visit.request_id')
    .select(['visit.visit_id as visitId', 'instructor.instructor_id as instructorId', 'visit.number as visitNumber'])
    .select(['visit.visit_on as visitOn', 'visit.status as visitStatus', 'visit.starts_at as startsAt'])
    .select(['visit.ends_at as endsAt', 'visit.trainees', 'visit.program', 'organization.name as host'])
    .select(['instructor.number as instructorNumber', 'instructor.name as instructorName'])
    .select(['instructor.kind as instructorKind', 'instructor.municipality_code as instructorMunicipality'])
    .select((row) =>
      row.fn.coalesce('request.place_municipality_code', 'organization.municipality_code').as('municipality'),
    )
    .where('visit.deleted_at', 'is', null);
}

export type SubjectRow = Awaited<ReturnType<ReturnType<typeof selectSubjects>['execute']>>[number];

export function toSubject(row: SubjectRow): ClaimSubject {
  return {
    ...row,
    visitOn: row.visitOn as PlainDate,
    program: row.program as Program,
    instructorKind: row.instructorKind as InstructorKind,
  };
}

export type StoredClaim = {
  readonly id: string;
  readonly version: number;
  readonly visitId: string;
  readonly instructorId: string;
  readonly fiscalYear: number;
  readonly rateId: string;
  readonly state: ClaimState;
  readonly totalYen: Yen;
  readonly withheldBaseYen: Yen;
  readonly note: string | null;
  readonly draftedBy: string;
  readonly drafterName: string;
  readonly batchId: string | null;
  readonly lines: readonly PricedLine[];
};

/** One claim with its lines; NotFound where the corner has none of this identity. */
export async function loadClaim(db: Db, id: string): Promise<StoredClaim> {
  const row = isRecordId(id) ? await select(db).where('claim_id', '=', id).executeTakeFirst() : undefined;
  if (!row) throw new NotFound('expense-claim', id);
  return toClaim(row, await loadLines(db, id));
}

/** The same, held until the transaction ends; Conflict where somebody changed it since `version` was seen. */
export async function lockClaim(tx: Tx, id: string, version?: number): Promise<StoredClaim> {
  const row = isRecordId(id) ? await select(tx).where('claim_id', '=', id).forUpdate().executeTakeFirst() : undefined;
  if (!row) throw new NotFound('expense-claim', id);
  if (version !== undefined && row.version !== version) throw new Conflict('expense-claim', id, version, row.version);
  return toClaim(row, await loadLines(tx, id));
}

function select(db: Db) {
  return db
    .selectFrom('expense_claim')
    .select(['claim_id', 'version', 'visit_id', 'instructor_id', 'fiscal_year', 'rate_id', 'state', 'total_yen'])
    .select(['withheld_base_yen', 'note', 'drafted_by', 'drafter_name', 'batch_id']);
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toClaim(row: Row, lines: readonly PricedLine[]): StoredClaim {
  return {
    id: row.claim_id,
    version: row.version,
    visitId: row.visit_id,
    instructorId: row.instructor_id,
    fiscalYear: row.fiscal_year ?? 0,
    rateId: row.rate_id,
    state: row.state as ClaimState,
    totalYen: yenOf(row.total_yen),
    withheldBaseYen: yenOf(row.withheld_base_yen),
    note: row.note,
    draftedBy: row.drafted_by,
    drafterName: row.drafter_name,
    batchId: row.batch_id,
    lines,
  };
}

async function loadLines(db: Db, claimId: string): Promise<readonly PricedLine[]> {
  const rows = await db
    .selectFrom('expense_claim_line')
    .select(['input', 'unit_yen', 'amount_yen', 'excess_yen'])
    .where('claim_id', '=', claimId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    input: row.input as ExpenseLineInput,
    unitYen: yenOf(row.unit_yen),
    amountYen: yenOf(row.amount_yen),
    excessYen: yenOf(row.excess_yen),
  }));
}

/** The claim that stands for a visit of an instructor; a dropped one does not stand. */
export async function findClaimOf(db: Db, { visitId, instructorId }: ClaimSubject): Promise<string | undefined> {
  const row = await db
    .selectFrom('expense_claim')
    .select('claim_id')
    .where('visit_id', '=', visitId)
    .where('instructor_id', '=', instructorId)
    .where('state', '<>', 'dropped')
    .executeTakeFirst();
  return row?.claim_id;
}

/** Whether somebody dropped a claim for a visit of an instructor. */
export async function hasDroppedClaim(db: Db, { visitId, instructorId }: ClaimSubject): Promise<boolean> {
  const row = await db
    .selectFrom('expense_claim')
    .select('claim_id')
    .where('visit_id', '=', visitId)
    .where('instructor_id', '=', instructorId)
    .where('state', '=', 'dropped')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type NewClaim = {
  readonly id: string;
  readonly subject: ClaimSubject;
  readonly priced: PricedClaim;
  readonly note: string | null;
};

export async function insertClaim(tx: Tx, ctx: Context, { id, subject, priced, note }: NewClaim): Promise<void> {
  await tx
    .insertInto('expense_claim')
    .values({
      corner_code: ctx.corner,
      claim_id: id,
      visit_id: subject.visitId,
      instructor_id: subject.instructorId,
      visit_on: subject.visitOn,
      rate_id: priced.rateId,
      state: 'draft',
      total_yen: priced.totalYen,
      withheld_base_yen: priced.withheldBaseYen,
      note,
      drafted_by: ctx.actor.id,
      drafter_name: ctx.actor.name,
      created_at: ctx.now(),
      updated_at: ctx.now(),
    })
    .execute();
  await insertLines(tx, ctx, id, priced);
}

/** Another reckoning of the same claim; who entered it last is who may not approve it. */
export async function replaceClaim(
  tx: Tx,
  ctx: Context,
  { id, priced, note }: { readonly id: string; readonly priced: PricedClaim; readonly note: string | null },
): Promise<void> {
  await tx.deleteFrom('expense_claim_line').where('claim_id', '=', id).execute();
  await tx
    .updateTable('expense_claim')
    .set((row) => ({
      rate_id: priced.rateId,
      total_yen: priced.totalYen,
      withheld_base_yen: priced.withheldBaseYen,
      note,
      drafted_by: ctx.actor.id,
      drafter_name: ctx.actor.name,
      updated_at: ctx.now(),
      version: row('version', '+', 1),
    }))
    .where('claim_id', '=', id)
    .execute();
  await insertLines(tx, ctx, id, priced);
}

async function insertLines(tx: Tx, ctx: Context, claimId: string, { lines }: PricedClaim): Promise<void> {
  const rows = lines.map((line, at) => ({
    corner_code: ctx.corner,
    claim_id: claimId,
    position: at + 1,
    item: line.input.item,
    input: JSON.stringify(line.input),
    unit_yen: line.unitYen,
    amount_yen: line.amountYen,
    excess_yen: line.excessYen,
  }));
  await tx.insertInto('expense_claim_line').values(rows).execute();
}

type Moved = {
  readonly ids: readonly string[];
  readonly from: ClaimState;
  readonly to: ClaimState;
  readonly command: ClaimCommand;
  readonly reason: string | null;
};

/** Keeps the state after a command, and the event beside it. */
export async function saveClaimState(tx: Tx, ctx: Context, { ids, from, to, command, reason }: Moved): Promise<void> {
  await tx
    .updateTable('expense_claim')
    .set((row) => ({ state: to, updated_at: ctx.now(), version: row('version', '+', 1) }))
    .where('claim_id', 'in', ids)
    .execute();
  await insertClaimEvents(tx, ctx, { ids, from, to, command, reason });
}

export async function insertClaimEvents(
  tx: Tx,
  ctx: Context,
  event: Omit<Moved, 'command'> & { readonly command: ClaimCommand | 'draft' },
): Promise<void> {
  const { ids, from, to, command, reason } = event;
  // One more than the last of each claim; the claims are locked by who calls.
  await sql`insert into expense_claim_event
      (corner_code, claim_id, sequence, at, actor_id, actor_name, command, from_state, to_state, reason)
    select ${ctx.corner}, claim.claim_id,
      1 + coalesce((select max(sequence) from expense_claim_event as event
        where event.corner_code = claim.corner_code and event.claim_id = claim.claim_id), 0),
      ${ctx.now()}::timestamptz, ${ctx.actor.id}, ${ctx.actor.name}, ${command}, ${from}, ${to}, ${reason}::text
    from expense_claim as claim where claim.claim_id = any(${ids}::uuid[])`.execute(tx);
}

export type ClaimEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: ClaimCommand | 'draft';
  readonly reason: string | null;
};

/** What happened to a claim, the latest first. */
export async function loadClaimEvents(db: Db, claimId: string): Promise<readonly ClaimEvent[]> {
  const rows = await db
    .selectFrom('expense_claim_event')
    .select(['sequence', 'at', 'actor_name as actorName', 'command', 'reason'])
    .where('claim_id', '=', claimId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, command: row.command as ClaimEvent['command'] }));
}
