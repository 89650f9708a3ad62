import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { judgeMove, moveProposal, type MoveOrder } from './move-proposal.server.ts';
import { pinAssignment } from './pins.server.ts';
import { listPins } from './plan-queries.server.ts';
import { listProposals } from './run-queries.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const friday = plainDate('2022-12-09');
let planId: string;
let requestId: string;
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
  requestId = await registerRequest(desk.context(), { wishedSessions: 1 });
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckon(): Promise<string> {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

/** The one proposed session, moved to another person and day. */
async function order(instructorId: string, visitOn: PlainDate): Promise<MoveOrder> {
  const runId = await reckon();
  const [proposal] = (await listProposals(desk.context(), { runId })).rows;
  if (!proposal) throw new Error('nothing proposed');
  return { runId, requestId, visitOn: proposal.visitOn, from: near, to: { instructorId, visitOn } };
}

test('a move is told with what it costs, and nothing is written', async () => {
  const move = await order(far, friday);
  const judgement = await judgeMove(desk.context(), move);
  expect(judgement).toMatchObject({ possible: true, refusal: null, broken: [] });
  expect(judgement.points).toBeGreaterThan(0);
  expect(judgement.parts.map(({ rule }) => rule)).toContain('travel-distance');
  expect((await listProposals(desk.context(), { runId: move.runId })).rows[0]?.instructorIds).toEqual([near]);
  expect(await listPins(desk.context(), { planId })).toEqual([]);
});

test('a moved session stands with its new person and ways, fixed for every calculation to come', async () => {
  const move = await order(far, friday);
  expect(await moveProposal(desk.context(), move)).toMatchObject({ ok: true });
  const [moved] = (await listProposals(desk.context(), { runId: move.runId })).rows;
  expect(moved).toMatchObject({
    visitOn: friday,
    instructorIds: [far],
    explanation: { instructors: [{ pinned: true }] },
  });
  expect(moved?.explanation.instructors[0]?.kilometres).toBeGreaterThan(50);
  expect(await listPins(desk.context(), { planId })).toMatchObject([
    { kind: 'pin', instructorId: far, visitOn: friday },
  ]);
  expect((await listProposals(desk.context(), { runId: await reckon() })).rows).toMatchObject([
    { visitOn: friday, instructorIds: [far] },
  ]);
});

test('who was fixed is let go of the old day by a move', async () => {
  await pinAssignment(desk.context(), { planId, requestId, instructorId: near, visitOn: plainDate('2022-12-06') });
  const move = await order(near, friday);
  expect(move.visitOn).toBe('2022-12-06');
  expect(await moveProposal(desk.context(), move)).toMatchObject({ ok: true });
  expect(await listPins(desk.context(), { planId })).toMatchObject([{ instructorId: near, visitOn: friday }]);
});

test('a move that a rule forbids says which, and changes nothing', async () => {
  const move = await order(far, plainDate('2022-12-07'));
  expect(await moveProposal(desk.context(), move)).toMatchObject({
    refusal: { kind: 'rules', judgement: { possible: false, refusal: { kind: 'day-not-free' } } },
  });
  expect(await listPins(desk.context(), { planId })).toEqual([]);
});

test('a move that takes the day of another proposed session says so', async () => {
  const alone = await registerRequest(desk.context(), {
    number: 'R-002',
    wishedSessions: 1,
    candidateDates: [{ from: friday, until: friday }],
  });
  await pinAssignment(desk.context(), { planId, requestId: alone, instructorId: near, visitOn: friday });
  const runId = await reckon();
  const [proposal] = (await listProposals(desk.context(), { runId, requestId })).rows;
  const visitOn = proposal?.visitOn ?? friday;
  const from = proposal?.instructorIds[0] ?? near;
  const move = { runId, requestId, visitOn, from, to: { instructorId: near, visitOn: friday } };
  expect(await judgeMove(desk.context(), move)).toMatchObject({ possible: false, refusal: null, broken: ['clash'] });
});

test('a session that is not proposed is not moved, and only who plans moves', async () => {
  const move = await order(far, friday);
  await expect(judgeMove(desk.context(), { ...move, visitOn: plainDate('2022-12-20') })).rejects.toThrow(NotFound);
  for (const role of ['clerk', 'auditor', 'instructor'] as const) {
    await expect(moveProposal(desk.context({ role }), move)).rejects.toThrow(Forbidden);
  }
});
