import { expect, test } from 'vitest';
import { ERAS, formatEraDate, formatSlashDate, parseJapaneseDate, weekdayName } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';

test.each([
  '2022-11-21',
  '2022/11/21',
  '2022.11.21',
  '2022年11月21日',
  'R4.11.21',
  'r4.11.21',
  'R04.11.21',
  'R4/11/21',
  'R4-11-21',
  '令和4年11月21日',
  '令和4.11.21',
  '令和 4年 11月 21日',
  '令和4年11月21日（月）',
  '2022/11/21（月曜日）',
  '２０２２／１１／２１',
  '２０２２ー１１ー２１',
  'Ｒ４．１１．２１',
  '令和４年１１月２１日',
  '㋿4年11月21日',
  '　2022-11-21　',
])('reads %j as 2022-11-21 [FRM-10]', (text) => {
  expect(parseJapaneseDate(text)).toEqual({ ok: true, value: '2022-11-21' });
});

test.each([
  ['2019-04-30', '平成31年4月30日'],
  ['2019-05-01', '令和元年5月1日'],
  ['1989-01-07', '昭和64年1月7日'],
  ['1989-01-08', '平成元年1月8日'],
  ['1926-12-24', '大正15年12月24日'],
  ['1926-12-25', '昭和元年12月25日'],
  ['1912-07-29', '明治45年7月29日'],
  ['1912-07-30', '大正元年7月30日'],
  ['1868-01-25', '明治元年1月25日'],
  ['1868-01-24', '1868年1月24日'],
  ['2026-11-21', '令和8年11月21日'],
])('%s is written %s and read back [FRM-10]', (date, text) => {
  expect(formatEraDate(plainDate(date))).toBe(text);
  expect(parseJapaneseDate(text)).toEqual({ ok: true, value: date });
});

test.each([
  ['平成31年5月1日', '令和元年'],
  ['平成32年4月1日', '令和2年'],
  ['H31.5.1', '令和元年'],
  ['令和元年4月30日', '平成31年'],
  ['R1.4.30', '平成31年'],
  ['昭和64年1月8日', '平成元年'],
  ['昭和100年1月1日', '令和7年'],
  ['明治元年1月24日', '1868年'],
])('refuses %s and names %s [FRM-10]', (text, rightEra) => {
  expect(parseJapaneseDate(text)).toEqual({ ok: false, refusal: { kind: 'wrong-era', rightEra } });
});

test.each([
  ['2023-02-29', { kind: 'no-such-day' }],
  ['令和5年2月29日', { kind: 'no-such-day' }],
  ['平成31年4月31日', { kind: 'no-such-day' }],
  ['1867-12-31', { kind: 'year-out-of-range', first: 1868, last: 2200 }],
  ['令和999年1月1日', { kind: 'year-out-of-range', first: 1868, last: 2200 }],
  ['2022-11-21（火）', { kind: 'wrong-weekday', rightWeekday: '月' }],
  ['22-11-21', { kind: 'not-a-date' }],
  ['元年5月1日', { kind: 'not-a-date' }],
  ['令和0年5月1日', { kind: 'not-a-date' }],
  ['令和4年11月', { kind: 'not-a-date' }],
  ['令和4年度', { kind: 'not-a-date' }],
  ['安政4年11月21日', { kind: 'not-a-date' }],
  ['2022-11/21', { kind: 'not-a-date' }],
  ['20221121', { kind: 'not-a-date' }],
  ['11/21', { kind: 'not-a-date' }],
  ['44886', { kind: 'not-a-date' }],
  ['未定', { kind: 'not-a-date' }],
  ['', { kind: 'not-a-date' }],
])('refuses %j [FRM-10]', (text, refusal) => {
  expect(parseJapaneseDate(text)).toEqual({ ok: false, refusal });
});

test('writes the styles of letters, tables and lists [DOC-05, WRT-03]', () => {
  const date = plainDate('2022-11-21');
  expect(formatEraDate(date, 'weekday')).toBe('令和4年11月21日（月）');
  expect(formatEraDate(date, 'table')).toBe('令和4.11.21');
  expect(formatEraDate(date, 'short')).toBe('R4.11.21');
  expect(formatSlashDate(date)).toBe('2022/11/21（月）');
  expect(formatEraDate(plainDate('2019-05-01'), 'table')).toBe('令和元.5.1');
  expect(formatEraDate(plainDate('2019-05-01'), 'short')).toBe('R1.5.1');
  expect(formatEraDate(plainDate('1868-01-02'), 'short')).toBe('1868.1.2');
});

test('names the days of the week from Sunday', () => {
  expect([0, 1, 2, 3, 4, 5, 6].map(weekdayName).join('')).toBe('日月火水木金土');
});

test('a new era is one more line of the table [FRM-10]', () => {
  const eras = [{ name: '新元', letter: 'N', firstDay: plainDate('2040-10-01') }, ...ERAS];
  expect(formatEraDate(plainDate('2040-10-01'), 'short', eras)).toBe('N1.10.1');
  expect(parseJapaneseDate('R22.10.1', eras)).toEqual({
    ok: false,
    refusal: { kind: 'wrong-era', rightEra: '新元元年' },
  });
  expect(formatEraDate(plainDate('2040-10-01'))).toBe('令和22年10月1日');
});
