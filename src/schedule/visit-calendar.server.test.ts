import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignCoordinator } from './assign-coordinator.server.ts';
import type { VisitInput } from './domain/visit.ts';
import { recordMoved } from './close-visit.server.ts';
import { previewSeries } from './plan-series.server.ts';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { listTravelClashes } from './travel-clash-queries.server.ts';
import { listVisitDays } from './visit-calendar-queries.server.ts';
import { findCoordinator, listCoordinators } from './visit-coordinator-queries.server.ts';
import { listVisits, type VisitFilters } from './visit-queries.server.ts';

const desk = useTestDatabase();
const monday = plainDate('2022-12-05');
const tuesday = plainDate('2022-12-06');

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  await registerInstructor(desk.context(), { number: 'M-002', name: '見本 花子', nameKana: 'ミホン ハナコ' });
  await desk.asOwner(`insert into "user" ("id", "name", "email", "emailVerified", "updatedAt", "role", "cornerCode")
    values ('u-1', '担当 一郎', 'one@example.jp', true, now(), 'coordinator', '35'),
      ('u-2', '監査 二郎', 'two@example.jp', true, now(), 'auditor', '35'),
      ('u-3', '隣県 三郎', 'three@example.jp', true, now(), 'coordinator', '34')`);
});

const plan = (number: string, changes: Partial<VisitInput>) => registerVisit(desk.context(), { number, ...changes });
const days = (filters: VisitFilters = {}, perDay = 10, corner = '35') =>
  listVisitDays(desk.context({ corner }), { from: monday, to: tuesday, filters, perDay });

test('the days hold their visits in the order of the hours, no more than there is room for, and how many there are', async () => {
  await plan('V-1', { startsAt: '13:00', endsAt: '14:00' });
  await plan('V-2', { startsAt: '09:00', endsAt: '10:00' });
  await plan('V-3', { startsAt: null, endsAt: null, instructorNumbers: ['M-002'] });
  await plan('V-4', { visitOn: tuesday });
  await plan('V-5', { visitOn: plainDate('2022-12-07') });
  const shown = async (perDay: number) =>
    (await days({}, perDay)).map(({ number, visitOn, total }) => `${visitOn} ${number} ${total}`);
  expect(await shown(10)).toEqual(['2022-12-05 V-2 3', '2022-12-05 V-1 3', '2022-12-05 V-3 3', '2022-12-06 V-4 1']);
  expect(await shown(1)).toEqual(['2022-12-05 V-2 3', '2022-12-06 V-4 1']);
});

test('a visit of unknown hours beside another one of the day, and a person who cannot come, are told', async () => {
  await plan('V-1', { instructorNumbers: ['M-001', 'M-002'] });
  await plan('V-2', { startsAt: null, endsAt: null });
  await plan('V-3', { startsAt: '13:00', endsAt: '14:00', instructorNumbers: ['M-002'] });
  await desk.asOwner(`update instructor set unavailable_dates = '{2022-12-05}' where number = 'M-002'`);
  expect((await days()).map(({ number, warnings }) => [number, warnings])).toEqual([
    ['V-1', ['hours-unknown', 'unavailable']],
    ['V-3', ['unavailable']],
    ['V-2', ['hours-unknown']],
  ]);
});

test('visits that leave no time to travel are told on the days, at the visit itself, and of a series before it is made', async () => {
  await registerOrganization(desk.context(), { number: 'O-002', name: '下関工業', municipalityCode: '352012' });
  const one = await plan('V-1', {});
  const two = await plan('V-2', { startsAt: '12:30', endsAt: '14:00', organizationNumber: 'O-002' });
  const three = await plan('V-3', { startsAt: '12:30', endsAt: '14:00', instructorNumbers: ['M-002'] });
  const told = async () =>
    (await days()).flatMap(({ id, warnings }) => (warnings.includes('travel-short') ? [id] : []));
  expect(await told()).toEqual([one, two]);
  const clashes = await listTravelClashes(desk.context(), { from: monday, to: monday });
  expect(clashes.get(one)).toMatchObject([
    { instructorName: '架空 太郎', other: { number: 'V-2' }, minutesBetween: 30 },
  ]);
  expect(clashes.has(three)).toBe(false);
  const series = { ...aVisit({ organizationNumber: 'O-002', startsAt: '14:05', endsAt: '15:00' }), count: 1 };
  const preview = await previewSeries(desk.context(), { ...series, firstOn: monday, weekday: '1' });
  expect(preview.visits[0]).toMatchObject({ clashes: [{ other: { number: 'V-2' }, minutesBetween: 5 }], problems: [] });
  const moved = { visitOn: tuesday, startsAt: '12:30', endsAt: '14:00' };
  await recordMoved(desk.context(), { id: two, version: 1, slot: moved, code: 'host', reason: '都合のため' });
  expect(await told()).toEqual([]);
});

test('an account of the corner that may change visits is put in charge; two places at one time are told', async () => {
  const one = await plan('V-1', {});
  const two = await plan('V-2', { startsAt: '11:00', endsAt: '13:00', instructorNumbers: ['M-002'] });
  expect((await listCoordinators(desk.context())).map(({ id }) => id)).toEqual(['u-1']);
  for (const visitId of [one, two]) {
    expect(await assignCoordinator(desk.context(), { visitId, coordinatorId: 'u-1' })).toMatchObject({ ok: true });
  }
  expect(await findCoordinator(desk.context(), one)).toEqual({ id: 'u-1', name: '担当 一郎' });
  expect((await days({ coordinator: 'u-1' })).map(({ coordinator, warnings }) => [coordinator, warnings])).toEqual([
    ['担当 一郎', ['coordinator-twice']],
    ['担当 一郎', ['coordinator-twice']],
  ]);
  await assignCoordinator(desk.context(), { visitId: two, coordinatorId: null });
  expect((await days({ coordinator: 'u-1' })).map(({ number, warnings }) => [number, warnings])).toEqual([['V-1', []]]);
  const listing = { filters: { fiscalYear: 2022, coordinator: 'u-1' }, order: 'latest', cursor: undefined } as const;
  expect((await listVisits(desk.context(), listing)).rows.map(({ number }) => number)).toEqual(['V-1']);
});

test('nobody of another corner or without the right is put in charge, or puts somebody there [SEC-13]', async () => {
  const visitId = await plan('V-1', {});
  const refusal = { refusal: { kind: 'unknown-coordinator' } };
  expect(await assignCoordinator(desk.context(), { visitId, coordinatorId: 'u-2' })).toMatchObject(refusal);
  expect(await assignCoordinator(desk.context(), { visitId, coordinatorId: 'u-3' })).toMatchObject(refusal);
  const neighbour = desk.context({ corner: '34' });
  await expect(assignCoordinator(neighbour, { visitId, coordinatorId: 'u-3' })).rejects.toThrow(NotFound);
  const auditor = desk.context({ role: 'auditor' });
  await expect(assignCoordinator(auditor, { visitId, coordinatorId: 'u-1' })).rejects.toThrow(Forbidden);
  expect(await days({}, 10, '34')).toEqual([]);
});

test.each([
  ['coordinator', { coordinator: 'u-1' }],
  ['host', { organization: 'O-002' }],
  ['instructor', { instructor: 'M-002' }],
  ['trade', { trade: 'kenchiku-daiku' }],
  ['word', { q: '別の架空' }],
] as const)('calendar and list are narrowed alike by %s', async (_condition, filters) => {
  await registerOrganization(desk.context(), { number: 'O-002', name: '別の架空工業' });
  await plan('V-1', {});
  const changes = { organizationNumber: 'O-002', instructorNumbers: ['M-002'], tradeCode: 'kenchiku-daiku' };
  const visitId = await plan('V-2', changes);
  await assignCoordinator(desk.context(), { visitId, coordinatorId: 'u-1' });
  expect((await days(filters)).map(({ number }) => number)).toEqual(['V-2']);
  const listing = { filters: { fiscalYear: 2022, ...filters }, order: 'latest', cursor: undefined } as const;
  expect((await listVisits(desk.context(), listing)).rows.map(({ number }) => number)).toEqual(['V-2']);
});
