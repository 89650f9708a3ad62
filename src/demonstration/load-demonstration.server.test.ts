import { expect, test } from 'vitest';
import { countByState, listCertifications } from '#certification/certification-queries.server.ts';
import { certificationStates } from '#certification/domain/certification-state.ts';
import { countByCorner, listArriving } from '#certification-review/review-queries.server.ts';
import { getCertification } from '#certification/read-case.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { createAccounts } from '#account/accounts.server.ts';
import { demonstrationAccounts, demonstrationPassword } from '#account/demonstration-accounts.ts';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import type { StatusReport } from '#report/domain/status-report.ts';
import { useTestDatabase } from '../../test/database.ts';
import { loadDemonstration } from './load-demonstration.server.ts';

const desk = useTestDatabase();
const asOf = plainDate('2022-11-30');

function load(corner?: string, national = false) {
  const database = desk.database();
  const accounts = createAccounts({
    database,
    secret: 'a-secret-of-the-test-with-32-letters',
    origin: 'http://127.0.0.1',
  });
  return { accounts, loading: loadDemonstration(database, accounts, corner === undefined ? { national } : { corner }) };
}

function metricOf(report: StatusReport, key: string) {
  const found = report.sections.flatMap(({ metrics }) => metrics).find((metric) => metric.key === key);
  if (!found) throw new Error(`the report has no ${key}`);
  return found;
}

const percent = (rate: number | null) => (rate === null ? null : `${(rate * 100).toFixed(1)}%`);

test('the status report of the demonstration office is the published one to the last digit [domain.md §6.1]', async () => {
  await load().loading;
  const report = await getStatusReport(desk.context(), { fiscalYear: 2022, asOf });
  const figures = (key: string) => {
    const { target, actual, scheduled, rate, forecast } = metricOf(report, key);
    return [target, actual, scheduled, forecast, percent(rate)];
  };
  expect(figures('visits.sme')).toEqual([70, 79, 34, 113, '112.9%']);
  expect(figures('visits.school')).toEqual([100, 57, 67, 124, '57.0%']);
  expect(figures('visits.total')).toEqual([170, 136, 101, 237, '80.0%']);
  expect(figures('trainees.sme').slice(1, 3)).toEqual([158, 42]);
  expect(figures('trainees.school').slice(1, 3)).toEqual([629, 454]);
  expect(figures('trainees.total')).toEqual([1200, 787, 496, 1283, '65.6%']);
  expect(figures('skilled.visits').slice(0, 4)).toEqual([10, 2, 4, 6]);
  expect(figures('skilled.trainees').slice(0, 4)).toEqual([130, 40, 88, 128]);
  expect(figures('medalist.sessions').slice(0, 4)).toEqual([7, 2, 1, 3]);
  expect(figures('outreach.station.visits').slice(0, 3)).toEqual([2, 0, 0]);
  expect(figures('certification.certified').slice(0, 3)).toEqual([3, 0, 0]);
  expect(figures('course.sessions').slice(0, 3)).toEqual([2, 0, 1]);
  expect(figures('output.personDays').slice(0, 3)).toEqual([1200, 787, 496]);
  expect(report.outcomes.map(({ target }) => target)).toEqual([90, 90, 90]);
  expect([report.unreported, report.uncounted]).toEqual([0, 0]);
  expect(report.sections.filter(({ number }) => number === '')).toEqual([]);
  expect(figures('outreach.place.sessions').slice(0, 3)).toEqual([1, 0, 1]);
  const shareToCome = (key: string) => {
    const { target, forecast } = metricOf(report, key);
    return percent((forecast ?? 0) / (target ?? 0));
  };
  expect(['visits.total', 'trainees.total', 'skilled.trainees'].map(shareToCome)).toEqual([
    '139.4%',
    '106.9%',
    '98.5%',
  ]);
});

test('the plan of 令和5年度 has its targets, and nothing is done yet [domain.md §6.2]', async () => {
  await load().loading;
  const report = await getStatusReport(desk.context(), { fiscalYear: 2023, asOf });
  const targetsOf = ['visits.total', 'visits.sme', 'visits.school', 'trainees.total', 'outreach.school.personDays'];
  expect(targetsOf.map((key) => metricOf(report, key).target)).toEqual([270, 100, 170, 1600, 400]);
  expect(targetsOf.map((key) => metricOf(report, key).actual)).toEqual([0, 0, 0, 0, 0]);
});

test('applications stand in every state, and the certified are in the ledger as the import knows them [domain.md §4.1]', async () => {
  await load().loading;
  const counts = await countByState(desk.context(), { q: '', trade: '' });
  expect(Object.keys(counts).toSorted()).toEqual([...certificationStates].toSorted());
  const listing = { filters: { q: '', state: 'certified', trade: '' }, order: 'number', cursor: undefined } as const;
  const { rows } = await listCertifications(desk.context(), listing);
  for (const { id } of rows) {
    const found = await getCertification(desk.context(), id);
    const { input } = await instructorRecords.get(desk.context(), found.instructorId ?? '');
    expect(input).toMatchObject({ number: found.registrationNumber, name: found.input.name, phone: found.input.phone });
  }
  expect(rows).toHaveLength(2);
  const bundles = await desk.asOwner(
    `select distinct c.state, b.state as bundle from certification_case c
     left join certification_batch b on b.corner_code = c.corner_code and b.batch_id = c.batch_id
     where c.state in ('batched', 'sent', 'under-review', 'returned', 'certified', 'rejected') order by 1, 2`,
  );
  expect(bundles).toEqual([
    { state: 'batched', bundle: 'open' },
    { state: 'certified', bundle: 'received' },
    { state: 'rejected', bundle: 'received' },
    { state: 'returned', bundle: 'received' },
    { state: 'sent', bundle: 'sent' },
    { state: 'under-review', bundle: 'received' },
  ]);
});

test('no application was received while the criteria were revised [Y4-04]', async () => {
  await load().loading;
  const days = await desk.asOwner(
    "select distinct to_char(happened_on, 'YYYY-MM') as month from certification_event where command = 'receive' order by 1",
  );
  expect(days).toEqual([{ month: '2021-12' }, { month: '2022-11' }]);
});

test('everybody of the list can sign in with the printed password', async () => {
  const { accounts, loading } = load();
  await loading;
  const signedIn = await Promise.all(
    demonstrationAccounts.map(({ email }) =>
      accounts.api.signInEmail({ body: { email, password: demonstrationPassword } }),
    ),
  );
  expect(signedIn.map(({ user }) => user.email)).toEqual(demonstrationAccounts.map(({ email }) => email));
});

test('the planner knows the tables of a loaded demonstration', async () => {
  await load().loading;
  const tables = await desk.asOwner(
    "select relname as name from pg_class where relname in ('instructor', 'request', 'visit') and reltuples > 50 order by 1",
  );
  expect(tables).toEqual([{ name: 'instructor' }, { name: 'request' }, { name: 'visit' }]);
}, 120_000);

test('the installation knows that it is a demonstration and on which day it works', async () => {
  await load().loading;
  const rows = await desk.database().unbound.selectFrom('installation').select(['kind', 'working_date']).execute();
  expect(rows).toEqual([{ kind: 'demonstration', working_date: '2022-11-30' }]);
});

test('a loaded demonstration, an office and a corner with data are refused', async () => {
  expect((await load().loading).ok).toBe(true);
  expect(await load().loading).toEqual({ ok: false, refusal: { kind: 'not-empty' } });
});

test('a database with data of another corner is refused and left as it is', async () => {
  const head = { corner_code: '13', sequence: 1, hash: 'h' };
  await desk.database().forCorner('13').insertInto('audit_head').values(head).execute();
  expect(await load().loading).toEqual({ ok: false, refusal: { kind: 'not-empty' } });
  expect(await desk.database().unbound.selectFrom('installation').select('kind').execute()).toEqual([]);
});

test('a database with an account is refused', async () => {
  await desk.asOwner(
    `insert into "user" ("id", "name", "email", "emailVerified", "role") values ('1', '架空', 'a@example.jp', true, 'system')`,
  );
  expect(await load().loading).toEqual({ ok: false, refusal: { kind: 'not-empty' } });
});

test('a loading that was cut off is finished by the next one, and nothing is there twice', async () => {
  const first = await load().loading;
  await desk.asOwner(
    `delete from "user" where "email" = 'center@example.jp';
      delete from activity_photo; delete from activity_report;
      delete from expense_claim_line; delete from expense_claim_event; delete from expense_claim;
      delete from payment; delete from payment_batch; delete from expense_rate;
      delete from idempotent_answer where key = 'demonstration-expense-rate';
      delete from survey_answer; delete from survey_entry; delete from survey_ticket; delete from survey_round;
      delete from instruction_session; delete from visit_event; delete from visit_trainee; delete from visit_attendant;
      delete from outreach_booth_instructor; delete from outreach_booth; delete from outreach_event;
      delete from visit_instructor; delete from visit`,
  );
  expect(await load().loading).toEqual(first);
  const { count } = await desk
    .context()
    .db.selectFrom('visit')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  // The fair comes with no file of visits.
  expect(first.ok && first.value.counts.visits + 1).toBe(count);
});

test('only prefecture 35 has a demonstration office', async () => {
  expect(await load('13').loading).toEqual({ ok: false, refusal: { kind: 'other-corner', corner: '13' } });
});

test('a national demonstration has an office in each of the 47 prefectures, and that of prefecture 35 is the published one', async () => {
  const loaded = await load(undefined, true).loading;
  expect(loaded.ok && loaded.value.counts.instructors).toBeGreaterThan(15_000);
  for (const { code, name } of listPrefectures()) {
    const { db } = desk.context({ corner: code });
    const corner = await db.selectFrom('corner').select('name').executeTakeFirstOrThrow();
    expect(corner.name).toContain(name);
    const { count } = await db
      .selectFrom('visit')
      .select((row) => row.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    expect(count).toBeGreaterThan(200);
  }
  const report = await getStatusReport(desk.context(), { fiscalYear: 2022, asOf });
  expect(metricOf(report, 'visits.total').actual).toBe(136);
  const corners = listPrefectures().map(({ code }) => code);
  const inCorner = (corner: string) => desk.context({ role: 'center', corner });
  const counted = await countByCorner(inCorner, { corners, fiscalYear: 2022 });
  expect(counted.map(({ corner }) => corner)).toEqual(corners);
  for (const { counts } of counted) {
    expect(Math.min(counts.sent, counts.returned, counts['under-review'])).toBeGreaterThan(0);
  }
  expect((await listArriving(inCorner, corners)).length).toBe(47);
}, 360_000);
