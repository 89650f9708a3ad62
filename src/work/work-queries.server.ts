import { sql, type RawBuilder } from 'kysely';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { WorkMoment } from '#record/work-source.server.ts';
import { countedKinds, type WorkKind } from './domain/work-kind.ts';
import { listAsked, loadMoment, rowsOf, type Whose } from './work-asked.server.ts';
import { workSources } from './work-sources.server.ts';

export type WorkFilters = {
  readonly kind: WorkKind | '';
  readonly whose: Whose;
  /** Only what names this person as in charge. */
  readonly mine: boolean;
  readonly due: 'overdue' | 'week' | '';
};

/** One thing that waits. */
export type WorkItem = {
  readonly kind: WorkKind;
  readonly recordId: string;
  /** An empty text where the record waits once. */
  readonly personId: string;
  readonly step: string | null;
  readonly since: PlainDate | null;
  readonly due: PlainDate | null;
  readonly ownerName: string | null;
  /** When somebody outside was reminded of it last. */
  readonly remindedOn: PlainDate | null;
  /** The number of the record, whom it is about, and the instructor. */
  readonly shown: readonly (string | null)[] | null;
};

type Asking = { readonly fiscalYear: number; readonly filters: WorkFilters };

const WEEK = 7;
/** What has no day stands behind everything that has one. */
const never = sql`date '9999-12-31'`;

/** How many values the cursor of the list has. */
export const WORK_CURSOR_LENGTH = 3;

type Row = WorkItem & { readonly dueOrder: string; readonly sinceOrder: string; readonly place: string };

/** 仕事の一覧: one page of what waits, what was due first before everything else, and how much there is. */
export async function listWork(
  ctx: Context,
  { fiscalYear, filters, cursor }: Asking & { readonly cursor: Cursor | undefined },
): Promise<Page<WorkItem> & Count> {
  requirePermission(ctx, 'visit.read');
  const kinds = kindsOf(ctx, filters);
  const waiting = selectWaiting(ctx, { kinds, filters, moment: await loadMoment(ctx, fiscalYear) });
  if (!waiting) return { rows: [], next: undefined, previous: undefined, count: 0, more: false };
  const query = ctx.db
    .selectFrom(sql<Record<string, unknown>>`(${waiting})`.as('item'))
    .selectAll()
    .select([
      sql`coalesce(due, ${never})`.as('dueOrder'),
      sql`coalesce(since, ${never})`.as('sinceOrder'),
      sql`(kind || record_id || coalesce(person_id::text, '')) collate "C"`.as('place'),
    ]);
  const order = { columns: ['dueOrder', 'sinceOrder', 'place'].map((name) => sql.ref(name)), descending: false };
  return readCountedPage<Row>(ctx.db, {
    query: query as never,
    byWords: true,
    order,
    cursor,
    limit: PAGE_SIZE,
    valuesOf: (row) => [row.dueOrder, row.sinceOrder, row.place],
    details: sql`select page.kind, page.record_id as "recordId", coalesce(page.person_id::text, '') as "personId",
      page.step, page.since, page.due, page."dueOrder", page."sinceOrder", page.place, page.total,
      coalesce(page.owner_name, (select name from "user" where id = page.owner_id)) as "ownerName",
      (select max(reminded_on) from work_reminder
        where work_reminder.kind = page.kind
          and work_reminder.item = page.record_id || ':' || coalesce(page.person_id::text, '')) as "remindedOn",
      ${showEach(kinds)} as shown from page`,
  });
}

export type KindSum = {
  readonly kind: WorkKind;
  readonly count: number;
  readonly overdue: number;
  readonly since: PlainDate | null;
  readonly due: PlainDate | null;
};

/** How much waits of each kind that has anything, whatever kind the list is narrowed to. */
export async function sumByKind(ctx: Context, { fiscalYear, filters }: Asking): Promise<readonly KindSum[]> {
  requirePermission(ctx, 'visit.read');
  const moment = await loadMoment(ctx, fiscalYear);
  return sumKinds(ctx, { kinds: listAsked(ctx, filters.whose), filters, moment });
}

/** The lines of the front page: what waits for somebody, with the oldest and the most urgent day of each kind. */
export async function summarizeWork(ctx: Context, fiscalYear: number): Promise<readonly KindSum[]> {
  requirePermission(ctx, 'visit.read');
  const kinds = listAsked(ctx, 'own').filter((kind) => countedKinds.includes(kind));
  const filters = { kind: '', whose: 'own', mine: false, due: '' } as const;
  return sumKinds(ctx, { kinds, filters, moment: await loadMoment(ctx, fiscalYear) });
}

type Selection = {
  readonly kinds: readonly WorkKind[];
  readonly filters: WorkFilters;
  readonly moment: WorkMoment;
};

async function sumKinds(ctx: Context, selection: Selection): Promise<readonly KindSum[]> {
  const waiting = selectWaiting(ctx, selection);
  if (!waiting) return [];
  const { rows } = await sql<KindSum>`
    select kind, count(*) as count, count(*) filter (where due < ${ctx.today()}::date) as overdue,
      min(since) as since, min(due) as due
    from (${waiting}) as item group by kind`.execute(ctx.db);
  return selection.kinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
}

function kindsOf(ctx: Context, { kind, whose }: WorkFilters): readonly WorkKind[] {
  const asked = listAsked(ctx, whose);
  return kind === '' ? asked : asked.filter((one) => one === kind);
}

/** Everything that waits of these kinds, in one shape; nothing where none of them is asked for. */
function selectWaiting(ctx: Context, { kinds, filters, moment }: Selection): RawBuilder<unknown> | undefined {
  const each = rowsOf(kinds, moment).map(
    ({ kind, rows }) => sql`select ${sql.lit(kind)}::text as kind, ${rows.record} as record_id,
      ${rows.person ?? sql`null::uuid`} as person_id, ${rows.step ?? sql`null`}::text as step,
      ${rows.since} as since, ${rows.due ?? sql`null::date`} as due,
      ${rows.ownerId ?? sql`null::text`} as owner_id, ${rows.ownerName ?? sql`null::text`} as owner_name
      from ${rows.from}`,
  );
  if (each.length === 0) return undefined;
  const conditions = [
    ...(filters.mine ? [sql`(owner_id = ${ctx.actor.id} or owner_name = ${ctx.actor.name})`] : []),
    ...(filters.due === 'overdue' ? [sql`due < ${ctx.today()}::date`] : []),
    ...(filters.due === 'week' ? [sql`due <= ${addDays(ctx.today(), WEEK)}::date`] : []),
  ];
  // Where a day is fixed for a demonstration, steps that were taken by the wall clock would wait since a day to come.
  const since = sql`case when since > ${ctx.today()}::date then ${ctx.today()}::date else since end`;
  return sql`select kind, record_id, person_id, step, ${since} as since, due, owner_id, owner_name
    from (${sql.join(each, sql` union all `)}) as every
    where ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)}`;
}

/** The names of each row of the page, by its kind; kinds that show the same share their words. */
function showEach(kinds: readonly WorkKind[]): RawBuilder<unknown> {
  const byWords = new Map<RawBuilder<unknown>, WorkKind[]>();
  for (const kind of kinds) {
    const { shown } = workSources[kind];
    byWords.set(shown, [...(byWords.get(shown) ?? []), kind]);
  }
  const cases = [...byWords].map(
    ([shown, of]) => sql`when page.kind in (${sql.join(of.map((kind) => sql.lit(kind)))}) then ${shown}`,
  );
  return sql`case ${sql.join(cases, sql` `)} end`;
}
