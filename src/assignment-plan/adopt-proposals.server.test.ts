import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { assignInstructor } from '#matching/assign-instructor.server.ts';
import { listOffers } from '#offer/offer-queries.server.ts';
import { makeOffer } from '#offer/offer.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals, dismissProposal, type AdoptionOrder } from './adopt-proposals.server.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { listProposals } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const [today, answerBy] = [plainDate('2022-11-30'), plainDate('2022-12-02')] as const;
let planId: string;
let runId: string;
let instructorId: string;
let requestId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
  await moveRequest(desk.context(), { requestId, command: 'check-eligibility', happenedOn: today, reason: null });
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
  runId = await reckon();
});

async function reckon(): Promise<string> {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

const adopt = (changes: Partial<AdoptionOrder> = {}) =>
  adoptProposals(desk.context(), { runId, requestIds: [requestId], way: 'visit', answerBy: null, ...changes });
const states = async () => (await listProposals(desk.context(), { runId })).rows.map(({ state }) => state);
const countVisits = () => desk.asOwner(`select count(*)::integer as visits from visit where deleted_at is null`);

test('adopted at once, the sessions of a request are planned visits and its proposals say so', async () => {
  expect(await adopt()).toEqual({ adopted: [{ requestId, offers: 0, visits: 2 }], refused: [] });
  expect(await countVisits()).toEqual([{ visits: 2 }]);
  expect(await states()).toEqual(['adopted', 'adopted']);
  expect(await adopt()).toMatchObject({ adopted: [], refused: [{ refusal: { kind: 'nothing-open' } }] });
  expect(await runNow(desk.context(), { planId })).toMatchObject({ refusal: { kind: 'nothing-to-plan' } });
});

test('adopted as an offer, the days go out to the instructor to be answered', async () => {
  expect(await adopt({ way: 'offer' })).toMatchObject({ refused: [{ refusal: { kind: 'answer-by-missing' } }] });
  expect(await adopt({ way: 'offer', answerBy })).toMatchObject({ adopted: [{ offers: 1 }], refused: [] });
  const [offer] = await listOffers(desk.context(), requestId);
  expect(offer).toMatchObject({ state: 'open', instructorId, answerBy });
  expect(offer?.days).toHaveLength(2);
  expect(await states()).toEqual(['adopted', 'adopted']);
});

test('who was asked for a proposed day before keeps it until they answer; their other days are planned', async () => {
  const [first, second] = (await listProposals(desk.context(), { runId, requestId })).rows;
  const days = [first?.visitOn ?? today];
  const offer = {
    requestId,
    instructorId,
    days,
    startsAt: first?.startsAt ?? null,
    way: 'call',
    answerBy: today,
  } as const;
  expect(await makeOffer(desk.context(), { ...offer, note: null })).toMatchObject({ ok: true });
  expect(await adopt({ way: 'visit' })).toEqual({ adopted: [{ requestId, visits: 1, offers: 1 }], refused: [] });
  expect(await desk.asOwner('select visit_on::text as day from visit')).toEqual([{ day: second?.visitOn }]);
  expect(await listOffers(desk.context(), requestId)).toMatchObject([{ state: 'open', days }]);
});

test('what is refused is said with its reason, and keeps the others from nothing', async () => {
  const second = await registerRequest(desk.context(), { number: 'R-002' });
  runId = await reckon();
  const [proposal] = (await listProposals(desk.context(), { runId, requestId })).rows;
  const days = [proposal?.visitOn ?? today];
  const third = await registerRequest(desk.context(), { number: 'R-003' });
  await assignInstructor(desk.context(), { requestId: third, instructorId, days, startsAt: null });
  const before = await countVisits();
  expect(before).toEqual([{ visits: 1 }]);
  expect(await adopt({ requestIds: [requestId, second] })).toMatchObject({
    adopted: [{ requestId: second, visits: 2 }],
    refused: [{ requestId, refusal: { kind: 'day-not-free' } }],
  });
  expect(await countVisits()).toEqual([{ visits: 3 }]);
  expect((await listProposals(desk.context(), { runId, requestId })).rows.map(({ state }) => state)).toEqual([
    'open',
    'open',
  ]);
});

test('a session of two people is planned with both, or with nobody', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  await desk.asOwner(`insert into request_application (corner_code, request_id, team_size)
    values ('35', '${requestId}', 2) on conflict (corner_code, request_id) do update set team_size = 2`);
  runId = await reckon();
  const { rows } = await listProposals(desk.context(), { runId });
  expect(rows.map(({ instructorIds }) => instructorIds.toSorted())).toEqual(
    [1, 2].map(() => [instructorId, other].toSorted()),
  );
  expect(await adopt()).toMatchObject({ adopted: [{ visits: 2 }] });
  expect(await desk.asOwner(`select count(*)::integer as people from visit_instructor`)).toEqual([{ people: 4 }]);
  expect(await countVisits()).toEqual([{ visits: 2 }]);
});

test('a session of two people is offered to both, and who was asked already is not asked again', async () => {
  await registerInstructor(desk.context(), { number: 'M-002' });
  await desk.asOwner(`insert into request_application (corner_code, request_id, team_size)
    values ('35', '${requestId}', 2) on conflict (corner_code, request_id) do update set team_size = 2`);
  runId = await reckon();
  expect(await adopt({ way: 'offer', answerBy })).toMatchObject({ adopted: [{ offers: 2 }], refused: [] });
  expect(await listOffers(desk.context(), requestId)).toMatchObject([{ state: 'open' }, { state: 'open' }]);
  runId = await reckon();
  expect(await adopt({ way: 'offer', answerBy })).toMatchObject({ adopted: [{ offers: 2 }], refused: [] });
  expect(await listOffers(desk.context(), requestId)).toHaveLength(2);
});

test('more requests than are adopted at once are refused one by one, and none is passed over in silence', async () => {
  const unknown = Array.from({ length: 500 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);
  const { adopted, refused } = await adopt({ requestIds: [...unknown, requestId] });
  expect(adopted).toEqual([]);
  expect(refused).toHaveLength(501);
  expect(refused.at(-1)).toEqual({ requestId, refusal: { kind: 'too-many', limit: 500 } });
  expect(await states()).toEqual(['open', 'open']);
});

test('the same key answers the same and adopts once', async () => {
  const [first, second] = [await adopt({ key: 'one' }), await adopt({ key: 'one' })];
  expect(second).toEqual(first);
  expect(await countVisits()).toEqual([{ visits: 2 }]);
});

test('a proposal is dismissed and stays to be seen', async () => {
  const [proposal] = (await listProposals(desk.context(), { runId })).rows;
  const order = { runId, requestId, visitOn: proposal?.visitOn ?? today };
  expect(await dismissProposal(desk.context(), order)).toMatchObject({ ok: true });
  expect(await dismissProposal(desk.context(), order)).toMatchObject({ refusal: { kind: 'nothing-open' } });
  expect(await adopt()).toMatchObject({ adopted: [{ visits: 1 }] });
  expect(await states()).toEqual(['dismissed', 'adopted']);
});

test('only who assigns adopts and dismisses, and another corner finds no run', async () => {
  const visitOn = today;
  for (const role of ['auditor', 'instructor', 'center'] as const) {
    const order = { runId, requestIds: [requestId], way: 'visit', answerBy: null } as const;
    await expect(adoptProposals(desk.context({ role }), order)).rejects.toThrow(Forbidden);
    expect(() => dismissProposal(desk.context({ role }), { runId, requestId, visitOn })).toThrow(Forbidden);
  }
  const elsewhere = desk.context({ corner: '34' });
  await expect(
    adoptProposals(elsewhere, { runId, requestIds: [requestId], way: 'visit', answerBy: null }),
  ).rejects.toThrow(NotFound);
});
