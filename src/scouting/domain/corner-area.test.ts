import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { areaOf, listAreas } from './corner-area.ts';
import { listPriorityTrades } from './priority-trade.ts';

test('every municipality of corner 35 lies in exactly one of its four areas', () => {
  const inAreas = listAreas('35').flatMap(({ municipalities }) => municipalities);
  expect(inAreas.toSorted()).toEqual(listMunicipalities('35').map(({ code }) => code));
});

test.each([
  ['352080', '東部'],
  ['352039', '中部'],
  ['352012', '西部'],
  ['355020', '北部'],
  ['341002', '県外'],
])('%s lies in %s', (code, name) => {
  expect(areaOf(code, listAreas('35')).name).toBe(name);
});

test('a corner without areas is looked at by municipality', () => {
  expect(listAreas('19').map(({ name }) => name)).toEqual(listMunicipalities('19').map(({ name }) => name));
});

test('the priority trades of a plan are trades, and hold from its first day [Y4-02]', () => {
  const trades = listPriorityTrades('35', plainDate('2022-04-01'));
  expect([...trades.keys()].filter((code) => !findTrade(code))).toEqual([]);
  expect([trades.get('kikai-kako'), trades.get('kashi')]).toEqual(['high-demand', 'few-registered']);
  expect(listPriorityTrades('35', plainDate('2022-03-31')).size).toBe(0);
  expect(listPriorityTrades('34', plainDate('2022-11-30')).size).toBe(0);
});
