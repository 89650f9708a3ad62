import { expect, test } from 'vitest';
import {
  registerInstructor,
  registerOrganization,
  registerRequest,
  aRequest,
} from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { runDemandSurvey, wishTexts } from '#demand-survey/demand-survey-fixture.server.ts';
import { getRecipient } from '#demand-survey/demand-survey-queries.server.ts';
import { enterAnswer } from '#demand-survey/enter-answer.server.ts';
import { makeRequestOfWish } from '#demand-survey/make-request.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getShortageBoard } from './shortage-queries.server.ts';

const desk = useTestDatabase();

const boardCell = async (trade: string, area: string) => {
  const { cells } = await getShortageBoard(desk.context(), 2022);
  const cell = cells.find(({ tradeCode, area: { name } }) => tradeCode === trade && name === area);
  return cell && [cell.requests, cell.unserved, cell.registered, cell.available, cell.trained, cell.ready];
};

test('counts requests where they take place and instructors where they live [Y4-02]', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx, { municipalityCode: '352039' });
  await registerRequest(ctx, { number: 'R-1' });
  await registerRequest(ctx, { number: 'R-2', placeMunicipalityCode: '352080' });
  await registerInstructor(ctx, { number: 'M-001', municipalityCode: '352080', trades: ['kikai-kako', 'kashi'] });
  await registerInstructor(ctx, { number: 'M-002', municipalityCode: '352080', course: { status: 'not-taken' } });
  expect(await boardCell('kikai-kako', '中部')).toEqual([1, 1, 0, 0, 0, 0]);
  expect(await boardCell('kikai-kako', '東部')).toEqual([1, 1, 2, 2, 1, 1]);
  expect(await boardCell('kashi', '東部')).toEqual([0, 0, 1, 1, 1, 1]);
});

test('a planned visit uses up the yearly cap and serves its request; one held keeps a person active [domain.md §5.2]', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  await registerRequest(ctx, { number: 'R-1', wishedSessions: 1 });
  const longAgo = plainDate('2019-01-10');
  await registerInstructor(ctx, { number: 'M-001', yearlyCap: 1, lastActivityOn: longAgo });
  expect(await boardCell('kikai-kako', '中部')).toEqual([1, 1, 1, 0, 1, 0]);
  await registerVisit(ctx, { number: 'V-0', visitOn: plainDate('2021-10-01'), status: 'held' });
  expect(await boardCell('kikai-kako', '中部')).toEqual([1, 1, 1, 1, 1, 1]);
  await registerVisit(ctx, { requestNumber: 'R-1' });
  expect(await boardCell('kikai-kako', '中部')).toEqual([1, 0, 1, 0, 1, 0]);
});

test('what the newest calculation of the basis found nobody for is counted, of other plans and years nothing [Y4-02]', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  await registerRequest(ctx, { number: 'R-1', wishedSessions: 5 });
  await registerRequest(ctx, { number: 'R-2', wishedSessions: 5 });
  const base = await addRun({ at: '2022-11-29', isBase: true });
  await addUnplaced(base, { number: 'R-1', sessions: 4, rule: 'taken' });
  const newest = await addRun({ at: '2022-11-30', planId: base.planId });
  await addUnplaced(newest, { number: 'R-1', sessions: 3, rule: 'course-done' });
  await addUnplaced(newest, { number: 'R-2', sessions: 2, rule: 'no-day' });
  const copy = await addRun({ at: '2022-12-01', isBase: false });
  await addUnplaced(copy, { number: 'R-2', sessions: 5, rule: 'taken' });
  const { cells } = await getShortageBoard(ctx, 2022);
  expect(cells.filter(({ unplaced }) => unplaced > 0)).toMatchObject([
    { tradeCode: 'kikai-kako', area: { name: '中部' }, unserved: 2, unplaced: 1, unplacedSessions: 3 },
  ]);
  const next = await getShortageBoard(ctx, 2023);
  expect(next.cells.filter(({ unplaced }) => unplaced > 0)).toEqual([]);
});

type StoredRun = { readonly planId: string; readonly runId: string };

/** A finished calculation, of a plan that is made where none is named. */
async function addRun(run: {
  readonly at: string;
  readonly isBase?: boolean;
  readonly planId?: string;
}): Promise<StoredRun> {
  const ctx = desk.context();
  const [planId, runId] = [run.planId ?? ctx.newId(), ctx.newId()];
  if (run.planId === undefined)
    await desk.asOwner(`insert into assignment_plan
      (corner_code, plan_id, fiscal_year, name, is_base, settings, created_at, created_by, updated_at)
      values ('35', '${planId}', 2022, '${planId}', ${run.isBase}, '{}', now(), '', now())`);
  await desk.asOwner(`insert into assignment_run
    (corner_code, run_id, plan_id, state, trigger, input_hash, settings, weights, seed, step_limit, code_version, size, breakdown, dropped,
     points, bound, requested_at, beat_at, finished_at, started_by)
    values ('35', '${runId}', '${planId}', 'done', 'start', '', '{}', '{}', 1, 1, '', '{}', '[]', '[]', 1, 1,
      '${run.at}', '${run.at}', '${run.at}', '')`);
  return { planId, runId };
}

async function addUnplaced(
  { runId }: StoredRun,
  { number, sessions, rule }: { readonly number: string; readonly sessions: number; readonly rule: string },
) {
  await desk.asOwner(`insert into unplaced_session (corner_code, run_id, request_id, sessions, blockers)
    select '35', '${runId}', request_id, ${sessions}, '[{"rule": "${rule}", "instructors": 1}]'
    from request where number = '${number}'`);
}

const wished = async () => {
  const { cells } = await getShortageBoard(desk.context(), 2022);
  return cells
    .filter(({ area: { name }, tradeCode }) => name === '中部' && tradeCode === 'kikai-kako')
    .map(({ requests, wishes, wishedSessions }) => [requests, wishes, wishedSessions]);
};

test('a wish counts until it is a request, then the request does; nothing is counted twice [A7-05]', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  const { recipientOf } = await runDemandSurvey(ctx);
  const recipientId = recipientOf('架空精機株式会社');
  const texts = { ...wishTexts(3), 'w1-tradeCode': '旋盤', 'w1-sessions': '5', 'w1-months': '2月' };
  const entry = { recipientId, texts, channel: 'fax', answeredOn: ctx.today(), version: 0 } as const;
  expect(await enterAnswer(ctx, entry)).toMatchObject({ ok: true });
  expect(await wished()).toEqual([[0, 2, 8]]);
  const [wish] = (await getRecipient(ctx, recipientId)).wishes;
  const input = { ...aRequest({ number: 'R-1' }), ...emptyApplication };
  const made = await makeRequestOfWish(ctx, wish?.id ?? '', { input, fiscalYear: 2022 });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  expect(await wished()).toEqual([[1, 1, 5]]);
  await requestEntries.remove(ctx, { id: made.value.id, version: 1, reason: '取りやめ' });
  expect(await wished()).toEqual([[0, 2, 8]]);
});

test('wishes of another 年度 are not demand of this one', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  const { recipientOf } = await runDemandSurvey(ctx, { fiscalYear: 2023 });
  const recipientId = recipientOf('架空精機株式会社');
  const entry = { recipientId, texts: wishTexts(), channel: 'fax', answeredOn: ctx.today(), version: 0 } as const;
  expect(await enterAnswer(ctx, entry)).toMatchObject({ ok: true });
  expect((await getShortageBoard(ctx, 2022)).wishes).toEqual([]);
  expect((await getShortageBoard(ctx, 2023)).wishes).toMatchObject([{ sessions: 3, months: [6, 1] }]);
});

test('every figure equals the rows behind it, and another corner counts nothing of them [SEC-13]', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  await registerRequest(ctx, { number: 'R-1' });
  await registerInstructor(ctx);
  const { recipientOf } = await runDemandSurvey(ctx);
  const recipientId = recipientOf('架空精機株式会社');
  await enterAnswer(ctx, { recipientId, texts: wishTexts(), channel: 'fax', answeredOn: ctx.today(), version: 0 });
  const { cells, counted, ranks } = await getShortageBoard(ctx, 2022);
  for (const cell of cells) {
    for (const figure of [
      'requests',
      'unserved',
      'unplaced',
      'wishes',
      'registered',
      'available',
      'trained',
      'ready',
    ] as const) {
      const rows = counted.filter(
        ({ trades, area, figures }) =>
          trades.includes(cell.tradeCode) && area.code === cell.area.code && figures.includes(figure),
      );
      expect(rows).toHaveLength(cell[figure]);
    }
  }
  expect(ranks[0]?.cell.tradeCode).toBe('kikai-kako');
  const other = await getShortageBoard(desk.context({ corner: '34' }), 2022);
  expect([other.counted, other.cells]).toEqual([[], []]);
  await expect(getShortageBoard(desk.context({ role: 'center' }), 2022)).rejects.toThrow(Forbidden);
});
