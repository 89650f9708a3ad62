import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createAccounts } from '#account/accounts.server.ts';
import { readTable } from '#platform/tabular/read-table.server.ts';
import { importFile } from '#transfer/import-file.server.ts';
import { renderSample } from '../../scripts/write-samples.ts';
import { useTestDatabase } from '../../test/database.ts';
import { ORGANIZATION_MISTAKES } from './domain/faulty-rows.ts';
import { buildSampleTables } from './domain/sample-tables.ts';
import { loadDemonstration } from './load-demonstration.server.ts';

const desk = useTestDatabase();

const [lastYear, directory, faulty] = buildSampleTables().map(({ fileName }) => fileName);

function readSample(fileName: string | undefined): Uint8Array {
  return readFileSync(new URL(`../../samples/${encodeURIComponent(fileName ?? '')}`, import.meta.url));
}

async function importSample(kind: 'visits' | 'organizations', fileName = '', fiscalYear = 2021) {
  const database = desk.database();
  const accounts = createAccounts({
    database,
    secret: 'a-secret-of-the-test-with-32-letters',
    origin: 'http://127.0.0.1',
  });
  await loadDemonstration(database, accounts);
  return importFile(desk.context(), { kind, bytes: readSample(fileName), fileName, fiscalYear, dryRun: false });
}

test.each(buildSampleTables())('the committed $fileName is what the generator gives', async (sample) => {
  const [committed, rendered] = await Promise.all(
    [readSample(sample.fileName), await renderSample(sample)].map((bytes) => readTable(bytes, sample.fileName)),
  );
  expect(committed).toEqual(rendered);
  expect(committed?.ok).toBe(true);
});

test('the visits of 令和3年度 can be imported beside the loaded year [DAT-03]', async () => {
  const outcome = await importSample('visits', lastYear);
  expect(outcome).toMatchObject({
    ok: true,
    file: { encoding: 'cp932' },
    counts: { created: 43, updated: 0 },
    otherYearCount: 0,
  });
});

test('the further 派遣先 can be imported from the workbook', async () => {
  const outcome = await importSample('organizations', directory);
  expect(outcome).toMatchObject({ ok: true, file: { format: 'xlsx' }, counts: { created: 12, updated: 0 } });
});

test('each mistake of the faulty list is named at its column, and nothing is imported', async () => {
  const outcome = await importSample('organizations', faulty);
  if (outcome.ok) throw new Error('the faulty list was imported');
  const found = outcome.problems.listed.map(({ line, header }) => `${line} ${header}`);
  const made = ORGANIZATION_MISTAKES.map(({ number, column }) => `${Number(number.slice(2)) - 199} ${column}`);
  expect(found.toSorted()).toEqual(made.toSorted());
  expect(outcome.problems.count).toBe(ORGANIZATION_MISTAKES.length);
});
