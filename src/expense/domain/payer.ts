import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { parseBankAccount, type BankAccountRefusal, type TypedAccount } from './bank-account.ts';
import type { Payer } from './zengin-file.ts';
import { toZenginKana } from './zengin-kana.ts';

const NAME_LIMIT = 40;
const CODE_LENGTH = 10;

/** 振込依頼人 as typed: the account's holder is the payer's own name. */
export type TypedPayer = Omit<TypedAccount, 'holder'> & { readonly code: string; readonly name: string };

export type PayerRefusal =
  | { readonly key: 'code'; readonly kind: 'wrong-code'; readonly digits: number }
  | { readonly key: 'name'; readonly kind: 'no-name' }
  | { readonly key: 'name'; readonly kind: 'name-letter'; readonly letter: string }
  | { readonly key: 'name'; readonly kind: 'name-too-long'; readonly length: number; readonly limit: number };

/** Reads who pays: code of up to ten digits, name in half-width kana, account. */
export function parsePayer({
  code,
  name,
  ...account
}: TypedPayer): Result<Pick<Payer, 'code' | 'name' | 'account'>, readonly (PayerRefusal | BankAccountRefusal)[]> {
  const digits = foldNumeric(code).trim();
  const kana = toZenginKana(name);
  const refusals: (PayerRefusal | BankAccountRefusal)[] = [];
  if (!/^\d{1,10}$/u.test(digits)) refusals.push({ key: 'code', kind: 'wrong-code', digits: CODE_LENGTH });
  if (!kana.ok) refusals.push({ key: 'name', kind: 'name-letter', letter: kana.refusal.letter });
  else if (kana.value === '') refusals.push({ key: 'name', kind: 'no-name' });
  else if (kana.value.length > NAME_LIMIT)
    refusals.push({ key: 'name', kind: 'name-too-long', length: kana.value.length, limit: NAME_LIMIT });
  // A transfer file has no place for the holder of the account that pays.
  const parsed = parseBankAccount({ ...account, holder: 'ｱ' });
  if (!parsed.ok) refusals.push(...parsed.refusal);
  if (refusals.length > 0 || !parsed.ok || !kana.ok) return refuse(refusals);
  return accept({ code: digits.padStart(CODE_LENGTH, '0'), name: kana.value, account: parsed.value });
}
