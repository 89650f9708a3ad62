import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { contentDisposition, downloadFileName } from './file-name.ts';

const tokyo = { code: '13', name: '東京都' };

test.each([
  [{ fiscalYear: 2026, title: '実施報告', prefecture: tokyo }, '令和8年度_実施報告_13東京_20261121.csv'],
  [
    { fiscalYear: 2020, title: '実施報告', prefecture: { code: '26', name: '京都府' } },
    '令和2年度_実施報告_26京都_20261121.csv',
  ],
  [
    { fiscalYear: 2019, title: '実施報告', prefecture: { code: '01', name: '北海道' } },
    '平成31年度（令和元年度）_実施報告_01北海道_20261121.csv',
  ],
  [{ fiscalYear: 2026, title: '../計画: 案 "1"', prefecture: tokyo }, '令和8年度_計画-案-1_13東京_20261121.csv'],
])('names a download by year, title, place and day [DAT-08] %#', (file, expected) => {
  expect(downloadFileName({ ...file, on: plainDate('2026-11-21'), extension: 'csv' })).toBe(expected);
});

test('gives old clients an ASCII name and others the true one [DAT-08]', () => {
  expect(contentDisposition('令和8年度_計画_13東京_20261121.csv')).toBe(
    'attachment; filename="8_13_20261121.csv"; ' +
      "filename*=UTF-8''%E4%BB%A4%E5%92%8C8%E5%B9%B4%E5%BA%A6_%E8%A8%88%E7%94%BB_13%E6%9D%B1%E4%BA%AC_20261121.csv",
  );
});

test.each(['報告.xlsx', 'a"b\r\nSet-Cookie: x.csv', "it's (1)*.csv", '\uD800.csv'])(
  'keeps the header one line of plain characters whatever the name: %j [DAT-08]',
  (name) => {
    expect(contentDisposition(name)).toMatch(
      /^attachment; filename="[A-Za-z0-9._-]+"; filename\*=UTF-8''[A-Za-z0-9._~!%-]+$/,
    );
  },
);
