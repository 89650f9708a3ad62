import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { noSettings, type PlanSettings } from '#matching/domain/planning-settings.ts';
import type { Context } from '#platform/context.server.ts';
import { recordCancelled, recordMoved } from '#schedule/close-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { renderPage } from '#ui/render-page.fixture.tsx';
import { useTestDatabase } from '../../../test/database.ts';
import { adoptProposals } from '../adopt-proposals.server.ts';
import { changePlan, ensureBasePlan } from '../change-plan.server.ts';
import { closeRuns } from '../going-runs.server.ts';
import { getRunResult } from '../run-result.server.ts';
import { slowSolver } from '../slow-solver.fixture.ts';
import { runNow, startRun } from '../start-run.server.ts';
import { loadAdoptPage } from './adopt-page.server.ts';
import { loadBoard } from './board-page.server.ts';
import { DroppedVisits } from './dropped-visits.tsx';

const desk = useTestDatabase();
const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
const week = [{ from: monday, until: plainDate('2022-12-09') }];
let planId: string;
let visitId: string;
let other: string;

/** A visit agreed for Monday alone, of little weight, and a request that would have the same person then. */
beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  const onMonday = [{ from: monday, until: monday }];
  await registerRequest(desk.context(), { wishedSessions: 1, candidateDates: onMonday, priority: 3 });
  visitId = await registerVisit(desk.context(), { requestNumber: 'R-001', visitOn: monday });
  other = await registerRequest(desk.context(), {
    number: 'R-002',
    wishedSessions: 1,
    candidateDates: onMonday,
    priority: 1,
  });
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
  await change({ weights: { stability: 0 } });
});

async function change(settings: Partial<PlanSettings>) {
  const { version } = await ensureBasePlan(desk.context(), 2022);
  const changed = { ...noSettings, moveAgreed: true, ...settings };
  await changePlan(desk.context({ role: 'chief' }), { planId, version, name: '基本案', settings: changed });
}

async function reckon() {
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

function callOf(ctx: Context): StaffCall {
  const url = new URL('http://desk.example.jp/35/2022/assignment?all=1');
  const href = (path: string) => `/35/2022/${path}`;
  return { ctx, url, href, params: { planId }, year: 2022 } as unknown as StaffCall;
}

const told = async (ctx = desk.context()) => (await loadAdoptPage(callOf(ctx))).dropped;

test('whoever adopts is told which agreed visits stay without a place, what they keep from being adopted, and where to call them off', async () => {
  await reckon();
  const dropped = await told();
  expect(dropped).toMatchObject([
    { id: visitId, number: 'V-001', request: 'R-001', when: '2022/12/05（月）　10:00〜12:00' },
  ]);
  expect((await loadBoard(callOf(desk.context()))).dropped).toHaveLength(1);
  const html = renderPage(<DroppedVisits visits={dropped} />);
  expect(html).toContain('提案に入らない予定が1件あります');
  expect(html).toContain(`href="/35/2022/visits/${visitId}?close=cancel#close-visit"`);
  expect(html).toContain('要請R-002の提案に使っています');
});

test('such a visit is never called off by adopting; once somebody calls it off the proposal is adopted, and nothing more is told', async () => {
  const runId = await reckon();
  const order = { runId, requestIds: [other], way: 'visit', answerBy: null } as const;
  expect(await adoptProposals(desk.context(), order)).toMatchObject({
    refused: [{ refusal: { kind: 'day-not-free' } }],
  });
  expect((await visitRecords.get(desk.context(), visitId)).input).toMatchObject({ status: 'planned', visitOn: monday });
  const why = { code: 'infection', reason: '学級閉鎖' } as const;
  expect(await recordCancelled(desk.context(), { id: visitId, version: 1, ...why })).toMatchObject({ ok: true });
  expect(await told()).toEqual([]);
  expect(await adoptProposals(desk.context(), order)).toMatchObject({ adopted: [{ requestId: other }] });
});

test('a visit that was moved since is another matter', async () => {
  await reckon();
  const slot = { visitOn: tuesday, startsAt: '10:00', endsAt: '12:00' };
  await recordMoved(desk.context(), { id: visitId, version: 1, slot, code: 'host', reason: '設備点検' });
  expect(await told()).toEqual([]);
});

test('who may not call visits off sees them without the way to do it', async () => {
  await reckon();
  expect((await loadBoard(callOf(desk.context({ role: 'auditor' })))).dropped).toMatchObject([
    { number: 'V-001', cancelHref: undefined },
  ]);
});

test('where every visit has its place nothing is told', async () => {
  await desk.asOwner(`update request set candidate_dates = '${JSON.stringify(week)}'`);
  await reckon();
  expect(await told()).toEqual([]);
  expect(renderPage(<DroppedVisits visits={[]} />)).toBe('');
});

test('scripts read them by their numbers, of a calculation that was interrupted too', async () => {
  const expected = [{ request: 'R-001', visit: 'V-001', visitOn: monday, instructors: ['M-001'] }];
  expect((await getRunResult(desk.context(), await reckon())).dropped).toEqual(expected);
  await change({ closedPeriods: [{ from: monday, until: monday, reason: '感染症' }] });
  await registerRequest(desk.context(), { number: 'R-003', wishedSessions: 1, candidateDates: week });
  const started = await startRun(desk.context(), { planId, solve: slowSolver().solve });
  await closeRuns();
  const result = await getRunResult(desk.context(), started.ok ? started.value.runId : '');
  expect(result.run.state).toBe('interrupted');
  expect(result.dropped).toEqual(expected);
});
