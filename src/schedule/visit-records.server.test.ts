import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled, recordHeld } from './close-visit.server.ts';
import type { VisitInput } from './domain/visit.ts';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { proposeVisitNumber } from './visit-form-queries.server.ts';
import { listVisits, sumVisits, type VisitFilters } from './visit-queries.server.ts';
import { visitRecords } from './visit-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const held = { status: 'held', visitOn: plainDate('2022-11-21') } as const;

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerOrganization(desk.context(), { number: 'O-002', name: '架空工業高等学校', kind: 'technical-school' });
  await registerInstructor(desk.context());
  await registerInstructor(desk.context(), { number: 'M-002', name: '見本 花子', nameKana: 'ミホン ハナコ' });
});

const create = (changes: Partial<VisitInput> = {}) =>
  visitRecords.create(desk.context(), { input: aVisit(changes), fiscalYear });
const list = (filters: VisitFilters = {}, corner = '35') =>
  listVisits(desk.context({ corner }), { filters: { fiscalYear, ...filters }, order: 'latest', cursor: undefined });
const numbers = async (filters: VisitFilters = {}) => (await list(filters)).rows.map(({ number }) => number);

test('stores every field as entered, the instructors in their order', async () => {
  await registerRequest(desk.context());
  const input = aVisit({ requestNumber: 'R-001', instructorNumbers: ['M-002', 'M-001'] });
  const id = await registerVisit(desk.context(), input);
  const stored = await visitRecords.get(desk.context(), id);
  expect(stored.input).toEqual(input);
  expect(Object.keys(stored.input)).toEqual(Object.keys(input));
});

test('names every number that nobody has', async () => {
  const refused = await create({
    requestNumber: 'R-9',
    organizationNumber: 'O-9',
    instructorNumbers: ['M-001', 'M-9'],
  });
  expect(refused).toMatchObject({
    refusal: {
      problems: [
        { key: 'organizationNumber', problem: { kind: 'unknown-record', value: 'O-9' } },
        { key: 'instructorNumbers', problem: { kind: 'unknown-record', value: 'M-9' } },
        { key: 'requestNumber', problem: { kind: 'unknown-record', value: 'R-9' } },
      ],
    },
  });
});

test('a changed visit has its new instructors and no other', async () => {
  const id = await registerVisit(desk.context());
  await visitRecords.update(desk.context(), {
    id,
    version: 1,
    input: aVisit({ instructorNumbers: ['M-002'] }),
    fiscalYear,
  });
  expect((await visitRecords.get(desk.context(), id)).input.instructorNumbers).toEqual(['M-002']);
});

test('refuses an instructor who is elsewhere at that time and says where, up to the minute', async () => {
  await registerVisit(desk.context());
  const second = { number: 'V-002', organizationNumber: 'O-002' };
  expect(await create({ ...second, startsAt: '11:59', endsAt: '13:00' })).toMatchObject({
    refusal: {
      problems: [
        {
          key: 'instructorNumbers',
          problem: { kind: 'overlaps', visit: 'V-001', host: '架空精機株式会社', startsAt: '10:00' },
        },
      ],
    },
  });
  expect(await create({ ...second, startsAt: '12:00', endsAt: '13:00' })).toMatchObject({ ok: true });
});

test('many at once cannot book one person twice', async () => {
  // Every session is open before they start, so that on a server they truly run side by side.
  await Promise.all(Array.from({ length: 6 }, () => list()));
  const answers = await Promise.all(['V-001', 'V-002', 'V-003', 'V-004', 'V-005'].map((number) => create({ number })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a visit does not clash with itself when its number or time changes', async () => {
  const id = await registerVisit(desk.context());
  const moved = await visitRecords.update(desk.context(), {
    id,
    version: 1,
    input: aVisit({ number: 'V-100', startsAt: '10:30' }),
    fiscalYear,
  });
  expect(moved).toMatchObject({ ok: true });
});

const importAll = (inputs: readonly VisitInput[]) =>
  visitRecords.importAll(
    desk.context(),
    inputs.map((input, index) => ({ line: index + 2, input })),
    { dryRun: false, absentKeys: [], fiscalYear },
  );

test('a file that books one person twice is refused at both rows, and nothing of it is kept', async () => {
  const outcome = await importAll([
    aVisit(),
    aVisit({ number: 'V-002', startsAt: '11:00' }),
    aVisit({ number: 'V-003', instructorNumbers: ['M-002'] }),
  ]);
  expect(outcome).toMatchObject({ ok: false, problems: [{ line: 2 }, { line: 3 }] });
  expect(await numbers()).toEqual([]);
});

test('a repeated import changes nothing, and one that swaps two times is no clash', async () => {
  const morning = { startsAt: '09:00', endsAt: '10:00' };
  const noon = { startsAt: '11:00', endsAt: '12:00' };
  const file = [aVisit(morning), aVisit({ number: 'V-002', ...noon })];
  expect(await importAll(file)).toMatchObject({ counts: { created: 2 } });
  expect(await importAll(file)).toMatchObject({ counts: { created: 0, updated: 0, unchanged: 2 } });
  expect(await importAll([aVisit(noon), aVisit({ number: 'V-002', ...morning })])).toMatchObject({
    counts: { updated: 2 },
  });
  expect(await visitRecords.exportAll(desk.context(), { fiscalYear })).toEqual([
    aVisit(noon),
    aVisit({ number: 'V-002', ...morning }),
  ]);
});

test('a planned visit becomes held with its people, once however often it is sent', async () => {
  const id = await registerVisit(desk.context(), { visitOn: plainDate('2022-11-30') });
  const record = { id, version: 1, visitOn: plainDate('2022-11-30'), trainees: 7 };
  expect(await recordHeld(desk.context(), record)).toEqual({ ok: true, value: { id } });
  expect(await recordHeld(desk.context(), record)).toEqual({ ok: true, value: { id } });
  const stored = await visitRecords.get(desk.context(), id);
  expect([stored.input.status, stored.input.trainees, stored.version]).toEqual(['held', 7, 2]);
});

test('a visit of tomorrow cannot be recorded as held', async () => {
  const id = await registerVisit(desk.context());
  const answer = await recordHeld(desk.context(), { id, version: 1, visitOn: plainDate('2022-12-01'), trainees: 7 });
  expect(answer).toMatchObject({
    refusal: { kind: 'fields', problems: [{ key: 'status', problem: { kind: 'not-yet' } }] },
  });
});

test('a cancelled visit keeps its reason and is not cancelled or held again', async () => {
  const id = await registerVisit(desk.context());
  await recordCancelled(desk.context(), { id, version: 1, code: 'weather', reason: '大雪' });
  expect((await visitRecords.get(desk.context(), id)).input).toMatchObject({
    status: 'cancelled',
    cancelReason: '大雪',
  });
  const again = await recordHeld(desk.context(), { id, version: 2, visitOn: plainDate('2022-11-30'), trainees: 1 });
  expect(again).toEqual({ ok: false, refusal: { kind: 'not-planned', status: 'cancelled' } });
});

test('what somebody else changed meanwhile is not recorded over', async () => {
  const id = await registerVisit(desk.context(), { visitOn: plainDate('2022-11-30') });
  await visitRecords.update(desk.context(), { id, version: 1, input: aVisit({ trainees: 9 }), fiscalYear });
  const record = { id, version: 1, visitOn: plainDate('2022-11-30'), trainees: 7 };
  await expect(recordHeld(desk.context(), record)).rejects.toThrow(Conflict);
});

test('lists the latest day first, in pages that have every row once', async () => {
  for (let day = 1; day <= 7; day += 1)
    await registerVisit(desk.context(), {
      number: `V-${day}`,
      visitOn: plainDate(`2022-12-0${(day % 4) + 1}`),
      startsAt: null,
    });
  const all = await numbers();
  expect(all).toEqual(['V-7', 'V-3', 'V-6', 'V-2', 'V-5', 'V-1', 'V-4']);
  const read = (order: 'latest' | 'earliest', values?: (string | number)[], before = false) =>
    listVisits(desk.context(), { filters: { fiscalYear }, order, cursor: values && { values, before }, limit: 3 });
  const first = await read('latest');
  const second = await read('latest', [2022, '2022-12-03', 'V-6']);
  expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual([
    'V-7',
    'V-3',
    'V-6',
    'V-2',
    'V-5',
    'V-1',
  ]);
  expect((await read('latest', [2022, '2022-12-03', 'V-2'], true)).rows).toEqual(first.rows);
  expect((await read('earliest')).rows.map(({ number }) => number)).toEqual(['V-4', 'V-1', 'V-5']);
});

test('narrows by every condition of the list', async () => {
  await registerVisit(desk.context(), { ...held, number: 'V-1', trainees: 3 });
  await registerVisit(desk.context(), {
    number: 'V-2',
    organizationNumber: 'O-002',
    instructorNumbers: ['M-002'],
    tradeCode: 'zoen',
    program: 'hands-on-class',
  });
  const cases: readonly (readonly [VisitFilters, string])[] = [
    [{ from: '2022-11-22' }, 'V-2'],
    [{ to: '2022-12-04' }, 'V-1'],
    [{ from: '2022-12-05', to: '2022-12-05' }, 'V-2'],
    [{ program: 'hands-on-class' }, 'V-2'],
    [{ kind: 'sme' }, 'V-1'],
    [{ line: 'sme' }, 'V-1'],
    [{ line: 'school' }, 'V-2'],
    [{ organization: 'O-002' }, 'V-2'],
    [{ instructor: 'M-002' }, 'V-2'],
    [{ trade: 'zoen' }, 'V-2'],
    [{ status: 'held' }, 'V-1'],
    [{ status: 'planned' }, 'V-2'],
    [{ q: 'V-1' }, 'V-1'],
    [{ q: '造園' }, 'V-2'],
    [{ q: 'ミホン 工業高等' }, 'V-2'],
    [{ q: '架空精機' }, 'V-1'],
  ];
  for (const [filters, number] of cases) expect([filters, await numbers(filters)]).toEqual([filters, [number]]);
  expect(await numbers({ fiscalYear: 2023 })).toEqual([]);
});

test('sums 回 and 人 of a selection by status; a visit with two instructors is one 回 (contract.md §4)', async () => {
  await registerVisit(desk.context(), { ...held, number: 'V-1', trainees: 3, instructorNumbers: ['M-001', 'M-002'] });
  await registerVisit(desk.context(), { ...held, number: 'V-2', trainees: 4, startsAt: '13:00', endsAt: '14:00' });
  await registerVisit(desk.context(), { number: 'V-3', trainees: 20 });
  await registerVisit(desk.context(), { number: 'V-4', trainees: 9, status: 'cancelled', cancelReason: '大雪' });
  expect(await sumVisits(desk.context(), { fiscalYear })).toEqual({
    held: { visits: 2, trainees: 7 },
    planned: { visits: 1, trainees: 20 },
    cancelled: { visits: 1, trainees: 9 },
  });
  expect(await sumVisits(desk.context(), { fiscalYear, line: 'school' })).toMatchObject({
    held: { visits: 0, trainees: 0 },
  });
});

test('proposes the next number of the 年度', async () => {
  expect(await proposeVisitNumber(desk.context(), 2022)).toBe('V2022-0001');
  await registerVisit(desk.context(), { number: 'V2022-0009' });
  expect(await proposeVisitNumber(desk.context(), 2022)).toBe('V2022-0010');
});

test('a deleted visit leaves list, sums and the days of its instructor', async () => {
  const id = await registerVisit(desk.context());
  await visitRecords.remove(desk.context(), { id, version: 1, reason: '二重登録' });
  expect(await numbers()).toEqual([]);
  expect(await create({ number: 'V-002' })).toMatchObject({ ok: true });
});

test('another corner sees no visit and cannot name its records [SEC-13]', async () => {
  await registerVisit(desk.context());
  expect((await list({}, '34')).rows).toEqual([]);
  const elsewhere = await visitRecords.create(desk.context({ corner: '34' }), { input: aVisit(), fiscalYear });
  expect(elsewhere).toMatchObject({
    refusal: { problems: [{ key: 'organizationNumber' }, { key: 'instructorNumbers' }] },
  });
  await expect(sumVisits(desk.context({ actor: { cornerCode: '34' } }), {})).rejects.toThrow(Forbidden);
});
