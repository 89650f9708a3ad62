import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Database, Tx } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import {
  deleteSecondFactor,
  deleteSessions,
  findAccountForUpdate,
  updateAccount,
  updatePassword,
} from './account-store.server.ts';
import type { AccountDesk, Accounts } from './accounts.server.ts';
import { createAccount, type EmailTaken } from './create-account.server.ts';
import {
  decideAccountChange,
  isCornerRole,
  type AccountChange,
  type AccountChangeRefusal,
} from './domain/account-change.ts';
import { makeTemporaryPassword } from './random-secret.server.ts';

type Addition = { readonly email: string; readonly name: string; readonly role: string };
type Added = { readonly id: string; readonly temporaryPassword: string };
type AdditionRefusal = EmailTaken | { readonly kind: 'unknown-role'; readonly role: string };

type Store = { readonly database: Database; readonly accounts: Accounts };

/** Adds a person to the corner with a random password that is told once. */
export async function addAccount(
  ctx: Context,
  { database, accounts }: Store,
  addition: Addition,
): Promise<Result<Added, AdditionRefusal>> {
  requirePermission(ctx, 'account.manage');
  const { role } = addition;
  if (!isCornerRole(role)) return refuse({ kind: 'unknown-role', role });
  const temporaryPassword = makeTemporaryPassword();
  const account = {
    ...addition,
    role,
    cornerCode: ctx.corner,
    password: temporaryPassword,
    hasTemporaryPassword: true,
    recordedIn: ctx,
  };
  const created = await createAccount(database, accounts, account);
  return created.ok ? accept({ id: created.value.id, temporaryPassword }) : created;
}

type Changed = { readonly temporaryPassword?: string };

/**
 * Changes another person's account of the corner: role, end of work and return, lost second factor, lost password.
 * Whatever lessens or hands out a way in also ends every session of the account at once.
 */
export async function changeAccount(
  ctx: Context,
  accounts: Accounts,
  { id, change }: { readonly id: string; readonly change: AccountChange },
): Promise<Result<Changed, AccountChangeRefusal>> {
  requirePermission(ctx, 'account.manage');
  const temporaryPassword = change.kind === 'reset-password' ? makeTemporaryPassword() : undefined;
  const passwordHash = await hashIfAny(accounts, temporaryPassword);
  return inTransaction(ctx, async (tx) => {
    const account = await findAccountForUpdate(tx, { id, cornerCode: ctx.corner });
    if (!account) throw new NotFound('account', id);
    const facts = { id, role: account.role, disabled: account.disabledAt !== null };
    const decision = decideAccountChange(facts, change, ctx.actor.id);
    if (!decision.ok) return decision;
    await writeChange(tx, { id, change, passwordHash, now: ctx.now() });
    await recordAudit(tx, ctx, [
      {
        action: actionOf(change),
        entity: { kind: 'account', id, label: account.name },
        ...beforeAndAfter(account, change),
      },
    ]);
    return accept(temporaryPassword === undefined ? {} : { temporaryPassword });
  });
}

/** The same for an account of no corner: the operator's act, from the command line, told to the operator's log. */
export async function changeCornerlessAccount(
  desk: AccountDesk,
  { id, change }: { readonly id: string; readonly change: Exclude<AccountChange, { kind: 'role' }> },
): Promise<Result<Changed, AccountChangeRefusal>> {
  const temporaryPassword = change.kind === 'reset-password' ? makeTemporaryPassword() : undefined;
  const passwordHash = await hashIfAny(desk.accounts, temporaryPassword);
  return desk.database.unbound.transaction().execute(async (tx) => {
    const account = await findAccountForUpdate(tx, { id, cornerCode: null });
    if (!account) throw new NotFound('account', id);
    const facts = { id, role: account.role, disabled: account.disabledAt !== null };
    const decision = decideAccountChange(facts, change, OPERATOR);
    if (!decision.ok) return decision;
    await writeChange(tx, { id, change, passwordHash, now: desk.clock.now() });
    desk.log.info({ action: actionOf(change), account: id, actor: OPERATOR }, 'account');
    return accept(temporaryPassword === undefined ? {} : { temporaryPassword });
  });
}

const OPERATOR = 'cli';

async function hashIfAny(accounts: Accounts, password: string | undefined): Promise<string | undefined> {
  const { password: hasher } = await accounts.$context;
  return password === undefined ? undefined : hasher.hash(password);
}

type Writing = {
  readonly id: string;
  readonly change: AccountChange;
  readonly passwordHash?: string | undefined;
  readonly now: string;
};

async function writeChange(tx: Tx, { id, change, passwordHash, now }: Writing): Promise<void> {
  switch (change.kind) {
    case 'role':
      await updateAccount(tx, id, { role: change.role, updatedAt: now });
      break;
    case 'disable':
      await updateAccount(tx, id, { disabledAt: now, updatedAt: now });
      break;
    case 'enable':
      await updateAccount(tx, id, { disabledAt: null, updatedAt: now });
      break;
    case 'reset-second-factor':
      await deleteSecondFactor(tx, id);
      break;
    case 'reset-password':
      if (passwordHash === undefined) throw new Error('a new password needs its hash');
      await updatePassword(tx, id, passwordHash);
      await updateAccount(tx, id, { hasTemporaryPassword: true, updatedAt: now });
      break;
  }
  if (change.kind !== 'enable') await deleteSessions(tx, id);
}

function actionOf(change: AccountChange): string {
  switch (change.kind) {
    case 'role':
      return 'role-changed';
    case 'disable':
      return 'disabled';
    case 'enable':
      return 'enabled';
    case 'reset-second-factor':
      return 'second-factor-reset';
    case 'reset-password':
      return 'password-reset';
  }
}

function beforeAndAfter(
  {
    email,
    role,
    disabledAt,
    twoFactorEnabled,
  }: { email: string; role: string; disabledAt: string | null; twoFactorEnabled: boolean | null },
  change: AccountChange,
): { before: object; after: object } {
  switch (change.kind) {
    case 'role':
      return { before: { email, role }, after: { email, role: change.role } };
    case 'disable':
    case 'enable':
      return {
        before: { email, disabled: disabledAt !== null },
        after: { email, disabled: change.kind === 'disable' },
      };
    case 'reset-second-factor':
      return { before: { email, secondFactor: twoFactorEnabled === true }, after: { email, secondFactor: false } };
    case 'reset-password':
      return { before: { email }, after: { email } };
  }
}
