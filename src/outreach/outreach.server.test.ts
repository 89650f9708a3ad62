import { expect, test } from 'vitest';
import { aRequest, registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { getInstructorActivity } from '#instructor/instructor-activity.server.ts';
import { mergeInstructors } from '#instructor/merge-instructors.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { recordCancelled } from '#schedule/close-visit.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { aVisit, registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { outreachFormFields } from './domain/outreach-form.ts';
import { outreachKindOfVisit, outreachKinds, outreachPrograms, type OutreachKind } from './domain/outreach-kind.ts';
import { resultFields } from './domain/outreach-result.ts';
import { listLines } from './line-queries.server.ts';
import { exportOutreach } from './export-outreach.server.ts';
import { outreachForms } from './outreach-entry.server.ts';
import { listOutreach, type OutreachFilters } from './outreach-queries.server.ts';
import { outreachRecords } from './outreach-records.server.ts';
import { recordOutreachResult } from './record-result.server.ts';
import { recordNoRequest, withdrawNoRequest } from './state-no-request.server.ts';

const desk = useTestDatabase();
const day = plainDate;
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });

async function registerPeople(): Promise<void> {
  await registerOrganization(desk.context(), { number: 'O-001', kind: 'elementary-junior-high', name: '架空小学校' });
  await registerInstructor(desk.context(), { number: 'M-001' });
  await registerInstructor(desk.context(), { number: 'M-002', name: '架空 次郎' });
}

const lecture = {
  number: 'V-1',
  title: '',
  organizationNumber: 'O-001',
  visitOn: '2022-11-10',
  startsAt: '10:00',
  endsAt: '12:00',
  instructorNumbers: 'M-001',
  tradeCode: '機械加工',
  pupils: '30',
};
const fair = {
  number: 'V-2',
  title: 'ものづくりフェア',
  place: '市民広場',
  municipalityCode: '352039',
  visitOn: '2022-11-23',
  startsAt: '10:00',
  endsAt: '15:00',
  booth1Name: '銘板づくり',
  booth1Trade: '機械加工',
  booth1Instructors: 'M-001',
  booth1Material: 'アルミ板',
  booth2Name: '木の名札',
  booth2Trade: '建築大工',
  booth2Instructors: 'M-002',
};

type Texts = Readonly<Record<string, string>>;

function save(kind: OutreachKind, texts: Texts, target?: { readonly id: string; readonly version: number }) {
  const form = parseFields(outreachFormFields(kind), texts);
  if (!form.ok) throw new Error(JSON.stringify(form.refusal));
  const forms = outreachForms(kind);
  return target
    ? forms.update(clerk(), { ...target, input: form.value, fiscalYear })
    : forms.create(clerk(), { input: form.value, fiscalYear });
}
async function register(kind: OutreachKind, texts: Texts): Promise<string> {
  const saved = await save(kind, texts);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return saved.value.id;
}
async function hold(id: string, texts: Texts, version?: number) {
  const { input, version: stored } = await outreachRecords.get(clerk(), id);
  const kind = input.kind ?? 'school-lecture';
  const form = parseFields(resultFields(kind, input.booths ?? []), texts);
  if (!form.ok) throw new Error(JSON.stringify(form.refusal));
  return recordOutreachResult(clerk(), { id, version: version ?? stored, kind, form: form.value });
}
const find = async (filters: Partial<OutreachFilters> = {}) =>
  (
    await listOutreach(clerk(), {
      filters: { fiscalYear, q: '', kind: '', status: '', split: '', from: '', to: '', ...filters },
      cursor: undefined,
    })
  ).rows;
const numbersOf = async (filters: Partial<OutreachFilters>) => (await find(filters)).map(({ number }) => number);

test('a lecture is a visit of the school, with its attendees apart and their sum as its people [Y5-20]', async () => {
  await registerPeople();
  const id = await register('school-lecture', { ...lecture, title: '旋盤の魅力', teachers: '2' });
  const visit = await visitRecords.get(clerk(), id);
  expect(visit.input).toMatchObject({ program: 'appeal-session', status: 'planned', trainees: 32 });
  expect((await outreachRecords.get(clerk(), id)).input).toMatchObject({ pupils: 30, teachers: 2, parents: null });
  const held = await hold(id, { visitOn: '2022-11-10', pupils: '28', teachers: '2', parents: '5', others: '0' });
  expect(held.ok).toBe(true);
  expect((await visitRecords.get(clerk(), id)).input).toMatchObject({ status: 'held', trainees: 35 });
});

test('a fair without a host is a visit of the corner itself, led by everybody at its booths [A7-09]', async () => {
  await registerPeople();
  const id = await register('fair', { ...fair, pupils: '100', parents: '80' });
  const second = await register('fair', { ...fair, number: 'V-3', visitOn: '2022-11-24' });
  const { input } = await visitRecords.get(clerk(), id);
  expect(input).toMatchObject({ program: 'hands-on-class', organizationNumber: 'CORNER-35', trainees: 180 });
  expect(input.instructorNumbers).toEqual(['M-001', 'M-002']);
  expect((await visitRecords.get(clerk(), second)).input.organizationNumber).toBe('CORNER-35');
  const own = await organizationRecords.exportAll(desk.context(), { fiscalYear: undefined, trial: true });
  expect(own.map(({ number, kind }) => [number, kind])).toContainEqual(['CORNER-35', 'other']);
});

test('visitors are counted at each booth and for the whole fair, and neither is the sum of the other', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  await hold(id, { visitOn: '2022-11-23', pupils: '120', parents: '95', visitors1: '150', visitors2: '130' });
  const { input } = await outreachRecords.get(clerk(), id);
  expect(input.booths?.map(({ visitors }) => visitors)).toEqual([150, 130]);
  expect([input.trainees, input.status]).toEqual([215, 'held']);
});

test('a result sent twice is recorded once, and may be mended later', async () => {
  await registerPeople();
  const id = await register('school-lecture', lecture);
  const counted = { visitOn: '2022-11-10', pupils: '28' };
  expect((await hold(id, counted, 1)).ok).toBe(true);
  expect((await hold(id, counted, 1)).ok).toBe(true);
  expect((await outreachRecords.get(clerk(), id)).version).toBe(2);
  await expect(hold(id, { ...counted, pupils: '29' }, 1)).rejects.toThrow(Conflict);
  expect((await hold(id, { ...counted, pupils: '29' })).ok).toBe(true);
  expect((await visitRecords.get(clerk(), id)).input.trainees).toBe(29);
});

test('an event to come and one that was called off have no result', async () => {
  await registerPeople();
  const ahead = await register('school-lecture', { ...lecture, visitOn: '2022-12-05' });
  expect(await hold(ahead, { visitOn: '2022-12-05', pupils: '28' })).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'status', problem: { kind: 'not-yet' } }] },
  });
  await recordCancelled(clerk(), { id: ahead, version: 1, code: 'infection', reason: '学級閉鎖' });
  expect(await hold(ahead, { visitOn: '2022-11-05', pupils: '28' })).toMatchObject({
    ok: false,
    refusal: { kind: 'not-planned', status: 'cancelled' },
  });
});

test('nobody leads a booth and a visit at one time, and the clash stands at the booth', async () => {
  await registerPeople();
  await registerVisit(desk.context(), {
    number: 'V-9',
    instructorNumbers: ['M-002'],
    program: 'appeal-session',
    visitOn: day('2022-11-23'),
    startsAt: '14:00',
    endsAt: '16:00',
  });
  expect(await save('fair', fair)).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'booth2Instructors', problem: { kind: 'overlaps', visit: 'V-9' } }] },
  });
  // And the other way round: a visit knows of the booth.
  await register('fair', { ...fair, visitOn: '2022-11-24' });
  const clash = aVisit({ number: 'V-10', program: 'appeal-session', visitOn: day('2022-11-24'), startsAt: '14:30' });
  expect(await visitRecords.create(desk.context(), { input: { ...clash, endsAt: '16:00' }, fiscalYear })).toMatchObject(
    { ok: false, refusal: { kind: 'fields', problems: [{ problem: { kind: 'overlaps' } }] } },
  );
});

test('a held event is the last activity of everybody who led it [Y4-06]', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  await hold(id, { visitOn: '2022-11-23', pupils: '10' });
  const ledgers = await desk.asOwner(`select instructor_id as id from instructor where number = 'M-002'`);
  const [person] = ledgers as { id: string }[];
  const activity = await getInstructorActivity(clerk(), { id: person?.id ?? '', fiscalYear });
  expect([activity.lastHeldOn, activity.held]).toEqual(['2022-11-23', 1]);
});

test('the host of an event is one of its kind, so that it counts where its name says', async () => {
  await registerPeople();
  await registerOrganization(desk.context(), { number: 'O-002', kind: 'sme' });
  expect(await save('school-lecture', { ...lecture, organizationNumber: 'O-002' })).toMatchObject({
    ok: false,
    refusal: {
      kind: 'fields',
      problems: [{ key: 'organizationNumber', problem: { kind: 'unfit-host', hostKind: '中小企業' } }],
    },
  });
  expect(await save('fair', { ...fair, organizationNumber: 'O-001' })).toMatchObject({ ok: false });
});

test('every visit of 魅力発信 is in the list, told of or not, and its kind is that of the rule', async () => {
  await registerPeople();
  let number = 0;
  for (const { code: kind } of organizationKinds) {
    await registerOrganization(desk.context(), { number: `H-${kind}`, kind });
    for (const program of [...outreachPrograms, 'practical-instruction'] satisfies Program[]) {
      number += 1;
      const hours = { startsAt: null, endsAt: null };
      await registerVisit(desk.context(), {
        number: `A-${number}`,
        organizationNumber: `H-${kind}`,
        program,
        ...hours,
      });
    }
  }
  await register('fair', fair);
  const rows = await find();
  expect(rows).toHaveLength(organizationKinds.length * outreachPrograms.length + 1);
  for (const { kind, program, hostKind, number: of } of rows) {
    const told = of === 'V-2' ? 'fair' : null;
    expect([of, kind ?? undefined]).toEqual([of, outreachKindOfVisit({ program, hostKind, told })]);
  }
  // Somebody moves the fair to a school by itself: it is a lecture then, whatever was told.
  const [told] = rows.filter(({ number: of }) => of === 'V-2');
  const { input, version } = await visitRecords.get(clerk(), told?.id ?? '');
  const moved = { ...input, organizationNumber: 'H-elementary-junior-high' };
  await visitRecords.update(clerk(), { id: told?.id ?? '', version, input: moved, fiscalYear });
  expect((await find({ q: 'ものづくりフェア' })).map(({ kind }) => kind)).toEqual(['school-lecture']);
  for (const { code } of outreachKinds) {
    expect((await find({ kind: code })).every(({ kind }) => kind === code)).toBe(true);
  }
});

test('the list is narrowed by every condition, and says whose attendees are not counted', async () => {
  await registerPeople();
  const told = await register('school-lecture', { ...lecture, title: '旋盤の魅力' });
  await hold(told, { visitOn: '2022-11-10', pupils: '28' });
  await register('fair', fair);
  const hours = { startsAt: null, endsAt: null };
  await registerVisit(desk.context(), {
    number: 'V-4',
    program: 'appeal-session',
    status: 'held',
    visitOn: day('2022-11-01'),
    ...hours,
  });
  expect(await numbersOf({})).toEqual(['V-2', 'V-1', 'V-4']);
  expect(await numbersOf({ kind: 'school-lecture' })).toEqual(['V-1', 'V-4']);
  expect(await numbersOf({ status: 'planned' })).toEqual(['V-2']);
  expect(await numbersOf({ split: 'uncounted' })).toEqual(['V-4']);
  expect(await numbersOf({ q: '木の名札' })).toEqual(['V-2']);
  expect(await numbersOf({ q: '旋盤' })).toEqual(['V-1']);
  expect(await numbersOf({ q: '架空小学校' })).toEqual(['V-1', 'V-4']);
  expect(await numbersOf({ q: '次郎' })).toEqual(['V-2']);
  expect(await numbersOf({ from: '2022-11-10', to: '2022-11-22' })).toEqual(['V-1']);
  // Somebody mends the visit by itself: the split no longer says who came.
  const { version, input } = await visitRecords.get(clerk(), told);
  await visitRecords.update(clerk(), { id: told, version, input: { ...input, trainees: 50 }, fiscalYear });
  expect((await find({ split: 'uncounted' })).map((row) => [row.number, row.split])).toEqual([
    ['V-1', 'differs'],
    ['V-4', 'missing'],
  ]);
});

test('an event that somebody changed meanwhile is not overwritten, and its booths change with it alone', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  const { booth2Name: _, booth2Trade: __, booth2Instructors: ___, ...oneBooth } = fair;
  expect((await save('fair', oneBooth, { id, version: 1 })).ok).toBe(true);
  const { input } = await outreachRecords.get(clerk(), id);
  expect([input.booths?.length, input.instructorNumbers]).toEqual([1, ['M-001']]);
  await expect(save('fair', fair, { id, version: 1 })).rejects.toThrow(Conflict);
});

test('a planned event is moved with a reason by the form of its visit, not in passing', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  expect(await save('fair', { ...fair, visitOn: '2022-11-24' }, { id, version: 1 })).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'visitOn', problem: { kind: 'own-form', form: 'move' } }] },
  });
});

test('booths follow a person whose two records became one', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  const people = (await desk.asOwner('select instructor_id as id, number, version from instructor')) as {
    id: string;
    number: string;
    version: number;
  }[];
  const personOf = (number: string) => {
    const found = people.find((person) => person.number === number);
    return { id: found?.id ?? '', version: found?.version ?? 0 };
  };
  await registerInstructor(desk.context(), { number: 'M-003', name: '架空 次郎' });
  const [other] = (await desk.asOwner(
    `select instructor_id as id, version from instructor where number = 'M-003'`,
  )) as {
    id: string;
    version: number;
  }[];
  const merged = await mergeInstructors(desk.context(), {
    survivor: { id: other?.id ?? '', version: other?.version ?? 0 },
    other: personOf('M-002'),
    reason: '同じ人',
  });
  expect(merged.ok).toBe(true);
  expect((await outreachRecords.get(clerk(), id)).input.booths?.[1]?.instructorNumbers).toEqual(['M-003']);
  expect((await instructorRecords.get(clerk(), other?.id ?? '')).input.number).toBe('M-003');
});

const noRequest = { statedOn: day('2022-11-30'), efforts: '全2か所を訪問して案内' };
const state = (line: 'station' | 'school' = 'station') => recordNoRequest(clerk(), { fiscalYear, line, noRequest });

test('要請なし stands for a line of a year with what was done, until somebody asks [Y4-11, domain.md §4.5]', async () => {
  await registerPeople();
  expect((await state()).ok).toBe(true);
  expect((await state()).ok).toBe(true);
  const stationOf = async (year = fiscalYear) =>
    (await listLines(clerk(), year)).find(({ line }) => line === 'station');
  expect(await stationOf()).toMatchObject({ state: 'no-request', noRequest: { efforts: noRequest.efforts } });
  expect(await stationOf(2021)).toMatchObject({ state: 'open', noRequest: undefined });
  const audit = await desk.asOwner(`select action from audit_entry where entity_kind = 'outreach-line'`);
  expect(audit).toHaveLength(1);
  await registerOrganization(desk.context(), { number: 'O-003', kind: 'support-station' });
  const asked = aRequest({ number: 'R-1', organizationNumber: 'O-003', program: 'support-station' });
  expect((await requestRecords.create(desk.context(), { input: asked, fiscalYear })).ok).toBe(true);
  expect(await stationOf()).toMatchObject({ state: 'asked', requests: 1 });
  expect(await state()).toMatchObject({ ok: false, refusal: { kind: 'asked', requests: 1, visits: 0 } });
  await withdrawNoRequest(clerk(), { fiscalYear, line: 'station' });
  expect(await stationOf()).toMatchObject({ noRequest: undefined });
});

test('a line counts its visits as the report does, without those that were called off', async () => {
  await registerPeople();
  await register('school-lecture', lecture);
  await register('fair', fair);
  const lines = await listLines(clerk(), fiscalYear);
  const counts = Object.fromEntries(lines.map(({ line, held, planned }) => [line, [held, planned]]));
  expect(counts).toEqual({ school: [0, 1], station: [0, 0], place: [0, 1], medalist: [0, 0], skilled: [0, 0] });
  expect(await state('school')).toMatchObject({ ok: false, refusal: { kind: 'asked', visits: 1 } });
});

test('the list leaves as CSV and as a workbook, under its conditions and logged [SEC-11, DAT-01]', async () => {
  await registerPeople();
  await hold(await register('school-lecture', { ...lecture, title: '=旋盤' }), { visitOn: '2022-11-10', pupils: '28' });
  await register('fair', fair);
  const filters = { fiscalYear, q: '', kind: 'school-lecture', status: '', split: '', from: '', to: '' } as const;
  const { bytes, name } = await exportOutreach(desk.context(), { format: 'csv', filters });
  const [header = '', ...rows] = Buffer.from(bytes).toString('utf8').trim().split('\r\n');
  expect(header).toContain('人数,児童・生徒,教師,保護者,若者（サポステ）,その他,状態');
  expect(rows).toHaveLength(1);
  expect(rows[0]).toContain(',28,28,,,,,実施,');
  // What a spreadsheet would take for a formula is text (DAT-06).
  expect(rows[0]).not.toContain(',=旋盤');
  expect(name).toContain('魅力発信');
  const sheet = await exportOutreach(desk.context(), { format: 'xlsx', filters: { ...filters, kind: '' } });
  expect(Buffer.from(sheet.bytes.subarray(0, 2)).toString()).toBe('PK');
  const exported = await desk.asOwner(`select 1 from audit_entry where action = 'exported'`);
  expect(exported).toHaveLength(2);
  await expect(exportOutreach(clerk(), { format: 'csv', filters })).rejects.toThrow(Forbidden);
});

test('who may not write visits writes no event, and another corner sees none [SEC-13]', async () => {
  await registerPeople();
  const id = await register('school-lecture', lecture);
  await state();
  const auditor = desk.context({ role: 'auditor' });
  expect(() => recordNoRequest(auditor, { fiscalYear, line: 'station', noRequest })).toThrow(Forbidden);
  const elsewhere = desk.context({ corner: '02' });
  await expect(outreachRecords.get(elsewhere, id)).rejects.toThrow(NotFound);
  expect((await listLines(elsewhere, fiscalYear)).every(({ noRequest: said }) => said === undefined)).toBe(true);
});
