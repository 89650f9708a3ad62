import { refuse, type Result } from '#kernel/result.ts';
import { TABLE_FILE_BYTES_MAX } from './limits.ts';
import type { RawTable, TableProblem } from './raw-table.ts';
import { readCsv } from './read-csv.server.ts';
import { readWorkbookTable } from './read-workbook-table.server.ts';
import { recogniseArchive, recogniseFile } from './recognise-file.server.ts';
import { openZip } from './zip-archive.server.ts';

const CSV_EXTENSIONS = new Set(['csv', 'txt', 'tsv', '']);
const WORKBOOK_EXTENSIONS = new Set(['xlsx', '']);

/**
 * Reads an uploaded CSV or XLSX file into a table of text cells (contract.md §3, DAT-04). What the file is decides its
 * content; a name that says otherwise is refused, because the person then sent another file than they think.
 * Text is as exported: the formula apostrophe and the line break mark of our own exports are undone.
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Result<RawTable, TableProblem>> {
  if (bytes.length > TABLE_FILE_BYTES_MAX) {
    return refuse({ kind: 'too-large', bytes: bytes.length, limitBytes: TABLE_FILE_BYTES_MAX });
  }
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  const extension = /\.([^./\\]*)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const recognised = recogniseFile(bytes);
  if (recognised === 'text') {
    if (!CSV_EXTENSIONS.has(extension)) return refuse({ kind: 'renamed', extension, actual: 'csv' });
    return readCsv(bytes);
  }
  if (recognised !== 'zip') return refuse({ kind: 'foreign-format', format: recognised });
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const format = recogniseArchive(archive.value);
  if (format !== 'xlsx') return refuse({ kind: 'foreign-format', format });
  if (!WORKBOOK_EXTENSIONS.has(extension)) return refuse({ kind: 'renamed', extension, actual: 'xlsx' });
  return readWorkbookTable(archive.value);
}
