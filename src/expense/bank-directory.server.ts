import type { BankAccount, BankAccountRefusal, BankNames } from './domain/bank-account.ts';
import { toZenginKana } from './domain/zengin-kana.ts';

/** The list of banks is large and seldom needed: it is read when somebody enters an account or makes up a transfer. */
let directory: Promise<(typeof import('zengin-code'))['default']> | undefined;

function loadDirectory() {
  return (directory ??= import('zengin-code').then((module) => module.default));
}

/** The names of a bank and its branch by their codes, or which of the two is not in the list. */
export async function findBankNames({
  bankCode,
  branchCode,
}: Pick<BankAccount, 'bankCode' | 'branchCode'>): Promise<BankNames | BankAccountRefusal> {
  const banks = await loadDirectory();
  const bank = Object.hasOwn(banks, bankCode) ? banks[bankCode] : undefined;
  if (!bank) return { key: 'bankCode', kind: 'no-such-bank', bankCode };
  const branch = Object.hasOwn(bank.branches, branchCode) ? bank.branches[branchCode] : undefined;
  if (!branch) return { key: 'branchCode', kind: 'no-such-branch', bank: bank.name, branchCode };
  return { bank: bank.name, bankKana: kanaOf(bank.kana), branch: branch.name, branchKana: kanaOf(branch.kana) };
}

/** The list writes names in full-width katakana; a letter that transfer files do not know is left out. */
function kanaOf(name: string): string {
  return [...name].map((letter) => toZenginKana(letter)).reduce((kana, half) => kana + (half.ok ? half.value : ''), '');
}
