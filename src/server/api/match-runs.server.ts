import { adoptProposals } from '#assignment-plan/adopt-proposals.server.ts';
import { ensureBasePlan } from '#assignment-plan/change-plan.server.ts';
import { runStates } from '#assignment-plan/domain/assignment-run.ts';
import { cancelRun, markInterrupted } from '#assignment-plan/interrupt-runs.server.ts';
import { adoptionRefusalText } from '#assignment-plan/adoption-refusal-text.ts';
import { explainRunRefusal } from '#assignment-plan/explain-refusal.server.ts';
import { listRuns, RUN_CURSOR_LENGTH } from '#assignment-plan/run-list-queries.server.ts';
import { getRun } from '#assignment-plan/run-queries.server.ts';
import { getRunResult } from '#assignment-plan/run-result.server.ts';
import { startRun } from '#assignment-plan/start-run.server.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { isPlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Permission } from '#platform/permission/permission-table.ts';
import { decodeCursor } from '#record/paging.server.ts';
import type { Desk } from '../desk.server.ts';
import { openContext, type Api, type ApiCall } from './api-context.server.ts';
import { matchRunRoutes as routes } from './match-run-routes.ts';
import { toMatchRun, toMatchRunRow } from './match-run-schema.ts';
import { problem } from './problem.server.ts';
import { BadParameter, readCode } from './query-values.ts';
import { apiText } from './text.ts';

/** 年間の割当の計算 for scripts: what the pages do, by the same use cases (contract.md §1, §2). */
export function addMatchRuns(api: Api, desk: Desk): void {
  guard(api, desk);
  addReading(api, desk);
  addStarting(api, desk);
  addAdopting(api, desk);
}

/** Who asks, and whether they may, is settled before anything they sent is looked at. */
function guard(api: Api, desk: Desk): void {
  const settle = (written: Permission) => async (call: ApiCall, next: () => Promise<void>) => {
    const ctx = await openContext(desk, call);
    requirePermission(ctx, call.req.method === 'GET' ? 'assignment.read' : written);
    await next();
  };
  api.use('/match-runs', settle('assignment.plan'));
  api.use('/match-runs/:id', settle('assignment.plan'));
  api.use('/match-runs/:id/cancel', settle('assignment.plan'));
  api.use('/match-runs/:id/adoption', settle('assignment.adopt'));
}

function addReading(api: Api, desk: Desk): void {
  api.openapi(routes.list, async (call) => {
    const ctx = await openContext(desk, call);
    await markInterrupted(ctx);
    const { limit, cursor, year, plan } = call.req.valid('query');
    const page = await listRuns(ctx, {
      fiscalYear: year ?? fiscalYearOf(ctx.today()),
      planId: plan,
      state: readCode(call.req.query(), { parameter: 'state', codes: runStates.map(({ code }) => code) }),
      cursor: decodeCursor(cursor, RUN_CURSOR_LENGTH),
      limit,
    });
    return call.json({ items: page.rows.map(toMatchRunRow), nextCursor: page.next ?? null }) as never;
  });
  api.openapi(routes.read, async (call) => {
    const ctx = await openContext(desk, call);
    await markInterrupted(ctx);
    return call.json(toMatchRun(ctx.corner, await getRunResult(ctx, call.req.valid('param').id))) as never;
  });
}

function addStarting(api: Api, desk: Desk): void {
  api.openapi(routes.start, async (call) => {
    const ctx = await openContext(desk, call);
    const { year, planId, replan, timeLimitSeconds, seed, from, to } = call.req.valid('json');
    const started = await startRun(ctx, {
      planId: planId ?? (await ensureBasePlan(ctx, year)).id,
      key: call.req.valid('header')['idempotency-key'],
      trigger: replan === true ? 'replan' : 'start',
      timeLimitMs: timeLimitSeconds === undefined ? undefined : timeLimitSeconds * 1000,
      seed,
      from: readDay('from', from),
      until: readDay('to', to),
    });
    if (!started.ok) return refuse(call, apiText.runRefused, await explainRunRefusal(ctx, started.refusal));
    return call.json(await readRow(ctx, started.value.runId), 202) as never;
  });
  api.openapi(routes.cancel, async (call) => {
    const ctx = await openContext(desk, call);
    const runId = call.req.valid('param').id;
    // Of one that has ended there is nothing to stop, which is what was wanted.
    await cancelRun(ctx, { runId });
    return call.json(await readRow(ctx, runId)) as never;
  });
}

function addAdopting(api: Api, desk: Desk): void {
  api.openapi(routes.adopt, async (call) => {
    const ctx = await openContext(desk, call);
    const runId = call.req.valid('param').id;
    const { as: way, answerBy, requests } = call.req.valid('json');
    if (way === 'offer' && answerBy === undefined) throw new BadParameter('answerBy');
    const { openRequestIds, numberOf } = await getRunResult(ctx, runId);
    const wanted = requests && new Set(requests);
    const requestIds = openRequestIds.filter((id) => !wanted || wanted.has(numberOf(id)));
    const unknown = requests?.find((number) => !requestIds.some((id) => numberOf(id) === number));
    if (unknown !== undefined) return refuse(call, apiText.adoptionRefused, apiText.notProposed(unknown));
    const { adopted, refused } = await adoptProposals(ctx, {
      runId,
      requestIds,
      way,
      answerBy: readDay('answerBy', answerBy) ?? null,
      key: call.req.valid('header')['idempotency-key'],
    });
    return call.json({
      adopted: adopted.map(({ requestId, visits, offers }) => ({ request: numberOf(requestId), visits, offers })),
      refused: refused.map(({ requestId, refusal }) => ({
        request: numberOf(requestId),
        detail: adoptionRefusalText(refusal),
      })),
    }) as never;
  });
}

async function readRow(ctx: Context, runId: string) {
  const { plan, ...run } = await getRun(ctx, runId);
  return toMatchRunRow({ ...run, planName: plan.name, isBase: plan.isBase });
}

function readDay(parameter: string, text: string | undefined): PlainDate | undefined {
  if (text === undefined) return undefined;
  if (!isPlainDate(text)) throw new BadParameter(parameter);
  return text;
}

/** 409: nothing was done, and why. */
function refuse(call: ApiCall, title: string, detail: string): never {
  return problem(call, { status: 409, title, detail });
}
