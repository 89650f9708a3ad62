import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { readCountedPage, type Count, type Cursor, type Page } from '#record/paging.server.ts';
import type { LinkKey } from './demand-link.server.ts';
import { addressOfRecipient } from './move-recipient.server.ts';

/** 調査票 of one recipient as it is printed. */
export type DemandPaper = {
  readonly id: string;
  readonly number: string;
  readonly host: string;
  readonly postalCode: string | null;
  readonly place: string | null;
  /** The address that the QR code leads to; nothing where the link was revoked. */
  readonly address: string | undefined;
};

type Wanted = {
  readonly surveyId: string;
  /** One recipient alone; all that have said nothing where it is empty. */
  readonly recipientId: string;
  /** Only those who have the form already and no e-mail address. */
  readonly isReminder: boolean;
  readonly cursor: Cursor | undefined;
  readonly key: LinkKey;
  readonly origin: string;
};

/** So many sheets are drawn at once: each has a picture of its own. */
const PAPERS_A_PAGE = 50;

/** How many values the cursor of the sheets has. */
export const PAPER_CURSOR_LENGTH = 1;

/** The sheets of recipients that have said nothing. Whoever holds one can answer: only who may enter answers sees them. */
export async function listPapers(
  ctx: Context,
  { surveyId, recipientId, isReminder, cursor, key, origin }: Wanted,
): Promise<Page<DemandPaper> & Count & { readonly fax: string | null }> {
  requirePermission(ctx, 'demand-survey.write');
  let query = selectSilent(ctx)
    .select([
      'organization.postal_code as postalCode',
      'organization.address as place',
      'demand_recipient.link_round as linkRound',
      sql<boolean>`demand_recipient.link_revoked_at is not null`.as('isRevoked'),
    ])
    .where('demand_recipient.survey_id', '=', surveyId);
  if (isRecordId(recipientId)) query = query.where('demand_recipient.recipient_id', '=', recipientId);
  if (isReminder) {
    query = query.where('demand_recipient.sent_on', 'is not', null).where('organization.email', 'is', null);
  }
  type Row = Omit<DemandPaper, 'address'> & { readonly linkRound: number; readonly isRevoked: boolean };
  const page = await readCountedPage<Row>(ctx.db, {
    query,
    byWords: false,
    order: { columns: [sql.ref('number')], descending: false },
    cursor,
    limit: PAPERS_A_PAGE,
    valuesOf: ({ number }) => [number],
  });
  const rows = page.rows.map(({ linkRound, isRevoked, ...row }) => ({
    ...row,
    address: addressOfRecipient(ctx, { key, origin, recipient: { id: row.id, linkRound, isRevoked } }),
  }));
  const corner = await ctx.db.selectFrom('corner').select('fax').executeTakeFirst();
  return { ...page, rows, fax: corner?.fax ?? null };
}

/** Recipients that have neither answered nor declined. */
function selectSilent(ctx: Context) {
  return ctx.db
    .selectFrom('demand_recipient')
    .innerJoin('organization', 'organization.organization_id', 'demand_recipient.organization_id')
    .leftJoin('demand_answer', 'demand_answer.recipient_id', 'demand_recipient.recipient_id')
    .select(['demand_recipient.recipient_id as id', 'demand_recipient.number', 'organization.name as host'])
    .where('demand_answer.recipient_id', 'is', null)
    .where('demand_recipient.declined_on', 'is', null);
}

/** Somebody who has the form and said nothing. */
export type SilentRecipient = {
  readonly id: string;
  readonly number: string;
  readonly host: string;
  readonly class: string;
  readonly hasEmail: boolean;
  readonly sentOn: PlainDate;
  readonly remindedOn: PlainDate | null;
};

/** Whom a reminder reaches, by number: the form was sent, and neither an answer nor a refusal came. */
export async function listSilentRecipients(ctx: Context, surveyId: string): Promise<readonly SilentRecipient[]> {
  requirePermission(ctx, 'demand-survey.read');
  return selectSilent(ctx)
    .select([
      'demand_recipient.class',
      sql<boolean>`organization.email is not null`.as('hasEmail'),
      sql<PlainDate>`demand_recipient.sent_on`.as('sentOn'),
      sql<PlainDate | null>`demand_recipient.reminded_on`.as('remindedOn'),
    ])
    .where('demand_recipient.survey_id', '=', surveyId)
    .where('demand_recipient.sent_on', 'is not', null)
    .orderBy('demand_recipient.number')
    .execute();
}
