import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Database } from '#platform/db/database.server.ts';
import { openServer } from '#platform/db/server.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { runOnce } from '../../test/server-database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { ensureBasePlan } from './change-plan.server.ts';
import { getRun, listProposals } from './run-queries.server.ts';
import { slowSolver } from './slow-solver.fixture.ts';
import { runNow, startRun } from './start-run.server.ts';

const desk = useTestDatabase();
let planId: string;
let requestIds: readonly [string, string];
let beside: Database;

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  const candidateDates = [{ from: plainDate('2022-12-05'), until: plainDate('2022-12-16') }];
  const request = (number: string) => registerRequest(desk.context(), { number, candidateDates });
  requestIds = [await request('R-001'), await request('R-002')];
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
  beside = await openServer({ url: desk.url(), migrateUrl: desk.url(), poolSize: 2, migrate: false });
});

afterEach(() => beside.close());

/** A second process: connections of its own, and code that has begun no calculation itself. */
async function secondProcess() {
  vi.resetModules();
  const { cancelRun } = await import('./interrupt-runs.server.ts');
  const ctx = { ...desk.context(), db: beside.forCorner('35') };
  return { ctx, cancelRun };
}

test('a calculation is cancelled from another process, and ends with the best proposal so far', async () => {
  const started = await startRun(desk.context(), { planId, solve: slowSolver().solve });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const { runId } = started.value;
  const { ctx, cancelRun } = await secondProcess();
  expect(await cancelRun(ctx, { runId })).toMatchObject({ ok: true });
  expect(await getRun(desk.context(), runId)).toMatchObject({ state: 'running', cancelWanted: true });
  const ended = async () => expect((await getRun(desk.context(), runId)).state).toBe('cancelled');
  await vi.waitFor(ended, { timeout: 10_000 });
  expect((await listProposals(ctx, { runId })).rows).toHaveLength(1);
});

test('when the connection is lost between two requests, the first is adopted whole and the second not at all; again adopts the rest', async () => {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  const order = { runId: done.value.id, requestIds, way: 'visit', answerBy: null, key: 'one' } as const;
  const [first, second] = requestIds;
  // The second request waits for a row that another session holds; there its session is killed.
  const [locked, held] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  const holding = beside
    .forCorner('35')
    .transaction()
    .execute(async (tx) => {
      await tx
        .selectFrom('assignment_proposal')
        .select('visit_on')
        .where('request_id', '=', second)
        .forUpdate()
        .execute();
      locked.resolve(undefined);
      await held.promise;
    });
  await locked.promise;
  const adopting = adoptProposals(desk.context(), order).then(JSON.stringify, String);
  const waits = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await vi.waitFor(async () => expect(await runOnce(desk.url(), waits)).toHaveLength(1), { timeout: 10_000 });
  await runOnce(desk.url(), `select pg_terminate_backend(pid) from (${waits}) waiting`);
  const answer = await adopting;
  held.resolve(undefined);
  await holding;
  expect(answer).toMatch(/^\w*rror: .*connection/iu);

  const planned = () => desk.asOwner(`select request_id as id, count(*)::integer as visits from visit group by 1`);
  expect(await planned()).toEqual([{ id: first, visits: 2 }]);
  const states = async (requestId: string) =>
    (await listProposals(desk.context(), { runId: order.runId, requestId })).rows.map(({ state }) => state);
  expect([await states(first), await states(second)]).toEqual([
    ['adopted', 'adopted'],
    ['open', 'open'],
  ]);
  expect(await adoptProposals(desk.context(), order)).toMatchObject({
    adopted: [
      { requestId: first, visits: 2 },
      { requestId: second, visits: 2 },
    ],
    refused: [],
  });
  expect(await planned()).toHaveLength(2);
});
