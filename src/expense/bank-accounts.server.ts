import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Conflict, NotFound } from '#platform/errors.server.ts';
import type { FieldSeal } from '#platform/field-seal.server.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { isRecordId } from '#record/record-id.ts';
import { findSealedAccount, findSealedPayer, saveSealedAccount, saveSealedPayer } from './account-store.server.ts';
import { findBankNames } from './bank-directory.server.ts';
import {
  parseBankAccount,
  type BankAccount,
  type BankAccountRefusal,
  type BankNames,
  type TypedAccount,
} from './domain/bank-account.ts';
import { parsePayer, type PayerRefusal, type TypedPayer } from './domain/payer.ts';
import type { Payer } from './domain/zengin-file.ts';
import { accountText } from './payment-text.ts';

/** A person's account as the one who asks may see it. */
export type SeenAccount = {
  readonly instructor: { readonly id: string; readonly name: string; readonly number: string };
  readonly version: number;
  readonly updated: { readonly at: string; readonly by: string } | undefined;
  /** Absent for those who may not see accounts, and where there is none. */
  readonly account: (BankAccount & Partial<BankNames>) | undefined;
};

/** What the seal of an account is tied to. */
export const placeOf = (corner: string, accountId: string) => ['bank-account', corner, accountId];

/** 振込先の口座: its content for clerk and chief, which is logged; that there is one for everybody else. */
export async function getBankAccount(
  ctx: Context,
  { instructorId, seal }: { readonly instructorId: string; readonly seal: FieldSeal },
): Promise<SeenAccount> {
  requirePermission(ctx, 'expense.read');
  const instructor = await findOwner(ctx.db, instructorId);
  const found = await findSealedAccount(ctx.db, instructor.id);
  const seen = {
    instructor,
    version: found?.version ?? 0,
    updated: found && { at: found.updatedAt, by: found.updatedBy },
  };
  const mayRead = isAllowed(ctx.actor, 'bank-account.read', { corner: ctx.corner });
  if (!found || !mayRead) return { ...seen, account: undefined };
  const account = openAccount(ctx, { ...found, seal });
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'viewed', entity: entityOf(instructor) }]));
  const names = await findBankNames(account);
  return { ...seen, account: { ...account, ...('kind' in names ? {} : names) } };
}

type Sealed = { readonly seal: FieldSeal; readonly accountId: string; readonly sealed: string };

/** Opens an account for a transfer or for who may see it. */
export function openAccount(ctx: Context, { seal, accountId, sealed }: Sealed): BankAccount {
  // Sealed below from the domain's own type, and proven unchanged by the seal.
  return JSON.parse(seal.open(sealed, placeOf(ctx.corner, accountId))) as BankAccount;
}

async function findOwner(db: Db, instructorId: string) {
  const row = isRecordId(instructorId)
    ? await db
        .selectFrom('instructor')
        .select(['instructor_id as id', 'name', 'number'])
        .where('instructor_id', '=', instructorId)
        .where('deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('instructor', instructorId);
  return row;
}

type Entered = {
  readonly instructorId: string;
  /** What the person saw; 0 where there was none. */
  readonly version: number;
  readonly typed: TypedAccount;
  readonly seal: FieldSeal;
};

/** 口座の登録・変更, with bank and branch looked up. The log tells that it changed, and no value. */
export async function setBankAccount(
  ctx: Context,
  { instructorId, version, typed, seal }: Entered,
): Promise<Result<BankNames, readonly BankAccountRefusal[]>> {
  requirePermission(ctx, 'bank-account.read');
  const checked = await checkAccount(typed);
  if (!checked.ok) return checked;
  const { account, names } = checked.value;
  return inTransaction(ctx, async (tx) => {
    const owner = await findOwner(tx, instructorId);
    const before = await findSealedAccount(tx, owner.id, { lock: true });
    const current = before?.version ?? 0;
    if (current !== version) throw new Conflict('bank-account', owner.id, version, current);
    const accountId = before?.accountId ?? ctx.newId();
    const sealed = seal.seal(JSON.stringify(account), placeOf(ctx.corner, accountId));
    await saveSealedAccount(tx, ctx, { instructorId: owner.id, accountId, sealed });
    await recordAudit(tx, ctx, [{ action: before ? 'updated' : 'created', entity: entityOf(owner) }]);
    return accept(names);
  });
}

async function checkAccount(
  typed: TypedAccount,
): Promise<Result<{ readonly account: BankAccount; readonly names: BankNames }, readonly BankAccountRefusal[]>> {
  const parsed = parseBankAccount(typed);
  if (!parsed.ok) return parsed;
  const names = await findBankNames(parsed.value);
  return 'kind' in names ? refuse([names]) : accept({ account: parsed.value, names });
}

/** What the seal of the corner's own account is tied to. */
export const payerPlace = (corner: string) => ['payer-account', corner];

type StoredPayer = Pick<Payer, 'code' | 'name' | 'account'>;

/** 振込依頼人 of the corner, or nothing where none was entered. */
export async function getPayer(
  ctx: Context,
  seal: FieldSeal,
): Promise<{ readonly version: number; readonly payer: Payer | undefined }> {
  requirePermission(ctx, 'bank-account.read');
  const found = await findSealedPayer(ctx.db);
  if (!found) return { version: 0, payer: undefined };
  const stored = JSON.parse(seal.open(found.sealed, payerPlace(ctx.corner))) as StoredPayer;
  const names = await findBankNames(stored.account);
  const kana = 'kind' in names ? { bankKana: '', branchKana: '' } : names;
  return {
    version: found.version,
    payer: { ...stored, bankKana: kana.bankKana, branchKana: kana.branchKana },
  };
}

/** 振込依頼人の登録・変更. */
export async function setPayer(
  ctx: Context,
  { version, typed, seal }: { readonly version: number; readonly typed: TypedPayer; readonly seal: FieldSeal },
): Promise<Result<BankNames, readonly (PayerRefusal | BankAccountRefusal)[]>> {
  requirePermission(ctx, 'bank-account.read');
  const parsed = parsePayer(typed);
  if (!parsed.ok) return parsed;
  const names = await findBankNames(parsed.value.account);
  if ('kind' in names) return refuse([names]);
  return inTransaction(ctx, async (tx) => {
    const before = await findSealedPayer(tx, { lock: true });
    const current = before?.version ?? 0;
    if (current !== version) throw new Conflict('payer-account', ctx.corner, version, current);
    const stored: StoredPayer = parsed.value;
    await saveSealedPayer(tx, ctx, seal.seal(JSON.stringify(stored), payerPlace(ctx.corner)));
    const entity = { kind: 'payer-account', id: ctx.corner, label: accountText.payerTitle };
    await recordAudit(tx, ctx, [{ action: before ? 'updated' : 'created', entity }]);
    return accept(names);
  });
}

function entityOf({ id, name, number }: { readonly id: string; readonly name: string; readonly number: string }) {
  return { kind: 'bank-account', id, label: `${number} ${name}` };
}

/** Whether the corner can make up a transfer file at all. */
export async function hasPayer(ctx: Context): Promise<boolean> {
  requirePermission(ctx, 'expense.read');
  return (await findSealedPayer(ctx.db)) !== undefined;
}
