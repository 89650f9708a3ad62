import { beforeEach, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { findViolations } from '#platform/db/find-violations.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { registerInstructor, registerOrganization, registerRequest } from './dispatch-fixture.server.ts';
import type { RequestCommand } from './domain/request-stage.ts';
import { moveRequest, type RequestStep } from './move-request.server.ts';
import { listRequests } from './request-queries.server.ts';
import { countStrayStages, getStanding } from './stage-queries.server.ts';

const desk = useTestDatabase();
const today = plainDate('2022-11-30');
let requestId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  requestId = await registerRequest(desk.context(), { wishedSessions: 2 });
});

const move = (command: RequestCommand, more: Partial<RequestStep & { key: string }> = {}, ctx = desk.context()) =>
  moveRequest(ctx, { requestId, command, happenedOn: today, reason: null, ...more });

async function walk(...commands: readonly RequestCommand[]): Promise<void> {
  for (const command of commands) {
    const moved = await move(command, { reason: '試験' });
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal));
  }
}

/** Visits as rows: what their pages do to a stage is asked here, not how they are made. */
async function enterVisits(...statuses: readonly ('planned' | 'held')[]): Promise<void> {
  const rows = statuses.map(
    (status, index) =>
      `('35', gen_random_uuid(), 'V-${index}', '${requestId}', 'practical-instruction', (select organization_id from organization),
        'kikai-kako', '2022-11-0${index + 1}', 3, '${status}', '')`,
  );
  await desk.asOwner(`insert into visit (corner_code, visit_id, number, request_id, program, organization_id, trade_code,
    visit_on, trainees, status, search_text) values ${rows.join(', ')}`);
}

const filtered = (stage: string) =>
  listRequests(desk.context(), {
    filters: {
      fiscalYear: 2022,
      q: '',
      program: '',
      trade: '',
      status: '',
      stage: stage as never,
      priority: '',
      organization: '',
    },
    order: 'received',
    cursor: undefined,
  });

test('a request begins when its form is there, and goes to the approved plan with every step kept', async () => {
  expect(await getStanding(desk.context(), requestId)).toMatchObject({ stage: 'submitted', events: [] });
  await walk('check-eligibility', 'begin-matching', 'offer', 'decline', 'offer', 'accept', 'hold-pre-meeting');
  await walk('issue-plan', 'approve');
  const { stage, events } = await getStanding(desk.context(), requestId);
  expect(stage).toBe('approved');
  expect(events).toHaveLength(9);
  expect(events[0]).toMatchObject({ command: 'approve', from: 'plan-issued', to: 'approved', happenedOn: today });
  expect(events[5]).toMatchObject({ command: 'decline', from: 'offered', to: 'matching', reason: '試験' });
  expect(await countStrayStages(desk.context().db)).toBe(0);
});

test('a step that the stage does not take changes nothing, and a step of somebody else meanwhile is told', async () => {
  expect(await move('approve')).toMatchObject({ ok: false, refusal: { kind: 'wrong-stage', why: 'too-early' } });
  expect(await move('check-eligibility', { seen: 'hearing' })).toMatchObject({
    refusal: { kind: 'moved-meanwhile', stage: 'submitted' },
  });
  expect(await move('withdraw')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  await walk('check-eligibility');
  expect(await move('begin-matching', { happenedOn: plainDate('2022-11-29') })).toMatchObject({
    refusal: { kind: 'before-last-step', lastDay: today },
  });
  expect((await getStanding(desk.context(), requestId)).events).toHaveLength(1);
});

test('the stage follows from the visits once one was held, and the list finds it there', async () => {
  await enterVisits('held', 'planned');
  expect((await getStanding(desk.context(), requestId)).stage).toBe('in-progress');
  expect(await filtered('in-progress')).toMatchObject({ rows: [{ stage: 'in-progress' }], count: 1 });
  expect((await filtered('submitted')).rows).toEqual([]);
  expect(await move('close', { reason: '打切り' })).toMatchObject({ refusal: { kind: 'visits-planned', planned: 1 } });
  await desk.asOwner(`update visit set status = 'held'`);
  expect((await filtered('completed')).rows).toHaveLength(1);
  expect(await move('close')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await move('close', { reason: 'アンケートの回収なし' })).toMatchObject({ ok: true });
  expect((await filtered('closed')).rows).toHaveLength(1);
  expect(await countStrayStages(desk.context().db)).toBe(0);
});

test('after the last visit the stage follows from each instructor’s report, the host’s answers and what was paid', async () => {
  const instructor = await registerInstructor(desk.context());
  const stage = async () => (await filtered('')).rows.map((row) => row.stage);
  await enterVisits('held', 'held');
  await desk.asOwner(`insert into visit_instructor (corner_code, visit_id, instructor_id, position)
    select corner_code, visit_id, '${instructor}', 0 from visit`);
  expect(await stage()).toEqual(['completed']);
  await desk.asOwner(`insert into activity_report (corner_code, report_id, visit_id, instructor_id, state, content, trainees,
      understanding, on_behalf, submitted_at, checked_at, created_at, updated_at)
    select corner_code, gen_random_uuid(), visit_id, '${instructor}', 'checked', '旋盤', 3, 'most', false, now(), now(), now(), now()
    from visit`);
  expect(await stage()).toEqual(['reported']);
  await desk.asOwner(`insert into survey_answer (corner_code, answer_id, visit_id, audience, satisfaction, own_answers, channel)
    select corner_code, gen_random_uuid(), visit_id, 'host', 5, '{}', 'api' from visit`);
  expect(await stage()).toEqual(['surveyed']);
  await desk.asOwner(`insert into expense_rate values ('35', '${requestId}', 2022, '2022-04-01', 1, '単価', '{}', now(), '');
    insert into payment_batch (corner_code, batch_id, paid_on, state, made_by, maker_name, created_at, updated_at)
      values ('35', '${requestId}', '2022-11-30', 'paid', '', '', now(), now());
    insert into expense_claim (corner_code, claim_id, visit_id, instructor_id, visit_on, rate_id, state, total_yen,
      withheld_base_yen, drafted_by, drafter_name, batch_id)
    select corner_code, gen_random_uuid(), visit_id, '${instructor}', visit_on, '${requestId}', 'paid', 0, 0, '', '', '${requestId}'
    from visit`);
  expect(await stage()).toEqual(['settled']);
  expect((await getStanding(desk.context(), requestId)).stage).toBe('settled');
});

test('decisions are the officers’, the other steps every member’s of staff, and a reader takes none [SEC-13]', async () => {
  await expect(move('reject', { reason: '対象外' }, desk.context({ role: 'coordinator' }))).rejects.toThrow(Forbidden);
  await expect(move('check-eligibility', {}, desk.context({ role: 'auditor' }))).rejects.toThrow(Forbidden);
  expect(await move('check-eligibility', {}, desk.context({ role: 'coordinator' }))).toMatchObject({ ok: true });
  await expect(move('begin-matching', {}, desk.context({ corner: '13' }))).rejects.toThrow(NotFound);
});

test('the same key takes a step once [FRM-34]', async () => {
  const first = await move('check-eligibility', { key: 'k' });
  expect(await move('check-eligibility', { key: 'k' })).toEqual(first);
  expect((await getStanding(desk.context(), requestId)).events).toHaveLength(1);
});

test('a stage that no step leads to is found, and so is a step that the table does not know', async () => {
  await desk.asOwner(`update request set stage = 'approved'`);
  expect(await countStrayStages(desk.context().db)).toBe(1);
  await desk.asOwner(`update request set stage = 'submitted'`);
  await walk('check-eligibility', 'begin-matching');
  await desk.asOwner(`update request_event set to_stage = 'approved' where sequence = 1`);
  expect(await countStrayStages(desk.context().db)).toBe(1);
  expect(await findViolations(desk.context().db, { walled: true })).toEqual([]);
});
