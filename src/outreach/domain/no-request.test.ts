import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { lineState, stateNoRequest } from './no-request.ts';

const none = { visits: 0, requests: 0 };
const state = (statedOn: string, facts: { visits: number; requests: number } = none) => {
  const noRequest = { statedOn: plainDate(statedOn), efforts: '案内を送付' };
  const today = plainDate('2022-11-30');
  const stated = stateNoRequest(noRequest, { line: 'station', fiscalYear: 2022, today, facts });
  return stated.ok ? 'stated' : stated.refusal.kind;
};

test.each([
  ['2022-11-30', 'stated'],
  ['2022-12-01', 'in-the-future'],
  ['2022-04-01', 'stated'],
  ['2022-03-31', 'outside-year'],
])('要請なし as of %s is %s in 令和4年度 [Y4-11, domain.md §4.5]', (day, expected) => {
  expect(state(day)).toBe(expected);
});

test('nobody says 要請なし of a line that somebody asked for or that was visited', () => {
  expect(state('2022-11-30', { visits: 1, requests: 0 })).toBe('asked');
  expect(state('2022-11-30', { visits: 0, requests: 1 })).toBe('asked');
});

test('what came after counts, whatever was said before', () => {
  expect(lineState(none, true)).toBe('no-request');
  expect(lineState(none, false)).toBe('open');
  expect(lineState({ visits: 0, requests: 1 }, true)).toBe('asked');
});
