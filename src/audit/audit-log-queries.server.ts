import { sql } from 'kysely';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { PAGE_SIZE, readPage, type Cursor, type Page } from '#record/paging.server.ts';
import { auditText } from './text.ts';

export type AuditFilters = {
  readonly actor: string;
  readonly kind: string;
  readonly action: string;
  /** Days in Japan, both included. */
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
};

export type AuditRow = {
  readonly sequence: number;
  readonly occurredAt: string;
  readonly actorName: string;
  readonly action: string;
  readonly kind: string;
  readonly entityId: string;
  readonly label: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: string;
};

type Listing = { readonly filters: AuditFilters; readonly cursor: Cursor | undefined; readonly limit?: number };

const newestFirst = { columns: [sql.ref('sequence')], descending: true } as const;

/** Whether the record of an entry was erased later (SEC-12). */
const isErasedSince = sql<boolean>`exists (
  select from audit_entry as later where later.corner_code = audit_entry.corner_code
  and later.entity_kind = audit_entry.entity_kind and later.entity_id = audit_entry.entity_id
  and later.sequence > audit_entry.sequence and later.action = 'erased')`;

/** What an entry said of a person stays in the chain, but nobody is shown it any more. */
function withoutValues(row: AuditRow): AuditRow {
  return { ...row, label: auditText.erased, before: null, after: null };
}

/** 監査記録 of the corner, newest first (SEC-11); without the values of what was erased since (SEC-12). */
export async function listAuditEntries(
  ctx: Context,
  { filters, cursor, limit = PAGE_SIZE }: Listing,
): Promise<Page<AuditRow>> {
  requirePermission(ctx, 'audit.read');
  let query = ctx.db
    .selectFrom('audit_entry')
    .select([
      'sequence',
      'occurred_at as occurredAt',
      'actor_name as actorName',
      'action',
      'entity_kind as kind',
      'entity_id as entityId',
      'entity_label as label',
      'before',
      'after',
      'source',
      isErasedSince.as('isErased'),
    ]);
  if (filters.actor) query = query.where('actor_id', '=', filters.actor);
  if (filters.kind) query = query.where('entity_kind', '=', filters.kind);
  if (filters.action) query = query.where('action', '=', filters.action);
  if (filters.from) query = query.where('occurred_at', '>=', startOf(filters.from));
  if (filters.until) query = query.where('occurred_at', '<', startOf(addDays(filters.until, 1)));
  const page = await readPage<AuditRow & { readonly isErased: boolean }>(query, {
    order: newestFirst,
    cursor,
    limit,
    valuesOf: ({ sequence }) => [sequence],
  });
  return { ...page, rows: page.rows.map(({ isErased, ...row }) => (isErased ? withoutValues(row) : row)) };
}

/** Everybody who ever did something in the corner, by name. */
export async function listAuditActors(
  ctx: Context,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  requirePermission(ctx, 'audit.read');
  // Walks the index from one person to the next instead of reading every entry; the name is the latest one.
  const { rows } = await sql<{ id: string; name: string }>`
    with recursive person as (
      (select actor_id, actor_name from audit_entry order by actor_id, sequence desc limit 1)
      union all
      select following.actor_id, following.actor_name
      from person cross join lateral (
        select actor_id, actor_name from audit_entry
        where actor_id > person.actor_id order by actor_id, sequence desc limit 1
      ) as following
    )
    select actor_id as id, actor_name as name from person order by actor_name, actor_id`.execute(ctx.db);
  return rows;
}

function startOf(day: PlainDate): string {
  return `${day}T00:00:00+09:00`;
}
