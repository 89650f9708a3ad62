import type { Tx } from '#platform/db/database.server.ts';

type InvitationRow = {
  readonly corner_code: string;
  readonly invitation_id: string;
  readonly instructor_id: string;
  readonly code_hash: string;
  readonly link_hash: string;
  readonly issued_at: string;
  readonly issued_by: string;
  readonly expires_at: string;
};

export async function insertInvitation(tx: Tx, row: InvitationRow): Promise<void> {
  await tx.insertInto('own_invitation').values(row).execute();
}

/** Takes every letter back that is neither used nor taken back; answers how many. */
export async function revokeInvitations(
  tx: Tx,
  { instructorId, now }: { readonly instructorId: string; readonly now: string },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('own_invitation')
    .set({ revoked_at: now })
    .where('instructor_id', '=', instructorId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Uses a letter up; false when somebody else was faster, or it was never to be used. */
export async function useInvitation(
  tx: Tx,
  { id, now }: { readonly id: string; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('own_invitation')
    .set({ used_at: now })
    .where('invitation_id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

type SessionRow = {
  readonly corner_code: string;
  readonly session_id: string;
  readonly token_hash: string;
  readonly instructor_id: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly ip_address: string;
  readonly user_agent: string;
};

/** Keeps a device; those whose time is over go. */
export async function insertOwnSession(tx: Tx, row: SessionRow): Promise<void> {
  await tx
    .deleteFrom('own_session')
    .where('instructor_id', '=', row.instructor_id)
    .where('expires_at', '<=', row.created_at)
    .execute();
  await tx.insertInto('own_session').values(row).execute();
}

/** Moves the end of a session; one that is gone stays gone. */
export async function moveSessionEnd(
  tx: Tx,
  { id, expiresAt }: { readonly id: string; readonly expiresAt: string },
): Promise<void> {
  await tx.updateTable('own_session').set({ expires_at: expiresAt }).where('session_id', '=', id).execute();
}

/** Signs devices of an instructor out: one, all but one, or all; answers how many. */
export async function deleteOwnSessions(
  tx: Tx,
  instructorId: string,
  { only, except }: { readonly only?: string; readonly except?: string } = {},
): Promise<number> {
  let sessions = tx.deleteFrom('own_session').where('instructor_id', '=', instructorId);
  if (only !== undefined) sessions = sessions.where('session_id', '=', only);
  if (except !== undefined) sessions = sessions.where('session_id', '<>', except);
  const { numDeletedRows } = await sessions.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
