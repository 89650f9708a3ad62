import { sql } from 'kysely';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { searchForms, searchWords } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { consultationState, type ConsultationState } from './domain/consultation.ts';

export type ConsultationFilters = {
  readonly fiscalYear: number;
  readonly q: string;
  readonly channel: string;
  readonly kind: string;
  readonly topic: string;
  /** `due` are those of every 年度 whose day of the next contact has come. */
  readonly state: ConsultationState | 'due' | '';
};

export type ConsultationRow = {
  readonly id: string;
  readonly number: string;
  readonly receivedOn: PlainDate;
  readonly channel: string;
  readonly clientKind: string;
  readonly clientName: string;
  readonly topics: readonly string[];
  readonly followUpOn: PlainDate | null;
  readonly takenBy: string;
  readonly state: ConsultationState;
};

type Listing = {
  readonly filters: ConsultationFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

const orders = {
  latest: { columns: [sql.ref('receivedOn'), sql.ref('number')], descending: true },
  followUp: { columns: [sql.ref('followUpOn'), sql.ref('number')], descending: false },
} as const;

/** How many values the cursor of the list has. */
export const CONSULTATION_CURSOR_LENGTH = 2;

/** 相談の一覧: latest first; what waits for a contact, by the day of it. */
export async function listConsultations(
  ctx: Context,
  { filters, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<ConsultationRow> & Count> {
  requirePermission(ctx, 'consultation.read');
  type Row = Omit<ConsultationRow, 'state'> & { readonly outcome: string | null; readonly requestId: string | null };
  const byFollowUp = filters.state === 'due' || filters.state === 'follow-up';
  const page = await readCountedPage<Row>(ctx.db, {
    query: selectConsultations(ctx, filters),
    byWords: searchWords(filters.q).length > 0,
    order: byFollowUp ? orders.followUp : orders.latest,
    cursor,
    limit,
    valuesOf: (row) => [(byFollowUp ? row.followUpOn : row.receivedOn) ?? '', row.number],
  });
  const rows = page.rows.map(({ outcome, requestId, ...row }) => ({
    ...row,
    state: consultationState({ followUpOn: row.followUpOn, outcome, hasRequest: requestId !== null }),
  }));
  return { ...page, rows };
}

const waits = sql<boolean>`request.request_id is null and consultation.follow_up_on is not null and consultation.outcome is null`;

/** The rules of `consultationState` as conditions. */
const stateConditions = {
  'follow-up': waits,
  requested: sql<boolean>`request.request_id is not null`,
  settled: sql<boolean>`request.request_id is null and (consultation.follow_up_on is null or consultation.outcome is not null)`,
} as const satisfies Record<ConsultationState, unknown>;

function selectConsultations(ctx: Context, { fiscalYear, q, channel, kind, topic, state }: ConsultationFilters) {
  let query = ctx.db
    .selectFrom('consultation')
    .leftJoin('organization', 'organization.organization_id', 'consultation.organization_id')
    .leftJoin('request', (join) =>
      join.onRef('request.request_id', '=', 'consultation.request_id').on('request.deleted_at', 'is', null),
    )
    .select([
      'consultation.consultation_id as id',
      'consultation.number',
      'consultation.received_on as receivedOn',
      'consultation.channel',
      'consultation.client_kind as clientKind',
      'consultation.client_name as clientName',
      'consultation.topics',
      'consultation.follow_up_on as followUpOn',
      'consultation.taken_by as takenBy',
      'consultation.outcome',
      'request.request_id as requestId',
    ])
    .where('consultation.deleted_at', 'is', null);
  if (state === 'due') query = query.where(waits).where('consultation.follow_up_on', '<=', ctx.today());
  else query = query.where('consultation.fiscal_year', '=', fiscalYear);
  if (state && state !== 'due') query = query.where(stateConditions[state]);
  if (channel) query = query.where('consultation.channel', '=', channel);
  if (kind) query = query.where('consultation.client_kind', '=', kind);
  if (topic) query = query.where(sql<boolean>`consultation.topics @> array[${topic}]::text[]`);
  for (const word of searchWords(q)) {
    query = query.where((row) =>
      row.or([
        ...searchForms(word).map((form) => row('consultation.search_text', 'like', likeAnywhere(form))),
        row('organization.search_text', 'like', likeAnywhere(word)),
      ]),
    );
  }
  return query;
}

export type ConsultationLinks = {
  readonly organization: { readonly id: string; readonly name: string } | undefined;
  /** The live request that came of it. */
  readonly request: { readonly id: string; readonly number: string; readonly fiscalYear: number } | undefined;
};

/** What a consultation leads to: the 派遣先 it was linked to, and the request that came of it. */
export async function getConsultationLinks(ctx: Context, id: string): Promise<ConsultationLinks> {
  requirePermission(ctx, 'consultation.read');
  const organization = await ctx.db
    .selectFrom('consultation')
    .innerJoin('organization', 'organization.organization_id', 'consultation.organization_id')
    .select(['organization.organization_id as id', 'organization.name'])
    .where('consultation.consultation_id', '=', id)
    .executeTakeFirst();
  const request = await ctx.db
    .selectFrom('consultation')
    .innerJoin('request', 'request.request_id', 'consultation.request_id')
    .select(['request.request_id as id', 'request.number', 'request.fiscal_year as fiscalYear'])
    .where('consultation.consultation_id', '=', id)
    .where('request.deleted_at', 'is', null)
    .executeTakeFirst();
  return { organization, request };
}

export type RequestOrigin = { readonly id: string; readonly number: string; readonly receivedOn: PlainDate };

/** The consultation that a request came of, if it came of one. */
export async function findConsultationOf(ctx: Context, requestId: string): Promise<RequestOrigin | undefined> {
  requirePermission(ctx, 'consultation.read');
  return ctx.db
    .selectFrom('consultation')
    .select(['consultation_id as id', 'number', sql<PlainDate>`received_on`.as('receivedOn')])
    .where('request_id', '=', requestId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
}

/** The next 相談番号 of the series K2022-0001: a proposal that may be overwritten. */
export async function proposeConsultationNumber(ctx: Context, fiscalYear: number): Promise<string> {
  requirePermission(ctx, 'consultation.write');
  const [number = ''] = await proposeNumbers(ctx.db, { table: 'consultation', prefix: `K${fiscalYear}-` });
  return number;
}

const MOST_WORDS = 50;

/** Bodies that people were referred to or came from before, the most frequent first. */
export async function listReferrals(ctx: Context): Promise<readonly string[]> {
  requirePermission(ctx, 'consultation.write');
  const { rows } = await sql<{ body: string }>`
    select body from (
      select referred_from as body from consultation where deleted_at is null
      union all select referred_to from consultation where deleted_at is null) as referral
    where body is not null group by body order by count(*) desc, body limit ${MOST_WORDS}`.execute(ctx.db);
  return rows.map(({ body }) => body);
}
