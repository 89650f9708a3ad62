import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { RecipientClass } from './domain/recipient-class.ts';
import type { RecipientDays, SendingWay } from './domain/recipient.ts';

/** A recipient as an act on it needs it. */
export type StoredRecipient = RecipientDays & {
  readonly id: string;
  readonly surveyId: string;
  readonly number: string;
  readonly class: RecipientClass;
  readonly municipalityCode: string;
  readonly organizationId: string;
  readonly linkRound: number;
  readonly isRevoked: boolean;
  /** Of the answer; 0 where there is none. */
  readonly answerVersion: number;
};

type Which = { readonly id: string } | { readonly linkHash: string } | { readonly surveyId: string };

/** The recipients meant, by number; their rows stay locked until the transaction ends where `lock` says so. */
export async function loadRecipients(db: Db, which: Which, { lock = false } = {}): Promise<readonly StoredRecipient[]> {
  let query = db
    .selectFrom('demand_recipient')
    .leftJoin('demand_answer', 'demand_answer.recipient_id', 'demand_recipient.recipient_id')
    .select([
      'demand_recipient.recipient_id as id',
      'demand_recipient.survey_id as surveyId',
      'demand_recipient.number',
      sql<RecipientClass>`demand_recipient.class`.as('class'),
      'demand_recipient.municipality_code as municipalityCode',
      'demand_recipient.organization_id as organizationId',
      'demand_recipient.link_round as linkRound',
      sql<boolean>`demand_recipient.link_revoked_at is not null`.as('isRevoked'),
      sql<PlainDate | null>`demand_recipient.sent_on`.as('sentOn'),
      sql<PlainDate | null>`demand_recipient.reminded_on`.as('remindedOn'),
      sql<PlainDate | null>`demand_recipient.declined_on`.as('declinedOn'),
      sql<PlainDate | null>`demand_answer.answered_on`.as('answeredOn'),
      sql<number>`coalesce(demand_answer.version, 0)`.as('answerVersion'),
    ])
    .orderBy('demand_recipient.number');
  if ('id' in which) query = query.where('demand_recipient.recipient_id', '=', which.id);
  else if ('linkHash' in which) query = query.where('demand_recipient.link_hash', '=', which.linkHash);
  else query = query.where('demand_recipient.survey_id', '=', which.surveyId);
  return (lock ? query.forUpdate('demand_recipient') : query).execute();
}

/** One recipient, locked: whoever comes second waits, and sees what the first did. */
export async function lockRecipient(tx: Tx, id: string): Promise<StoredRecipient> {
  if (!isRecordId(id)) throw new NotFound('demand-recipient', id);
  // The answer is read after the lock is held, or the one that the first wrote would not be seen.
  await tx
    .selectFrom('demand_recipient')
    .select('recipient_id')
    .where('recipient_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  const [recipient] = await loadRecipients(tx, { id });
  if (!recipient) throw new NotFound('demand-recipient', id);
  return recipient;
}

type Happened = {
  readonly ids: readonly string[];
  readonly sent?: { readonly on: PlainDate; readonly way: SendingWay };
  readonly remindedOn?: PlainDate;
  readonly declined?: { readonly on: PlainDate; readonly reason: string } | null;
  readonly link?: { readonly round: number; readonly hash: string } | { readonly revokedAt: string };
};

/** Writes what happened with recipients: sending, reminding, declining, and what became of the link. */
export async function updateRecipients(tx: Tx, { ids, sent, remindedOn, declined, link }: Happened): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('demand_recipient')
    .set((row) => ({
      ...(sent && { sent_on: sent.on, sent_way: sent.way }),
      ...(remindedOn && { reminded_on: remindedOn, reminders: row('reminders', '+', 1) }),
      ...(declined !== undefined && { declined_on: declined?.on ?? null, declined_reason: declined?.reason ?? null }),
      ...(link && 'round' in link && { link_round: link.round, link_hash: link.hash, link_revoked_at: null }),
      ...(link && 'revokedAt' in link && { link_revoked_at: link.revokedAt }),
    }))
    .where(sql<boolean>`recipient_id = any(${ids}::uuid[])`)
    .execute();
}
