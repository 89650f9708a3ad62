import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings, type PlanSettings } from '#matching/domain/planning-settings.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { Solve } from './carry-out-run.server.ts';
import { changePlan, ensureBasePlan } from './change-plan.server.ts';
import { cancelRun, markInterrupted } from './interrupt-runs.server.ts';
import { forbidAssignment, pinAssignment } from './pins.server.ts';
import { getRun, listProposals, listUnplaced } from './run-queries.server.ts';
import { slowSolver } from './slow-solver.fixture.ts';
import { runNow, startRun } from './start-run.server.ts';

const desk = useTestDatabase();
const monday = plainDate('2022-12-05');
let planId: string;
let instructorId: string;
let requestId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

async function reckoned(changes: Partial<Parameters<typeof runNow>[1]> = {}) {
  const done = await runNow(desk.context(), { planId, ...changes });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

const proposalsOf = async (runId: string) => (await listProposals(desk.context(), { runId })).rows;

async function settle(settings: Partial<PlanSettings>) {
  const changed = { planId, version: 1, name: '基本案', settings: { ...noSettings, ...settings } };
  expect(await changePlan(desk.context({ role: 'chief' }), changed)).toMatchObject({ ok: true });
}

test('a calculation proposes the open sessions with their reasons, proven best, and keeps what it was reckoned from', async () => {
  const run = await reckoned();
  expect(run).toMatchObject({ state: 'done', proven: true, trigger: 'start', seed: 1, failure: null });
  expect(run.inputHash).toMatch(/^[\da-f]{64}$/u);
  expect(run.size).toMatchObject({ requests: 1, sessions: 2, instructors: 1 });
  expect(run.points).toBe(run.bound);
  expect(run.breakdown).toContainEqual({ rule: 'unserved-session', amount: 0, points: 0 });
  const rows = await proposalsOf(run.id);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    requestNumber: 'R-001',
    state: 'open',
    people: [{ id: instructorId, name: '架空 太郎', isExtra: false }],
    explanation: { instructors: [{ before: 0, after: 2 }] },
  });
  expect(rows[0]?.explanation.runnerUp).not.toBeNull();
  expect((await reckoned()).inputHash).toBe(run.inputHash);
});

test('a session that nobody can lead is told with the rule that keeps them', async () => {
  await registerRequest(desk.context(), { number: 'R-002', tradeCode: 'kenchiku-daiku' });
  const candidateDates = [{ from: plainDate('2022-11-28'), until: plainDate('2022-11-29') }];
  await registerRequest(desk.context(), { number: 'R-003', candidateDates });
  const { id } = await reckoned();
  const { rows } = await listUnplaced(desk.context(), { runId: id });
  expect(rows.map(({ requestNumber, sessions, blockers }) => [requestNumber, sessions, blockers])).toEqual([
    ['R-002', 2, [{ rule: 'trade-taught', instructors: 0 }]],
    ['R-003', 2, [{ rule: 'no-day', instructors: 0 }]],
  ]);
});

test('what was fixed by hand is proposed and who was excluded is not', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002', municipalityCode: '352012' });
  await pinAssignment(desk.context(), { planId, requestId, instructorId: other, visitOn: monday });
  await forbidAssignment(desk.context(), { planId, requestId, instructorId, visitOn: null });
  const rows = await proposalsOf((await reckoned()).id);
  expect(rows.map(({ instructorIds }) => instructorIds)).toEqual([[other], [other]]);
  expect(rows[0]).toMatchObject({ visitOn: monday, explanation: { instructors: [{ pinned: true }] } });
});

test.each([
  [
    'a pin that no rule allows',
    'pin-impossible',
    () => pinAssignment(desk.context(), { planId, requestId, instructorId, visitOn: plainDate('2022-12-04') }),
  ],
  ['days that are over', 'year-over', () => settle({ until: plainDate('2022-11-01') })],
  ['nothing to plan', 'nothing-to-plan', () => desk.asOwner(`update request set stage = 'withdrawn'`)],
] as const)('%s is refused before anything is reckoned', async (_what, kind, arrange) => {
  await arrange();
  expect(await runNow(desk.context(), { planId })).toMatchObject({ ok: false, refusal: { kind } });
  expect(await desk.asOwner('select run_id from assignment_run')).toEqual([]);
});

test('a closed week and an assumed instructor change the proposal of their plan alone', async () => {
  const extra = {
    id: '',
    name: '仮の人',
    kind: 'meister',
    tradeCodes: ['kikai-kako'],
    municipalityCode: '352039',
    yearlyCap: null,
  } as const;
  const closed = { from: monday, until: plainDate('2022-12-08'), reason: '感染症' };
  await settle({ extraInstructors: [extra], closedPeriods: [closed] });
  await desk.asOwner(`update instructor set deleted_at = now(), deleted_reason = 'x'`);
  const run = await reckoned();
  expect(await proposalsOf(run.id)).toMatchObject([
    { visitOn: plainDate('2022-12-09'), people: [{ name: '仮の人', number: null, isExtra: true }] },
  ]);
  expect((await listUnplaced(desk.context(), { runId: run.id })).rows).toMatchObject([{ sessions: 1 }]);
});

test('the same key answers the same run', async () => {
  const order = { planId, key: 'one' };
  const [first, second] = [await reckoned(order), await reckoned(order)];
  expect(second.id).toBe(first.id);
});

test('a worker that dies leaves the last good proposal, and the run says that it failed', async () => {
  const { solve, gate } = slowSolver();
  gate.resolve('die');
  const run = await reckoned({ solve });
  expect(run).toMatchObject({ state: 'failed', failure: 'stopped' });
  expect(await proposalsOf(run.id)).toMatchObject([{ visitOn: monday }]);
});

test('an answer that the scorer reckons otherwise is no proposal', async () => {
  const solve: Solve = () =>
    Promise.resolve({ solution: { chosen: [0] }, points: 0, bound: 0, steps: 1, ending: 'proven' });
  const run = await reckoned({ solve });
  expect(run).toMatchObject({ state: 'failed', failure: 'wrong-answer', points: null });
  expect(await proposalsOf(run.id)).toEqual([]);
});

test('a plan is reckoned once at a time, and a run whose process is gone is interrupted and keeps what it had', async () => {
  const { solve, gate } = slowSolver();
  const started = await startRun(desk.context(), { planId, solve });
  if (!started.ok) throw new Error('not started');
  const { runId } = started.value;
  expect(await startRun(desk.context(), { planId })).toMatchObject({ refusal: { kind: 'run-going', runId } });
  await desk.asOwner(`update assignment_run set beat_at = now() - interval '2 minutes'`);
  expect(await markInterrupted(desk.context())).toEqual([runId]);
  gate.resolve('end');
  expect((await getRun(desk.context(), runId)).state).toBe('interrupted');
  await reckoned();
});

test('only who plans starts and cancels, and another corner finds nothing', async () => {
  const run = await reckoned();
  for (const role of ['clerk', 'auditor', 'instructor'] as const) {
    await expect(startRun(desk.context({ role }), { planId })).rejects.toThrow(Forbidden);
    await expect(cancelRun(desk.context({ role }), { runId: run.id })).rejects.toThrow(Forbidden);
  }
  await expect(getRun(desk.context({ corner: '34' }), run.id)).rejects.toThrow(NotFound);
  await expect(startRun(desk.context({ corner: '34' }), { planId })).rejects.toThrow(NotFound);
});
