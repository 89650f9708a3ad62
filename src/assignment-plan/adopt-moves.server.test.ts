import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings, type PlanSettings } from '#matching/domain/planning-settings.ts';
import { recordHeld, recordMoved } from '#schedule/close-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { listVisitEvents } from '#schedule/visit-event-queries.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals, type AdoptionOrder } from './adopt-proposals.server.ts';
import { changePlan, ensureBasePlan } from './change-plan.server.ts';
import { pinAssignment } from './pins.server.ts';
import { listProposals } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
const candidateDates = [{ from: monday, until: plainDate('2022-12-09') }];
let planId: string;
let requestId: string;
let instructorId: string;
let visitId: string;

/** A request of one session that stands on Monday, agreed with somebody. */
beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context(), { wishedSessions: 1, candidateDates });
  visitId = await registerVisit(desk.context(), { requestNumber: 'R-001' });
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckon(settings: Partial<PlanSettings> = {}): Promise<string> {
  const changed = { ...noSettings, moveAgreed: true, ...settings };
  const { version } = await ensureBasePlan(desk.context(), 2022);
  await changePlan(desk.context({ role: 'chief' }), { planId, version, name: '基本案', settings: changed });
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

const closed = (day = monday) => ({ closedPeriods: [{ from: day, until: day, reason: '感染症' }] });
const adopt = (runId: string, changes: Partial<AdoptionOrder> = {}) =>
  adoptProposals(desk.context(), { runId, requestIds: [requestId], way: 'visit', answerBy: null, ...changes });
const inputOf = async (id = visitId) => (await visitRecords.get(desk.context(), id)).input;
const countVisits = () => desk.asOwner(`select count(*)::integer as visits from visit where deleted_at is null`);

test('adopted, an agreed visit moves to the proposed day: the same visit at the same hour, with the move and its reason on record', async () => {
  const runId = await reckon(closed());
  const [proposal] = (await listProposals(desk.context(), { runId })).rows;
  expect(proposal?.explanation.replaces).toMatchObject({ visitId, number: 'V-001', visitOn: monday });
  expect(await adopt(runId)).toEqual({ adopted: [{ requestId, offers: 0, visits: 1 }], refused: [] });
  const visitOn = proposal?.visitOn;
  expect(visitOn).not.toBe(monday);
  const hours = { startsAt: '10:00', endsAt: '12:00' };
  expect(await inputOf()).toMatchObject({ number: 'V-001', visitOn, ...hours, status: 'planned' });
  expect(await countVisits()).toEqual([{ visits: 1 }]);
  expect(await listVisitEvents(desk.context(), visitId)).toMatchObject([
    { reasonCode: 'other', reason: '年間の割当「基本案」の採用', from: { visitOn: monday }, to: { visitOn, ...hours } },
  ]);
  const { history } = await visitRecords.get(desk.context(), visitId);
  expect(history.some(({ before, after }) => before?.['visitOn'] === monday && after?.['visitOn'] === visitOn)).toBe(
    true,
  );
  expect(await adopt(runId)).toMatchObject({ refused: [{ refusal: { kind: 'nothing-open' } }] });
});

test('adopted, other people go to an agreed visit; the day stands, and no move is on record', async () => {
  await registerInstructor(desk.context(), { number: 'M-002' });
  await pinAssignment(desk.context(), { planId, requestId, instructorId: await otherId(), visitOn: monday });
  expect(await adopt(await reckon())).toMatchObject({ adopted: [{ visits: 1 }], refused: [] });
  expect(await inputOf()).toMatchObject({ visitOn: monday, instructorNumbers: ['M-002'], startsAt: '10:00' });
  expect(await listVisitEvents(desk.context(), visitId)).toEqual([]);
  expect(await countVisits()).toEqual([{ visits: 1 }]);
});

async function otherId(): Promise<string> {
  const rows = await desk.asOwner(`select instructor_id as id from instructor where number = 'M-002'`);
  return (rows as readonly { id: string }[])[0]?.id ?? '';
}

test('a visit that became another meanwhile is not moved, and is named', async () => {
  const runId = await reckon(closed());
  const slot = { visitOn: plainDate('2022-12-09'), startsAt: '13:00', endsAt: '15:00' };
  await recordMoved(desk.context(), { id: visitId, version: 1, slot, code: 'host', reason: '設備点検' });
  expect(await adopt(runId)).toEqual({
    adopted: [],
    refused: [{ requestId, refusal: { kind: 'visit-changed', visit: 'V-001' } }],
  });
  expect(await inputOf()).toMatchObject(slot);
  expect((await listProposals(desk.context(), { runId })).rows).toMatchObject([{ state: 'open' }]);
});

test('a visit that was held meanwhile is not moved', async () => {
  const runId = await reckon(closed());
  const then = desk.context({ today: monday });
  expect(await recordHeld(then, { id: visitId, version: 1, visitOn: monday, trainees: 5 })).toMatchObject({ ok: true });
  expect(await adopt(runId)).toMatchObject({ refused: [{ refusal: { kind: 'visit-changed', visit: 'V-001' } }] });
});

test('who is busy meanwhile, or may not go any more, is not moved there, and the day or the rule is told', async () => {
  const runId = await reckon(closed());
  const [proposal] = (await listProposals(desk.context(), { runId })).rows;
  const day = proposal?.visitOn ?? monday;
  await registerVisit(desk.context(), { number: 'V-002', visitOn: day });
  expect(await adopt(runId)).toMatchObject({
    refused: [{ refusal: { kind: 'day-not-free', days: [{ day, block: 'busy' }] } }],
  });
  await desk.asOwner(`update visit set status = 'cancelled', cancel_reason = 'x' where number = 'V-002'`);
  await desk.asOwner(`update instructor set yearly_cap = 0`);
  expect(await adopt(runId)).toMatchObject({ refused: [{ refusal: { kind: 'not-eligible' } }] });
  expect(await inputOf()).toMatchObject({ visitOn: monday });
});

test('what people agreed to is not offered to them anew', async () => {
  const answerBy = plainDate('2022-12-02');
  expect(await adopt(await reckon(closed()), { way: 'offer', answerBy })).toEqual({
    adopted: [],
    refused: [{ requestId, refusal: { kind: 'moves-by-visit', visits: ['V-001'] } }],
  });
});

test('a session more is planned beside the one that moves', async () => {
  await desk.asOwner(`update request set wished_sessions = 2`);
  const runId = await reckon(closed());
  expect(await adopt(runId)).toMatchObject({ adopted: [{ visits: 2 }], refused: [] });
  expect(await countVisits()).toEqual([{ visits: 2 }]);
  expect(await inputOf()).not.toMatchObject({ visitOn: monday });
});

test('a move waits for the day that another one of the same order lets go of', async () => {
  const second = await registerRequest(desk.context(), { number: 'R-002', wishedSessions: 1, candidateDates });
  const next = await registerVisit(desk.context(), { number: 'V-002', requestNumber: 'R-002', visitOn: tuesday });
  await pinAssignment(desk.context(), { planId, requestId, instructorId, visitOn: tuesday });
  await pinAssignment(desk.context(), { planId, requestId: second, instructorId, visitOn: plainDate('2022-12-07') });
  const runId = await reckon();
  expect(await adopt(runId, { requestIds: [requestId, second] })).toMatchObject({
    adopted: [{ requestId }, { requestId: second }],
    refused: [],
  });
  expect([(await inputOf()).visitOn, (await inputOf(next)).visitOn]).toEqual([tuesday, '2022-12-07']);
});

test('two visits of one request change places', async () => {
  await registerInstructor(desk.context(), { number: 'M-002' });
  await desk.asOwner(`update request set wished_sessions = 2`);
  const next = await registerVisit(desk.context(), {
    number: 'V-002',
    requestNumber: 'R-001',
    visitOn: tuesday,
    instructorNumbers: ['M-002'],
  });
  const other = await otherId();
  await pinAssignment(desk.context(), { planId, requestId, instructorId: other, visitOn: monday });
  await pinAssignment(desk.context(), { planId, requestId, instructorId, visitOn: tuesday });
  expect(await adopt(await reckon())).toMatchObject({ adopted: [{ visits: 2 }], refused: [] });
  expect(await inputOf()).toMatchObject({ visitOn: monday, instructorNumbers: ['M-002'] });
  expect(await inputOf(next)).toMatchObject({ visitOn: tuesday, instructorNumbers: ['M-001'] });
});
