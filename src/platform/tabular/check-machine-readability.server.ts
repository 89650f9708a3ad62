import { accept, refuse, type Result } from '#kernel/result.ts';
import { decodeText } from './decode-text.server.ts';
import { checkGrid, finding, firstPlaces, type Finding, type GridRow } from './machine-readability.ts';
import type { TableProblem } from './raw-table.ts';
import { scanCsv } from './read-csv.server.ts';
import { listFilledSheets } from './read-workbook-table.server.ts';
import { recogniseArchive, recogniseFile } from './recognise-file.server.ts';
import { scanSheet, type SheetObservation } from './scan-sheet.server.ts';
import { readWorkbook } from './workbook-parts.server.ts';
import { openZip, type ZipArchive } from './zip-archive.server.ts';

/**
 * Checks a CSV or XLSX file against the machine-testable rules for administrative data (DAT-01); an empty list means
 * none is broken. Unlike `readTable` it reports formulas and merged cells instead of refusing the file.
 */
export async function checkMachineReadability(bytes: Uint8Array): Promise<Result<readonly Finding[], TableProblem>> {
  const recognised = recogniseFile(bytes);
  if (recognised === 'text') return checkCsv(bytes);
  if (recognised !== 'zip') return refuse({ kind: 'foreign-format', format: recognised });
  const archive = openZip(bytes);
  if (!archive.ok) return archive;
  const format = recogniseArchive(archive.value);
  return format === 'xlsx' ? checkWorkbook(archive.value) : refuse({ kind: 'foreign-format', format });
}

async function checkCsv(bytes: Uint8Array): Promise<Result<readonly Finding[], TableProblem>> {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return decoded;
  const { text, encoding } = decoded.value;
  const grid: GridRow[] = [];
  const problem = await scanCsv(text, (line, cells) => {
    grid.push({ line, cells });
    return undefined;
  });
  if (problem !== undefined) return refuse(problem);
  const filled = grid.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const ragged = filled.find(({ cells }) => cells.length !== filled[0]?.cells.length);
  return accept([
    ...(encoding === 'utf-8' && /[^\x00-\x7F]/.test(text) ? [finding('no-byte-order-mark')] : []),
    ...(ragged === undefined ? [] : [finding('ragged-row', ragged.line)]),
    ...checkGrid(grid, 'line-break-in-field'),
  ]);
}

async function checkWorkbook(archive: ZipArchive): Promise<Result<readonly Finding[], TableProblem>> {
  const workbook = await readWorkbook(archive);
  if (!workbook.ok) return workbook;
  const filled = await listFilledSheets(archive, workbook.value);
  if (!filled.ok) return filled;
  const [sheet, ...others] = filled.value;
  const grid: GridRow[] = [];
  const found: Finding[] = [];
  if (others.length > 0) found.push(finding('several-sheets'));
  if (workbook.value.hasFills) found.push(finding('fill'));
  if (workbook.value.sheets.some(({ hidden }) => hidden)) found.push(finding('hidden'));
  if (sheet !== undefined) {
    const problem = await scanSheet(archive, workbook.value, sheet, (observation) => {
      if (observation.kind === 'row') grid.push(observation);
      else found.push(...findStructure(observation));
      return undefined;
    });
    if (problem !== undefined) return refuse(problem);
  }
  const width = grid.find(({ cells }) => cells.length > 0)?.cells.length ?? 0;
  const outside = grid.find(({ cells }) => cells.length > width);
  if (outside !== undefined) found.push(finding('outside-table', outside.line));
  return accept([...firstPlaces(found), ...checkGrid(grid, 'line-break-in-sheet')]);
}

function findStructure(observation: Exclude<SheetObservation, { kind: 'row' }>): readonly Finding[] {
  switch (observation.kind) {
    case 'hidden':
      return [finding('hidden', observation.line, observation.column === null ? undefined : observation.column - 1)];
    case 'drawing':
    case 'merged-cells':
    case 'formula':
      return [finding(observation.kind)];
    case 'error-value':
    case 'impossible-date':
    case 'too-many-columns':
      return [];
  }
}
