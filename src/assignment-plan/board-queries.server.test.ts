import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { recordMoved } from '#schedule/close-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import {
  findFirstProposedDay,
  listBoardRequests,
  listProposedDays,
  listSends,
  readBoardFilters,
} from './board-queries.server.ts';
import { copyPlan, ensureBasePlan } from './change-plan.server.ts';
import { listChangesSince } from './change-queries.server.ts';
import { listMoves } from './list-moves.server.ts';
import { forbidAssignment } from './pins.server.ts';
import { listProposals } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const friday = plainDate('2022-12-09');
const none = { trade: '', state: '', month: '' } as const;
let planId: string;
let near: string;
let far: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  near = await registerInstructor(desk.context());
  far = await registerInstructor(desk.context(), {
    number: 'M-002',
    municipalityCode: '352012',
    availableWeekdays: [1, 5],
  });
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckon() {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

test('the board has the most urgent requests first, and those without a priority in the middle', async () => {
  for (const [number, priority] of [
    ['R-001', 3],
    ['R-002', null],
    ['R-003', 1],
  ] as const) {
    const day = plainDate(`2022-12-1${number.slice(-1)}`);
    await registerRequest(desk.context(), {
      number,
      priority,
      wishedSessions: 1,
      candidateDates: [{ from: day, until: day }],
    });
  }
  const { id: runId } = await reckon();
  const { rows, count } = await listBoardRequests(desk.context(), { runId, filters: none, cursor: undefined });
  expect(rows.map(({ number }) => number)).toEqual(['R-003', 'R-002', 'R-001']);
  expect(count).toBe(3);
  const january = { ...none, month: '2023-01' };
  const later = await listBoardRequests(desk.context(), { runId, filters: january, cursor: undefined });
  expect(later.rows).toEqual([]);
});

test('calendar and map tell the same sessions as the list', async () => {
  const requestId = await registerRequest(desk.context(), {
    wishedSessions: 1,
    candidateDates: [{ from: friday, until: friday }],
  });
  const { id: runId } = await reckon();
  expect(await findFirstProposedDay(desk.context(), runId)).toBe(friday);
  const days = { runId, from: plainDate('2022-12-01'), to: plainDate('2022-12-31'), trade: '' };
  expect(await listProposedDays(desk.context(), days)).toMatchObject([{ requestId, visitOn: friday }]);
  const sends = await listSends(desk.context(), { runId, filters: none });
  expect(sends.map(({ sessions }) => sessions)).toEqual([1]);
});

test('what a session can be changed to are the choices that the rules allow, the cheapest first', async () => {
  const requestId = await registerRequest(desk.context(), { wishedSessions: 1 });
  const { id: runId } = await reckon();
  const [proposal] = (await listProposals(desk.context(), { runId })).rows;
  const visitOn = proposal?.visitOn ?? friday;
  const { moves } = await listMoves(desk.context(), { runId, requestId, visitOn, from: near });
  const points = moves.map(({ judgement }) => judgement.points);
  expect(points).toEqual(points.toSorted((left, right) => left - right));
  expect(moves.every(({ judgement }) => judgement.possible)).toBe(true);
  expect(moves.some(({ instructorId }) => instructorId === far)).toBe(true);
  expect(moves).not.toContainEqual(expect.objectContaining({ instructorId: near, visitOn }));
});

test('a new request and an exclusion after a calculation are reasons to plan anew', async () => {
  const requestId = await registerRequest(desk.context(), { wishedSessions: 1 });
  const { requestedAt: since } = await reckon();
  const asked = { fiscalYear: 2022, planId, since };
  expect(await listChangesSince(desk.context(), asked)).toMatchObject({ newRequests: 0, pins: 0, newVisits: 0 });
  await forbidAssignment(desk.context(), { planId, requestId, instructorId: near, visitOn: null });
  await registerRequest(desk.context(), { number: 'R-002' });
  expect(await listChangesSince(desk.context(), asked)).toMatchObject({ pins: 1, newRequests: 1, changedRequests: 0 });
});

test('what one plan adopted is a change for its copy and none for itself; a visit that is moved by hand is one for both', async () => {
  const copied = await copyPlan(desk.context(), { planId, name: '写し' });
  if (!copied.ok) throw new Error(copied.refusal.kind);
  const visitId = await registerVisit(desk.context());
  const requestId = await registerRequest(desk.context(), { wishedSessions: 1 });
  const { id: runId, requestedAt: since } = await reckon();
  await adoptProposals(desk.context(), { runId, requestIds: [requestId], way: 'visit', answerBy: null });
  const slot = { visitOn: plainDate('2022-12-20'), startsAt: '13:00', endsAt: '15:00' };
  await recordMoved(desk.context(), { id: visitId, version: 1, slot, code: 'host', reason: '設備点検' });
  const changesOf = (id: string) => listChangesSince(desk.context(), { fiscalYear: 2022, planId: id, since });
  expect(await changesOf(planId)).toMatchObject({ newVisits: 0, movedVisits: 1 });
  expect(await changesOf(copied.value.id)).toMatchObject({ newVisits: 1, movedVisits: 1 });
});

test('conditions of an address that nobody knows are left out', () => {
  const read = readBoardFilters(new URLSearchParams('trade=nothing&state=lost&month=2022-13'));
  expect(read).toEqual(none);
  expect(readBoardFilters(new URLSearchParams('state=open&month=2022-12'))).toEqual({
    trade: '',
    state: 'open',
    month: '2022-12',
  });
});

test('the board is not for those who may not read it', async () => {
  await registerRequest(desk.context(), { wishedSessions: 1 });
  const { id: runId } = await reckon();
  const board = listBoardRequests(desk.context({ role: 'center' }), { runId, filters: none, cursor: undefined });
  await expect(board).rejects.toThrow(Forbidden);
});
