// Rewrites samples/: the files to try the import with, from the demonstration office's generator.
import { mkdirSync, writeFileSync } from 'node:fs';
import type { Result } from '../src/kernel/result.ts';
import { buildSampleTables, type SampleTable } from '../src/demonstration/domain/sample-tables.ts';
import { writeCsv, writeXlsx } from '../src/platform/tabular/write-table.server.ts';

const SAMPLES = new URL('../samples/', import.meta.url);
const NUMBER_COLUMNS = ['資本金(円)', '従業員数'];

/** The bytes of one sample file. */
export async function renderSample({ fileName, format, header, rows }: SampleTable): Promise<Uint8Array> {
  const written: Result<Uint8Array, unknown> =
    format === 'xlsx'
      ? await writeXlsx({ sheetName: '派遣先', columns: header.map(toSheetColumn), rows })
      : writeCsv({ header, rows, encoding: format === 'csv-cp932' ? 'cp932' : 'utf8' });
  if (!written.ok)
    throw new Error(`${fileName} has characters that cannot be written: ${JSON.stringify(written.refusal)}`);
  return written.value;
}

function toSheetColumn(header: string) {
  return { header, kind: NUMBER_COLUMNS.includes(header) ? 'integer' : 'text' } as const;
}

if (import.meta.main) {
  mkdirSync(SAMPLES, { recursive: true });
  for (const table of buildSampleTables())
    writeFileSync(new URL(encodeURIComponent(table.fileName), SAMPLES), await renderSample(table));
}
