import { expect, test } from 'vitest';
import { aDecidedRequest, staffAccounts } from '#decision/decision-fixture.server.ts';
import { drafted, heldVisit } from '#expense/expense-fixture.server.ts';
import type { Context } from '#platform/context.server.ts';
import { renderDocx } from '#platform/document-rendering/render-docx.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { readDocx } from '../../../e2e/read-docx.ts';
import { anApplication } from '#public-request/sample-application.ts';
import { rosterLetter } from '#schedule/roster-letter.server.ts';
import { useTestDatabase } from '../../../test/database.ts';
import { judgeTemplate } from '../change-template.server.ts';
import { NUMBER_PLACEHOLDER, sampleValues, starterValues, type LetterPlaceholder } from '../domain/letter-outline.ts';
import { recordLetterKinds, type LetterRecord } from '../domain/record-letter-kind.ts';
import type { RecordLetter } from '../record-letter.ts';
import { draftRecordLetter, issueRecordLetter, showRecordLetter } from '../record-letters.server.ts';
import { listLetters, readLetter } from '../register-queries.server.ts';
import { recordLetterTitles } from '../text.ts';
import { listLetterForms } from './letter-forms.server.ts';
import { recordLetters } from './record-letter-list.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

/** A record of each kind that papers are made from, with as little in it as a record may hold. */
async function makeRecords(ctx: Context): Promise<Readonly<Record<LetterRecord, string>>> {
  await desk.asOwner(`insert into corner (corner_code, name, host_association, phone)
    values ('35', '架空コーナー', '架空協会', '083-000-0035') on conflict do nothing`);
  const { visitId, instructorId } = await heldVisit(ctx);
  await desk.asOwner(staffAccounts);
  const request = await aDecidedRequest(ctx);
  const content = JSON.stringify(anApplication(ctx.today()));
  const [sent] =
    (await desk.asOwner(`insert into public_request (corner_code, application_id, receipt_number, received_at,
      received_on, submission_key, content, host_name, state, link_hash, link_expires_on)
    values ('35', gen_random_uuid(), 'W-1', '2022-11-30T00:00:00Z', '2022-11-30', 'k', '${content}'::jsonb, '株式会社架空精工',
      'new', 'hash', '2023-11-30') returning application_id as id`)) as { id: string }[];
  return {
    visit: visitId,
    instructor: instructorId,
    request,
    'public-request': sent?.id ?? '',
    'expense-claim': await drafted(ctx, { visitId, instructorId }),
    blank: 'paper',
  };
}

const every = (Object.keys(recordLetterKinds) as readonly LetterRecord[]).flatMap((record) =>
  recordLetterKinds[record].map((kind) => {
    const letters: Readonly<Record<string, RecordLetter>> = recordLetters[record];
    const letter = letters[kind];
    if (!letter) throw new Error(`${record} has no ${kind}`);
    return { record, kind, letter };
  }),
);

const expectWhole = (places: readonly LetterPlaceholder[], row: Readonly<Record<string, unknown>>) => {
  for (const { name, meaning } of places) {
    if (name === NUMBER_PLACEHOLDER) continue;
    expect(typeof row[name], name).toBe('string');
    if (row[name] === '') expect(`${name}：${meaning}`).toMatch(/は空$/u);
  }
  const known = new Set(places.map(({ name }) => name));
  expect(Object.keys(row).filter((name) => typeof row[name] === 'string' && !known.has(name))).toEqual([]);
};

test.each(every)('$record $kind: every placeholder has a value or a stated blank', async ({ record, letter }) => {
  const ctx = desk.context();
  const records = await makeRecords(ctx);
  const shown = await showRecordLetter(ctx, { letter, id: records[record], fiscalYear });
  if (!shown.ok) throw new Error(shown.refusal);
  expect(shown.value.letters.length).toBeGreaterThan(0);
  const { placeholders, loops } = letter.form;
  for (const { values } of shown.value.letters) {
    expectWhole([...placeholders, ...senderExtras(values, placeholders)], values);
    for (const loop of loops) {
      const rows = values[loop.name];
      if (rows === undefined || typeof rows === 'string') throw new Error(`${loop.name} has no rows`);
      for (const row of rows) expectWhole(loop.placeholders, row);
    }
  }
});

/** A paper need not use every way of naming the office. */
function senderExtras(values: object, known: readonly LetterPlaceholder[]): readonly LetterPlaceholder[] {
  return Object.keys(values)
    .filter((name) => /^(?:発信者|団体名|コーナー|連絡先)/u.test(name) && !known.some((place) => place.name === name))
    .map((name) => ({ name, meaning: '', sample: '' }));
}

test('every letter of the desk is a template of its own kind: known placeholders, a place for the number, no room lost', async () => {
  const forms = await listLetterForms(desk.context(), fiscalYear);
  for (const form of forms) {
    const starter = await renderDocx(form.build(starterValues(form)));
    expect(await judgeTemplate(form, starter), form.title).toEqual({ ok: true, value: null });
    const text = readDocx(Buffer.from(starter));
    // The list of 認定申請の送付状 goes beside it; every paper of a record shows its rows.
    const loops = form.kind in recordLetterTitles ? form.loops : [];
    for (const { name } of loops) expect(text, form.title).toContain(`{#${name}}`);
    expect(readDocx(Buffer.from(await renderDocx(form.build(sampleValues(form))))), form.title).not.toMatch(/[{}]/u);
  }
  expect(forms.map(({ kind, title }) => [kind, title])).toEqual(
    expect.arrayContaining(Object.entries(recordLetterTitles)),
  );
});

const kept = every.filter(({ letter }) => letter.isKept !== false);

test.each(kept)('$record $kind goes into the register once for a key, as it was shown', async ({ record, letter }) => {
  const ctx = desk.context();
  const id = (await makeRecords(ctx))[record];
  const address = { letter, id, fiscalYear };
  const draft = await draftRecordLetter(ctx, address);
  if (!draft.ok) throw new Error(draft.refusal);
  const first = await issueRecordLetter(ctx, { ...address, key: 'k' });
  expect(await issueRecordLetter(ctx, { ...address, key: 'k' })).toEqual(first);
  const { rows } = await listLetters(ctx, { fiscalYear, filters: { kind: '', q: '' }, cursor: undefined });
  const { numbered } = letter.form;
  // One for each addressee, the last number first.
  const row = rows.at(-1);
  for (const each of rows) expect(each).toMatchObject({ kind: letter.form.kind, entityId: id });
  expect(row?.number).toMatch(numbered ? /^山技振第1号$/u : /^(?!山技振)/u);
  const kept = readDocx(Buffer.from((await readLetter(ctx, row?.id ?? '')).bytes));
  const asDrafted = readDocx(Buffer.from(draft.value.bytes));
  const unnumbered = numbered ? kept.replace('山技振第1号', '案') : kept;
  if (rows.length === 1) expect(unnumbered).toBe(asDrafted);
  else expect(asDrafted.startsWith(unnumbered.slice(0, 20))).toBe(true);
});

test.each(roles)('%s makes and issues papers of records as the table says [SEC-13]', async (role) => {
  const office = desk.context();
  const records = await makeRecords(office);
  const ctx = desk.context({ role });
  const reads = ['system', 'chief', 'officer', 'clerk', 'coordinator', 'auditor'].includes(role);
  const issues = ['system', 'chief', 'officer'].includes(role);
  const isForbidden = async (call: () => Promise<unknown>) => {
    try {
      await call();
      return false;
    } catch (error) {
      return error instanceof Forbidden;
    }
  };
  for (const { record, letter } of every) {
    const address = { letter, id: records[record], fiscalYear };
    // A roster is for those who work with it (SEC-17).
    const isClosed = role === 'auditor' && letter === rosterLetter;
    expect(await isForbidden(async () => showRecordLetter(ctx, address))).toBe(!reads || isClosed);
    expect(await isForbidden(async () => issueRecordLetter(ctx, { ...address, key: undefined }))).toBe(!issues);
  }
});

test('nothing of another corner is made into a paper, and no visit is thanked for that was not held', async () => {
  const records = await makeRecords(desk.context());
  const other = desk.context({ corner: '02' });
  for (const { record, letter } of every.filter((each) => each.record !== 'blank')) {
    const foreign = async () => showRecordLetter(other, { letter, id: records[record], fiscalYear });
    await expect(foreign()).rejects.toThrow(NotFound);
  }
  await desk.asOwner(`update visit set status = 'planned'`);
  const thanks = { letter: recordLetters.visit['thanks-to-host'], id: records.visit, fiscalYear };
  expect(await issueRecordLetter(desk.context(), { ...thanks, key: undefined })).toMatchObject({
    ok: false,
    refusal: expect.stringMatching(/まだ「実施」ではない.*ください。$/u),
  });
});

test('a roster and a blank sheet leave no copy in the register: names are kept with their record alone [SEC-12]', async () => {
  const ctx = desk.context();
  const records = await makeRecords(ctx);
  for (const { record, letter } of every.filter((each) => each.letter.isKept === false)) {
    const issued = await issueRecordLetter(ctx, { letter, id: records[record], fiscalYear, key: undefined });
    expect(issued).toMatchObject({ ok: false, refusal: expect.stringMatching(/控えを残しません/u) });
  }
  const { rows } = await listLetters(ctx, { fiscalYear, filters: { kind: '', q: '' }, cursor: undefined });
  expect(rows).toEqual([]);
});

test('a visit lists who is taught, and a sheet to be filled in where nobody is listed yet', async () => {
  const ctx = desk.context();
  const { visit } = await makeRecords(ctx);
  const lines = async () => {
    const shown = await showRecordLetter(ctx, { letter: rosterLetter, id: visit, fiscalYear });
    return shown.ok ? (shown.value.letters[0]?.values['受講者'] as readonly Record<string, string>[]) : [];
  };
  expect((await lines()).map((line) => line['氏名'])).toEqual(Array.from({ length: 20 }, () => ''));
  await desk.asOwner(`insert into visit_trainee (corner_code, visit_id, position, name, age, affiliation)
    values ('35', '${visit}', 1, '架空 太郎', 19, '製造課')`);
  expect(await lines()).toMatchObject([{ 番号: '1', 氏名: '架空 太郎', '所属・学年': '製造課', 目標の級: '' }]);
});

test.each([
  ['holds', undefined, true],
  ['ended within the 年度', '2022-12-01', false],
  ['ends after it', '2023-04-01', true],
])('委嘱状 of somebody whose registration %s', async (_, endedOn, isMade) => {
  const ctx = desk.context();
  const { instructor } = await makeRecords(ctx);
  if (endedOn !== undefined)
    await desk.asOwner(`insert into upkeep (corner_code, instructor_id, state, ended_on)
      values ('35', '${instructor}', 'deregistered', '${endedOn}')
      on conflict (corner_code, instructor_id) do update set ended_on = excluded.ended_on`);
  const made = await showRecordLetter(ctx, { letter: recordLetters.instructor.commission, id: instructor, fiscalYear });
  expect(made.ok).toBe(isMade);
  if (made.ok) expect(made.value.letters[0]?.values).toMatchObject({ 委嘱の末日: '令和5年3月31日' });
});
