import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { standardDormancyRule } from '#instructor/domain/dormancy.ts';
import { lastActivityOn } from '#instructor/last-activity.server.ts';
import { searchWords } from '#kernel/japanese-text.ts';
import { addMonths, addYears, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { countRows, hasWord, PAGE_SIZE, readPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { IntentAnswer } from './domain/intent-enquiry.ts';
import { upkeepStateOn, type UpkeepCommand, type UpkeepState } from './domain/upkeep.ts';
import { countedFrom, loadUpkeepFacts, type UpkeepFacts } from './upkeep-facts.server.ts';

/** What a list of registrations looks at: the daily list first (domain.md §5.2). */
export const upkeepViews = ['dormant', 'soon', 'running', 'ended'] as const;
export type UpkeepView = (typeof upkeepViews)[number];

/** What narrows every view; an empty text or undefined lets everybody pass. */
export type UpkeepFilters = {
  readonly q: string;
  readonly state: UpkeepState | '';
  readonly trade: string;
  readonly municipality: string;
  /** First and last day of 最終活動日, both included. */
  readonly activeFrom?: PlainDate | undefined;
  readonly activeTo?: PlainDate | undefined;
};

/** No condition at all. */
export const everyRegistration: UpkeepFilters = { q: '', state: '', trade: '', municipality: '' };

/** How many values the cursor of the list has. */
export const UPKEEP_CURSOR_LENGTH = 2;

type Listing = {
  readonly view: UpkeepView;
  readonly filters?: UpkeepFilters;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

export type UpkeepRow = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: string;
  readonly state: UpkeepState;
  readonly lastActivityOn: PlainDate | null;
  /** From this day on the three years run; null where neither activity nor certification is known. */
  readonly since: PlainDate | null;
  readonly endedOn: PlainDate | null;
};

const sortDay = sql<string>`coalesce(to_char(${countedFrom}, 'YYYY-MM-DD'), '') collate "C"`;

/** 活動の確認: who has not been active for three years, who soon will have been, who is asked, who has left; longest without activity first. */
export async function listUpkeep(
  ctx: Context,
  { view, filters = everyRegistration, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<UpkeepRow> & Count> {
  requirePermission(ctx, 'upkeep.read');
  const query = selectView(ctx, view, filters).select([
    'instructor.instructor_id as id',
    'instructor.number',
    'instructor.name',
    'instructor.kind',
    'upkeep.state as stored',
    'upkeep.ended_on as endedOn',
    lastActivityOn.as('lastActivityOn'),
    countedFrom.as('since'),
    sortDay.as('sortDay'),
  ]);
  type Selected = Omit<UpkeepRow, 'state'> & { readonly stored: UpkeepState | null; readonly sortDay: string };
  const rows = query as unknown as Parameters<typeof readPage<Selected>>[0];
  const order = { columns: [sortDay, sql`instructor.number`], descending: false };
  const valuesOf = (row: Selected) => [row.sortDay, row.number];
  const page = await readPage<Selected>(rows, { order, cursor, limit, valuesOf });
  const state = ({ stored, since }: Selected) =>
    upkeepStateOn(stored, isPast(since, ctx.today()) ? { kind: 'dormant', lastDay: ctx.today() } : { kind: 'unknown' });
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...row, state: state(row) })),
    ...(await countRows(ctx.db, query)),
  };
}

/** How many there are under each view and the same conditions. */
export async function countUpkeep(
  ctx: Context,
  filters: UpkeepFilters = everyRegistration,
): Promise<Readonly<Record<UpkeepView, number>>> {
  requirePermission(ctx, 'upkeep.read');
  const counts: Record<UpkeepView, number> = { dormant: 0, soon: 0, running: 0, ended: 0 };
  for (const view of upkeepViews) {
    const query = selectView(ctx, view, filters).select('instructor.number');
    counts[view] = (await countRows(ctx.db, query)).count;
  }
  return counts;
}

/** How many of the quiet ones there are, and the first day on which three years end or ended for one of them. */
export type QuietCount = { readonly count: number; readonly firstLapseOn: PlainDate | null };

/** Who is dormant without having been asked, and who soon will be: the first two views in one reading. */
export async function summarizeQuiet(ctx: Context): Promise<Readonly<Record<'dormant' | 'soon', QuietCount>>> {
  requirePermission(ctx, 'upkeep.read');
  const today = ctx.today();
  type Read = QuietCount & { readonly view: 'dormant' | 'soon' };
  const { rows } = await sql<Read>`
    select case when lapse < ${today}::date then 'dormant' else 'soon' end as view,
      count(*) as count, to_char(min(lapse), 'YYYY-MM-DD') as "firstLapseOn"
    from (
      select ${lapseOn} as lapse from instructor
      left join upkeep on upkeep.corner_code = instructor.corner_code
        and upkeep.instructor_id = instructor.instructor_id
      where instructor.deleted_at is null and ${isQuiet}
    ) as quiet
    where lapse <= ${addMonths(today, standardDormancyRule.noticeMonths)}::date
    group by 1`.execute(ctx.db);
  const of = (view: 'dormant' | 'soon') => {
    const row = rows.find((each) => each.view === view);
    return { count: row?.count ?? 0, firstLapseOn: row?.firstLapseOn ?? null };
  };
  return { dormant: of('dormant'), soon: of('soon') };
}

function isPast(since: PlainDate | null, today: PlainDate): boolean {
  return since !== null && addYears(since, standardDormancyRule.years) < today;
}

function selectView({ db, today: todayOf }: Context, view: UpkeepView, filters: UpkeepFilters) {
  const { q, state, trade, municipality, activeFrom, activeTo } = filters;
  const today = todayOf();
  let query = db
    .selectFrom('instructor')
    .leftJoin('upkeep', 'upkeep.instructor_id', 'instructor.instructor_id')
    .where('instructor.deleted_at', 'is', null)
    .where(conditionOf(view, today));
  if (state) query = query.where(isInState(state, today));
  if (municipality) query = query.where('instructor.municipality_code', '=', municipality);
  if (trade) query = query.where(teaches(trade));
  if (activeFrom) query = query.where(sql<SqlBool>`${lastActivityOn} >= ${activeFrom}::date`);
  if (activeTo) query = query.where(sql<SqlBool>`${lastActivityOn} <= ${activeTo}::date`);
  const words = searchWords(q);
  return words.length === 0 ? query : query.where(isCalled(words));
}

/** The state that a day shows, as `upkeepStateOn` decides it. */
function isInState(state: UpkeepState, today: PlainDate): RawBuilder<SqlBool> {
  if (state !== 'active' && state !== 'dormant') return sql<SqlBool>`upkeep.state = ${state}`;
  const lapsed = sql`coalesce(${lapseOn} < ${today}::date, false)`;
  if (state === 'active') return sql<SqlBool>`(coalesce(upkeep.state, 'active') = 'active' and not ${lapsed})`;
  return sql<SqlBool>`(upkeep.state = 'dormant' or (coalesce(upkeep.state, 'active') = 'active' and ${lapsed}))`;
}

function teaches(trade: string): RawBuilder<SqlBool> {
  return sql`exists (select from instructor_trade
    where instructor_trade.corner_code = instructor.corner_code
      and instructor_trade.instructor_id = instructor.instructor_id and instructor_trade.trade_code = ${trade})`;
}

/** Every word is in the ledger's search text of the person, or it is the number of their answer (FRM-30). The view has indexes that row-level security does not bar. */
function isCalled(words: readonly string[]): RawBuilder<SqlBool> {
  const receipt = words.join(' ').toUpperCase();
  return sql`instructor.instructor_id in (
    select ledger.instructor_id from ledger where ${sql.join(words.map(hasWord), sql` and `)}
    union all
    select intent_enquiry.instructor_id from intent_enquiry where intent_enquiry.receipt_number = ${receipt})`;
}

/** Nobody was asked anything: active, or dormant by the calendar alone. */
const isQuiet = sql<SqlBool>`coalesce(upkeep.state, 'active') in ('active', 'dormant')`;

/** The last day of the three years. */
const lapseOn = sql<PlainDate>`(${countedFrom} + make_interval(years => ${standardDormancyRule.years}::integer))::date`;

function conditionOf(view: UpkeepView, today: PlainDate): RawBuilder<SqlBool> {
  switch (view) {
    case 'dormant':
      return sql<SqlBool>`(${isQuiet} and ${lapseOn} < ${today}::date)`;
    case 'soon':
      return sql<SqlBool>`(${isQuiet} and ${lapseOn} between ${today}::date
        and ${addMonths(today, standardDormancyRule.noticeMonths)}::date)`;
    case 'running':
      return sql<SqlBool>`(upkeep.ended_on is null and not (${isQuiet}))`;
    case 'ended':
      return sql<SqlBool>`upkeep.ended_on is not null`;
  }
}

export type UpkeepEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: UpkeepCommand;
  readonly to: UpkeepState;
  readonly happenedOn: PlainDate;
  readonly onBehalf: boolean;
  readonly reason: string | null;
};

export type ShownEnquiry = {
  readonly id: string;
  readonly askedOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly answer: IntentAnswer | null;
  readonly note: string | null;
  readonly receipt: string | null;
  readonly open: boolean;
};

export type UpkeepDetail = UpkeepFacts & {
  readonly events: readonly UpkeepEvent[];
  /** The letter that was sent last. */
  readonly enquiry: ShownEnquiry | undefined;
};

/** One person's registration with everything that happened to it, newest first. */
export async function getUpkeep(ctx: Context, id: string): Promise<UpkeepDetail> {
  requirePermission(ctx, 'upkeep.read');
  const facts = isRecordId(id) ? await loadUpkeepFacts(ctx.db, id, ctx.today()) : undefined;
  if (!facts) throw new NotFound('instructor', id);
  const events = await ctx.db
    .selectFrom('upkeep_event')
    .select(['sequence', 'at', 'actor_name as actorName', 'command', 'to_state as to', 'reason'])
    .select(['happened_on as happenedOn', 'on_behalf as onBehalf'])
    .where('instructor_id', '=', id)
    .orderBy('sequence', 'desc')
    .execute();
  const enquiry = await ctx.db
    .selectFrom('intent_enquiry')
    .select(['enquiry_id as id', 'asked_on as askedOn', 'expires_on as expiresOn', 'answer', 'note'])
    .select('receipt_number as receipt')
    .select(sql<boolean>`closed_at is null`.as('open'))
    .where('instructor_id', '=', id)
    .orderBy('asked_on', 'desc')
    .orderBy(sql`closed_at is null`, 'desc')
    .orderBy('closed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    ...facts,
    events: events as unknown as readonly UpkeepEvent[],
    enquiry: enquiry as ShownEnquiry | undefined,
  };
}
