import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { checkMachineReadability } from '#platform/tabular/check-machine-readability.server.ts';
import { planItemRecords } from '#plan/plan-item-records.server.ts';
import { targets } from '#plan/domain/target.ts';
import { useTestDatabase } from '../../test/database.ts';
import { exportStatusReport, reportFormats } from './export-status-report.server.ts';

const desk = useTestDatabase();
const on = { fiscalYear: 2022, asOf: plainDate('2022-11-30') };

async function plan(number: string, written: string): Promise<void> {
  const read = targets().parse(written);
  const input = {
    number,
    heading: '=派遣',
    guideline: '要領',
    plan: '計画',
    owner: null,
    status: '実施した。',
    targets: read.ok ? read.value : null,
  };
  const saved = await planItemRecords.create(desk.context(), { input, fiscalYear: 2022 });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

const textOf = async (format: 'html' | 'json' | 'csv') =>
  Buffer.from((await exportStatusReport(desk.context(), { ...on, format })).bytes).toString('utf8');

test.each(reportFormats)(
  'the %s file is named after year, report, prefecture and as-of day, and its leaving is logged [DAT-08][SEC-11]',
  async (format) => {
    await plan('2', '派遣回数=170回');
    const file = await exportStatusReport(desk.context(), { ...on, format });
    expect(file.name).toBe(`令和4年度_実施状況_35山口_20221130.${format}`);
    expect(file.bytes.length).toBeGreaterThan(0);
    const [entry] = await desk
      .context()
      .db.selectFrom('audit_entry')
      .select(['action', 'entity_id', 'after'])
      .where('action', '=', 'exported')
      .execute();
    expect(entry).toMatchObject({
      action: 'exported',
      entity_id: 'status-2022',
      after: { format, asOf: '2022-11-30' },
    });
  },
);

test('the CSV is machine readable: one value a row, bare numbers, blank where there is no record [DAT-01]', async () => {
  await plan('2', '派遣回数=170回;連携会議=2回;参加者=40人以上');
  const { bytes } = await exportStatusReport(desk.context(), { ...on, format: 'csv' });
  expect(await checkMachineReadability(bytes)).toEqual({ ok: true, value: [] });
  const csv = await textOf('csv');
  expect(csv).toContain("2022,35,山口県,2022-11-30,2,'=派遣,visits.total,派遣回数,目標,170,回\r\n");
  expect(csv).toContain(',council.meetings,連携会議,実施,,回\r\n');
  expect(csv).toContain(',,参加者,目標,40,人\r\n');
});

test('the document has the three columns of the published report, its tables and why a figure is missing [S0]', async () => {
  await plan('2', '派遣回数=170回;連携会議=2回;参加者=40人以上');
  const html = await textOf('html');
  for (const column of ['実施要領', '実施計画の内容', '実施状況'])
    expect(html).toContain(`<th scope="col">${column}</th>`);
  expect(html).toContain('<caption>○派遣回数</caption>');
  expect(html).toContain('・連携会議：記録なし');
  expect(html).toContain('・参加者：計数の対象外');
  expect(html).toContain('・参加者：40人以上');
});

test('the JSON has the shape of the contract [contract §4]', async () => {
  await plan('2', '派遣回数=170回');
  const report = JSON.parse(await textOf('json')) as Record<string, unknown>;
  expect(Object.keys(report).slice(0, 6)).toEqual(['corner', 'fiscalYear', 'asOf', 'sections', 'outcomes', 'outputs']);
  expect(report['sections']).toMatchObject([
    {
      number: '2',
      title: '=派遣',
      guideline: '要領',
      plan: '計画',
      status: '実施した。',
      tables: [{ title: '派遣回数' }, { title: '受講者数' }],
    },
  ]);
});

test('nobody without the permission gets a file', async () => {
  await expect(exportStatusReport(desk.context({ role: 'instructor' }), { ...on, format: 'csv' })).rejects.toThrow(
    Forbidden,
  );
});
