import { expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { mergeInstructors } from '#instructor/merge-instructors.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { aVisit, registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listLines } from './line-queries.server.ts';
import { outreachRecords } from './outreach-records.server.ts';
import { recordNoRequest } from './state-no-request.server.ts';
import { fair, lecture, outreachDesk } from './outreach-fixture.server.ts';

const desk = useTestDatabase();
const day = plainDate;
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });
const { registerPeople, save, register, hold } = outreachDesk(() => desk.context(), clerk);

const noRequest = { statedOn: day('2022-11-30'), efforts: '全2か所を訪問して案内' };

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

test('who may not write visits writes no event, and another corner sees none [SEC-13]', async () => {
  await registerPeople();
  const id = await register('school-lecture', lecture);
  await recordNoRequest(clerk(), { fiscalYear, line: 'station', noRequest });
  const auditor = desk.context({ role: 'auditor' });
  expect(() => recordNoRequest(auditor, { fiscalYear, line: 'station', noRequest })).toThrow(Forbidden);
  const elsewhere = desk.context({ corner: '02' });
  await expect(outreachRecords.get(elsewhere, id)).rejects.toThrow(NotFound);
  expect((await listLines(elsewhere, fiscalYear)).every(({ noRequest: said }) => said === undefined)).toBe(true);
});
