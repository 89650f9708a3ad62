import { describe, expect, test } from 'vitest';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { parseBankAccount, type TypedAccount } from './bank-account.ts';
import { buildZenginFile } from './zengin-file.ts';
import { toZenginKana } from './zengin-kana.ts';

test.each([
  ['ヤマグチ　タロウ', 'ﾔﾏｸﾞﾁ ﾀﾛｳ'],
  ['やまぐち たろう', 'ﾔﾏｸﾞﾁ ﾀﾛｳ'],
  ['ﾔﾏｸﾞﾁ ﾀﾛｳ', 'ﾔﾏｸﾞﾁ ﾀﾛｳ'],
  ['キョウコ・サトー', undefined],
  ['キョウコ サトー', 'ｷﾖｳｺ ｻﾄ-'],
  ['カ）タクミ', 'ｶ)ﾀｸﾐ'],
  ['ヴェルデ', 'ｳﾞｴﾙﾃﾞ'],
  ['プラス abc-1', 'ﾌﾟﾗｽ ABC-1'],
  ['山口', undefined],
  ['ヽ', undefined],
])('%s is %s in a transfer file', (text, kana) => {
  const written = toZenginKana(text);
  expect(written.ok ? written.value : undefined).toBe(kana);
});

const typed: TypedAccount = {
  bankCode: '０１７０',
  branchCode: '001',
  type: '1',
  number: '12-345',
  holder: 'やまぐち たろう',
};

describe('an account as typed', () => {
  test('is folded, filled with zeros and written in half-width kana [FRM-21]', () => {
    expect(parseBankAccount(typed)).toEqual({
      ok: true,
      value: { bankCode: '0170', branchCode: '001', type: '1', number: '0012345', holder: 'ﾔﾏｸﾞﾁ ﾀﾛｳ' },
    });
  });

  test.each<[Partial<TypedAccount>, string]>([
    [{ bankCode: '17' }, 'wrong-digits'],
    [{ branchCode: 'abc' }, 'wrong-digits'],
    [{ type: '3' }, 'no-type'],
    [{ number: '12345678' }, 'wrong-digits'],
    [{ number: '' }, 'wrong-digits'],
    [{ holder: ' ' }, 'no-holder'],
    [{ holder: '山口太郎' }, 'holder-letter'],
    [{ holder: 'ア'.repeat(31) }, 'holder-too-long'],
  ])('%j is refused: %s', (changes, kind) => {
    expect(parseBankAccount({ ...typed, ...changes })).toMatchObject({ ok: false, refusal: [{ kind }] });
  });
});

test('a transfer file has the fields of 総合振込 in their columns', () => {
  const account = { bankCode: '0170', branchCode: '001', type: '1', number: '0012345', holder: 'ﾔﾏｸﾞﾁ ﾀﾛｳ' } as const;
  const place = { bankKana: 'ﾔﾏｸﾞﾁ', branchKana: 'ﾎﾝﾃﾝ' };
  const payer = { code: '1234567890', name: 'ﾔﾏｸﾞﾁｹﾝｼﾖｸｷﾞﾖｳﾉｳﾘﾖｸｶｲﾊﾂｷﾖｳｶｲ', account, ...place };
  const text = buildZenginFile(payer, plainDate('2022-12-15'), [
    { account, ...place, amountYen: yenOf(14_379) },
    { account: { ...account, type: '2', number: '7654321' }, ...place, amountYen: yenOf(1) },
  ]);
  expect(text.replaceAll('\r\n', '\n')).toBe(
    [
      '1210' +
        '1234567890' +
        'ﾔﾏｸﾞﾁｹﾝｼﾖｸｷﾞﾖｳﾉｳﾘﾖｸｶｲﾊﾂｷﾖｳｶｲ'.padEnd(40) +
        '1215' +
        '0170' +
        'ﾔﾏｸﾞﾁ'.padEnd(15) +
        '001' +
        'ﾎﾝﾃﾝ'.padEnd(15) +
        '1' +
        '0012345' +
        ' '.repeat(17),
      '2' +
        '0170' +
        'ﾔﾏｸﾞﾁ'.padEnd(15) +
        '001' +
        'ﾎﾝﾃﾝ'.padEnd(15) +
        '0000' +
        '1' +
        '0012345' +
        'ﾔﾏｸﾞﾁ ﾀﾛｳ'.padEnd(30) +
        '0000014379' +
        '0' +
        '0'.repeat(20) +
        '7' +
        ' '.repeat(8),
      '2' +
        '0170' +
        'ﾔﾏｸﾞﾁ'.padEnd(15) +
        '001' +
        'ﾎﾝﾃﾝ'.padEnd(15) +
        '0000' +
        '2' +
        '7654321' +
        'ﾔﾏｸﾞﾁ ﾀﾛｳ'.padEnd(30) +
        '0000000001' +
        '0' +
        '0'.repeat(20) +
        '7' +
        ' '.repeat(8),
      '8' + '000002' + '000000014380' + ' '.repeat(101),
      '9' + ' '.repeat(119),
      '',
    ].join('\n'),
  );
});

test('an amount that has no room is a bug, not another amount', () => {
  const account = { bankCode: '0170', branchCode: '001', type: '1', number: '0012345', holder: 'ｱ' } as const;
  const place = { bankKana: '', branchKana: '' };
  const payer = { code: '1', name: 'ｱ', account, ...place };
  const day = plainDate('2022-12-15');
  const transfer = { account, ...place, amountYen: yenOf(10_000_000_000) };
  expect(() => buildZenginFile(payer, day, [transfer])).toThrow('10 digits');
  expect(() => buildZenginFile({ ...payer, name: '山' }, day, [])).toThrow('letters');
});
