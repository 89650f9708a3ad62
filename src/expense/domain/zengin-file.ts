import { sumYen, type Yen } from '#kernel/money.ts';
import { partsOf, type PlainDate } from '#kernel/plain-date.ts';
import type { BankAccount } from './bank-account.ts';

/** 振込の依頼人: who pays, from which account, with the code the bank gave. */
export type Payer = {
  readonly code: string;
  readonly name: string;
  readonly account: BankAccount;
  readonly bankKana: string;
  readonly branchKana: string;
};

/** One transfer of a file. */
export type Transfer = {
  readonly account: BankAccount;
  readonly bankKana: string;
  readonly branchKana: string;
  readonly amountYen: Yen;
};

const RECORD_LENGTH = 120;
const CRLF = '\r\n';

/**
 * 全銀フォーマット 総合振込, as text in which every letter is one byte of JIS X 0201: header 1 (種別 21), data 2, trailer 8,
 * end 9; 120 bytes a record, each ended by CRLF. Digits stand right with zeros, letters left with spaces. Layout:
 * 全銀協制定ファイルフォーマット【総合振込】 (expydoc.com/doc/11700435, 群馬銀行; happylibus.com/doc/455113, 三井住友銀行).
 */
export function buildZenginFile(payer: Payer, paidOn: PlainDate, transfers: readonly Transfer[]): string {
  const records = [headerOf(payer, paidOn), ...transfers.map(dataOf), trailerOf(transfers), `9${spaces(119)}`];
  return records.map((record) => checked(record) + CRLF).join('');
}

function headerOf({ code, name, account, bankKana, branchKana }: Payer, paidOn: PlainDate): string {
  const { month, day } = partsOf(paidOn);
  return [
    '1',
    '21',
    '0',
    digits(code, 10),
    letters(name, 40),
    digits(String(month), 2) + digits(String(day), 2),
    digits(account.bankCode, 4),
    letters(bankKana, 15),
    digits(account.branchCode, 3),
    letters(branchKana, 15),
    account.type,
    digits(account.number, 7),
    spaces(17),
  ].join('');
}

function dataOf({ account, bankKana, branchKana, amountYen }: Transfer): string {
  return [
    '2',
    digits(account.bankCode, 4),
    letters(bankKana, 15),
    digits(account.branchCode, 3),
    letters(branchKana, 15),
    // 手形交換所番号: not used.
    digits('', 4),
    account.type,
    digits(account.number, 7),
    letters(account.holder, 30),
    digits(String(amountYen), 10),
    // 新規コード その他; 顧客コード1・2 not used; 電信振込; 識別表示 none.
    '0',
    digits('', 10),
    digits('', 10),
    '7',
    spaces(8),
  ].join('');
}

function trailerOf(transfers: readonly Transfer[]): string {
  const total = sumYen(transfers.map(({ amountYen }) => amountYen));
  return `8${digits(String(transfers.length), 6)}${digits(String(total), 12)}${spaces(101)}`;
}

/** Right, with zeros; more digits than there is room for would pay somebody else or something else. */
function digits(text: string, length: number): string {
  if (!/^\d*$/u.test(text) || text.length > length) throw new Error(`${text} is not ${length} digits`);
  return text.padStart(length, '0');
}

/** Left, with spaces; names longer than their place are cut, as banks do. */
function letters(text: string, length: number): string {
  return text.slice(0, length).padEnd(length, ' ');
}

function spaces(length: number): string {
  return ' '.repeat(length);
}

function checked(record: string): string {
  if (record.length !== RECORD_LENGTH || !/^[ -~¥｡-ﾟ]*$/u.test(record))
    throw new Error(`a record of ${record.length} letters, or with one that transfer files do not know`);
  return record;
}
