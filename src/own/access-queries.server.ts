import { isRegistered } from '#instructor/registration.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { cornerOfToken, hashOfSecret } from './access-secret.server.ts';
import { invitationState, type InvitationState } from './domain/invitation.ts';

export type AccessOwner = { readonly id: string; readonly number: string; readonly name: string };

export type Invitation = {
  readonly id: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly state: InvitationState;
};

export type OwnDevice = {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly userAgent: string | null;
};

/** The living instructor of an identity; throws NotFound. */
export async function getAccessOwner({ db }: Pick<Context, 'db'>, id: string): Promise<AccessOwner> {
  const owner = isRecordId(id) ? await selectOwners(db).where('instructor_id', '=', id).executeTakeFirst() : undefined;
  if (!owner) throw new NotFound('instructor', id);
  return owner;
}

function selectOwners(db: Db) {
  return db.selectFrom('instructor').select(['instructor_id as id', 'number', 'name']).where('deleted_at', 'is', null);
}

const SHOWN_INVITATIONS = 5;

/** What staff see of an instructor's way in: the last letters, newest first, and the devices signed in. */
export async function getAccess(ctx: Context, instructorId: string) {
  requirePermission(ctx, 'instructor.invite');
  const owner = await getAccessOwner(ctx, instructorId);
  const rows = await ctx.db
    .selectFrom('own_invitation')
    .select(['invitation_id as id', 'issued_at', 'expires_at', 'used_at', 'revoked_at'])
    .where('instructor_id', '=', owner.id)
    .orderBy('issued_at', 'desc')
    .orderBy('invitation_id')
    .limit(SHOWN_INVITATIONS)
    .execute();
  const now = Date.parse(ctx.now());
  const invitations = rows.map((row): Invitation => ({
    id: row.id,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
    state: invitationState(
      { usedAt: instantOf(row.used_at), revokedAt: instantOf(row.revoked_at), expiresAt: Date.parse(row.expires_at) },
      now,
    ),
  }));
  return { owner, invitations, devices: await selectDevices(ctx, owner.id) };
}

/** The devices on which an instructor is signed in, newest first: for themselves. */
export async function listOwnDevices(ctx: Context, instructorId: string): Promise<readonly OwnDevice[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  return selectDevices(ctx, instructorId);
}

function selectDevices({ db, now }: Context, instructorId: string): Promise<OwnDevice[]> {
  return db
    .selectFrom('own_session')
    .select(['session_id as id', 'created_at as createdAt', 'expires_at as expiresAt', 'user_agent as userAgent'])
    .where('instructor_id', '=', instructorId)
    .where('expires_at', '>', now())
    .orderBy('created_at', 'desc')
    .orderBy('session_id')
    .execute();
}

/** The session of a token that has not ended, with an instructor who is still registered; one query in the corner that the token names. */
export async function findOwnSession(
  database: Database,
  { token, key, now }: { readonly token: string; readonly key: string; readonly now: string },
) {
  const corner = cornerOfToken(token);
  if (corner === undefined) return undefined;
  const found = await database
    .forCorner(corner)
    .selectFrom('own_session')
    .innerJoin('instructor', 'instructor.instructor_id', 'own_session.instructor_id')
    .select(['own_session.session_id as id', 'own_session.expires_at as expiresAt', 'instructor.name'])
    .select('own_session.created_at as createdAt')
    .select('instructor.instructor_id as instructorId')
    .where('own_session.token_hash', '=', hashOfSecret(key, token))
    .where('own_session.expires_at', '>', now)
    .where('instructor.deleted_at', 'is', null)
    .where(isRegistered)
    .executeTakeFirst();
  return found && { corner, ...found };
}

/** When the session of a token ended; nothing where it was ended by hand, has not ended, or never was. */
export async function findSessionEnd(
  database: Database,
  { token, key, now }: { readonly token: string; readonly key: string; readonly now: string },
): Promise<string | undefined> {
  const corner = cornerOfToken(token);
  if (corner === undefined) return undefined;
  const ended = await database
    .forCorner(corner)
    .selectFrom('own_session')
    .select('expires_at')
    .where('token_hash', '=', hashOfSecret(key, token))
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return ended?.expires_at;
}

/** The letter with this hash of its code or its link, and whose it is; used and old ones too. */
export function findInvitation(db: Db, column: 'code_hash' | 'link_hash', hash: string) {
  return db
    .selectFrom('own_invitation')
    .innerJoin('instructor', 'instructor.instructor_id', 'own_invitation.instructor_id')
    .select(['own_invitation.invitation_id as id', 'instructor.instructor_id as instructorId'])
    .select(['instructor.number', 'instructor.name'])
    .where(`own_invitation.${column}`, '=', hash)
    .where('instructor.deleted_at', 'is', null)
    .where(isRegistered)
    .executeTakeFirst();
}

/** Whose 登録番号 this is in the spelling of `foldNumber`, for the log of a corner. */
export function findOwnerByNumber(db: Db, number: string): Promise<AccessOwner | undefined> {
  return selectOwners(db).where('number', '=', number).executeTakeFirst();
}

/** Of a demonstration office: whoever has most visits to come, so that there is something to answer. */
export function findBusiestOwner(db: Db, today: string): Promise<AccessOwner | undefined> {
  return db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['instructor.instructor_id as id', 'instructor.number', 'instructor.name'])
    .where('visit.status', '=', 'planned')
    .where('visit.visit_on', '>=', today)
    .where('visit.deleted_at', 'is', null)
    .where('instructor.deleted_at', 'is', null)
    .where(isRegistered)
    .groupBy(['instructor.instructor_id', 'instructor.number', 'instructor.name'])
    .orderBy((row) => row.fn.countAll(), 'desc')
    .orderBy('instructor.number')
    .limit(1)
    .executeTakeFirst();
}

function instantOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}
