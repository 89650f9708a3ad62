import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { ageOrBirthYear } from './age-or-birth-year.ts';
import { parsePastedRoster } from './roster-paste.ts';
import { carryRoster, changeRoster, countRoster, tickRoster, type RosterEntry } from './roster.ts';

const today = plainDate('2022-11-30');
const visit = { status: 'planned', visitOn: today } as const;
const person = (name: string, present: boolean | null = null): RosterEntry => ({
  name,
  nameKana: null,
  age: null,
  affiliation: null,
  aimedGrade: null,
  present,
});

test.each([
  ['17', { kind: 'age', years: 17 }],
  ['１７歳', { kind: 'age', years: 17 }],
  ['2005', { kind: 'birth-year', year: 2005 }],
  ['2005年生', { kind: 'birth-year', year: 2005 }],
  ['平成17年', { kind: 'birth-year', year: 2005 }],
  ['H17', { kind: 'birth-year', year: 2005 }],
  ['令和元年', { kind: 'birth-year', year: 2019 }],
  ['4', undefined],
  ['117', undefined],
  ['1899', undefined],
  ['十七', undefined],
  ['2005/4/1', undefined],
])('%s is read as %j, and what is read is written so that it is read again', (typed, expected) => {
  const codec = ageOrBirthYear();
  const read = codec.parse(typed);
  expect(read.ok ? read.value : undefined).toEqual(expected);
  if (read.ok) expect(codec.parse(codec.format(read.value))).toEqual(read);
});

test('whoever came is counted, nobody before 出席 was recorded, and no newcomer before a tick (contract.md §4)', () => {
  expect(countRoster([])).toEqual({ listed: 0, present: null });
  expect(countRoster([person('一'), person('二')])).toEqual({ listed: 2, present: null });
  expect(countRoster([person('一', true), person('二', false), person('三')])).toEqual({ listed: 3, present: 1 });
  expect(countRoster([person('一', false)])).toEqual({ listed: 1, present: 0 });
});

test('出席 is ticked by place, from the day of the visit on, and not where nobody stands', () => {
  const own = [person('一'), person('二', true)];
  const came = new Set([1]);
  expect(tickRoster(visit, own, { came, today })).toEqual({
    ok: true,
    value: [person('一', true), person('二', false)],
  });
  const tomorrow = plainDate('2022-12-01');
  expect(tickRoster({ ...visit, visitOn: tomorrow }, own, { came, today })).toMatchObject({
    refusal: { kind: 'not-yet' },
  });
  expect(tickRoster(visit, [], { came, today })).toEqual({ ok: false, refusal: { kind: 'no-roster' } });
});

test('the people of the visit before come behind one another, nobody twice and nobody as present', () => {
  const taken = carryRoster(visit, [person('一', true)], [person('一', true), person('二', true)]);
  expect(taken).toEqual({ ok: true, value: [person('一', true), person('二')] });
  expect(carryRoster(visit, [], [])).toEqual({ ok: false, refusal: { kind: 'nothing-earlier' } });
});

test('no roster of a cancelled visit changes, and none grows beyond 200', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => person(`受講 ${index}`));
  expect(changeRoster({ ...visit, status: 'cancelled' }, [])).toMatchObject({ refusal: { kind: 'cancelled' } });
  expect(changeRoster(visit, many(200)).ok).toBe(true);
  expect(changeRoster(visit, many(201))).toMatchObject({ refusal: { kind: 'too-many', limit: 200, count: 201 } });
});

test('lines from Excel are read with or without headings, with columns nobody needs left out and named', () => {
  const { lines, left } = parsePastedRoster(
    'No.\t氏名\tふりがな\t年齢\t学年\r\n1\t見本　一郎\tみほん いちろう\t17\t機械科2年\r\n\r\n',
  );
  expect(left).toEqual(['No.']);
  expect(lines).toMatchObject([
    {
      line: 2,
      read: {
        name: '見本 一郎',
        nameKana: 'ミホン イチロウ',
        age: { years: 17 },
        affiliation: '機械科2年',
        aimedGrade: null,
      },
    },
  ]);
  const plain = parsePastedRoster('試験 花子\t\t2004\t架空精機\t2級');
  expect(plain.lines[0]?.read).toMatchObject({ name: '試験 花子', age: { year: 2004 }, aimedGrade: '2級' });
});

test('a quoted cell may hold a line end; a line that cannot be read says where it stands and why', () => {
  const { lines } = parsePastedRoster('"架空\n""太郎"""\t\n\tカナ\t\n花子\t漢字');
  expect(lines.map(({ line, problems }) => [line, problems.map(({ key, problem }) => [key, problem.kind])])).toEqual([
    [1, []],
    [3, [['name', 'missing']]],
    [4, [['nameKana', 'not-kana']]],
  ]);
  expect(lines[0]?.read?.name).toBe('架空 "太郎"');
});
