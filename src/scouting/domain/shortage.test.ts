import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { BlockRule } from '#matching/domain/proposal.ts';
import { listAreas } from './corner-area.ts';
import {
  boardTrade,
  figuresOfInstructor,
  figuresOfRequest,
  isForWantOfPeople,
  listCounted,
  tabulateShortage,
  type ShortageInstructor,
  type ShortageRequest,
} from './shortage.ts';

const today = plainDate('2022-11-30');
const areas = listAreas('35');

function aRequest(changes: Partial<ShortageRequest> = {}): ShortageRequest {
  return {
    id: 'r1',
    program: 'practical-instruction',
    tradeCode: 'kikai-kako',
    municipalityCode: '352152',
    wished: 2,
    planned: 0,
    held: 0,
    unplaced: 0,
    ...changes,
  };
}

function anInstructor(changes: Partial<ShortageInstructor> = {}): ShortageInstructor {
  return {
    id: 'i1',
    kind: 'meister',
    tradeCodes: ['kikai-kako'],
    municipalityCode: '352080',
    course: 'completed',
    certifiedOn: plainDate('2015-04-01'),
    lastActivityOn: plainDate('2022-06-01'),
    yearlyCap: null,
    planned: 0,
    held: 0,
    ...changes,
  };
}

test.each<readonly [string, Partial<ShortageRequest>, readonly string[]]>([
  ['no visit is planned', {}, ['requests', 'unserved']],
  ['one visit of two is missing', { held: 1 }, ['requests', 'unserved']],
  ['all visits are planned', { planned: 2 }, ['requests']],
  ['all visits were held', { held: 2 }, ['requests']],
  ['the assignment of the year found nobody for one', { unplaced: 1 }, ['requests', 'unserved', 'unplaced']],
  ['it found nobody, but visits were planned since', { unplaced: 2, planned: 2 }, ['requests']],
  ['medalists speak there', { program: 'medalist-talk' }, []],
  ['a skilled worker goes there', { program: 'skilled-worker-dispatch' }, ['requests', 'unserved']],
])('counts a request as demand: %s', (_, changes, figures) => {
  expect(figuresOfRequest(aRequest(changes), today)).toEqual(figures);
});

test.each<readonly [readonly BlockRule[], boolean]>([
  [[], true],
  [['course-done'], true],
  [['taken', 'no-day'], true],
  [['no-day'], false],
  [['closed-day', 'host-limit', 'forbidden'], false],
])('what keeps a session away is %j: more people would help is %s', (rules, expected) => {
  expect(isForWantOfPeople(rules.map((rule) => ({ rule, instructors: 0 })))).toBe(expected);
});

const all = ['registered', 'available', 'trained', 'ready'];

test.each<readonly [string, Partial<ShortageInstructor>, readonly string[]]>([
  ['active and trained', {}, all],
  ['exempt from the course', { course: 'exempt' }, all],
  ['without the course', { course: 'not-taken' }, ['registered', 'available']],
  ['a skilled worker needs no course', { kind: 'skilled-worker', course: null }, all],
  ['a medalist is found elsewhere', { kind: 'medalist' }, []],
  ['the last visit of the cap is left', { yearlyCap: 3, held: 1, planned: 1 }, all],
  ['the cap is used up by planned visits', { yearlyCap: 2, held: 1, planned: 1 }, ['registered', 'trained']],
  ['active three years ago to the day', { lastActivityOn: plainDate('2019-11-30') }, all],
  ['active a day longer ago', { lastActivityOn: plainDate('2019-11-29') }, ['registered', 'trained']],
  ['never active, certified lately', { lastActivityOn: null, certifiedOn: plainDate('2022-01-01') }, all],
])('counts an instructor as supply: %s [domain.md §5.2]', (_, changes, figures) => {
  expect(figuresOfInstructor(anInstructor(changes), today)).toEqual(figures);
});

test('a contest trade counts under its 技能検定 trade, once for a person who has both', () => {
  const trade = boardTrade('senban');
  const counted = listCounted({
    requests: [],
    wishes: [],
    instructors: [anInstructor({ tradeCodes: ['senban', trade] })],
    areas,
    today,
  });
  expect(
    tabulateShortage(counted, { areas, always: [] }).map(({ tradeCode, registered }) => [tradeCode, registered]),
  ).toEqual([[trade, 1]]);
});

test('wishes of the survey count as a figure of their own, with the visits that they ask for [A7-05]', () => {
  const aWish = { id: 'w1', tradeCode: 'senban', municipalityCode: '352080', sessions: 3 };
  const wishes = [
    aWish,
    { ...aWish, id: 'w2', tradeCode: 'kikai-kako', sessions: 10 },
    { ...aWish, id: 'w3', municipalityCode: '352039' },
  ];
  const counted = listCounted({ requests: [aRequest()], wishes, instructors: [], areas, today });
  const cells = tabulateShortage(counted, { areas, always: [] });
  expect(
    cells.map((cell) => [cell.tradeCode, cell.area.name, cell.requests, cell.wishes, cell.wishedSessions]),
  ).toEqual([
    ['kikai-kako', '中部', 1, 1, 3],
    ['kikai-kako', '東部', 0, 2, 13],
  ]);
});

test('adds up by trade and area, and the rows behind a figure are as many as it says', () => {
  const counted = listCounted({
    requests: [aRequest(), aRequest({ id: 'r2', held: 2 }), aRequest({ id: 'r3', municipalityCode: '352080' })],
    wishes: [],
    instructors: [anInstructor(), anInstructor({ id: 'i2', tradeCodes: ['kikai-kako', 'kashi'], course: null })],
    areas,
    today,
  });
  const cells = tabulateShortage(counted, { areas, always: [] });
  const figuresIn = (trade: string, area: string) =>
    cells
      .filter(({ tradeCode, area: { name } }) => tradeCode === trade && name === area)
      .map(({ requests, unserved, registered, available, trained, ready }) =>
        [requests, unserved, registered, available, trained, ready].join(),
      );
  expect([figuresIn('kikai-kako', '中部'), figuresIn('kikai-kako', '東部'), figuresIn('kashi', '東部')]).toEqual([
    ['2,1,0,0,0,0'],
    ['1,1,2,2,1,1'],
    ['0,0,1,1,0,0'],
  ]);
  for (const cell of cells) {
    const rows = counted.filter(
      ({ trades, area, figures }) =>
        trades.includes(cell.tradeCode) && area.code === cell.area.code && figures.includes('registered'),
    );
    expect(rows).toHaveLength(cell.registered);
  }
});

test('a priority trade stands in every area, even where nobody asks and nobody teaches [Y4-02]', () => {
  const cells = tabulateShortage([], { areas, always: ['denki-kiki'] });
  expect(cells.map(({ tradeCode, area }) => `${tradeCode} ${area.name}`)).toEqual([
    'denki-kiki 東部',
    'denki-kiki 中部',
    'denki-kiki 西部',
    'denki-kiki 北部',
  ]);
});
