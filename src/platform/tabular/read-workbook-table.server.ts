import { accept, refuse, type Result } from '#kernel/result.ts';
import { startTable } from './assemble-table.ts';
import type { RawTable, TableProblem } from './raw-table.ts';
import { scanSheet } from './scan-sheet.server.ts';
import { readWorkbook, type SheetPart, type Workbook } from './workbook-parts.server.ts';
import type { ZipArchive } from './zip-archive.server.ts';

/**
 * Reads the one filled sheet of a workbook. Formulas, merged cells and error values are refused rather than guessed at;
 * a library reader would hand over the last calculated value, or hold the whole grid in memory.
 */
export async function readWorkbookTable(archive: ZipArchive): Promise<Result<RawTable, TableProblem>> {
  const workbook = await readWorkbook(archive);
  if (!workbook.ok) return workbook;
  const filled = await listFilledSheets(archive, workbook.value);
  if (!filled.ok) return filled;
  const [sheet, ...others] = filled.value;
  if (sheet === undefined) return refuse({ kind: 'empty' });
  if (others.length > 0) return refuse({ kind: 'several-sheets', sheets: filled.value.map(({ name }) => name) });
  const table = startTable(false);
  const problem = await scanSheet(archive, workbook.value, sheet, (observation) => {
    if (observation.kind === 'row') return table.add(observation.line, observation.cells);
    return observation.kind === 'hidden' || observation.kind === 'drawing' ? undefined : observation;
  });
  if (problem !== undefined) return refuse(problem);
  const finished = table.finish();
  return finished.ok ? accept({ ...finished.value, format: 'xlsx', encoding: null }) : finished;
}

/** The sheets that hold anything, hidden ones included. */
export async function listFilledSheets(
  archive: ZipArchive,
  workbook: Workbook,
): Promise<Result<readonly SheetPart[], TableProblem>> {
  if (workbook.sheets.length === 1) return accept(workbook.sheets);
  const filled: SheetPart[] = [];
  for (const sheet of workbook.sheets) {
    let hasContent = false;
    const problem = await scanSheet(archive, workbook, sheet, (observation) => {
      if (observation.kind === 'hidden' || observation.kind === 'drawing' || observation.kind === 'merged-cells') {
        return undefined;
      }
      if (observation.kind === 'row' && observation.cells.length === 0) return undefined;
      hasContent = true;
      return 'enough';
    });
    if (problem !== undefined) return refuse(problem);
    if (hasContent) filled.push(sheet);
  }
  return accept(filled);
}
