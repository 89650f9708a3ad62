import { sql } from 'kysely';
import { certificationColumns, toCase } from '#certification/certification-row.server.ts';
import { isShownToCenter } from '#certification/domain/center-view.ts';
import type { CertificationCase } from '#certification/domain/certification.ts';
import type { CertificationCommand, CertificationState } from '#certification/domain/certification-state.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { CornerCode } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { encodeCursor, hasWord, PAGE_SIZE, type Cursor } from '#record/paging.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { searchWords } from '#kernel/japanese-text.ts';
import { reviewStates, type ReviewState } from './domain/review-state.ts';

/** A context of the same person in each corner that is asked. */
export type InCorner = (corner: CornerCode) => Context;

/** An application that was sent to the Center, as its queue shows it. */
export type ReviewRow = {
  readonly corner: CornerCode;
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly trades: readonly string[];
  readonly state: ReviewState;
  readonly round: number;
  readonly sentOn: PlainDate;
};

type Filters = {
  readonly fiscalYear: number;
  readonly state: ReviewState | '';
  readonly q: string;
};

type Queue = {
  readonly rows: readonly ReviewRow[];
  readonly next: string | undefined;
  readonly previous: string | undefined;
};

/**
 * The Center's queue: what was sent in the bundles of a 年度, longest waiting first, over the given corners. Rows are
 * walled by corner, so each is asked in its own context and the answers are merged by the same order.
 */
export async function listQueue(
  inCorner: InCorner,
  {
    corners,
    filters,
    cursor,
  }: { readonly corners: readonly CornerCode[]; readonly filters: Filters; readonly cursor: Cursor | undefined },
): Promise<Queue> {
  const found: ReviewRow[] = [];
  for (const corner of corners) found.push(...(await listOfCorner(inCorner(corner), filters, cursor)));
  const backwards = cursor?.before === true;
  const ordered = found.toSorted((left, right) => (backwards ? compareRows(right, left) : compareRows(left, right)));
  const more = ordered.length > PAGE_SIZE;
  const shown = ordered.slice(0, PAGE_SIZE);
  const rows = backwards ? shown.toReversed() : shown;
  const place = (row: ReviewRow | undefined, before: boolean) =>
    row && encodeCursor({ values: [row.sentOn, row.corner, row.number], before });
  return {
    rows,
    next: more || backwards ? place(rows.at(-1), false) : undefined,
    previous: (backwards ? more : cursor !== undefined) ? place(rows[0], true) : undefined,
  };
}

function compareRows(left: ReviewRow, right: ReviewRow): number {
  const keys = (row: ReviewRow) => [row.sentOn, row.corner, row.number] as const;
  const [a, b] = [keys(left), keys(right)];
  const at = a.findIndex((key, index) => key !== b[index]);
  return at === -1 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

async function listOfCorner(ctx: Context, filters: Filters, cursor: Cursor | undefined): Promise<readonly ReviewRow[]> {
  requirePermission(ctx, 'certification.review');
  const backwards = cursor?.before === true;
  const order = backwards ? 'desc' : 'asc';
  const place = sql`(b.sent_on, c.corner_code, c.number collate "C")`;
  let query = selectSent(ctx, filters.fiscalYear)
    .select(['c.case_id as id', 'c.number', 'c.name', 'c.trades', 'c.state', 'b.round', 'b.sent_on as sentOn'])
    .$if(filters.state !== '', (each) => each.where('c.state', '=', filters.state));
  for (const word of searchWords(filters.q)) query = query.where(hasWord(word));
  if (cursor) {
    const [sentOn, corner, number] = cursor.values;
    const values = sql`(${String(sentOn)}::date, ${String(corner)}, ${String(number)})`;
    query = query.where(backwards ? sql<boolean>`${place} < ${values}` : sql<boolean>`${place} > ${values}`);
  }
  const rows = await query
    .orderBy('b.sent_on', order)
    .orderBy(sql`c.number collate "C"`, order)
    .limit(PAGE_SIZE + 1)
    .execute();
  return rows.map((row) => ({
    ...row,
    corner: ctx.corner,
    state: row.state as ReviewState,
    sentOn: row.sentOn as PlainDate,
  }));
}

/** Applications that lie at the Center, came back from it, or were decided by it, with the bundle they came in. */
function selectSent(ctx: Context, fiscalYear: number) {
  return ctx.db
    .selectFrom('certification_case as c')
    .innerJoin('certification_batch as b', 'b.batch_id', 'c.batch_id')
    .where('c.deleted_at', 'is', null)
    .where('c.state', 'in', reviewStates)
    .where('b.state', '!=', 'open')
    .where('b.fiscal_year', '=', fiscalYear);
}

/** How many applications of a corner are in each state. */
export type CornerCounts = {
  readonly corner: CornerCode;
  readonly counts: Readonly<Record<ReviewState, number>>;
  /** When the longest waiting application of each state was sent. */
  readonly since: Readonly<Partial<Record<ReviewState, PlainDate>>>;
};

/** 統計: the applications of a 年度 by corner and state; corners that sent nothing are left out. */
export async function countByCorner(
  inCorner: InCorner,
  { corners, fiscalYear }: { readonly corners: readonly CornerCode[]; readonly fiscalYear: number },
): Promise<readonly CornerCounts[]> {
  const counted: CornerCounts[] = [];
  for (const corner of corners) {
    const ctx = inCorner(corner);
    requirePermission(ctx, 'certification.review');
    const rows = await selectSent(ctx, fiscalYear)
      .select((each) => ['c.state', each.fn.countAll<number>().as('count'), each.fn.min('b.sent_on').as('since')])
      .groupBy('c.state')
      .execute();
    const countOf = (state: ReviewState) => rows.find((row) => row.state === state)?.count ?? 0;
    const counts = Object.fromEntries(reviewStates.map((state) => [state, countOf(state)])) as CornerCounts['counts'];
    const since = Object.fromEntries(rows.map((row) => [row.state, row.since])) as CornerCounts['since'];
    if (rows.length > 0) counted.push({ corner, counts, since });
  }
  return counted;
}

/** A bundle on its way: sent by a corner, not yet received by the Center. */
export type ArrivingBatch = {
  readonly corner: CornerCode;
  readonly id: string;
  readonly version: number;
  readonly fiscalYear: number;
  readonly round: number;
  readonly documentNumber: string | null;
  readonly sentOn: PlainDate;
  readonly cases: number;
};

/** Bundles that wait for their receipt, of any 年度, longest waiting first. */
export async function listArriving(
  inCorner: InCorner,
  corners: readonly CornerCode[],
): Promise<readonly ArrivingBatch[]> {
  const arriving: ArrivingBatch[] = [];
  for (const corner of corners) {
    const ctx = inCorner(corner);
    requirePermission(ctx, 'certification.review');
    const rows = await ctx.db
      .selectFrom('certification_batch as b')
      .select((each) => [
        'b.batch_id as id',
        'b.version',
        'b.fiscal_year as fiscalYear',
        'b.round',
        'b.document_number as documentNumber',
        'b.sent_on as sentOn',
        each
          .selectFrom('certification_sending as s')
          .select((count) => count.fn.countAll<number>().as('count'))
          .whereRef('s.batch_id', '=', 'b.batch_id')
          .as('cases'),
      ])
      .where('b.state', '=', 'sent')
      .execute();
    arriving.push(...rows.map((row) => ({ ...row, corner, sentOn: row.sentOn as PlainDate, cases: row.cases ?? 0 })));
  }
  return arriving.toSorted((left, right) => (left.sentOn < right.sentOn ? -1 : 1));
}

/** A step in the history of an application. */
export type ReviewEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: CertificationCommand;
  readonly happenedOn: PlainDate;
  readonly reason: string | null;
};

/** An application on the Center's desk, with what happened since it was sent. */
export type ReviewedCase = { readonly application: CertificationCase; readonly events: readonly ReviewEvent[] };

const CENTER_STEPS: readonly CertificationCommand[] = [
  'send',
  'return',
  'begin-review',
  'certify',
  'reject',
  'withdraw',
];

/**
 * The application that the Center may open; any other is not found, so that nobody learns that it exists (SEC-13). That it
 * was opened is logged at its corner (SEC-11).
 */
export async function findForReview(ctx: Context, caseId: string): Promise<ReviewedCase> {
  const application = await findSent(ctx, caseId);
  if (!isShownToCenter(application.state)) throw new NotFound('certification', caseId);
  const entity = { kind: 'certification', id: caseId, label: application.input.name };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'viewed', entity }]));
  return { application, events: await listSteps(ctx, caseId) };
}

/** An application that was sent, also one that is back at its corner: the Center knows of it, and opens it no more. */
export async function findSent(ctx: Context, caseId: string): Promise<CertificationCase> {
  requirePermission(ctx, 'certification.review');
  const row = isRecordId(caseId)
    ? await ctx.db
        .selectFrom('certification_case')
        .select(certificationColumns)
        .where('case_id', '=', caseId)
        .where('deleted_at', 'is', null)
        .where('state', 'in', reviewStates)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('certification', caseId);
  return toCase(row);
}

/** The steps from the first sending on; what the corner did before is its own. */
async function listSteps(ctx: Context, caseId: string): Promise<readonly ReviewEvent[]> {
  const rows = await ctx.db
    .selectFrom('certification_event')
    .select([
      'sequence',
      'at',
      'actor_name as actorName',
      'command',
      'from_state',
      'happened_on as happenedOn',
      'reason',
    ])
    .where('case_id', '=', caseId)
    .where('command', 'in', CENTER_STEPS)
    .orderBy('sequence', 'desc')
    .execute();
  const own: readonly CertificationState[] = ['received', 'interview'];
  return rows
    .filter(({ from_state: from }) => !own.includes(from as CertificationState))
    .map(({ from_state: _, ...row }) => ({
      ...row,
      command: row.command as CertificationCommand,
      happenedOn: row.happenedOn as PlainDate,
    }));
}
