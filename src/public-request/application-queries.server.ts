import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { foldSearchText } from '#kernel/japanese-text.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { likeAnywhere, PAGE_SIZE, readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { ApplicationState, PublicRequestContent } from './domain/public-request.ts';

export type ApplicationRow = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly receivedAt: string;
  readonly hostName: string;
  readonly tradeCode: string;
  readonly wished: number;
  readonly state: ApplicationState;
};

type Listing = { readonly state: ApplicationState | ''; readonly cursor: Cursor | undefined };

/** 申込みの一覧: one page, the newest first. */
export async function listApplications(
  ctx: Context,
  { state, cursor }: Listing,
): Promise<Page<ApplicationRow> & Count> {
  requirePermission(ctx, 'application.read');
  let query = ctx.db
    .selectFrom('public_request')
    .select(['application_id as id', 'receipt_number as receiptNumber', 'received_at as receivedAt'])
    .select('host_name as hostName')
    .select([
      sql<string>`content->>'tradeCode'`.as('tradeCode'),
      sql<number>`(content->>'wishedSessions')::integer`.as('wished'),
      sql<ApplicationState>`state`.as('state'),
    ]);
  if (state) query = query.where('state', '=', state);
  const order = { columns: [sql.ref('receivedAt'), sql.ref('id')], descending: true };
  const valuesOf = (row: ApplicationRow) => [row.receivedAt, row.id];
  return readCountedPage(ctx.db, { query, byWords: false, order, cursor, limit: PAGE_SIZE, valuesOf });
}

export type Application = {
  readonly id: string;
  readonly receiptNumber: string;
  readonly receivedAt: string;
  readonly receivedOn: PlainDate;
  readonly content: PublicRequestContent;
  readonly state: ApplicationState;
  readonly reason: string | null;
  readonly settledAt: string | null;
  readonly settledBy: string | null;
  readonly requestId: string | null;
  readonly isRevoked: boolean;
};

/** One application as it was sent, and what became of it. */
export async function getApplication(ctx: Context, id: string): Promise<Application> {
  requirePermission(ctx, 'application.read');
  const found = await findApplication(ctx.db, id);
  if (!found) throw new NotFound('public-request', id);
  return found;
}

/** The same without a permission of its own, locked where a use case is about to decide. */
export async function findApplication(
  db: Db,
  id: string,
  options?: { readonly lock: boolean },
): Promise<Application | undefined> {
  if (!isRecordId(id)) return undefined;
  const query = db
    .selectFrom('public_request')
    .select(['application_id', 'receipt_number', 'received_at', 'received_on', 'content', 'state', 'reason'])
    .select(['settled_at', 'settled_by', 'request_id', 'link_revoked_at'])
    .where('application_id', '=', id);
  const row = await (options?.lock ? query.forUpdate() : query).executeTakeFirst();
  return (
    row && {
      id: row.application_id,
      receiptNumber: row.receipt_number,
      receivedAt: row.received_at,
      receivedOn: row.received_on as PlainDate,
      // Written from the domain's own type by the form alone.
      content: row.content as PublicRequestContent,
      state: row.state as ApplicationState,
      reason: row.reason,
      settledAt: row.settled_at,
      settledBy: row.settled_by,
      requestId: row.request_id,
      isRevoked: row.link_revoked_at !== null,
    }
  );
}

export type HostMatch = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly by: 'number' | 'name' | 'phone';
};

const MOST_MATCHES = 10;

/** 同じと思われる派遣先: by 法人番号, by the folded name without its legal form, by the digits of the phone. */
export async function listHostMatches(ctx: Context, content: PublicRequestContent): Promise<readonly HostMatch[]> {
  requirePermission(ctx, 'organization.read');
  const name = foldSearchText(content.name.replaceAll(/株式会社|有限会社|合同会社|[㈱㈲]|[（(][株有][）)]/gu, ''));
  const digits = content.contactPhone?.replaceAll(/\D/gu, '') ?? '';
  const isNumber = sql<boolean>`corporate_number = ${content.corporateNumber}`;
  const isPhone = sql<boolean>`${digits} <> '' and regexp_replace(phone, '[^0-9]', '', 'g') = ${digits}`;
  const isName = sql<boolean>`${name} <> '' and search_text like ${likeAnywhere(name)}`;
  return ctx.db
    .selectFrom('organization')
    .select(['organization_id as id', 'number', 'name'])
    .select(
      sql<HostMatch['by']>`case when ${isNumber} then 'number' when ${isName} then 'name' else 'phone' end`.as('by'),
    )
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`(${isNumber} or ${isPhone} or ${isName})`)
    .orderBy(sql`case when ${isNumber} then 0 else 1 end`)
    .orderBy('number')
    .limit(MOST_MATCHES)
    .execute();
}
