import { CsvError, Parser } from 'csv-parse';
import { setImmediate } from 'node:timers/promises';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { startTable } from './assemble-table.ts';
import { decodeText } from './decode-text.server.ts';
import type { RawTable, TableProblem } from './raw-table.ts';

const CHUNK_LENGTH = 64 * 1024;
const LINE_BREAK = /\r\n|\r|\n/g;

/** Takes one record with the line it begins on; a problem stops the reading. */
export type RecordSink = (line: number, cells: readonly string[]) => TableProblem | undefined;

/** Reads CSV (RFC 4180, comma) in UTF-8 or CP932 into a table; the event loop gets a turn every 64 KiB. */
export async function readCsv(bytes: Uint8Array): Promise<Result<RawTable, TableProblem>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const delimiter = findWrongDelimiter(text);
  if (delimiter !== undefined) return refuse({ kind: 'wrong-delimiter', delimiter });
  const table = startTable(true);
  const problem = await scanCsv(text, table.add);
  if (problem !== undefined) return refuse(problem);
  const finished = table.finish();
  return finished.ok ? accept({ ...finished.value, format: 'csv', encoding }) : finished;
}

/** Cuts CSV text into records, blank lines included. Lines are counted here: the parser counts CRLF in quotes twice. */
export async function scanCsv(text: string, sink: RecordSink): Promise<TableProblem | undefined> {
  let line = 1;
  let problem: TableProblem | undefined;
  const parser = new Parser({
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    on_record: (cells: string[]) => {
      problem ??= sink(line, cells);
      line += 1 + cells.reduce((breaks, cell) => breaks + countLineBreaks(cell), 0);
      return null;
    },
  });
  parser.on('error', (error) => {
    problem ??= { kind: isUnclosedQuote(error) ? 'unclosed-quote' : 'stray-quote', line };
  });
  parser.resume();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && problem === undefined; at += CHUNK_LENGTH) {
    parser.write(bytes.subarray(at, at + CHUNK_LENGTH));
    await setImmediate();
  }
  if (problem === undefined) {
    parser.end();
    await setImmediate();
  }
  parser.destroy();
  return problem;
}

function countLineBreaks(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(LINE_BREAK)?.length ?? 0) : 0;
}

function isUnclosedQuote(error: unknown): boolean {
  return error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED';
}

/** A header line of one unquoted cell that holds tabs or semicolons was separated by them. */
function findWrongDelimiter(text: string): 'tab' | 'semicolon' | undefined {
  const start = text.search(/[^\r\n]/);
  const headerLine = start === -1 ? '' : (/^[^\r\n]*/.exec(text.slice(start, start + CHUNK_LENGTH))?.[0] ?? '');
  if (headerLine.includes(',') || headerLine.includes('"')) return undefined;
  if (headerLine.includes('\t')) return 'tab';
  return headerLine.includes(';') ? 'semicolon' : undefined;
}
