import { sql } from 'kysely';
import { searchWords } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';

export type OrganizationFilters = {
  readonly q: string;
  readonly kind: string;
  readonly municipality: string;
};

export type OrganizationRow = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly name: string;
  readonly nameKana: string | null;
  readonly municipalityCode: string;
  readonly phone: string | null;
  readonly sortKey: string;
};

/** The orders a reader can choose; each has an index behind it. */
export const organizationOrders = {
  kana: { columns: [sql.ref('sortKey'), sql.ref('number')], descending: false },
  number: { columns: [sql.ref('number')], descending: false },
} as const;

export type OrganizationOrder = keyof typeof organizationOrders;

type Listing = {
  readonly filters: OrganizationFilters;
  readonly order: OrganizationOrder;
  readonly cursor: Cursor | undefined;
  readonly limit?: number;
};

/** 派遣先一覧: one page by フリガナ or number, and how many there are. */
export async function listOrganizations(ctx: Context, listing: Listing): Promise<Page<OrganizationRow> & Count> {
  requirePermission(ctx, 'organization.read');
  const { filters, order, cursor, limit = PAGE_SIZE } = listing;
  let query = ctx.db
    .selectFrom('organization')
    .select([
      'organization_id as id',
      'number',
      'kind',
      'name',
      'name_kana as nameKana',
      'municipality_code as municipalityCode',
      'phone',
      'sort_key as sortKey',
    ])
    .where('deleted_at', 'is', null);
  if (filters.kind) query = query.where('kind', '=', filters.kind);
  if (filters.municipality) query = query.where('municipality_code', '=', filters.municipality);
  const words = searchWords(filters.q);
  for (const word of words) query = query.where('search_text', 'like', likeAnywhere(word));
  const valuesOf = (row: OrganizationRow) => (order === 'kana' ? [row.sortKey, row.number] : [row.number]);
  const byWords = words.length > 0;
  return readCountedPage(ctx.db, { query, byWords, order: organizationOrders[order], cursor, limit, valuesOf });
}
