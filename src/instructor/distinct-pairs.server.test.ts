import { beforeEach, expect, test } from 'vitest';
import { anInstructor, registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listToldApart, tellApart, untellApart } from './distinct-pairs.server.ts';
import { findDuplicates, listSuspectedPairs } from './instructor-duplicates.server.ts';
import { instructorRecords } from './instructor-records.server.ts';
import { mergeInstructors } from './merge-instructors.server.ts';

const desk = useTestDatabase();
let one = '';
let other = '';

beforeEach(async () => {
  one = await registerInstructor(desk.context(), { number: 'M-001', birthYear: 1955 });
  other = await registerInstructor(desk.context(), { number: 'M-002', birthYear: 1955 });
});

const say = (reason = '同じ年の同姓同名。本人に電話で確かめた') => tellApart(desk.context(), { one, other, reason });
const pairs = async () => (await listSuspectedPairs(desk.context())).length;
const change = (changes: Parameters<typeof anInstructor>[0], version = 1) =>
  instructorRecords.update(desk.context(), {
    id: other,
    version,
    input: anInstructor({ number: 'M-002', birthYear: 1955, ...changes }),
    fiscalYear: 2022,
  });

test('a pair that is said to be two people is shown no more, and says by whom and why', async () => {
  expect(await pairs()).toBe(1);
  expect(await say()).toMatchObject({ ok: true });
  expect(await pairs()).toBe(0);
  expect(await listToldApart(desk.context())).toMatchObject([
    { reason: '同じ年の同姓同名。本人に電話で確かめた', decidedBy: desk.context().actor.name },
  ]);
  for (const id of [one, other])
    expect((await listHistory(desk.context().db, { kind: 'instructor', id }))[0]).toMatchObject({
      action: 'told-apart',
      after: { reason: '同じ年の同姓同名。本人に電話で確かめた' },
    });
});

test('no warning comes at entry between the two, and still one for a third', async () => {
  const third = await registerInstructor(desk.context(), { number: 'M-003', nameKana: 'ベツ ノヒト' });
  await say();
  const newcomer = { nameKana: 'カクウ タロウ', birthYear: 1955, phone: null };
  expect((await findDuplicates(desk.context(), { ...newcomer, id: other })).map(({ id }) => id)).toEqual([]);
  expect((await findDuplicates(desk.context(), { ...newcomer, id: third })).map(({ id }) => id).toSorted()).toEqual(
    [one, other].toSorted(),
  );
  expect(await findDuplicates(desk.context(), newcomer)).toHaveLength(2);
});

test.each([
  ['the telephone', { phone: '083-000-0009' }],
  ['telephone and spelling', { nameKana: 'カクウ タロオ', phone: '083-000-0009' }],
])('the pair is asked about again once %s of one changes', async (_, changes) => {
  await say();
  await change(changes);
  expect(await pairs()).toBe(1);
  expect(await listToldApart(desk.context())).toEqual([]);
});

test('what changes besides leaves the saying as it is', async () => {
  await say();
  await change({ employer: '架空工業', address: '中央1-1' });
  expect(await pairs()).toBe(0);
  await change({ employer: '架空工業', nameKana: 'カクウタロウ' }, 2);
  expect(await pairs()).toBe(0);
});

test('a saying that is undone brings the pair back, and is in the history', async () => {
  await say();
  await untellApart(desk.context(), { one: other, other: one });
  expect(await pairs()).toBe(1);
  const [entry] = await listHistory(desk.context().db, { kind: 'instructor', id: one });
  expect(entry?.action).toBe('apart-undone');
  await untellApart(desk.context(), { one, other });
  expect(await listHistory(desk.context().db, { kind: 'instructor', id: one })).toHaveLength(3);
});

test('it needs a reason, and two records that look alike', async () => {
  expect(await say(' ')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await say('長'.repeat(201))).toMatchObject({ refusal: { kind: 'reason-too-long', limit: 200 } });
  expect(await tellApart(desk.context(), { one, other: one, reason: 'x' })).toMatchObject({
    refusal: { kind: 'not-suspected' },
  });
  await change({ birthYear: 1960 });
  expect(await say()).toMatchObject({ refusal: { kind: 'not-suspected' } });
});

test('two that were said to be two people may still be merged when that was wrong', async () => {
  await say();
  const [survivor, given] = [one, other].map((id) => ({ id, version: 1 }));
  if (!survivor || !given) throw new Error('nobody to merge');
  expect((await mergeInstructors(desk.context(), { survivor, other: given, reason: '同じ人だった' })).ok).toBe(true);
  expect(await listToldApart(desk.context())).toEqual([]);
});

test('who may not merge may not tell apart, and a neighbour corner finds nobody [SEC-13]', async () => {
  for (const role of ['clerk', 'coordinator', 'auditor', 'center', 'instructor'] as const)
    expect(() => tellApart(desk.context({ role }), { one, other, reason: 'x' })).toThrow(Forbidden);
  await expect(tellApart(desk.context({ corner: '34' }), { one, other, reason: 'x' })).rejects.toThrow(NotFound);
});
