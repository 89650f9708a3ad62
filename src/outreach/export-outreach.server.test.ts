import { expect, test } from 'vitest';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { exportOutreach } from './export-outreach.server.ts';
import { fair, lecture, outreachDesk } from './outreach-fixture.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });
const { registerPeople, register, hold } = outreachDesk(() => desk.context(), clerk);

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
