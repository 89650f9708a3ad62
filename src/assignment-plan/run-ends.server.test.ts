import { pino } from 'pino';
import { beforeEach, expect, test, vi } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import type { Solve } from './carry-out-run.server.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { closeRuns } from './going-runs.server.ts';
import { cancelRun, interruptLeftRuns } from './interrupt-runs.server.ts';
import { getRun, listProposals } from './run-queries.server.ts';
import { slowSolver } from './slow-solver.fixture.ts';
import { startRun } from './start-run.server.ts';

const desk = useTestDatabase();
const monday = plainDate('2022-12-05');
let planId: string;
let requestId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

/** A context that keeps what is logged as an error. */
function loggedContext() {
  const errors: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) });
  return { ctx: { ...desk.context(), log }, errors };
}

async function begin(solve: Solve, ctx = desk.context()): Promise<string> {
  const started = await startRun(ctx, { planId, solve });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  return started.value.runId;
}

const stateOf = async (runId: string) => (await getRun(desk.context(), runId)).state;
const untilEnded = (runId: string, state: string) =>
  vi.waitFor(async () => expect(await stateOf(runId)).toBe(state), { timeout: 10_000 });
const proposalsOf = async (runId: string) => (await listProposals(desk.context(), { runId })).rows;

test('who cancels gets the best proposal so far; what has ended is not cancelled', async () => {
  const runId = await begin(slowSolver().solve);
  expect(await cancelRun(desk.context(), { runId })).toMatchObject({ ok: true });
  await untilEnded(runId, 'cancelled');
  expect(await getRun(desk.context(), runId)).toMatchObject({ proven: false, failure: null });
  expect(await proposalsOf(runId)).toMatchObject([{ visitOn: monday }]);
  expect(await cancelRun(desk.context(), { runId })).toMatchObject({ refusal: { kind: 'ended-already' } });
});

test('who cancels before there is a proposal cancels all the same, and nothing failed', async () => {
  const { ctx, errors } = loggedContext();
  const runId = await begin(slowSolver({ finds: false }).solve, ctx);
  await cancelRun(desk.context(), { runId });
  await untilEnded(runId, 'cancelled');
  expect(await getRun(desk.context(), runId)).toMatchObject({ points: null, failure: null });
  expect(errors).toEqual([]);
});

test.each([
  ['with its last proposal', true, [{ visitOn: monday, state: 'open' }]],
  ['with none where none was found', false, []],
] as const)('closing the desk interrupts the calculation %s, and logs no error', async (_what, finds, proposals) => {
  const { ctx, errors } = loggedContext();
  const runId = await begin(slowSolver({ finds }).solve, ctx);
  await closeRuns();
  expect(await getRun(desk.context(), runId)).toMatchObject({ state: 'interrupted', proven: false, failure: null });
  expect(await proposalsOf(runId)).toMatchObject(proposals);
  expect(errors).toEqual([]);
});

test('closing the desk waits until what was found is kept, and lets a new calculation begin after it', async () => {
  const runId = await begin(slowSolver().solve);
  await closeRuns();
  const order = { runId, requestIds: [requestId], way: 'visit', answerBy: null } as const;
  expect(await adoptProposals(desk.context(), order)).toMatchObject({ adopted: [{ visits: 1 }], refused: [] });
  await begin(slowSolver().solve);
  await closeRuns();
});

test('the one owner of a database interrupts at once what the process before it left', async () => {
  const { solve, gate } = slowSolver();
  const runId = await begin(solve);
  expect(await interruptLeftRuns(desk.context())).toEqual([runId]);
  expect(await interruptLeftRuns(desk.context())).toEqual([]);
  expect(await stateOf(runId)).toBe('interrupted');
  gate.resolve('end');
  await closeRuns();
  expect(await stateOf(runId)).toBe('interrupted');
});

test('proposals of a run whose process is gone are adopted without anybody having looked at it', async () => {
  const { solve } = slowSolver();
  const runId = await begin(solve);
  await vi.waitFor(async () => expect(await proposalsOf(runId)).toHaveLength(1), { timeout: 10_000 });
  const order = { runId, requestIds: [requestId], way: 'visit', answerBy: null } as const;
  expect(await adoptProposals(desk.context(), order)).toMatchObject({ refused: [{ refusal: { kind: 'run-going' } }] });
  await desk.asOwner(`update assignment_run set beat_at = now() - interval '2 minutes'`);
  expect(await adoptProposals(desk.context(), order)).toMatchObject({ adopted: [{ visits: 1 }], refused: [] });
  await closeRuns();
  expect(await proposalsOf(runId)).toMatchObject([{ visitOn: monday, state: 'adopted' }]);
});
