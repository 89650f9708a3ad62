import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decodeCursor, encodeCursor } from '#record/paging.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { getInstructorActivity } from './instructor-activity.server.ts';
import { everyInstructor, type InstructorFilters } from './instructor-filters.server.ts';
import { listInstructors, type InstructorOrder } from './instructor-queries.server.ts';
import { instructorRecords } from './instructor-records.server.ts';

const desk = useTestDatabase();

const blank: Omit<InstructorInput, 'number'> = {
  kind: 'meister',
  division: null,
  name: '架空 太郎',
  nameKana: 'カクウ タロウ',
  birthYear: null,
  trades: ['kikai-kako'],
  employer: null,
  postalCode: null,
  municipalityCode: '352039',
  address: null,
  phone: null,
  email: null,
  certifiedOn: null,
  course: null,
  lastActivityOn: null,
  yearlyCap: null,
  availableWeekdays: null,
  unavailableDates: null,
  isPublic: null,
  monthlyCap: null,
  hostKinds: null,
  hostFounders: null,
};

async function register(number: string, changes: Partial<InstructorInput> = {}): Promise<string> {
  const created = await instructorRecords.create(desk.context(), {
    input: { ...blank, number, ...changes },
    fiscalYear: 2022,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const host = '00000000-0000-0000-0000-00000000000a';

/** Visits of an instructor, put in by SQL: this slice only reads them. */
async function visit(instructorId: string, visits: readonly (readonly [day: string, status: string])[]): Promise<void> {
  await desk.asOwner(`insert into organization
    (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    values ('35', '${host}', 'O-1', 'sme', '架空精機', '352039', '', '') on conflict do nothing`);
  for (const [day, status] of visits) {
    const id = crypto.randomUUID();
    await desk.asOwner(`insert into visit
      (corner_code, visit_id, number, program, organization_id, trade_code, visit_on, trainees, status, search_text)
      values ('35', '${id}', '${id}', 'practical-instruction', '${host}', 'kikai-kako', '${day}', 5, '${status}', '');
      insert into visit_instructor (corner_code, visit_id, instructor_id, position) values ('35', '${id}', '${instructorId}', 1)`);
  }
}

type Reading = {
  readonly order?: InstructorOrder;
  readonly cursor?: string | undefined;
  readonly limit?: number;
  readonly year?: number;
};

async function read(
  filters: Partial<InstructorFilters> = {},
  { order = 'kana', cursor, limit = 50, year = 2022 }: Reading = {},
) {
  return listInstructors(desk.context(), {
    filters: { ...everyInstructor, ...filters },
    order,
    cursor: decodeCursor(cursor, order === 'number' ? 1 : 2),
    fiscalYear: year,
    limit,
  });
}

const numbers = async (filters: Partial<InstructorFilters>, reading?: Reading) =>
  (await read(filters, reading)).rows.map(({ number }) => number);

test('finds a person by variants, kana, width, employer and trade [SEA-01] [SEA-03] [SEA-05] [SEA-13]', async () => {
  await register('M-001', { name: '渡邉 髙志', nameKana: 'ワタナベ タカシ', employer: '㈱架空工業' });
  const counts = ['渡辺', '高志', 'わたなべ', 'ﾜﾀﾅﾍﾞ　ﾀｶｼ', '(株)架空', '機械加工', 'm-001', '渡', '左官', '100%'];
  const found = await Promise.all(counts.map(async (q) => (await read({ q })).count));
  expect(found).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
});

test.each([
  ['width', ['ﾜﾀﾅﾍﾞ', 'ＡＢＣ', 'abc', 'Ｍ－００１', '㍿']],
  ['kana', ['わたなべ', 'ワタナベ', 'ﾜﾀﾅﾍﾞ', 'わたナベ']],
  ['small and large kana', ['きょう', 'きよう', 'キヨウ', 'キョオ']],
  ['long vowels', ['きょー', 'こーきょう', 'こうきょー', 'コオキョオ']],
  ['old and variant kanji', ['渡辺', '渡邊', '渡邉', '髙', '高', '広', '廣', '高広', '髙廣']],
  ['hyphens', ['m-001', 'M‐001', 'Ｍー００１', 'M−001', 'M–001']],
  ['spaces', ['渡辺 高広', '渡辺　高広', '高広 渡辺', '渡辺高広', 'わたなべ　こうきょう', ' 渡 邉 ']],
  ['one, two and more characters', ['渡', '渡邉', '渡邉髙', '旋', '工業', '機械加工']],
])('the ledger is searched over %s [SEA-01] [SEA-02] [SEA-03] [SEA-05] [FRM-26]', async (_, queries) => {
  const employer = '株式会社ＡＢＣ旋盤工業';
  await register('M-001', { name: '渡邉 髙廣', nameKana: 'ワタナベ コウキョウ', employer });
  await register('M-002', { name: '林 一', nameKana: 'ハヤシ ハジメ', trades: ['sakan'] });
  const found = await Promise.all(queries.map(async (q) => [q, await numbers({ q })]));
  expect(found).toEqual(queries.map((q) => [q, ['M-001']]));
});

test.each(['わだなべ', '渡部', '廣髙', 'ぺこ', '002 渡', '邉髙志', 'キヨ ハジメ'])(
  'the ledger has nobody for %s [SEA-04]',
  async (q) => {
    await register('M-001', { name: '渡邉 髙廣', nameKana: 'ワタナベ コウキョウ' });
    await register('M-002', { name: '林 一', nameKana: 'ハヤシ ハジメ' });
    expect(await numbers({ q })).toEqual([]);
  },
);

test('a search stays within the corner, though its view does not stand behind row-level security [SEC-13]', async () => {
  await register('M-001');
  await desk.asOwner(`insert into instructor
    (corner_code, instructor_id, number, kind, name, name_kana, municipality_code, search_text, sort_key)
    values ('34', gen_random_uuid(), 'M-001', 'meister', '隣県 花子', 'リンケン', '342025', '隣県花子', 'リ')`);
  const counts = await Promise.all(['隣県', '隣県花', '隣', '架空'].map(async (q) => (await read({ q })).count));
  expect(counts).toEqual([0, 0, 0, 1]);
});

test('every filter narrows the list, and they add up [SEA-13]', async () => {
  await register('M-001', { nameKana: 'ガモウ', course: { status: 'exempt' } });
  await register('M-002', {
    kind: 'medalist',
    nameKana: 'アベ',
    trades: ['sakan', 'shiage'],
    municipalityCode: '352012',
  });
  await register('M-003', {
    nameKana: 'カモ',
    trades: ['shiage'],
    course: { status: 'completed', on: plainDate('2020-04-01') },
  });
  expect(await numbers({ kind: 'medalist' })).toEqual(['M-002']);
  expect(await numbers({ trade: 'shiage' })).toEqual(['M-002', 'M-003']);
  expect(await numbers({ municipality: '352012' })).toEqual(['M-002']);
  expect(await numbers({ course: 'completed' })).toEqual(['M-003']);
  expect(await numbers({ course: 'unknown' })).toEqual(['M-002']);
  expect(await numbers({ row: 'か' })).toEqual(['M-003', 'M-001']);
  expect(await numbers({ row: 'か', trade: 'shiage' })).toEqual(['M-003']);
});

test('the row わ of the index has ヲ and ン, the row あ has ヴ [SEA-12]', async () => {
  await register('M-001', { nameKana: 'ンジャイ' });
  await register('M-002', { nameKana: 'ヴァン' });
  expect(await numbers({ row: 'わ' })).toEqual(['M-001']);
  expect(await numbers({ row: 'あ' })).toEqual(['M-002']);
});

test('counts the visits of the 年度 that is looked at; cancelled and deleted ones count nowhere [contract.md §4]', async () => {
  const id = await register('M-001');
  await visit(id, [
    ['2022-03-31', 'held'],
    ['2022-04-01', 'held'],
    ['2022-11-01', 'held'],
    ['2022-12-20', 'planned'],
    ['2022-06-01', 'cancelled'],
    ['2023-04-01', 'planned'],
  ]);
  const countsOf = async (year: number) => (await read({}, { year })).rows.map(({ held, planned }) => [held, planned]);
  expect(await Promise.all([2021, 2022, 2023].map(countsOf))).toEqual([[[1, 0]], [[2, 1]], [[0, 1]]]);
  await desk.asOwner("update visit set deleted_at = now(), deleted_reason = '誤り' where status = 'held'");
  expect(await countsOf(2022)).toEqual([[0, 1]]);
});

test('the last activity is the later of the entered day and the last held visit, of any 年度', async () => {
  const entered = await register('M-001', { lastActivityOn: plainDate('2022-08-01') });
  const held = await register('M-002', { lastActivityOn: plainDate('2020-08-01') });
  await register('M-003');
  await visit(entered, [['2021-05-01', 'held']]);
  await visit(held, [
    ['2022-09-01', 'held'],
    ['2022-12-01', 'planned'],
  ]);
  const page = await read({}, { order: 'recent' });
  expect(page.rows.map(({ number, lastActivityOn }) => [number, lastActivityOn])).toEqual([
    ['M-002', '2022-09-01'],
    ['M-001', '2022-08-01'],
    ['M-003', ''],
  ]);
  expect(await numbers({}, { order: 'dormant' })).toEqual(['M-003', 'M-001', 'M-002']);
});

test.each(['kana', 'number', 'recent', 'dormant'] as const)(
  'pages by %s have every row once, there and back',
  async (order) => {
    for (let index = 0; index < 7; index += 1) {
      const lastActivityOn = index % 3 === 0 ? null : plainDate(`2022-0${1 + (index % 2)}-01`);
      await register(`M-${index}`, { nameKana: index % 2 ? 'カ' : 'ガ', lastActivityOn });
    }
    const whole = await numbers({}, { order });
    const first = await read({}, { order, limit: 3 });
    const second = await read({}, { order, limit: 3, cursor: first.next });
    const third = await read({}, { order, limit: 3, cursor: second.next });
    expect([first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number))).toEqual(whole);
    expect((await read({}, { order, limit: 3, cursor: second.previous })).rows).toEqual(first.rows);
    expect([first.count, third.next]).toEqual([7, undefined]);
  },
);

test.each([{}, { q: '架空' }])(
  'a page behind the last person still says how many there are, of %j',
  async (filters) => {
    await register('M-001');
    const cursor = encodeCursor({ values: ['\uFFFF', 'M-001'], before: false });
    const { rows, count } = await read(filters, { cursor });
    expect([rows, count]).toEqual([[], 1]);
  },
);

test('the activity of a person lists the visits of the 年度 by day, with host and trade', async () => {
  const id = await register('M-001');
  await visit(id, [
    ['2022-12-20', 'planned'],
    ['2022-06-01', 'cancelled'],
    ['2022-05-01', 'held'],
    ['2021-05-01', 'held'],
  ]);
  const activity = await getInstructorActivity(desk.context(), { id, fiscalYear: 2022 });
  expect(
    activity.visits.map(({ visitOn, host: name, tradeCode, status }) => [visitOn, name, tradeCode, status]),
  ).toEqual([
    ['2022-05-01', '架空精機', 'kikai-kako', 'held'],
    ['2022-06-01', '架空精機', 'kikai-kako', 'cancelled'],
    ['2022-12-20', '架空精機', 'kikai-kako', 'planned'],
  ]);
  expect(activity).toMatchObject({ held: 1, planned: 1, lastHeldOn: '2022-05-01' });
  expect((await getInstructorActivity(desk.context(), { id, fiscalYear: 2020 })).lastHeldOn).toBe('2022-05-01');
});

test('a deleted person leaves the list', async () => {
  const id = await register('M-001');
  await instructorRecords.remove(desk.context(), { id, version: 1, reason: '二重登録' });
  expect((await read()).count).toBe(0);
});

test('another corner sees no row, and someone of another corner may not ask [SEC-13]', async () => {
  const id = await register('M-001');
  await visit(id, [['2022-05-01', 'held']]);
  const listing = { filters: everyInstructor, order: 'kana', cursor: undefined, fiscalYear: 2022 } as const;
  const neighbour = desk.context({ corner: '34' });
  expect((await listInstructors(neighbour, listing)).rows).toEqual([]);
  expect(await getInstructorActivity(neighbour, { id, fiscalYear: 2022 })).toMatchObject({
    visits: [],
    lastHeldOn: null,
  });
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(listInstructors(stranger, listing)).rejects.toThrow(Forbidden);
  await expect(getInstructorActivity(stranger, { id, fiscalYear: 2022 })).rejects.toThrow(Forbidden);
});
