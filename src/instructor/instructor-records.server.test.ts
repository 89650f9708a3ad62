import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { schoolFounders } from '#organization/domain/school-founder.ts';
import { Conflict, Forbidden } from '#platform/errors.server.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { useTestDatabase } from '../../test/database.ts';
import { instructorDivisions, instructorKinds } from './domain/instructor-kind.ts';
import { instructorFields } from './domain/instructor-fields.ts';
import type { InstructorInput } from './domain/instructor.ts';
import { instructorRecords } from './instructor-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

function anInstructor(changes: Partial<InstructorInput> = {}): InstructorInput {
  return {
    number: 'M-001',
    kind: 'meister',
    division: 'standard',
    name: '髙﨑 一郎',
    nameKana: 'タカサキ イチロウ',
    birthYear: 1955,
    trades: ['kikai-kako', 'shiage'],
    employer: '架空精機㈱',
    postalCode: '7530000',
    municipalityCode: '352039',
    address: '架空町1-1',
    phone: '083-000-0000',
    email: 'ichiro@example.jp',
    certifiedOn: plainDate('2015-04-01'),
    course: { status: 'completed', on: plainDate('2015-06-15') },
    lastActivityOn: plainDate('2022-03-01'),
    yearlyCap: 20,
    availableWeekdays: [1, 3, 0],
    unavailableDates: [plainDate('2022-12-29'), plainDate('2022-12-01')],
    isPublic: true,
    monthlyCap: 3,
    hostKinds: ['technical-school'],
    hostFounders: ['public'],
    ...changes,
  };
}

async function register(changes: Partial<InstructorInput> = {}): Promise<string> {
  const created = await instructorRecords.create(desk.context(), { input: anInstructor(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const stored = async (id: string) => (await instructorRecords.get(desk.context(), id)).input;

const rows = (inputs: readonly InstructorInput[]) => inputs.map((input, index) => ({ line: index + 2, input }));

const importing = { fiscalYear, dryRun: false, absentKeys: [] };

test('stores every field as entered, the name character for character [FRM-20]', async () => {
  expect(await stored(await register())).toEqual(anInstructor());
});

test.each(instructorKinds)('keeps a $label', async ({ code }) => {
  expect(await stored(await register({ kind: code, division: null }))).toMatchObject({ kind: code, division: null });
});

test.each([{ status: 'exempt' as const }, { status: 'not-taken' as const }, null])(
  'keeps the course %j',
  async (course) => {
    expect((await stored(await register({ course }))).course).toEqual(course);
  },
);

test('replaces the trades of a record that is saved again', async () => {
  const id = await register();
  await instructorRecords.update(desk.context(), {
    id,
    version: 1,
    input: anInstructor({ trades: ['sakan'] }),
    fiscalYear,
  });
  expect((await stored(id)).trades).toEqual(['sakan']);
});

test('saving without a change writes no new version', async () => {
  const id = await register();
  await instructorRecords.update(desk.context(), { id, version: 1, input: anInstructor(), fiscalYear });
  expect((await instructorRecords.get(desk.context(), id)).version).toBe(1);
});

test('refuses an update made on an older version', async () => {
  const id = await register();
  const change = { id, version: 1, input: anInstructor({ phone: null }), fiscalYear };
  await instructorRecords.update(desk.context(), change);
  await expect(instructorRecords.update(desk.context(), change)).rejects.toThrow(Conflict);
});

test('refuses a certification in the future of the desk', async () => {
  const input = anInstructor({ certifiedOn: plainDate('2022-12-01') });
  const created = await instructorRecords.create(desk.context({ today: '2022-11-30' }), { input, fiscalYear });
  expect(created).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'certifiedOn', problem: { kind: 'in-the-future' } }] },
  });
});

test('whoever opens the record leaves a trace [SEC-11]', async () => {
  const id = await register();
  await stored(id);
  const entries = await desk.asOwner(`select action from audit_entry where entity_id = '${id}' order by sequence`);
  expect(entries).toEqual([{ action: 'created' }, { action: 'viewed' }]);
});

test('a repeated import changes nothing, even with the trades of a file in another order [contract.md §1]', async () => {
  const file = (trades: string) =>
    parseFields(instructorFields, { ...formatFields(instructorFields, anInstructor()), trades });
  const read = ['機械加工;仕上げ', '仕上げ;機械加工'].map((trades) => {
    const parsed = file(trades);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
    return rows([parsed.value]);
  });
  const [first = [], second = []] = read;
  await instructorRecords.importAll(desk.context(), first, importing);
  const again = await instructorRecords.importAll(desk.context(), second, importing);
  expect(again).toMatchObject({ ok: true, counts: { created: 0, updated: 0, unchanged: 1 } });
});

test('one import writes new trades of many records and takes away the old ones', async () => {
  const numbers = Array.from({ length: 1100 }, (_, index) => `M-${String(index).padStart(4, '0')}`);
  const inputs = (trades: readonly string[]) => numbers.map((number) => anInstructor({ number, trades }));
  await instructorRecords.importAll(desk.context(), rows(inputs(['kikai-kako', 'shiage'])), importing);
  await instructorRecords.importAll(desk.context(), rows(inputs(['sakan', 'shiage'])), importing);
  const exported = await instructorRecords.exportAll(desk.context(), { fiscalYear: undefined });
  expect(exported).toEqual(inputs(['sakan', 'shiage']));
});

test('an instructor who stands on a visit cannot be deleted, and can once the visit is', async () => {
  const id = await register();
  await desk.asOwner(`
    insert into organization (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
      values ('35', '00000000-0000-0000-0000-00000000000a', 'O-1', 'sme', '架空', '352039', '', '');
    insert into visit (corner_code, visit_id, number, program, organization_id, trade_code, visit_on, trainees, status, search_text)
      values ('35', '00000000-0000-0000-0000-00000000000b', 'V-1', 'practical-instruction',
        '00000000-0000-0000-0000-00000000000a', 'kikai-kako', '2022-06-01', 5, 'held', '');
    insert into visit_instructor (corner_code, visit_id, instructor_id, position)
      values ('35', '00000000-0000-0000-0000-00000000000b', '${id}', 1)`);
  const deletion = { id, version: 1, reason: '退任のため' };
  const refused = await instructorRecords.remove(desk.context(), deletion);
  expect(refused).toEqual({ ok: false, refusal: { kind: 'in-use', by: '派遣', count: 1 } });
  await desk.asOwner("update visit set deleted_at = now(), deleted_reason = '誤り'");
  expect(await instructorRecords.remove(desk.context(), deletion)).toEqual({ ok: true, value: { id } });
});

test('a clerk reads and may not write; another corner may not read [SEC-13]', async () => {
  const id = await register();
  const input = anInstructor({ number: 'M-002' });
  const clerk = desk.context({ role: 'clerk' });
  expect((await instructorRecords.get(clerk, id)).id).toBe(id);
  await expect(async () => instructorRecords.create(clerk, { input, fiscalYear })).rejects.toThrow(Forbidden);
  const stranger = desk.context({ actor: { cornerCode: '34' } });
  await expect(instructorRecords.get(stranger, id)).rejects.toThrow(Forbidden);
});

const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(plainDate('1900-01-01'), days));
const line = fc.stringMatching(/^[一-龠ァ-ヶ𠮷㈱①A-Z]{1,20}$/u);
const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const anyInstructor: fc.Arbitrary<InstructorInput> = fc.record({
  number: fc.stringMatching(/^M-\d{1,4}$/),
  kind: fc.constantFrom(...instructorKinds.map(({ code }) => code)),
  division: orNull(fc.constantFrom(...instructorDivisions.map(({ code }) => code))),
  name: line,
  nameKana: fc.stringMatching(/^[ァ-ヺー]{1,12}$/u),
  birthYear: orNull(fc.integer({ min: 1920, max: 2005 })),
  trades: fc.subarray(['kikai-kako', 'sakan', 'shiage', 'zoen'], { minLength: 1 }),
  employer: orNull(line),
  postalCode: orNull(fc.stringMatching(/^\d{7}$/)),
  municipalityCode: fc.constantFrom('352039', '352012'),
  address: orNull(line),
  phone: orNull(fc.stringMatching(/^083-\d{3}-\d{4}$/)),
  email: orNull(fc.stringMatching(/^[a-z]{1,8}@example\.jp$/)),
  certifiedOn: orNull(day),
  course: orNull(
    fc.oneof(
      day.map((on) => ({ status: 'completed' as const, on })),
      fc.constantFrom({ status: 'exempt' as const }, { status: 'not-taken' as const }),
    ),
  ),
  lastActivityOn: orNull(day),
  yearlyCap: orNull(fc.integer({ min: 0, max: 999 })),
  availableWeekdays: orNull(fc.subarray([1, 2, 3, 4, 5, 6, 0], { minLength: 1 })),
  unavailableDates: orNull(fc.uniqueArray(day, { minLength: 1, maxLength: 5 })),
  isPublic: orNull(fc.boolean()),
  monthlyCap: orNull(fc.integer({ min: 0, max: 99 })),
  hostFounders: orNull(
    fc.subarray(
      schoolFounders.map(({ code }) => code),
      { minLength: 1 },
    ),
  ),
  hostKinds: orNull(
    fc.subarray(
      organizationKinds.map(({ code }) => code),
      { minLength: 1 },
    ),
  ),
});

test('what is stored is what was entered, and its texts read back the same [DAT-10]', async () => {
  const inputs = fc.uniqueArray(anyInstructor, { minLength: 1, maxLength: 40, selector: ({ number }) => number });
  await fc.assert(
    fc.asyncProperty(inputs, async (entered) => {
      const imported = await instructorRecords.importAll(desk.context(), rows(entered), importing);
      expect(imported).toMatchObject({ ok: true });
      const numbers = new Set(entered.map(({ number }) => number));
      const exported = await instructorRecords.exportAll(desk.context(), { fiscalYear: undefined });
      const found = exported.filter(({ number }) => numbers.has(number));
      expect(found).toEqual(entered.toSorted((left, right) => (left.number < right.number ? -1 : 1)));
      for (const input of found) {
        expect(parseFields(instructorFields, formatFields(instructorFields, input))).toEqual({
          ok: true,
          value: input,
        });
      }
    }),
    { numRuns: 12 },
  );
});
