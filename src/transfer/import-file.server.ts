import { setImmediate } from 'node:timers/promises';
import { permissionArea } from '#record/domain/record-kind.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { clipGraphemes } from '#kernel/japanese-text.ts';
import type { EnteringSuspect } from '#instructor/instructor-duplicates.server.ts';
import type { FollowedNumber } from '#instructor/merged-instructors.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { gatherStatistics } from '#platform/db/gather-statistics.server.ts';
import type { RawTable } from '#platform/tabular/raw-table.ts';
import { readTable } from '#platform/tabular/read-table.server.ts';
import type { AnyField } from '#record/domain/field.ts';
import type { ImportCounts, ImportRow, RowProblem } from '#record/import-records.server.ts';
import { matchHeader, type HeaderMatch, type HeaderProblem } from './domain/match-header.ts';
import { readRows, type CellProblem } from './domain/read-rows.ts';
import { transferKinds, type TransferKindName } from './domain/transfer-kind.ts';
import { listProblems, placeOf, type ImportProblem, type ImportProblems } from './import-problem.ts';
import { getTransferRecords } from './transfer-records.server.ts';

/** What a file turned out to be. */
export type FileFacts = Pick<RawTable, 'format' | 'encoding' | 'header'> & {
  readonly rowCount: number;
  /** The first rows as they were read, for a person to recognise (DAT-04). */
  readonly firstRows: readonly (readonly string[])[];
};

export type FileOutcome =
  | {
      readonly ok: true;
      readonly file: FileFacts;
      readonly counts: ImportCounts;
      /** Rows that belong to another 年度 than the one given: told, not refused. */
      readonly otherYearCount: number;
      /** People of the file who may be known already: told, not refused; looked for only in a dry run. */
      readonly suspects: readonly EnteringSuspect[];
      /** Numbers of people that were merged away: taken in under the record that stays; looked for only in a dry run. */
      readonly followed: readonly FollowedNumber[];
    }
  | { readonly ok: false; readonly file: FileFacts | undefined; readonly problems: ImportProblems };

export type FileImport = {
  readonly kind: TransferKindName;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** Needed for plan items, whose numbers belong to a 年度; checked against the rows of requests and visits. */
  readonly fiscalYear: number | undefined;
  /** Looks and counts, and writes nothing. */
  readonly dryRun: boolean;
  /** Writes only when the file still does what a person confirmed; other counts come back with nothing written. */
  readonly expected?: ImportCounts;
};

const SHOWN_ROWS = 5;
const SHOWN_CHARACTERS = 60;
/** The event loop gets a turn after as many rows, so that other people's pages are answered meanwhile. */
const ROWS_A_TURN = 500;

/** Takes in a CSV or XLSX file, all rows or none (contract.md §1), or says everything that is wrong with it. */
export async function importFile(ctx: Context, given: FileImport): Promise<FileOutcome> {
  const { records, yearOf, suspectsOf, followedIn } = getTransferRecords(given.kind);
  requirePermission(ctx, 'transfer.import');
  requirePermission(ctx, `${permissionArea(records.shape.name)}.write`);
  const table = await readTable(given.bytes, given.fileName);
  if (!table.ok) {
    const reason = { kind: 'table', problem: table.refusal } as const;
    return refuseFile(undefined, [{ ...placeOf(table.refusal), header: null, reason }]);
  }
  const file = describeFile(table.value);
  const match = matchHeader(table.value.header, records.shape.fields);
  if (!match.ok) return refuseFile(file, locateHeaderProblems(given.kind, table.value.header, match.refusal));
  if (file.rowCount === 0) return refuseFile(file, [nowhere({ kind: 'no-rows' })]);
  const { inputs, problems } = await readAllRows(table.value, match.value, records.shape.fields);
  const outcome = await records.importAll(ctx, inputs, {
    fiscalYear: given.fiscalYear ?? fiscalYearOf(ctx.today()),
    absentKeys: match.value.absentKeys,
    dryRun: given.dryRun || problems.length > 0,
    ...(given.expected && { expected: given.expected }),
  });
  const place = startPlacing(match.value, records.shape.fields);
  const found = [...problems.map(place.cell), ...(outcome.ok ? [] : outcome.problems.map(place.row))];
  if (found.length > 0 || !outcome.ok) return refuseFile(file, found);
  if (!given.dryRun) await gatherStatistics(ctx.db);
  const otherYearCount = countOtherYears(inputs, given.fiscalYear, yearOf);
  const people = inputs.map(({ input }) => input);
  const suspects = given.dryRun && suspectsOf ? await suspectsOf(ctx, people) : [];
  const followed = given.dryRun && followedIn ? await followedIn(ctx, people) : [];
  return { ok: true, file, counts: outcome.counts, otherYearCount, suspects, followed };
}

function describeFile({ format, encoding, header, rows }: RawTable): FileFacts {
  const firstRows = rows
    .slice(0, SHOWN_ROWS)
    .map(({ cells }) => cells.map((cell) => clipGraphemes(cell, SHOWN_CHARACTERS)));
  return { format, encoding, header, rowCount: rows.length, firstRows };
}

async function readAllRows(table: RawTable, match: HeaderMatch, fields: readonly AnyField[]) {
  const inputs: ImportRow<unknown>[] = [];
  const problems: CellProblem[] = [];
  for (let start = 0; start < table.rows.length; start += ROWS_A_TURN) {
    const read = readRows(table.rows.slice(start, start + ROWS_A_TURN), match, fields);
    for (const row of read.inputs) inputs.push(row);
    for (const problem of read.problems) problems.push(problem);
    await setImmediate();
  }
  return { inputs, problems };
}

function refuseFile(file: FileFacts | undefined, problems: readonly ImportProblem[]): FileOutcome {
  return { ok: false, file, problems: listProblems(problems) };
}

function nowhere(reason: ImportProblem['reason']): ImportProblem {
  return { line: null, column: null, header: null, reason };
}

/** A header that fits another kind means that the person chose the wrong kind: that is said instead of every column. */
function locateHeaderProblems(
  kind: TransferKindName,
  header: readonly string[],
  problems: readonly HeaderProblem[],
): readonly ImportProblem[] {
  const other = transferKinds.find(
    ({ name }) => name !== kind && matchHeader(header, getTransferRecords(name).records.shape.fields).ok,
  );
  if (other) return [nowhere({ kind: 'other-kind', name: other.name })];
  return problems.map((problem) => ({
    line: null,
    column: 'column' in problem ? problem.column : null,
    header: problem.header,
    reason: { kind: 'header', problem },
  }));
}

function startPlacing({ columns }: HeaderMatch, fields: readonly AnyField[]) {
  const columnByKey = new Map(columns.map(({ key }, index) => [key, index + 1] as const));
  const numberField = fields[0];
  const cell = ({ line, problem }: CellProblem): ImportProblem => ({
    line,
    column: columnByKey.get(problem.key) ?? null,
    header: problem.header,
    reason: { kind: 'cell', problem },
  });
  const row = (problem: RowProblem): ImportProblem => {
    if (problem.kind === 'field') return cell(problem);
    const { line, ...reason } = problem;
    const column = columnByKey.get(numberField?.key ?? '') ?? null;
    return { line, column, header: numberField?.header ?? null, reason };
  };
  return { cell, row };
}

function countOtherYears(
  inputs: readonly ImportRow<unknown>[],
  fiscalYear: number | undefined,
  yearOf: ((input: unknown) => number) | undefined,
): number {
  if (fiscalYear === undefined || yearOf === undefined) return 0;
  return inputs.filter(({ input }) => yearOf(input) !== fiscalYear).length;
}
