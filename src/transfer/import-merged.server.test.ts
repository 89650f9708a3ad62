import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { mergeInstructors } from '#instructor/merge-instructors.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { aVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { csvOf, importRows } from './file-fixture.server.ts';
import { findDraft, previewImport } from './import-drafts.server.ts';

const desk = useTestDatabase();
const ids = new Map<string, string>();

beforeEach(async () => {
  await registerOrganization(desk.context());
  for (const number of ['M-001', 'M-002', 'M-003'])
    ids.set(number, await registerInstructor(desk.context(), { number }));
});

async function merge(from: string, into: string): Promise<void> {
  const records = await Promise.all([into, from].map((number) => instructorRecords.get(desk.context(), idOf(number))));
  const [survivor, other] = records.map(({ id, version }) => ({ id, version }));
  if (!survivor || !other) throw new Error('nobody to merge');
  const merged = await mergeInstructors(desk.context(), { survivor, other, reason: '二重登録' });
  if (!merged.ok) throw new Error(merged.refusal.kind);
}

const idOf = (number: string) => ids.get(number) ?? '';

const row = (instructors: string, number = 'V-001') => ({
  派遣番号: number,
  事業区分: '実技指導',
  派遣先番号: 'O-001',
  登録番号: instructors,
  職種: '機械加工',
  実施日: '2022-12-05',
  開始: '10:00',
  終了: '12:00',
  受講者数: '5',
  状態: '予定',
});

const leaders = async (number = 'V-001') => {
  const rows = await desk.asOwner(`select instructor.number from visit_instructor
    join visit using (corner_code, visit_id) join instructor using (corner_code, instructor_id)
    where visit.number = '${number}' order by visit_instructor.position`);
  return (rows as { number: string }[]).map((each) => each.number);
};

test('a visit of a file that names a number merged away, over two merges too, is of the record that stays', async () => {
  await merge('M-001', 'M-002');
  await merge('M-002', 'M-003');
  expect(await importRows(desk.context(), 'visits', [row('M-001')])).toMatchObject({
    ok: true,
    counts: { created: 1 },
  });
  expect(await leaders()).toEqual(['M-003']);
  expect(await importRows(desk.context(), 'visits', [row('M-001')])).toMatchObject({ counts: { unchanged: 1 } });
});

test('who is named by both numbers leads the visit once', async () => {
  await merge('M-001', 'M-002');
  expect(await importRows(desk.context(), 'visits', [row('M-001;M-003;M-002')])).toMatchObject({ ok: true });
  expect(await leaders()).toEqual(['M-002', 'M-003']);
});

test('two visits at one time, of either number, are of one person and refused', async () => {
  await merge('M-001', 'M-002');
  const outcome = await importRows(desk.context(), 'visits', [row('M-001'), row('M-002', 'V-002')]);
  expect(outcome.ok).toBe(false);
});

test('the preview says whose number it was and who is meant now', async () => {
  await merge('M-001', 'M-002');
  const bytes = csvOf([row('M-001'), row('M-003', 'V-002')]);
  const previewed = await previewImport(desk.context(), {
    kind: 'visits',
    bytes,
    fileName: '派遣.csv',
    fiscalYear: 2022,
  });
  if (!previewed.ok) throw new Error(JSON.stringify(previewed.problems));
  const draft = await findDraft(desk.context(), previewed.draftId);
  expect(draft?.preview).toMatchObject({
    followedCount: 1,
    followed: [{ number: 'M-001', survivor: { id: idOf('M-002'), number: 'M-002' } }],
  });
});

test('a number that was deleted without a merge is refused as before', async () => {
  await instructorRecords.remove(desk.context(), { id: idOf('M-001'), version: 1, reason: '退任' });
  expect(await importRows(desk.context(), 'visits', [row('M-001')])).toMatchObject({ ok: false });
});

test('a form and the API follow the merge as a file does', async () => {
  await merge('M-001', 'M-002');
  const created = await visitRecords.create(desk.context(), { input: aVisit(), fiscalYear: 2022 });
  expect(created.ok).toBe(true);
  expect(await leaders()).toEqual(['M-002']);
  const id = created.ok ? created.value.id : '';
  const changed = aVisit({ trainees: 6, instructorNumbers: ['M-001'] });
  await visitRecords.update(desk.context(), { id, version: 1, input: changed, fiscalYear: 2022 });
  expect(await leaders()).toEqual(['M-002']);
});
