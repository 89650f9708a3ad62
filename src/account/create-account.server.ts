import { randomUUID } from 'node:crypto';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { insertAccount } from './account-store.server.ts';
import type { Accounts } from './accounts.server.ts';

export type NewAccount = {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** The corner the person works for; nothing for the Center and the operator. */
  readonly cornerCode: string | null;
  /** Already checked by `checkNewPassword`, or made by `makeTemporaryPassword`. */
  readonly password: string;
  readonly hasTemporaryPassword?: boolean;
  /** Whose act it is, for the corner's audit log. The loader of the demonstration has none. */
  readonly recordedIn?: Context;
};

export type EmailTaken = { readonly kind: 'email-taken'; readonly email: string };

/** The spelling by which accounts are found: half width, lower case. */
export function foldEmail(text: string): string {
  return foldNumeric(text).trim().toLowerCase();
}

/** Creates an account with its password. Whether someone may is decided by the caller; an address is used once. */
export async function createAccount(
  database: Database,
  accounts: Accounts,
  { recordedIn, password, hasTemporaryPassword = false, ...account }: NewAccount,
): Promise<Result<{ readonly id: string }, EmailTaken>> {
  const { password: hasher } = await accounts.$context;
  const row = {
    ...account,
    email: foldEmail(account.email),
    id: randomUUID(),
    passwordHash: await hasher.hash(password),
    hasTemporaryPassword,
    now: recordedIn?.now() ?? new Date().toISOString(),
  };
  const db = recordedIn?.db ?? database.unbound;
  return db.transaction().execute(async (tx) => {
    if (!(await insertAccount(tx, row))) return refuse({ kind: 'email-taken', email: row.email });
    const { id, email, name, role } = row;
    if (recordedIn) {
      await recordAudit(tx, recordedIn, [
        { action: 'created', entity: { kind: 'account', id, label: name }, after: { email, name, role } },
      ]);
    }
    return accept({ id });
  });
}
