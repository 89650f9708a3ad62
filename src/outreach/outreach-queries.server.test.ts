import { expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { outreachKindOfVisit, outreachKinds, outreachPrograms } from './domain/outreach-kind.ts';
import { listOutreach, type OutreachFilters } from './outreach-queries.server.ts';
import { fair, lecture, outreachDesk } from './outreach-fixture.server.ts';

const desk = useTestDatabase();
const day = plainDate;
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });
const { registerPeople, register, hold } = outreachDesk(() => desk.context(), clerk);

const find = async (filters: Partial<OutreachFilters> = {}) =>
  (
    await listOutreach(clerk(), {
      filters: { fiscalYear, q: '', kind: '', status: '', split: '', from: '', to: '', ...filters },
      cursor: undefined,
    })
  ).rows;
const numbersOf = async (filters: Partial<OutreachFilters>) => (await find(filters)).map(({ number }) => number);

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
