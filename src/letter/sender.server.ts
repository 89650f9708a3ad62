import type { Db } from '#platform/db/database.server.ts';
import { findPrefecture } from '#reference/domain/prefecture.ts';
import { senderPlaceholders as words } from './text.ts';

/** The corner as it signs its letters and is reached: a text for each placeholder of the sender. */
export async function loadSenderValues(db: Db, corner: string): Promise<Readonly<Record<string, string>>> {
  const row = await db
    .selectFrom('corner')
    .select(['host_association as association', 'name', 'phone', 'fax', 'email'])
    .executeTakeFirst();
  const office = row?.name ?? `${findPrefecture(corner)?.name ?? corner}地域技能振興コーナー`;
  const { association = '', phone, fax, email } = row ?? {};
  const contact = [
    `担当　${office}`,
    ...(phone ? [`電話　${phone}`] : []),
    ...(fax ? [`FAX　${fax}`] : []),
    ...(email ? [`メール　${email}`] : []),
  ];
  return {
    [words.sender.name]: [association, office].filter(Boolean).join('\n'),
    [words.association.name]: association,
    [words.office.name]: office,
    [words.phone.name]: phone ?? '',
    [words.fax.name]: fax ?? '',
    [words.email.name]: email ?? '',
    [words.contact.name]: contact.join('\n'),
  };
}
