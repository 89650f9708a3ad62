import type { Db } from '#platform/db/database.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { isRegistered } from '#instructor/registration.server.ts';
import type { FeedSubject } from './domain/calendar-feed.ts';

/** How whom a feed is about is called; nothing once they left the ledger, the list of hosts, or the office. */
export async function findSubjectName(db: Db, corner: string, { kind, id }: FeedSubject): Promise<string | undefined> {
  if (kind === 'coordinator') {
    const account = db.selectFrom('user').select('name').where('id', '=', id).where('cornerCode', '=', corner);
    return (await account.where('disabledAt', 'is', null).executeTakeFirst())?.name;
  }
  if (!isRecordId(id)) return undefined;
  const found =
    kind === 'host'
      ? db.selectFrom('organization').select('name').where('organization_id', '=', id).where('deleted_at', 'is', null)
      : db
          .selectFrom('instructor')
          .select('name')
          .where('instructor_id', '=', id)
          .where('deleted_at', 'is', null)
          .where(isRegistered);
  return (await found.executeTakeFirst())?.name;
}
