import { expect, test } from 'vitest';
import { TABLE_FILE_BYTES_MAX, TABLE_ROWS_MAX } from '#platform/tabular/limits.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { listScoutingLeads } from '#scouting/scouting-lead-queries.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { bytesOf, csvOf, importRows, organizationRow, type FixtureRow } from './file-fixture.server.ts';
import { problemLine } from './text.ts';

const desk = useTestDatabase();

function leadRow(changes: FixtureRow = {}): FixtureRow {
  const row = { 見込み先番号: 'L-1', 名称: '架空金属', 市区町村コード: '352152', 職種: '機械加工' };
  return { ...row, 検定の年度: '2022', 受検者数: '12', 派遣先番号: '', ...changes };
}

const read = (rows: readonly FixtureRow[] | Uint8Array, ctx = desk.context()) =>
  importRows(ctx, 'scouting-leads', rows);

async function linesOf(rows: readonly FixtureRow[] | Uint8Array): Promise<readonly string[]> {
  const outcome = await read(rows);
  return outcome.ok ? [] : outcome.problems.listed.map(problemLine);
}

test('takes a list of leads in, once however often it is sent [Y5-11]', async () => {
  await importRows(desk.context(), 'organizations', [organizationRow()]);
  const rows = [leadRow(), leadRow({ 見込み先番号: 'L-2', 職種: '電気溶接;仕上げ', 派遣先番号: 'O-1' })];
  expect(await read(rows)).toMatchObject({ ok: true, counts: { created: 2, updated: 0, unchanged: 0 } });
  expect(await read(rows)).toMatchObject({ ok: true, counts: { created: 0, updated: 0, unchanged: 2 } });
  const filters = { q: '', trade: '', municipalities: [], state: undefined };
  expect((await listScoutingLeads(desk.context(), { filters, cursor: undefined })).count).toBe(2);
});

test('says every mistake by row and column, and takes nothing in', async () => {
  const lines = await linesOf([
    leadRow(),
    leadRow({ 見込み先番号: 'L-2', 受検者数: '約30' }),
    leadRow({ 見込み先番号: 'L-3', 職種: '機械化工' }),
    leadRow({ 見込み先番号: 'L-4', 派遣先番号: 'O-404' }),
    leadRow({ 市区町村コード: '359998' }),
  ]);
  expect(lines.map((line) => line.split('：')[0])).toEqual([
    '3行目・F列（受検者数）',
    '4行目・D列（職種）',
    '5行目・G列（派遣先番号）',
    '6行目・A列（見込み先番号）',
    '6行目・C列（市区町村コード）',
  ]);
  expect(lines[1]).toContain('「機械加工」ではありませんか');
  expect(await desk.asOwner('select 1 from scouting_lead')).toEqual([]);
});

test('a file beyond the limits is refused whole: 100,000 rows, 50 MB [DAT-04]', async () => {
  const row = leadRow();
  const line = `${Object.values(row).join(',')}\r\n`;
  const tooLong = bytesOf(`${Object.keys(row).join(',')}\r\n${line.repeat(TABLE_ROWS_MAX + 1)}`);
  expect(await linesOf(tooLong)).toMatchObject([expect.stringContaining('100,000')]);
  expect(await linesOf(new Uint8Array(TABLE_FILE_BYTES_MAX + 1))).toMatchObject([expect.stringContaining('50')]);
});

test('a coordinator writes leads one by one and does not import them', async () => {
  await expect(read(csvOf([leadRow()]), desk.context({ role: 'coordinator' }))).rejects.toThrow(Forbidden);
});
