import { sql, type SqlBool } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { countRows, hasWord, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { CertificationCommand, CertificationState } from './domain/certification-state.ts';
import type { EvidenceKind } from './domain/evidence-kind.ts';

export type CertificationFilters = { readonly q: string; readonly state: string; readonly trade: string };

export type CertificationListRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly nameKana: string;
  readonly state: CertificationState;
  readonly trades: readonly string[];
  readonly employer: string | null;
  readonly appliedOn: PlainDate | null;
  /** The day of the last step, or an empty text before the first. */
  readonly lastStepOn: PlainDate | '';
  /** 1 where the application is decided and nobody works on it, else 0. */
  readonly decided: number;
  readonly sortKey: string;
};

const lastStep = sql<PlainDate | ''>`coalesce((
  select to_char(max(happened_on), 'YYYY-MM-DD') from certification_event
  where certification_event.corner_code = certification_case.corner_code
    and certification_event.case_id = certification_case.case_id
), '') collate "C"`;

const decided = sql<number>`(state in ('certified', 'rejected', 'withdrawn'))::integer`;

/** The orders: what is open by its last step, then what is decided; and by フリガナ, number or last step as a reader chooses. */
export const certificationOrders = {
  open: { columns: [decided, lastStep, sql.ref('number')], descending: false },
  kana: { columns: [sql.ref('sort_key'), sql.ref('number')], descending: false },
  number: { columns: [sql.ref('number')], descending: false },
  waiting: { columns: [lastStep, sql.ref('number')], descending: false },
} as const;

export type CertificationOrder = keyof typeof certificationOrders;

type Listing = {
  readonly filters: CertificationFilters;
  readonly order: CertificationOrder;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 認定申請一覧: one page, and how many there are. */
export async function listCertifications(
  ctx: Context,
  { filters, order, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<CertificationListRow> & Count> {
  requirePermission(ctx, 'certification.read');
  const query = filtered(ctx, filters).select([
    'case_id as id',
    'number',
    'name',
    'name_kana as nameKana',
    sql<CertificationState>`state`.as('state'),
    'trades',
    'employer',
    sql<PlainDate | null>`applied_on`.as('appliedOn'),
    'sort_key as sortKey',
    lastStep.as('lastStepOn'),
    decided.as('decided'),
  ]);
  const valuesOf = (row: CertificationListRow) => {
    if (order === 'number') return [row.number];
    if (order === 'open') return [row.decided, row.lastStepOn, row.number];
    return [order === 'kana' ? row.sortKey : row.lastStepOn, row.number];
  };
  const page = await readPage<CertificationListRow>(query, {
    order: certificationOrders[order],
    cursor,
    limit,
    valuesOf,
  });
  return { ...page, ...(await countRows(ctx.db, query)) };
}

/** How many applications stand in each state, under the other conditions of the list. */
export async function countByState(
  ctx: Context,
  filters: Omit<CertificationFilters, 'state'>,
): Promise<Readonly<Partial<Record<CertificationState, number>>>> {
  requirePermission(ctx, 'certification.read');
  const rows = await filtered(ctx, { ...filters, state: '' })
    .select((row) => [sql<CertificationState>`state`.as('state'), row.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function filtered({ db }: Context, { q, state, trade }: CertificationFilters) {
  let query = db.selectFrom('certification_case').where('deleted_at', 'is', null);
  if (state) query = query.where('state', '=', state);
  if (trade) query = query.where(sql<SqlBool>`${trade} = any(trades)`);
  for (const word of searchWords(q)) query = query.where(hasWord(word));
  return query;
}

/** One step of an application, as its history tells it. */
export type CertificationEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: CertificationCommand;
  readonly from: CertificationState;
  readonly to: CertificationState;
  readonly happenedOn: PlainDate;
  readonly reason: string | null;
};

/** The steps of an application from the newest back. */
export async function listEvents(ctx: Context, caseId: string): Promise<readonly CertificationEvent[]> {
  requirePermission(ctx, 'certification.read');
  return ctx.db
    .selectFrom('certification_event')
    .select(['sequence', 'at', 'actor_name as actorName', 'reason'])
    .select([
      sql<CertificationCommand>`command`.as('command'),
      sql<CertificationState>`from_state`.as('from'),
      sql<CertificationState>`to_state`.as('to'),
      sql<PlainDate>`happened_on`.as('happenedOn'),
    ])
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .execute();
}

/** The identity of the application that has this 受付番号. */
export async function findCaseByNumber(ctx: Context, number: string): Promise<string | undefined> {
  requirePermission(ctx, 'certification.read');
  const query = ctx.db.selectFrom('certification_case').select('case_id').where('number', '=', number);
  return (await query.executeTakeFirst())?.case_id;
}

/** The kinds of the files that are with an application, each once. */
export async function listEvidenceKinds(db: Db, caseId: string): Promise<readonly EvidenceKind[]> {
  return (await mapEvidenceKinds(db, [caseId])).get(caseId) ?? [];
}

/** The same of many applications; one without files is not in the map. */
export async function mapEvidenceKinds(
  db: Db,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly EvidenceKind[]>> {
  const rows = await db
    .selectFrom('evidence_file')
    .select(['case_id as id', 'kind'])
    .distinct()
    .where(sql<boolean>`case_id = any(${caseIds}::uuid[])`)
    .orderBy('case_id')
    .orderBy('kind')
    .execute();
  const kinds = new Map<string, EvidenceKind[]>();
  for (const { id, kind } of rows) kinds.set(id, [...(kinds.get(id) ?? []), kind as EvidenceKind]);
  return kinds;
}
