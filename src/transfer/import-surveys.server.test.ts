import { beforeEach, expect, test } from 'vitest';
import { registerHeldVisit } from '#survey/survey-fixture.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { exportFile } from './export-file.server.ts';
import { importRows, type FixtureRow } from './file-fixture.server.ts';
import { problemLine } from './text.ts';

const desk = useTestDatabase();
const row = (changes: FixtureRow = {}): FixtureRow => ({
  派遣番号: 'V-001',
  回答者: '受講者',
  満足度: '5',
  理解: '',
  契機: '',
  自由記述: '',
  回答日: '',
  ...changes,
});

beforeEach(async () => {
  await registerHeldVisit(desk.context());
});

const counts = async (rows: readonly FixtureRow[]) => {
  const outcome = await importRows(desk.context(), 'surveys', rows);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
  return [outcome.counts.created, outcome.counts.updated, outcome.counts.unchanged];
};

test('equal answers are counted: the same file again changes nothing, one more sheet is one more answer [contract.md §1]', async () => {
  expect(await counts([row(), row(), row({ 理解: '4' })])).toEqual([3, 0, 0]);
  expect(await counts([row({ 理解: '4' }), row(), row()])).toEqual([0, 0, 3]);
  expect(await counts([row(), row(), row()])).toEqual([1, 0, 2]);
});

test('an export taken in by an empty desk is the same export [contract.md §3]', async () => {
  await counts([
    row(),
    row({ 自由記述: '改行の\nある文' }),
    row({ 回答者: '派遣先', 契機: 'いいえ', 回答日: 'R4.11.22' }),
  ]);
  const wanted = { kind: 'surveys', fiscalYear: 2022, format: 'csv', encoding: 'utf8' } as const;
  const first = await exportFile(desk.context(), wanted);
  if (!first.ok) throw new Error('not written');
  await desk.asOwner('delete from survey_answer');
  expect(await importRows(desk.context(), 'surveys', first.value.bytes)).toMatchObject({ counts: { created: 3 } });
  const second = await exportFile(desk.context(), wanted);
  expect(second.ok && Buffer.from(second.value.bytes).toString()).toBe(Buffer.from(first.value.bytes).toString());
});

test('all that is wrong with a file is named by row, and nothing of it is kept [FRM-32]', async () => {
  const ctx = desk.context();
  await registerVisit(ctx, { number: 'V-002', visitOn: plainDate('2022-12-05') });
  await registerVisit(ctx, {
    number: 'V-003',
    visitOn: plainDate('2022-11-20'),
    status: 'cancelled',
    cancelReason: '大雪',
  });
  const rows = [
    row(),
    row({ 派遣番号: 'V-404' }),
    row({ 派遣番号: 'V-002' }),
    row({ 派遣番号: 'V-003' }),
    row({ 契機: 'はい' }),
    row({ 回答日: '2022-12-01' }),
    row({ 満足度: '6' }),
  ];
  const outcome = await importRows(ctx, 'surveys', rows);
  const lines = outcome.ok ? [] : outcome.problems.listed.map(problemLine);
  expect(lines.map((line) => /^(\d+)行目/u.exec(line)?.[1])).toEqual(['8', '3', '4', '5', '6', '7'].toSorted());
  expect(lines.join('\n')).toMatch(/V-003.*中止/u);
  expect(await counts([row()])).toEqual([1, 0, 0]);
});
