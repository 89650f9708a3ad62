import { expect, test } from 'vitest';
import { Forbidden } from '#platform/errors.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anInput, drafted, heldVisit } from './expense-fixture.server.ts';
import { exportClaims } from './export-claims.server.ts';

const desk = useTestDatabase();
const everything = { filters: { state: '', q: '' }, fiscalYear: 2022, format: 'csv' } as const;
const linesOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .replace(/^\uFEFF/u, '')
    .trim()
    .split('\r\n');

test('the list of claims leaves as CSV and Excel with each amount in its column, and nothing of an account [DAT-01, SEC-05]', async () => {
  const ctx = desk.context();
  await drafted(ctx, await heldVisit(ctx), { ...anInput, spent: 3000, tax: 300 });
  const file = await exportClaims(ctx, everything);
  expect(file.name).toMatch(/^令和4年度_謝金旅費の請求_35山口_\d{8}\.csv$/u);
  expect(linesOf(file.bytes)).toEqual([
    '派遣番号,実施日,登録番号,氏名,派遣先,状態,謝金,旅費,材料費,テキスト作成費,合計,源泉徴収の対象額,振込日',
    expect.stringMatching(/^V-001,2022-11-21,M-001,[^,]+,[^,]+,作成中,10000,740,3300,0,14040,10000,$/u),
  ]);
  const narrowed = await exportClaims(ctx, { ...everything, filters: { state: 'paid', q: '' } });
  expect(linesOf(narrowed.bytes)).toHaveLength(1);
  const sheet = await exportClaims(ctx, { ...everything, format: 'xlsx' });
  expect(Buffer.from(sheet.bytes).subarray(0, 2).toString()).toBe('PK');
  expect(linesOf((await exportClaims(desk.context({ corner: '02' }), everything)).bytes)).toHaveLength(1);
});

test.each(roles)('%s takes the file where the table allows it [SEC-13]', async (role) => {
  const takes = ['system', 'chief', 'officer', 'auditor'].includes(role);
  const taken = exportClaims(desk.context({ role }), everything);
  if (takes) expect((await taken).bytes.length).toBeGreaterThan(0);
  else await expect(taken).rejects.toThrow(Forbidden);
});
