import { expect, test } from 'vitest';
import { date, dateList, dateWindows, time } from './date-codecs.ts';

test.each(['2022-11-21', '2022/11/21', 'R4.11.21', '令和4年11月21日', '２０２２／１１／２１'])(
  'the date %j is stored as 2022-11-21 [FRM-10]',
  (typed) => {
    expect(date().parse(typed)).toEqual({ ok: true, value: '2022-11-21' });
  },
);

test.each([
  ['未定', { kind: 'not-a-date', value: '未定' }],
  ['2023-02-29', { kind: 'no-such-day', value: '2023-02-29' }],
  ['平成31年5月1日', { kind: 'wrong-era', value: '平成31年5月1日', rightEra: '令和元年' }],
  ['2022/11/21（火）', { kind: 'wrong-weekday', value: '2022/11/21（火）', rightWeekday: '月' }],
  ['1700-01-01', { kind: 'year-out-of-range', value: '1700-01-01', first: 1868, last: 2200 }],
])('refuses the date %j with its facts [FRM-10]', (typed, refusal) => {
  expect(date().parse(typed)).toEqual({ ok: false, refusal });
});

test.each([
  ['9:30', '09:30'],
  ['09:30', '09:30'],
  ['９：３０', '09:30'],
  ['9時30分', '09:30'],
  ['９時', '09:00'],
  ['13時半', '13:30'],
  ['9:30:00', '09:30'],
  ['0:00', '00:00'],
  ['23:59', '23:59'],
])('the time %j is %s [FRM-11]', (typed, value) => {
  expect(time().parse(typed)).toEqual({ ok: true, value });
});

test.each(['24:00', '9:60', '930', '9', '9:3', '9:30:15', '午後', ''])('%j is no time [FRM-11]', (typed) => {
  expect(time().parse(typed)).toEqual({ ok: false, refusal: { kind: 'not-a-time', value: typed } });
});

test('several days stand in one cell, each once', () => {
  expect(dateList().parse('2023-06-01;R5.6.2；2023/06/03;')).toEqual({
    ok: true,
    value: ['2023-06-01', '2023-06-02', '2023-06-03'],
  });
  expect(dateList().parse('2023-06-01;2023/6/1')).toEqual({
    ok: false,
    refusal: { kind: 'repeated', value: '2023/6/1' },
  });
  expect(dateList({ limit: 1 }).parse('2023-06-01;2023-06-02')).toEqual({
    ok: false,
    refusal: { kind: 'too-many', limit: 1, count: 2 },
  });
});

const JUNE_JULY = { from: '2023-06-01', until: '2023-07-31' };
const ONE_DAY = { from: '2023-09-01', until: '2023-09-01' };

test.each([
  ['2023-06-01〜2023-07-31', [JUNE_JULY]],
  ['2023-06-01～2023-07-31', [JUNE_JULY]],
  ['2023-06-01 ~ 2023-07-31', [JUNE_JULY]],
  ['令和5年6月1日〜R5.7.31', [JUNE_JULY]],
  ['2023-09-01', [ONE_DAY]],
  ['2023-06-01〜2023-07-31;2023/9/1', [JUNE_JULY, ONE_DAY]],
])('the candidate days %j are windows with both ends [contract §3]', (typed, windows) => {
  expect(dateWindows().parse(typed)).toEqual({ ok: true, value: windows });
});

test('a window of one day is written as the day', () => {
  const read = dateWindows().parse('2023-06-01～2023-07-31;2023-09-01〜2023-09-01');
  expect(read.ok && dateWindows().format(read.value)).toBe('2023-06-01〜2023-07-31;2023-09-01');
});

test.each([
  ['2023-07-31〜2023-06-01', { kind: 'range-reversed', value: '2023-07-31〜2023-06-01' }],
  ['2023-06-01〜', { kind: 'not-a-date', value: '' }],
  ['〜2023-06-01', { kind: 'not-a-date', value: '' }],
  ['2023-06-01〜2023-06-31', { kind: 'no-such-day', value: '2023-06-31' }],
  ['2023-06-01〜2023-06-02〜2023-06-03', { kind: 'not-a-date', value: '2023-06-01〜2023-06-02〜2023-06-03' }],
])('refuses the candidate days %j', (typed, refusal) => {
  expect(dateWindows().parse(typed)).toEqual({ ok: false, refusal });
});
