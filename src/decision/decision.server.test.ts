import { beforeEach, expect, test } from 'vitest';
import { aRequest } from '#dispatch/dispatch-fixture.server.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import { moveRequest } from '#dispatch/move-request.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { getRequestPlan } from '#instruction-plan/plan-queries.server.ts';
import { savePlan } from '#instruction-plan/save-plan.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import type { Role } from '#platform/permission/permission-table.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anAcceptedRequest, aSession, staffAccounts } from './decision-fixture.server.ts';
import { countWaitingDecisions, listDecisionPage, listDecisions } from './decision-queries.server.ts';
import { listEntitledApprovers } from './entitled-approvers.server.ts';
import { proposeDecision, type Proposal } from './propose-decision.server.ts';
import { stepDecision, type RoundCommand } from './step-decision.server.ts';

const desk = useTestDatabase();
let requestId: string;

const as = (role: Role) => desk.context({ role, actor: { id: `${role}-1`, name: role } });
const propose = (changes: Partial<Proposal> = {}, ctx = as('coordinator')) =>
  proposeDecision(ctx, {
    requestId,
    subject: '実技指導の派遣について',
    note: null,
    approverIds: ['officer-1', 'chief-1'],
    ...changes,
  });

async function proposed(changes: Partial<Proposal> = {}): Promise<string> {
  const made = await propose(changes);
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.id;
}

async function step(role: Role, command: RoundCommand, reason: string | null = null) {
  const [latest] = await listDecisions(desk.context(), requestId);
  if (!latest) throw new Error('no draft');
  return stepDecision(as(role), { decisionId: latest.id, command, reason, version: latest.version });
}

const stage = async () => (await getStanding(desk.context(), requestId)).stage;
const plan = async () => {
  const { open, decided, versions } = await getRequestPlan(desk.context(), requestId);
  return { open: open?.state, decided: decided?.revision, states: versions.map(({ state }) => state) };
};
const save = (changes = {}) =>
  savePlan(as('coordinator'), { requestId, goal: null, note: null, sessions: [aSession()], ...changes });

beforeEach(async () => {
  await desk.asOwner(staffAccounts);
  requestId = await anAcceptedRequest(desk.context());
});

test('a plan is drafted, returned, mended and approved by two people in order; then the request is 決裁済み [DOC-09]', async () => {
  const id = await proposed({ key: 'once' });
  expect(await proposed({ key: 'once' })).toBe(id);
  expect([await stage(), (await plan()).open]).toEqual(['plan-issued', 'proposed']);
  expect(await save({ version: 2 })).toMatchObject({ refusal: { kind: 'locked', why: 'being-decided' } });
  expect(await step('chief', 'approve')).toMatchObject({ refusal: { kind: 'not-your-turn', waitsFor: '架空 花子' } });
  expect(await step('officer', 'return')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await step('officer', 'return', '材料の数を書いてください')).toMatchObject({ value: { state: 'returned' } });
  expect([await stage(), (await plan()).open]).toEqual(['pre-meeting', 'draft']);
  expect(await save({ version: 3, goal: '2級の課題' })).toMatchObject({ ok: true });

  expect(await proposed()).toBe(id);
  expect(await step('officer', 'approve')).toMatchObject({ value: { state: 'circulating' } });
  expect(await stage()).toBe('plan-issued');
  expect(await step('chief', 'approve', '了解')).toMatchObject({ value: { state: 'decided' } });
  expect([await stage(), await plan()]).toEqual(['approved', { open: undefined, decided: 1, states: ['decided'] }]);
  const [decision] = await listDecisions(desk.context(), requestId);
  expect(decision).toMatchObject({ state: 'decided', decidedOn: '2022-11-30', round: 2 });
  expect(decision?.route.map(({ round, approverName, answer }) => [round, approverName, answer])).toEqual([
    [1, '架空 花子', 'returned'],
    [1, '架空 一郎', null],
    [2, '架空 花子', 'approved'],
    [2, '架空 一郎', 'approved'],
  ]);
  expect(decision?.events.map(({ command }) => command)).toEqual([
    'approve',
    'approve',
    'resubmit',
    'return',
    'propose',
  ]);
  expect(await step('chief', 'return', '理由')).toMatchObject({ refusal: { kind: 'not-possible', why: 'decided' } });
});

test('after the decision a change is a new version, decided on its own, and the request stays 決裁済み [DOC-09]', async () => {
  await proposed({ approverIds: ['chief-1'] });
  await step('chief', 'approve');
  expect(await save({ goal: '改定' })).toMatchObject({ value: { revision: 2 } });
  expect([await stage(), await plan()]).toEqual([
    'approved',
    { open: 'draft', decided: 1, states: ['draft', 'decided'] },
  ]);
  await proposed({ approverIds: ['chief-1'] });
  expect(await step('coordinator', 'withdraw', '日が変わった')).toMatchObject({ value: { state: 'withdrawn' } });
  expect((await plan()).open).toBe('draft');
  await proposed({ approverIds: ['chief-1'] });
  await step('chief', 'approve');
  expect([await stage(), await plan()]).toEqual([
    'approved',
    { open: undefined, decided: 2, states: ['decided', 'replaced'] },
  ]);
});

test('what was decided about a request is not changed until its plan is renewed [DOC-09]', async () => {
  await proposed({ approverIds: ['chief-1'] });
  await step('chief', 'approve');
  const input = aRequest({ program: 'appeal-session' });
  const edit = () => requestRecords.update(desk.context(), { id: requestId, version: 1, input, fiscalYear: 2022 });
  expect(await edit()).toMatchObject({ refusal: { problems: [{ key: 'program', problem: { kind: 'decided' } }] } });
  const renumbered = { id: requestId, version: 1, fiscalYear: 2022, input: { ...input, number: 'R-777' } };
  expect(await requestRecords.update(desk.context(), renumbered)).toMatchObject({ ok: false });
  expect(await save({ goal: '改定' })).toMatchObject({ ok: true });
  expect(await edit()).toMatchObject({ ok: true });
});

test('what is not ready is not sent round, and nothing of it is kept', async () => {
  expect(await propose({ approverIds: [] })).toMatchObject({ refusal: { kind: 'nobody-on-route' } });
  expect(await propose({ approverIds: ['chief-13'] })).toMatchObject({ refusal: { kind: 'not-entitled' } });
  expect(await propose({ approverIds: ['coordinator-1'] })).toMatchObject({ refusal: { kind: 'not-entitled' } });
  expect(await propose({}, as('officer'))).toMatchObject({ refusal: { kind: 'drafter-on-route' } });
  expect(await save({ version: 1, sessions: [aSession({ content: null })] })).toMatchObject({ ok: true });
  expect(await propose()).toMatchObject({ refusal: { kind: 'incomplete' } });
  expect([await stage(), await plan()]).toMatchObject(['accepted', { open: 'draft' }]);
  expect(await listDecisions(desk.context(), requestId)).toEqual([]);
});

test('an approval counts only while the request stands at its plan; the refusal says where it stands', async () => {
  await proposed();
  await step('officer', 'approve');
  await moveRequest(desk.context(), {
    requestId,
    command: 'decline',
    happenedOn: plainDate('2022-11-30'),
    reason: '病気',
  });
  expect(await step('chief', 'approve')).toMatchObject({ refusal: { kind: 'wrong-stage', stage: 'matching' } });
  expect((await plan()).open).toBe('proposed');
  expect(await step('coordinator', 'withdraw', '人が変わる')).toMatchObject({ ok: true });
  expect([await stage(), (await plan()).open]).toEqual(['matching', 'draft']);
});

test('who is asked finds what waits for them, and nobody else does', async () => {
  await proposed();
  const waiting = async (role: Role) =>
    (await listDecisionPage(as(role), { filters: { view: 'mine', state: '', q: '' }, cursor: undefined })).rows.map(
      ({ requestNumber, waitsFor }) => [requestNumber, waitsFor],
    );
  expect(await waiting('officer')).toEqual([['R-001', '架空 花子']]);
  expect(await waiting('chief')).toEqual([]);
  await step('officer', 'approve');
  expect([await waiting('officer'), await waiting('chief')]).toEqual([[], [['R-001', '架空 一郎']]]);
  expect(await countWaitingDecisions(as('chief'))).toBe(1);
  expect((await listEntitledApprovers(as('clerk'))).map(({ id }) => id)).toEqual(['officer-1', 'chief-1']);
});

test('a step that was seen in another state is refused, and only those who may decide decide [SEC-13]', async () => {
  const decisionId = await proposed();
  const approve = (ctx: ReturnType<typeof as>, version = 1) =>
    stepDecision(ctx, { decisionId, command: 'approve', reason: null, version });
  expect(await approve(as('officer'), 9)).toMatchObject({
    refusal: { kind: 'moved-meanwhile', state: 'circulating' },
  });
  for (const role of ['coordinator', 'clerk', 'auditor'] as const) expect(() => approve(as(role))).toThrow(Forbidden);
  await expect(approve(desk.context({ corner: '13', role: 'chief' }))).rejects.toThrow(NotFound);
  expect(() => propose({}, as('auditor'))).toThrow(Forbidden);
});
