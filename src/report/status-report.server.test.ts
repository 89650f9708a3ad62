import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { programs } from '#dispatch/domain/program.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import type { PlanItemInput } from '#plan/domain/plan-item.ts';
import { targets } from '#plan/domain/target.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { countMetrics } from './domain/count-metrics.ts';
import type { MetricKey } from './domain/metric.ts';
import type { StatusReport } from './domain/status-report.ts';
import { getStatusReport } from './status-report.server.ts';
import { listSkilledTrades, loadCountingFacts } from './visit-counts-queries.server.ts';

const desk = useTestDatabase();
const asOf = plainDate('2022-11-30');
const on = { fiscalYear: 2022, asOf };

type Visit = {
  readonly program: string;
  readonly trade?: string;
  readonly kind: string;
  readonly status: 'planned' | 'held' | 'cancelled';
  readonly visitOn: PlainDate;
  readonly trainees: number;
  readonly deleted: boolean;
  readonly instructors: number;
};

const aVisit = (changes: Partial<Visit> = {}): Visit => ({
  program: 'practical-instruction',
  kind: 'sme',
  status: 'held',
  visitOn: plainDate('2022-10-03'),
  trainees: 5,
  deleted: false,
  instructors: 1,
  ...changes,
});

async function addInstructor(ctx: Context, number: string, values: object = {}): Promise<string> {
  const id = ctx.newId();
  const row = { corner_code: '35', instructor_id: id, number, kind: 'meister', name: '架空', name_kana: 'カクウ' };
  const place = { municipality_code: '352039', search_text: '', sort_key: '' };
  await inTransaction(ctx, (tx) =>
    tx
      .insertInto('instructor')
      .values({ ...row, ...place, ...values })
      .execute(),
  );
  return id;
}

async function addVisits(ctx: Context, visits: readonly Visit[]): Promise<void> {
  const instructors = [
    await addInstructor(ctx, 'M-1', { employer: '架空工業' }),
    await addInstructor(ctx, 'M-2', { employer: '見本製作所' }),
  ];
  const hosts = new Map(organizationKinds.map(({ code }) => [code as string, ctx.newId()]));
  await inTransaction(ctx, async (tx) => {
    const organizations = [...hosts].map(([kind, id]) => ({
      organization_id: id,
      number: `O-${kind}`,
      kind,
      name: `見本の${kind}`,
    }));
    const place = { corner_code: '35', municipality_code: '352039', search_text: '', sort_key: '' };
    await tx
      .insertInto('organization')
      .values(organizations.map((row) => ({ ...row, ...place })))
      .execute();
    for (const [index, visit] of visits.entries()) {
      const key = { corner_code: '35', visit_id: ctx.newId() };
      const { program, status, trainees, visitOn, kind, deleted } = visit;
      const gone = deleted ? { deleted_at: ctx.now(), deleted_reason: '誤り' } : {};
      const values = {
        number: `V-${index}`,
        program,
        status,
        trainees,
        visit_on: visitOn,
        trade_code: visit.trade ?? '機械加工',
        search_text: '',
      };
      await tx
        .insertInto('visit')
        .values({ ...key, ...values, ...gone, organization_id: hosts.get(kind) ?? '' })
        .execute();
      const guides = instructors
        .slice(0, visit.instructors)
        .map((id, position) => ({ ...key, instructor_id: id, position }));
      await tx.insertInto('visit_instructor').values(guides).execute();
    }
  });
}

async function plan(
  ctx: Context,
  number: string,
  written: string,
  changes: Partial<PlanItemInput> = {},
): Promise<void> {
  const read = targets().parse(written);
  const input = {
    number,
    heading: '項目',
    guideline: null,
    plan: null,
    targets: read.ok ? read.value : null,
    owner: null,
    status: null,
  };
  const saved = await planItemRecords.create(ctx, { input: { ...input, ...changes }, fiscalYear: 2022 });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

const figure = (report: StatusReport, key: MetricKey) =>
  report.sections.flatMap(({ metrics }) => metrics).filter((metric) => metric.key === key);

const anyVisit: fc.Arbitrary<Visit> = fc.record({
  program: fc.constantFrom(...programs.map(({ code }) => code)),
  kind: fc.constantFrom(...organizationKinds.map(({ code }) => code)),
  status: fc.constantFrom('planned', 'held', 'cancelled'),
  visitOn: fc.integer({ min: -250, max: 150 }).map((days) => addDays(asOf, days)),
  trainees: fc.integer({ min: 0, max: 60 }),
  deleted: fc.boolean(),
  instructors: fc.integer({ min: 1, max: 2 }),
});

/** Counts one figure visit by visit, straight from the sentences of contract.md §4. */
function countByHand(visits: readonly Visit[], programsCounted: readonly string[], kinds: readonly string[]) {
  let [actual, scheduled, people, peopleAhead] = [0, 0, 0, 0];
  for (const { program, kind, status, visitOn, trainees, deleted } of visits) {
    if (deleted || fiscalYearOf(visitOn) !== 2022 || !programsCounted.includes(program) || !kinds.includes(kind))
      continue;
    if (status === 'held' && visitOn <= asOf) [actual, people] = [actual + 1, people + trainees];
    if (status !== 'cancelled' && visitOn > asOf) [scheduled, peopleAhead] = [scheduled + 1, peopleAhead + trainees];
  }
  return [
    { actual, scheduled },
    { actual: people, scheduled: peopleAhead },
  ];
}

test('the database counts as one would by hand, visit by visit [contract §4]', async () => {
  const ctx = desk.context();
  const visits = fc.sample(anyVisit, { numRuns: 400, seed: 35 });
  await addVisits(ctx, visits);
  const { counts } = countMetrics(await loadCountingFacts(ctx, on));
  const everyKind = organizationKinds.map(({ code }) => code);
  const lines: readonly (readonly [MetricKey, MetricKey | undefined, readonly string[], readonly string[]])[] = [
    ['visits.sme', 'trainees.sme', ['practical-instruction'], ['sme', 'trade-body']],
    ['visits.school', 'trainees.school', ['practical-instruction'], ['technical-school']],
    ['visits.total', 'trainees.total', ['practical-instruction'], everyKind],
    ['skilled.visits', 'skilled.trainees', ['skilled-worker-dispatch'], everyKind],
    ['medalist.sessions', undefined, ['medalist-talk'], everyKind],
    [
      'outreach.school.sessions',
      'outreach.school.personDays',
      ['appeal-session', 'hands-on-class'],
      ['elementary-junior-high'],
    ],
  ];
  for (const [visitKey, peopleKey, programsCounted, kinds] of lines) {
    const [sessions, people] = countByHand(visits, programsCounted, kinds);
    expect([visitKey, counts[visitKey]]).toEqual([visitKey, sessions]);
    if (peopleKey) expect([peopleKey, counts[peopleKey]]).toEqual([peopleKey, people]);
  }
});

test('a visit with two instructors is one 回 and its people count once [contract §4]', async () => {
  const ctx = desk.context();
  await addVisits(ctx, [aVisit({ instructors: 2, trainees: 7 })]);
  const { counts } = countMetrics(await loadCountingFacts(ctx, on));
  expect([counts['visits.total'].actual, counts['output.personDays'].actual]).toEqual([1, 7]);
});

test('the as-of day itself is done; the day after is still to come', async () => {
  const ctx = desk.context();
  await addVisits(ctx, [
    aVisit({ visitOn: asOf }),
    aVisit({ visitOn: addDays(asOf, 1), status: 'planned' }),
    aVisit({ visitOn: asOf, status: 'planned' }),
  ]);
  const report = await getStatusReport(ctx, on);
  expect(figure(report, 'visits.total')[0]).toMatchObject({ actual: 1, scheduled: 1 });
  expect(report.unreported).toBe(1);
});

test('a past as-of date shows what was still to come on that day, held since or not', async () => {
  const ctx = desk.context();
  await addVisits(ctx, [
    aVisit({ visitOn: plainDate('2022-10-03') }),
    aVisit({ visitOn: plainDate('2022-12-05'), status: 'planned' }),
  ]);
  const report = await getStatusReport(ctx, { ...on, asOf: plainDate('2022-09-30') });
  expect(figure(report, 'visits.total')[0]).toMatchObject({ actual: 0, scheduled: 2, forecast: 2 });
});

test('certified Meisters and distinct course days of the year are counted up to the day', async () => {
  const ctx = desk.context();
  const course = (day: string) => ({ course_status: 'completed', course_completed_on: day });
  await addInstructor(ctx, 'M-1', { certified_on: '2022-04-01', ...course('2022-08-20') });
  await addInstructor(ctx, 'M-2', { certified_on: '2022-11-30', ...course('2022-08-20') });
  await addInstructor(ctx, 'M-3', { certified_on: '2022-12-01', ...course('2022-11-05') });
  await addInstructor(ctx, 'M-4', { certified_on: '2022-03-31', ...course('2023-04-01') });
  await addInstructor(ctx, 'S-1', { kind: 'skilled-worker', certified_on: '2022-06-01' });
  const { counts } = countMetrics(await loadCountingFacts(ctx, on));
  expect(counts['certification.certified']).toEqual({ actual: 2, scheduled: 1 });
  expect(counts['course.sessions']).toEqual({ actual: 2, scheduled: 0 });
});

test('figures and tables stand at the item that sets their target, unknown names stay without a count', async () => {
  const ctx = desk.context();
  await plan(ctx, '4(2)', '派遣回数=170回;受講者数=1200人日;参加者アンケート=40件');
  await plan(ctx, '4(2)ア①', '派遣回数（中小企業）=70回');
  await plan(ctx, '5', '連携会議=2回');
  await plan(ctx, '6', '満足度=90%以上;活動数=1200人日以上');
  await addVisits(ctx, [
    aVisit(),
    aVisit({ kind: 'trade-body' }),
    aVisit({ kind: 'technical-school', trainees: 20 }),
    aVisit({ kind: 'public-place', trainees: 1 }),
  ]);
  const report = await getStatusReport(ctx, on);
  const [dispatch, sme, council] = report.sections;
  expect(figure(report, 'visits.sme')).toHaveLength(1);
  expect(sme?.metrics).toMatchObject([{ key: 'visits.sme', target: 70, actual: 2 }]);
  expect(dispatch?.metrics.at(-1)).toMatchObject({
    key: null,
    label: '参加者アンケート',
    target: 40,
    basis: 'not-counted',
  });
  expect(dispatch?.tables.map(({ title, rows }) => [title, rows])).toEqual([
    [
      '派遣回数',
      [
        ['中小企業', 2, 0],
        ['高等学校', 1, 0],
        ['その他', 1, 0],
        ['計', 4, 0],
      ],
    ],
    [
      '受講者数',
      [
        ['中小企業', 10, 0],
        ['高等学校', 20, 0],
        ['その他', 1, 0],
        ['計', 31, 0],
      ],
    ],
  ]);
  expect(council?.metrics).toMatchObject([{ key: 'council.meetings', target: 2, actual: null, basis: 'no-records' }]);
  expect(report.outcomes[0]).toMatchObject({ key: 'outcome.satisfaction', target: 90, numerator: null, rate: null });
  expect(report.outputs).toMatchObject([{ key: 'output.personDays', target: 1200, atLeast: true, actual: 31 }]);
});

test('visits that no item of the plan names are reported at the end, those of no metric are named', async () => {
  const ctx = desk.context();
  await plan(ctx, '1', '');
  await addVisits(ctx, [
    aVisit({ program: 'skilled-worker-dispatch' }),
    aVisit({ program: 'appeal-session', kind: 'technical-school' }),
  ]);
  const report = await getStatusReport(ctx, on);
  expect(report.sections.at(-1)).toMatchObject({ number: '', tables: [{ note: '派遣職種：1職種（機械加工）' }] });
  expect(report.uncounted).toBe(1);
});

test('派遣職種 names the trades of what was held and of what is to come, the earliest first [domain §6.1]', async () => {
  const ctx = desk.context();
  const skilled = (trade: string, visitOn: string, status: Visit['status'] = 'held') =>
    aVisit({ program: 'skilled-worker-dispatch', trade, visitOn: plainDate(visitOn), status });
  await addVisits(ctx, [
    skilled('nihon-ryori', '2022-10-12'),
    skilled('seiyo-ryori', '2022-12-13', 'planned'),
    skilled('flower-soshoku', '2022-11-18'),
    skilled('kagaku-bunseki', '2022-12-14', 'cancelled'),
    skilled('機械加工', '2022-11-01', 'planned'),
  ]);
  expect(await listSkilledTrades(ctx, on)).toEqual(['日本料理', 'フラワー装飾', '西洋料理']);
});

test('the Center gets figures without names of schools and firms; instructors get nothing [SEC-13]', async () => {
  const ctx = desk.context();
  await plan(ctx, '4(4)', 'メダリスト魅力講座=7回');
  await addVisits(ctx, [aVisit({ program: 'medalist-talk', kind: 'technical-school', trainees: 25, instructors: 2 })]);
  const talks = async (reader: Context) => (await getStatusReport(reader, on)).sections[0]?.tables[0];
  expect((await talks(ctx))?.rows).toEqual([
    ['見本のtechnical-school', '2022-10-03', 25, '架空工業、見本製作所', '機械加工'],
  ]);
  const center = await talks(desk.context({ role: 'center' }));
  expect([center?.columns, center?.rows]).toEqual([['実施日', '人', '職種'], [['2022-10-03', 25, '機械加工']]]);
  await expect(getStatusReport(desk.context({ role: 'instructor' }), on)).rejects.toThrow(Forbidden);
  await expect(getStatusReport(desk.context({ actor: { cornerCode: '34' } }), on)).rejects.toThrow(Forbidden);
});
