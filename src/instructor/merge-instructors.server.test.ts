import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listHistory } from '#platform/audit/audit-queries.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { findDuplicates, findEnteringDuplicates, listSuspectedPairs } from './instructor-duplicates.server.ts';
import { everyInstructor } from './instructor-filters.server.ts';
import { listInstructors } from './instructor-queries.server.ts';
import { instructorRecords } from './instructor-records.server.ts';
import { mergeInstructors } from './merge-instructors.server.ts';
import { findRegistrationEnd } from './registration.server.ts';
import { findSurvivor, listMerged } from './merged-instructors.server.ts';

const desk = useTestDatabase();

const blank: InstructorInput = {
  number: '',
  kind: 'meister',
  division: null,
  name: '架空 花子',
  nameKana: 'カクウ ハナコ',
  birthYear: 1955,
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
  const input = { ...blank, number, ...changes };
  const created = await instructorRecords.create(desk.context(), { input, fiscalYear: 2022 });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const host = '00000000-0000-0000-0000-00000000000a';

async function visit(day: string, instructorIds: readonly string[], hours = ['null', 'null']): Promise<void> {
  const id = crypto.randomUUID();
  await desk.asOwner(`insert into organization
    (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    values ('35', '${host}', 'O-1', 'sme', '架空精機', '352039', '', '') on conflict do nothing;
    insert into visit
    (corner_code, visit_id, number, program, organization_id, trade_code, visit_on, starts_at, ends_at, trainees, status,
    search_text) values ('35', '${id}', '${id}', 'practical-instruction', '${host}', 'kikai-kako', '${day}', ${hours.join(', ')},
    5, 'held', '')`);
  for (const [position, instructorId] of instructorIds.entries()) {
    await desk.asOwner(`insert into visit_instructor (corner_code, visit_id, instructor_id, position)
      values ('35', '${id}', '${instructorId}', ${position})`);
  }
}

const once = (id: string, version = 1) => ({ id, version });
const reason = '同じ人の二重登録';

async function search(q: string) {
  const listing = { filters: { ...everyInstructor, q }, order: 'kana', cursor: undefined, fiscalYear: 2022 } as const;
  return (await listInstructors(desk.context(), listing)).rows;
}

test('the visits of both count for the survivor, and one on which both stand counts once', async () => {
  const survivor = await register('M-001');
  const other = await register('M-002', { trades: ['shiage'], phone: '083-000-0000' });
  await visit('2022-05-01', [survivor]);
  await visit('2022-06-01', [other]);
  await visit('2022-07-01', [other, survivor]);
  const merged = await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason });
  expect(merged).toEqual({ ok: true, value: { id: survivor } });
  const rows = await search('');
  expect(rows.map(({ number, held, tradeCodes }) => [number, held, tradeCodes])).toEqual([
    ['M-001', 3, ['kikai-kako', 'shiage']],
  ]);
  expect((await instructorRecords.get(desk.context(), survivor)).input.phone).toBe('083-000-0000');
});

test('the number and the name that were given up find the survivor, also after it was saved again', async () => {
  const survivor = await register('M-001');
  const other = await register('M-777', { name: '旧姓 花子', nameKana: 'キュウセイ ハナコ' });
  await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason });
  const found = async () => (await Promise.all(['M-777', '旧姓', 'M-001'].map(search))).map((rows) => rows[0]?.id);
  expect(await found()).toEqual([survivor, survivor, survivor]);
  const { input, version } = await instructorRecords.get(desk.context(), survivor);
  await instructorRecords.update(desk.context(), {
    id: survivor,
    version,
    fiscalYear: 2022,
    input: { ...input, employer: '架空工業' },
  });
  expect(await found()).toEqual([survivor, survivor, survivor]);
  expect(await findSurvivor(desk.context(), other)).toBe(survivor);
  await expect(instructorRecords.get(desk.context(), other)).rejects.toThrow(NotFound);
});

test('a duplicate that was deregistered does not end the registration of the person it is merged into', async () => {
  const [survivor, other] = [await register('M-001'), await register('M-002')];
  await desk.asOwner(`insert into upkeep (corner_code, instructor_id, state, ended_on)
    values ('35', '${other}', 'deregistered', '2022-11-30')`);
  expect(
    await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason }),
  ).toMatchObject({
    ok: true,
  });
  expect(await findRegistrationEnd(desk.context(), survivor)).toBeUndefined();
});

test('who was merged into somebody goes along when that one is merged too', async () => {
  const [first, second, third] = [await register('M-001'), await register('M-002'), await register('M-003')];
  await mergeInstructors(desk.context(), { survivor: once(second), other: once(third), reason });
  await mergeInstructors(desk.context(), { survivor: once(first), other: once(second, 2), reason });
  expect(await findSurvivor(desk.context(), third)).toBe(first);
  expect((await search('M-003')).map(({ id }) => id)).toEqual([first]);
  expect((await listMerged(desk.context(), first)).map(({ number }) => number)).toEqual(['M-002', 'M-003']);
});

test('both records say in their history what happened, who did it and why [SEC-11]', async () => {
  const survivor = await register('M-001');
  const other = await register('M-002');
  await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason });
  const [own] = await listHistory(desk.context().db, { kind: 'instructor', id: survivor });
  expect(own).toMatchObject({ action: 'merged', after: { mergedFrom: 'M-002', reason } });
  const [merged] = await listMerged(desk.context(), survivor);
  expect(merged?.history.map(({ action }) => action)).toEqual(['merged', 'created']);
  expect(merged?.history[0]?.after).toEqual({ mergedInto: 'M-001', reason });
});

test('a merge that cannot be is refused or fails with nothing written', async () => {
  const survivor = await register('M-001');
  const other = await register('M-002');
  const merge = (merging: Partial<Parameters<typeof mergeInstructors>[1]>) =>
    mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason, ...merging });
  expect(await merge({ other: once(survivor) })).toEqual({ ok: false, refusal: { kind: 'same-record' } });
  expect(await merge({ reason: ' ' })).toEqual({ ok: false, refusal: { kind: 'reason-missing' } });
  await expect(merge({ other: once(other, 2) })).rejects.toThrow(Conflict);
  await expect(merge({ other: once(crypto.randomUUID()) })).rejects.toThrow(NotFound);
  expect(await search('')).toHaveLength(2);
});

test('the same confirmation sent twice merges once [FRM-34]', async () => {
  const merging = { survivor: once(await register('M-001')), other: once(await register('M-002')), reason, key: 'k' };
  const first = await mergeInstructors(desk.context(), merging);
  expect(await mergeInstructors(desk.context(), merging)).toEqual(first);
});

test('the same フリガナ and birth year, or the same telephone, is noticed on entry; the record itself is not', async () => {
  const known = await register('M-001', { phone: '(083)000-0000' });
  const find = (changes: object) => findDuplicates(desk.context(), { ...blank, ...changes });
  expect(await find({ nameKana: 'カクー ハナコ' })).toMatchObject([{ id: known, reasons: ['kana-and-birth-year'] }]);
  expect(await find({ birthYear: null, phone: '083-000-0000' })).toMatchObject([{ id: known, reasons: ['phone'] }]);
  expect(await find({ birthYear: 1956 })).toEqual([]);
  expect(await find({ id: known })).toEqual([]);
  const twin = await register('M-002');
  expect(await find({ id: twin })).toEqual([]);
  expect(await find({ id: twin, phone: '0830000000', birthYear: null })).toEqual([]);
  const stranger = await register('M-003', { birthYear: 1970 });
  expect((await find({ id: stranger })).map(({ number }) => number)).toEqual(['M-001', 'M-002']);
});

test('of a file, new people who may be known already or stand in it twice are told; a known number is no suspicion', async () => {
  const known = await register('M-001');
  const file = [
    { ...blank, number: 'M-001' },
    { ...blank, number: 'M-900' },
    { ...blank, number: 'M-901', birthYear: 1970, phone: '083-000-0009' },
    { ...blank, number: 'M-902', nameKana: 'ベツジン', phone: '0830000009' },
  ];
  const found = await findEnteringDuplicates(desk.context(), file);
  expect(found.map(({ number, other, reasons }) => [number, other.number, other.id, reasons])).toEqual([
    ['M-900', 'M-001', known, ['kana-and-birth-year']],
    ['M-902', 'M-901', null, ['phone']],
  ]);
  expect(
    (await findEnteringDuplicates(desk.context({ corner: '34' }), file)).map(({ other }) => other.id),
  ).not.toContain(known);
});

test('every suspected pair is listed until it is merged', async () => {
  const survivor = await register('M-001');
  const other = await register('M-002', { nameKana: 'カクウハナコ' });
  await register('M-003', { nameKana: 'ベツジン', birthYear: 1955 });
  const pairs = await listSuspectedPairs(desk.context());
  expect(pairs.map(({ one, other: { number } }) => [one.number, number].toSorted())).toEqual([['M-001', 'M-002']]);
  await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason });
  expect(await listSuspectedPairs(desk.context())).toEqual([]);
});

test('two who stand in two places at one time are not merged, and which visits these are is told', async () => {
  const survivor = await register('M-001');
  const other = await register('M-002');
  await visit('2022-06-01', [survivor], ["'10:00'", "'12:00'"]);
  await visit('2022-06-01', [other], ["'11:00'", "'13:00'"]);
  await visit('2022-06-02', [survivor], ["'10:00'", "'12:00'"]);
  await visit('2022-06-02', [other], ["'12:00'", "'13:00'"]);
  const merged = await mergeInstructors(desk.context(), { survivor: once(survivor), other: once(other), reason });
  expect(merged).toMatchObject({ ok: false, refusal: { kind: 'in-two-places', day: '2022-06-01' } });
  expect(await search('')).toHaveLength(2);
});

test('another corner finds, lists and merges nobody of this one [SEC-13]', async () => {
  const survivor = await register('M-001', { phone: '083-000-0000' });
  const other = await register('M-002', { phone: '083-000-0000' });
  await visit('2022-06-01', [other]);
  const neighbour = desk.context({ corner: '34' });
  const merging = { survivor: once(survivor), other: once(other), reason };
  await expect(mergeInstructors(neighbour, merging)).rejects.toThrow(NotFound);
  expect(await findDuplicates(neighbour, { ...blank, phone: '083-000-0000' })).toEqual([]);
  expect(await listSuspectedPairs(neighbour)).toEqual([]);
  expect(await findSurvivor(neighbour, other)).toBeUndefined();
  const moving = sql<{ count: number }>`select move_instructor_rows(${other}, ${survivor}) as count`;
  expect((await moving.execute(neighbour.db)).rows).toEqual([{ count: 0 }]);
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(async () => mergeInstructors(stranger, merging)).rejects.toThrow(Forbidden);
});

test.each(['clerk', 'coordinator', 'auditor', 'center'] as const)('a %s may not merge', async (role) => {
  const merging = { survivor: once(crypto.randomUUID()), other: once(crypto.randomUUID()), reason };
  await expect(async () => mergeInstructors(desk.context({ role }), merging)).rejects.toThrow(Forbidden);
});
