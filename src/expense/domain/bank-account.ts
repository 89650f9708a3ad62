import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { toZenginKana } from './zengin-kana.ts';

/** 預金種目, with the digit of transfer files. */
export const accountTypes = [
  { code: '1', label: '普通' },
  { code: '2', label: '当座' },
  { code: '4', label: '貯蓄' },
] as const;

export type AccountType = (typeof accountTypes)[number]['code'];

/** 振込先の口座. */
export type BankAccount = {
  readonly bankCode: string;
  readonly branchCode: string;
  readonly type: AccountType;
  /** Seven digits. */
  readonly number: string;
  /** As transfer files write it. */
  readonly holder: string;
};

/** The names that the list of banks gives to two codes, as people read them and in the letters of transfer files. */
export type BankNames = {
  readonly bank: string;
  readonly bankKana: string;
  readonly branch: string;
  readonly branchKana: string;
};

const HOLDER_LIMIT = 30;

export type BankAccountRefusal =
  | { readonly key: 'bankCode' | 'branchCode' | 'number'; readonly kind: 'wrong-digits'; readonly digits: number }
  | { readonly key: 'type'; readonly kind: 'no-type' }
  | { readonly key: 'holder'; readonly kind: 'no-holder' }
  | { readonly key: 'holder'; readonly kind: 'holder-letter'; readonly letter: string }
  | { readonly key: 'holder'; readonly kind: 'holder-too-long'; readonly length: number; readonly limit: number }
  | { readonly key: 'bankCode'; readonly kind: 'no-such-bank'; readonly bankCode: string }
  | { readonly key: 'branchCode'; readonly kind: 'no-such-branch'; readonly bank: string; readonly branchCode: string };

/** What somebody sees who may not see accounts: that there is one. */
export const MASK = '****';

export type TypedAccount = Readonly<Record<keyof BankAccount, string>>;

/** Reads an account as typed: digits of any width, a short number filled with zeros, the holder in any kana. */
export function parseBankAccount(typed: TypedAccount): Result<BankAccount, readonly BankAccountRefusal[]> {
  const bankCode = foldNumeric(typed.bankCode).trim();
  const branchCode = foldNumeric(typed.branchCode).trim();
  const digits = foldNumeric(typed.number).replaceAll(/[\s-]/gu, '');
  const type = accountTypes.find(({ code }) => code === typed.type)?.code;
  const holder = parseHolder(typed.holder);
  const refusals: BankAccountRefusal[] = [];
  if (!/^\d{4}$/u.test(bankCode)) refusals.push({ key: 'bankCode', kind: 'wrong-digits', digits: 4 });
  if (!/^\d{3}$/u.test(branchCode)) refusals.push({ key: 'branchCode', kind: 'wrong-digits', digits: 3 });
  if (type === undefined) refusals.push({ key: 'type', kind: 'no-type' });
  if (!/^\d{1,7}$/u.test(digits)) refusals.push({ key: 'number', kind: 'wrong-digits', digits: 7 });
  if (!holder.ok) refusals.push(holder.refusal);
  if (refusals.length > 0 || type === undefined || !holder.ok) return refuse(refusals);
  return accept({ bankCode, branchCode, type, number: digits.padStart(7, '0'), holder: holder.value });
}

function parseHolder(typed: string): Result<string, BankAccountRefusal> {
  const holder = toZenginKana(typed);
  if (!holder.ok) return refuse({ key: 'holder', kind: 'holder-letter', letter: holder.refusal.letter });
  const { length } = holder.value;
  if (length === 0) return refuse({ key: 'holder', kind: 'no-holder' });
  if (length > HOLDER_LIMIT) return refuse({ key: 'holder', kind: 'holder-too-long', length, limit: HOLDER_LIMIT });
  return accept(holder.value);
}
