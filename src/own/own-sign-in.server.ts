import type { Logger } from 'pino';
import { forgetAttempts, takeAttempts, type AttemptKey, type AttemptsLocked } from '#account/attempt-limits.server.ts';
import type { Origin } from '#account/auth-call.server.ts';
import { deviceName } from '#account/device-name.ts';
import { followNumbers } from '#instructor/merged-instructors.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { createContext, type Clock, type Context } from '#platform/context.server.ts';
import type { Database, Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { findBusiestOwner, findInvitation, findOwnerByNumber, type AccessOwner } from './access-queries.server.ts';
import { cornerOfToken, hashOfCode, hashOfSecret, makeAccessToken } from './access-secret.server.ts';
import { insertOwnSession, useInvitation } from './access-store.server.ts';
import { foldNumber, parseAccessCode } from './domain/access-code.ts';
import { accessTermsOn, endWhenUsed, lastEnd } from './domain/access-terms.ts';
import { entityOf } from './invite-instructor.server.ts';

/** What signing in needs of the running desk; `key` is its own secret. */
export type OwnDesk = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly key: string;
};

export type OwnSignInRefusal =
  /** Wrong, used, taken back or too old: which of them is not told. */
  { readonly kind: 'wrong' } | AttemptsLocked;

/** A device that is signed in now: the token is its cookie. Both ends are instants. */
export type SignedInDevice = {
  readonly token: string;
  /** When it ends if it is not used. */
  readonly expiresAt: string;
  /** When it ends however often it is used. */
  readonly lastEndAt: string;
};

type SignIn = Promise<Result<SignedInDevice, OwnSignInRefusal>>;

/**
 * Signs an instructor in by 登録番号 and the code of a letter. Attempts are counted by number and by source before anything
 * is compared, whether the number exists or not (SEC-08).
 */
export async function signInWithCode(
  desk: OwnDesk,
  { number, code, from }: { readonly number: string; readonly code: string; readonly from: Origin },
): SignIn {
  const read = parseAccessCode(code);
  const typed = foldNumber(number);
  const corner = read.ok ? read.value.corner : undefined;
  const keys = attemptKeys(from, `${corner ?? ''}/${typed}`);
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  if (read.ok && corner !== undefined) {
    const letter = await findInvitation(desk.database.forCorner(corner), 'code_hash', hashOfCode(desk.key, read.value));
    const isTheirs = letter && (await isNumberOf(desk.database.forCorner(corner), letter, typed));
    const used = isTheirs ? await useLetter(desk, { corner, letter, from }) : undefined;
    if (used) {
      await forgetAttempts(desk, keys);
      return accept(used);
    }
    if (taken.value.locks.includes('instructor')) await recordLockOut(desk, { corner, number: typed, from });
  }
  return refuse({ kind: 'wrong' });
}

/** Signs an instructor in by the link of a letter, which nobody can guess; attempts are counted by source alone. */
export async function signInWithLink(
  desk: OwnDesk,
  { token, from }: { readonly token: string; readonly from: Origin },
): SignIn {
  const keys = attemptKeys(from);
  const taken = await takeAttempts(desk, keys);
  if (!taken.ok) return taken;
  const corner = cornerOfToken(token);
  if (corner === undefined) return refuse({ kind: 'wrong' });
  const letter = await findInvitation(desk.database.forCorner(corner), 'link_hash', hashOfSecret(desk.key, token));
  const used = letter && (await useLetter(desk, { corner, letter, from }));
  if (!used) return refuse({ kind: 'wrong' });
  await forgetAttempts(desk, keys);
  return accept(used);
}

/** Of a demonstration office, whose passwords everybody knows: signs in as the instructor with most visits to come. */
export async function signInToDemonstration(
  desk: OwnDesk,
  { corner, from }: { readonly corner: string; readonly from: Origin },
): Promise<SignedInDevice | undefined> {
  const owner = await findBusiestOwner(desk.database.forCorner(corner), desk.clock.today());
  if (!owner) return undefined;
  return openSession(desk, { corner, owner, from, way: 'demonstration' });
}

function attemptKeys({ address }: Origin, instructor?: string): readonly AttemptKey[] {
  const source: AttemptKey = { kind: 'address', subject: address };
  return instructor === undefined ? [source] : [source, { kind: 'instructor', subject: instructor.slice(0, 100) }];
}

/** A letter of before a merge names a number that was given up: it leads to the record that stays. */
async function isNumberOf(db: Db, { instructorId, number }: Letter, typed: string): Promise<boolean> {
  if (foldNumber(number) === typed) return true;
  const [followed] = await followNumbers(db, [typed]);
  return followed?.survivor.id === instructorId;
}

type Letter = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

function useLetter(
  desk: OwnDesk,
  { corner, letter, from }: { readonly corner: string; readonly letter: Letter; readonly from: Origin },
): Promise<SignedInDevice | undefined> {
  const owner = { id: letter.instructorId, number: letter.number, name: letter.name };
  return openSession(desk, { corner, owner, from, way: 'letter', invitationId: letter.id });
}

type Opening = {
  readonly corner: string;
  readonly owner: AccessOwner;
  readonly from: Origin;
  readonly way: 'letter' | 'demonstration';
  readonly invitationId?: string;
};

/** One transaction uses the letter up, keeps the device and tells the log; nothing when the letter is no longer good. */
function openSession(
  desk: OwnDesk,
  { corner, owner, from, way, invitationId }: Opening,
): Promise<SignedInDevice | undefined> {
  const ctx = contextOfInstructor(desk, { corner, owner });
  const token = makeAccessToken(corner);
  const now = ctx.now();
  const terms = accessTermsOn(ctx.today());
  const createdAt = Date.parse(now);
  const expiresAt = new Date(endWhenUsed({ createdAt, now: createdAt }, terms)).toISOString();
  const lastEndAt = new Date(lastEnd(createdAt, terms)).toISOString();
  return inTransaction(ctx, async (tx) => {
    if (invitationId !== undefined && !(await useInvitation(tx, { id: invitationId, now }))) return undefined;
    await insertOwnSession(tx, {
      corner_code: corner,
      session_id: ctx.newId(),
      token_hash: hashOfSecret(desk.key, token),
      instructor_id: owner.id,
      created_at: now,
      expires_at: expiresAt,
      ip_address: from.address,
      user_agent: from.device,
    });
    const after = { address: from.address, device: deviceName(from.device) ?? from.device, way, expiresAt };
    await recordAudit(tx, ctx, [{ action: 'signed-in', entity: entityOf(owner), after }]);
    return { token, expiresAt, lastEndAt };
  });
}

/** The context in which an instructor acts: their own record of their own corner, and nothing else. */
export function contextOfInstructor(
  desk: Pick<OwnDesk, 'database' | 'clock' | 'log'>,
  { corner, owner }: { readonly corner: string; readonly owner: Pick<AccessOwner, 'id' | 'name'> },
): Context {
  const { id, name } = owner;
  const actor = { id, name, role: 'instructor', cornerCode: corner, instructorId: id, source: 'page' } as const;
  const { database, clock, log } = desk;
  return createContext({ database, corner, actor, clock, log });
}

async function recordLockOut(
  desk: OwnDesk,
  { corner, number, from }: { readonly corner: string; readonly number: string; readonly from: Origin },
): Promise<void> {
  const owner = await findOwnerByNumber(desk.database.forCorner(corner), number);
  if (!owner) return;
  const ctx = contextOfInstructor(desk, { corner, owner });
  const after = { address: from.address };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'locked-out', entity: entityOf(owner), after }]));
}
