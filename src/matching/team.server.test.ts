import { beforeEach, expect, test } from 'vitest';
import {
  aRequest,
  registerInstructor,
  registerOrganization,
  registerRequest,
} from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication, type RequestApplication } from '#dispatch/domain/request-application.ts';
import { dispatchRuleExamples } from '#dispatch/domain/rule-examples.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { getRequestProgress } from '#dispatch/request-queries.server.ts';
import { addDispatchRule } from '#dispatch/set-dispatch-rules.server.ts';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { setTravelRule } from '#schedule/travel-rules.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignInstructor } from './assign-instructor.server.ts';
import type { AssignmentOrder } from './judge-assignment.server.ts';
import { findMatchRequest, listMatchRequests } from './match-queries.server.ts';
import { rankForRequest } from './rank-candidates.server.ts';

const desk = useTestDatabase();
const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
const fiscalYear = 2022;
let instructorId: string;
let other: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  other = await registerInstructor(desk.context(), { number: 'M-002' });
});

async function registerTold(told: Partial<RequestApplication>): Promise<string> {
  const input = { ...aRequest(), ...emptyApplication, ...told };
  const created = await requestEntries.create(desk.context(), { input, fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const assign = (requestId: string, changes: Partial<AssignmentOrder> = {}) =>
  assignInstructor(desk.context(), { requestId, instructorId, days: [monday], startsAt: '10:00', ...changes });

test('the rules read what the host wishes: weekdays, the time to begin, and how many instructors at once', async () => {
  const id = await registerTold({ wishedWeekdays: [1, 3], wishedStart: '13:30', teamSize: 2 });
  const { request, ranking } = await rankForRequest(desk.context(), id);
  expect(request.facts).toMatchObject({ wishedStart: '13:30', team: 2, sessionMinutes: 120, hostKind: 'sme' });
  expect(ranking.days).toEqual([monday, '2022-12-07']);
  expect(await listMatchRequests(desk.context().db, fiscalYear)).toEqual([
    await findMatchRequest(desk.context().db, id),
  ]);
});

test('the second of a team joins the visit of the first: one visit, two instructors, and one more is open', async () => {
  const id = await registerTold({ teamSize: 2 });
  const first = await assign(id);
  expect(await assign(id, { instructorId: other, days: [monday, tuesday] })).toMatchObject({ ok: true });
  const { visits } = await getRequestProgress(desk.context(), id);
  expect(visits.map(({ visitOn, instructorNames }) => [visitOn, instructorNames.length])).toEqual([
    [monday, 2],
    [tuesday, 1],
  ]);
  const visit = await visitRecords.get(desk.context(), first.ok ? (first.value[0]?.id ?? '') : '');
  expect(visit.input).toMatchObject({ instructorNumbers: ['M-001', 'M-002'], startsAt: '10:00', endsAt: '12:00' });
  expect(visit.history.map(({ action }) => action)).toEqual(['assigned', 'assigned']);
  const third = await registerInstructor(desk.context(), { number: 'M-003' });
  expect(await assign(id, { instructorId: third })).toMatchObject({
    refusal: { kind: 'day-not-free', days: [{ day: monday, block: 'served' }] },
  });
  expect(await assign(id, { instructorId: other, days: [tuesday] })).toMatchObject({
    refusal: { kind: 'day-not-free', days: [{ day: tuesday, block: 'busy' }] },
  });
});

test('where one day of an assignment is refused, the visits of the others are not joined either', async () => {
  const id = await registerTold({ teamSize: 2 });
  await assign(id);
  expect(await assign(id, { instructorId: other, days: [monday, plainDate('2022-12-10')] })).toMatchObject({
    ok: false,
  });
  const { visits } = await getRequestProgress(desk.context(), id);
  expect(visits.map(({ instructorNames }) => instructorNames.length)).toEqual([1]);
});

test('two visits of one person on a day are planned where the time between them is enough to travel', async () => {
  const [one, two, three] = [
    await registerRequest(desk.context(), { number: 'R-1' }),
    await registerRequest(desk.context(), { number: 'R-2', placeMunicipalityCode: '352012' }),
    await registerRequest(desk.context(), { number: 'R-3' }),
  ];
  expect(await assign(one)).toMatchObject({ ok: true });
  expect(await assign(two, { startsAt: '12:30' })).toMatchObject({ refusal: { kind: 'day-not-free' } });
  expect(await assign(two, { startsAt: '15:00' })).toMatchObject({ ok: true });
  expect(await assign(three, { startsAt: null })).toMatchObject({ refusal: { kind: 'day-not-free' } });
  expect(await assign(three, { startsAt: '12:15' })).toMatchObject({ refusal: { kind: 'day-not-free' } });
});

test('a corner whose roads take longer refuses what the estimate of the desk lets pass, for candidates and assignment from the day on from which it holds', async () => {
  const [one, two] = [
    await registerRequest(desk.context(), { number: 'R-1', wishedSessions: 1 }),
    await registerTold({ wishedStart: '12:30' }),
  ];
  expect(await assign(one)).toMatchObject({ ok: true });
  const freeOn = async () => {
    const { ranked } = (await rankForRequest(desk.context(), two)).ranking;
    return ranked.find(({ candidate }) => candidate.id === instructorId)?.eligibility.freeDays;
  };
  expect(await freeOn()).toContain(monday);
  const rule = { validFrom: addDays(monday, 1), kilometresAnHour: 40, extraMinutes: 45, basis: '所内会議' };
  await setTravelRule(desk.context({ role: 'chief' }), rule);
  expect(await freeOn()).toContain(monday);
  await setTravelRule(desk.context({ role: 'chief' }), { ...rule, validFrom: monday });
  expect(await freeOn()).not.toContain(monday);
  const late = { startsAt: '12:30' };
  expect(await assign(two, late)).toMatchObject({ refusal: { days: [{ day: monday, block: 'busy' }] } });
  await setTravelRule(desk.context({ role: 'chief' }), { ...rule, validFrom: monday, extraMinutes: 30 });
  expect(await assign(two, late)).toMatchObject({ ok: true });
});

test('a host gets no more visits in a year than the rules of the corner let it have [domain.md §5.3]', async () => {
  const chief = desk.context({ role: 'chief' });
  const okayama = dispatchRuleExamples.find(({ code }) => code === 'okayama')?.terms;
  if (!okayama) throw new Error('no example');
  const caps = [{ kind: 'sme', program: null, sessions: 2 }] as const;
  const terms = { ...okayama, validFrom: plainDate('2022-04-01'), sessionCaps: caps, capPer: 'year' } as const;
  expect(await addDispatchRule(chief, { terms, fiscalYear, key: undefined })).toMatchObject({ ok: true });
  const id = await registerRequest(desk.context(), { wishedSessions: 4 });
  const days = ['2022-12-05', '2022-12-06', '2022-12-07'].map(plainDate);
  const cap = { kind: 'over-host-cap', sessions: 2, per: 'year' } as const;
  expect(await assign(id, { days })).toMatchObject({ refusal: { ...cap, used: 0, left: 2, chosen: 3 } });
  expect(await assign(id, { days: [monday] })).toMatchObject({ ok: true });
  const next = await registerRequest(desk.context(), { number: 'R-002' });
  expect(await assign(next, { instructorId: other, days: [monday, tuesday] })).toMatchObject({
    refusal: { ...cap, used: 1, left: 1, chosen: 2 },
  });
});

test('a host whose 学校コード says 私立 is refused to whoever takes on public schools alone, by the facts', async () => {
  const host = { number: 'O-002', kind: 'technical-school', schoolCode: 'D135399000001' } as const;
  await registerOrganization(desk.context(), host);
  const requestId = await registerRequest(desk.context(), { organizationNumber: 'O-002' });
  const onlyPublic = await registerInstructor(desk.context(), { number: 'M-003', hostFounders: ['public'] });
  expect(await assign(requestId, { instructorId: onlyPublic })).toEqual({
    ok: false,
    refusal: {
      kind: 'not-eligible',
      verdicts: [{ rule: 'founder-fits', passed: false, founder: 'private', accepted: ['public'] }],
    },
  });
  expect(await assign(requestId)).toMatchObject({ ok: true });
});
