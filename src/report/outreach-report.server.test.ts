import { expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { outreachRecords } from '#outreach/outreach-records.server.ts';
import { nothingTold, type OutreachTold } from '#outreach/domain/outreach-fields.ts';
import { recordNoRequest } from '#outreach/state-no-request.server.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import { targets } from '#plan/domain/target.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { aVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { buildStatusReportDocument } from './documents/status-report-document.ts';
import { tabulateStatusReport } from './documents/status-report-table.ts';
import { getStatusReport } from './status-report.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const on = { fiscalYear, asOf: plainDate('2022-11-30') };
const hosts = { school: 'elementary-junior-high', place: 'public-place' } as const;

async function begin(): Promise<void> {
  for (const [line, kind] of Object.entries(hosts)) {
    await registerOrganization(desk.context(), { number: `O-${line}`, kind: kind as 'public-place' });
  }
  await registerInstructor(desk.context());
}

let number = 0;

async function addEvent(visit: Partial<VisitInput>, told: Partial<OutreachTold> = {}): Promise<void> {
  number += 1;
  const hours = { startsAt: null, endsAt: null, visitOn: plainDate('2022-11-10'), status: 'held' } as const;
  const input = { ...aVisit({ number: `V-${number}`, ...hours, ...visit }), ...nothingTold, ...told };
  const created = await outreachRecords.create(desk.context(), { input, fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
}

async function plan(heading: string, target: string): Promise<void> {
  const read = targets().parse(target);
  if (!read.ok) throw new Error(target);
  const item = { number: '4(3)', heading, guideline: null, plan: null, targets: read.value, owner: null, status: null };
  await planItemRecords.create(desk.context(), { input: item, fiscalYear });
}

const atSchool = { program: 'appeal-session', organizationNumber: 'O-school' } as const;
const lecture = { kind: 'school-lecture' } as const;

test('people told apart stand beside the figures, which stay those of the visits [Y5-20, contract §4]', async () => {
  await begin();
  await plan('魅力講座', '魅力講座の回数=10回;魅力講座の受講者数=400人日');
  await addEvent({ ...atSchool, trainees: 33 }, { ...lecture, pupils: 30, teachers: 3 });
  await addEvent({ ...atSchool, trainees: 20 });
  await addEvent({ ...atSchool, trainees: 50 }, { ...lecture, pupils: 10 });
  await addEvent({ ...atSchool, program: 'hands-on-class', trainees: 7 });
  const ahead = { status: 'planned', visitOn: plainDate('2022-12-05') } as const;
  await addEvent({ ...atSchool, ...ahead, trainees: 25 }, { ...lecture, pupils: 25 });
  await addEvent({ ...atSchool, trainees: 9, status: 'cancelled', cancelReason: '病気' }, { ...lecture, pupils: 9 });
  const [section] = (await getStatusReport(desk.context(), on)).sections;
  const figures = section?.metrics.map(({ key, actual, scheduled }) => [key, actual, scheduled]);
  expect(figures).toEqual([
    ['outreach.school.sessions', 4, 1],
    ['outreach.school.personDays', 110, 25],
    ['outreach.school.pupils', 30, 25],
    ['outreach.school.teachers', 3, 0],
    // Two that tell nothing, one of another 事業区分, and one whose split somebody let differ.
    ['outreach.school.untold', 77, 0],
  ]);
  expect(section?.tables.map(({ title, rows }) => [title, rows])).toEqual([
    [
      '魅力講座の参加者の内訳',
      [
        ['児童・生徒', 30, 25],
        ['教師', 3, 0],
        ['内訳の記録なし', 77, 0],
      ],
    ],
  ]);
});

test('nothing is told apart where nobody counted, and classes at places count in a line of their own [A7-09]', async () => {
  await begin();
  await addEvent({ program: 'hands-on-class', organizationNumber: 'O-place', trainees: 40 });
  const report = await getStatusReport(desk.context(), on);
  const [section] = report.sections;
  expect(section?.metrics.map(({ key, actual }) => [key, actual])).toEqual([
    ['outreach.place.sessions', 1],
    ['outreach.place.personDays', 40],
  ]);
  expect(section?.tables.map(({ rows }) => rows)).toEqual([
    [
      ['実施回数', 1, 0],
      ['受講者数', 40, 0],
    ],
  ]);
  expect(report.uncounted).toBe(0);
});

const noRequest = { statedOn: plainDate('2022-11-25'), efforts: 'サポステ2か所を訪問して案内' };
const state = () => recordNoRequest(desk.context(), { fiscalYear, line: 'station', noRequest });

test('要請なし stands at the item that waits for it, in the document, JSON and CSV [Y4-11, domain §6.1]', async () => {
  await begin();
  await plan('サポステ', 'サポステ=2回');
  await state();
  const report = await getStatusReport(desk.context(), on);
  const { noRequests } = report.sections[0] ?? {};
  expect(noRequests).toEqual([{ line: 'station', label: 'サポステ', ...noRequest }]);
  const written = JSON.stringify(buildStatusReportDocument(report, '山口県'));
  expect(written).toContain('サポステ：要請なし（令和4年11月25日現在）');
  expect(written).toContain('要請を求めて行ったこと：サポステ2か所を訪問して案内');
  const { rows } = tabulateStatusReport(report, { code: '35', name: '山口県' });
  expect(rows.filter((row) => row.includes('要請なしを確かめた日')).map((row) => row.slice(4))).toEqual([
    ['4(3)', 'サポステ', 'outreach.station', 'サポステ', '要請なしを確かめた日', '2022-11-25', ''],
  ]);
});

test('要請なし is reported without an item of the plan too, from the day it was said on', async () => {
  await begin();
  await state();
  const sections = async (asOf: string) =>
    (await getStatusReport(desk.context(), { fiscalYear, asOf: plainDate(asOf) })).sections;
  expect(await sections('2022-11-24')).toEqual([]);
  expect((await sections('2022-11-25')).at(-1)?.noRequests).toHaveLength(1);
});

test('who gets figures only is not told what was done to find somebody [SEC-13]', async () => {
  await begin();
  await state();
  const report = await getStatusReport(desk.context({ role: 'center' }), on);
  expect(report.sections.flatMap(({ noRequests }) => noRequests)).toMatchObject([{ line: 'station', efforts: null }]);
});
