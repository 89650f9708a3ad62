import { expect, test } from 'vitest';
import { fiscalYearLabel, fiscalYearOf, fiscalYearRange, parseFiscalYear } from '#kernel/fiscal-year.ts';
import { ERAS } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';

test.each([
  ['2023-03-31', 2022],
  ['2023-04-01', 2023],
  ['2022-12-31', 2022],
  ['2027-03-31', 2026],
])('%s is in the fiscal year %i [DAT-37]', (date, fiscalYear) => {
  expect(fiscalYearOf(plainDate(date))).toBe(fiscalYear);
});

test('a fiscal year runs from 1 April to 31 March, both included [DAT-37]', () => {
  expect(fiscalYearRange(2023)).toEqual({ from: '2023-04-01', until: '2024-03-31' });
});

test.each([
  [2022, '令和4年度'],
  [2026, '令和8年度'],
  [2020, '令和2年度'],
  [2019, '平成31年度（令和元年度）'],
  [2018, '平成30年度'],
  [1989, '平成元年度'],
  [1988, '昭和63年度'],
])('the fiscal year %i is called %s [DAT-37]', (fiscalYear, label) => {
  expect(fiscalYearLabel(fiscalYear)).toBe(label);
});

test.each([
  ['2022', 2022],
  ['２０２２', 2022],
  ['2022年度', 2022],
  ['令和4年度', 2022],
  ['令和４年', 2022],
  ['R4', 2022],
  ['令和元年度', 2019],
  ['平成31年度', 2019],
  ['平成31年度（令和元年度）', 2019],
  ['2000', 2000],
  ['2100', 2100],
])('reads %j as the fiscal year %i [DAT-37]', (text, fiscalYear) => {
  expect(parseFiscalYear(text)).toEqual({ ok: true, value: fiscalYear });
});

test('every label is read as its fiscal year [DAT-37]', () => {
  for (let year = 2000; year <= 2100; year += 1) {
    expect(parseFiscalYear(fiscalYearLabel(year))).toEqual({ ok: true, value: year });
    expect(parseFiscalYear(String(year))).toEqual({ ok: true, value: year });
  }
});

test.each([
  ['1999', { kind: 'fiscal-year-out-of-range', first: 2000, last: 2100 }],
  ['2101', { kind: 'fiscal-year-out-of-range', first: 2000, last: 2100 }],
  ['昭和63年度', { kind: 'fiscal-year-out-of-range', first: 2000, last: 2100 }],
  ['平成32年度', { kind: 'wrong-era', rightEra: '令和2年度' }],
  ['4年度', { kind: 'not-a-fiscal-year' }],
  ['令和0年度', { kind: 'not-a-fiscal-year' }],
  ['2022-04-01', { kind: 'not-a-fiscal-year' }],
  ['今年度', { kind: 'not-a-fiscal-year' }],
  ['', { kind: 'not-a-fiscal-year' }],
])('refuses %j as a fiscal year [DAT-37]', (text, refusal) => {
  expect(parseFiscalYear(text)).toEqual({ ok: false, refusal });
});

test('a new era names the fiscal year it begins in only until December [DAT-37]', () => {
  const eras = (firstDay: string) => [{ name: '新元', letter: 'N', firstDay: plainDate(firstDay) }, ...ERAS];
  expect(fiscalYearLabel(2040, eras('2040-10-01'))).toBe('令和22年度（新元元年度）');
  expect(fiscalYearLabel(2040, eras('2041-01-08'))).toBe('令和22年度');
  expect(fiscalYearLabel(2041, eras('2041-01-08'))).toBe('新元元年度');
});
