import { sql, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely';
import { searchForms } from '#kernel/japanese-text.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { Schema } from '#platform/db/schema.gen.ts';

export const PAGE_SIZE = 50;
export const LARGEST_PAGE = 500;
/** A list counts exactly up to here and says 「10,000件以上」 above: the count must not cost more than the page. */
export const COUNT_LIMIT = 10_000;

/** The place in a list after which (or before which) a page begins: the sort values of one row. Opaque to the reader. */
export type Cursor = { readonly values: readonly (string | number)[]; readonly before: boolean };

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.before ? 1 : 0, ...cursor.values])).toString('base64url');
}

/** Reads a cursor from an address; anything that this program did not write gives the first page. */
export function decodeCursor(text: string | null | undefined, length: number): Cursor | undefined {
  if (!text) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parsed) || parsed.length !== length + 1) return undefined;
    const [before, ...values] = parsed as unknown[];
    if (!values.every((value) => typeof value === 'string' || typeof value === 'number')) return undefined;
    if (values.some((value) => typeof value === 'string' && value.includes('\0'))) return undefined;
    return { before: before === 1, values: values as (string | number)[] };
  } catch {
    return undefined;
  }
}

/**
 * An order of a list: columns that together are total, all in one direction, so that the place of a cursor is one row
 * comparison that an index answers.
 */
export type SortOrder = { readonly columns: readonly RawBuilder<unknown>[]; readonly descending: boolean };

export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | undefined;
  readonly previous: string | undefined;
};

type Paging<Row> = {
  readonly order: SortOrder;
  readonly cursor: Cursor | undefined;
  readonly limit: number;
  /** The sort values of a row, in the order of `order.columns`. */
  readonly valuesOf: (row: Row) => readonly (string | number)[];
};

// Which tables the query joins is its own matter: the columns of the order are given as SQL.
// oxlint-disable-next-line typescript/no-explicit-any
type Listing<Row> = SelectQueryBuilder<Schema, any, Row>;

/** One page of a query by keyset: as fast at the end of the list as at its beginning, and no row twice. */
export async function readPage<Row>(query: Listing<Row>, paging: Paging<Row>): Promise<Page<Row>> {
  const { order, cursor, limit } = paging;
  const backwards = cursor?.before === true;
  const descending = order.descending !== backwards;
  let ordered = cursor ? query.where(isBeyond(order, cursor, descending)) : query;
  for (const column of order.columns) ordered = ordered.orderBy(column, descending ? 'desc' : 'asc');
  return toPage(await ordered.limit(rowsToRead(limit)).execute(), paging);
}

/**
 * One row more than the page shows. The usual number stands in the statement itself: for any number the planner expects
 * a tenth of the table, and would rather plan each page anew. Of others, which readers choose, there may be too many.
 */
const rowsToRead = (limit: number) => (limit === PAGE_SIZE ? sql.lit<number>(limit + 1) : sql<number>`${limit + 1}`);

/** The rows of one page, of which there is one too many where more follow. */
function toPage<Row>(found: readonly Row[], { cursor, limit, valuesOf }: Paging<Row>): Page<Row> {
  const backwards = cursor?.before === true;
  const more = found.length > limit;
  const shown = found.slice(0, limit);
  const rows = backwards ? shown.toReversed() : shown;
  const place = (row: Row | undefined, before: boolean) => row && encodeCursor({ values: valuesOf(row), before });
  return {
    rows,
    next: more || backwards ? place(rows.at(-1), false) : undefined,
    previous: (backwards ? more : cursor !== undefined) ? place(rows[0], true) : undefined,
  };
}

function isBeyond(order: SortOrder, cursor: Cursor, descending: boolean): RawBuilder<boolean> {
  const columns = sql.join(order.columns);
  const values = sql.join(cursor.values.map((value) => sql`${value}`));
  return descending ? sql<boolean>`(${columns}) < (${values})` : sql<boolean>`(${columns}) > (${values})`;
}

export type Count = { readonly count: number; readonly more: boolean };

/** How many rows a query has, counted no further than the limit. */
export async function countRows(db: Db, query: Listing<unknown>): Promise<Count> {
  const bounded = query
    .clearSelect()
    .clearOrderBy()
    .select(sql.lit(1).as('one'))
    .limit(COUNT_LIMIT + 1);
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${bounded}) as counted`.execute(db);
  return toCount(rows[0]?.count ?? 0);
}

function toCount(count: number): Count {
  return { count: Math.min(count, COUNT_LIMIT), more: count > COUNT_LIMIT };
}

/** A folded word in a `search_text` of `searchTextOf`: as it is written, or by its sound (SEA-01). */
export function hasWord(word: string): RawBuilder<SqlBool> {
  const forms = searchForms(word).map((form) => sql`search_text like ${likeAnywhere(form)}`);
  return sql<SqlBool>`(${sql.join(forms, sql` or `)})`;
}

type CountedPaging<Row> = Paging<Row> & {
  /** Names its columns as the order does, and has none that is called `total`. */
  readonly query: Listing<unknown>;
  /** Whether an index finds the rows by words; otherwise one gives them in their order, and no more are read than shown. */
  readonly byWords: boolean;
  /** What the rows of the page alone get beside their columns: a `select` from `page` that keeps `total`. */
  readonly details?: RawBuilder<unknown>;
};

/**
 * One page and how many rows there are, in one statement: words are looked up once for both. What is found is set apart
 * from the order, or the planner reads everything in its order and hopes to meet a page of it soon.
 */
export async function readCountedPage<Row>(
  db: Db,
  { query, byWords, details = sql`select * from page`, ...paging }: CountedPaging<Row>,
): Promise<Page<Row> & Count> {
  const { order, cursor, limit } = paging;
  const descending = order.descending !== (cursor?.before === true);
  const ordered = sql.join(order.columns.map((column) => sql`${column} ${sql.raw(descending ? 'desc' : 'asc')}`));
  const { rows } = await sql<Row & { readonly total: number }>`
    with found as ${sql.raw(byWords ? '' : 'not')} materialized (${query}),
      page as materialized (
        select found.*, (select count(*) from (select from found limit ${sql.lit(COUNT_LIMIT + 1)}) as counted) as total
        from found ${cursor ? sql`where ${isBeyond(order, cursor, descending)}` : sql``}
        order by ${ordered} limit ${rowsToRead(limit)})
    ${details} order by ${ordered}`.execute(db);
  const page = toPage<Row>(
    rows.map(({ total: _, ...row }) => row as Row),
    paging,
  );
  // Behind the last row there is no row to carry the number.
  return { ...page, ...(rows[0] ? toCount(rows[0].total) : await countRows(db, query)) };
}

/** A search text as a LIKE pattern: partial match anywhere, with the wildcards of LIKE taken literally. */
export function likeAnywhere(text: string): string {
  return `%${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
}
