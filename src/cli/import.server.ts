import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { TABLE_FILE_BYTES_MAX } from '#platform/tabular/limits.ts';
import { tableProblemText } from '#platform/tabular/text.ts';
import { openDesk } from '#server/open-desk.server.ts';
import { importFile, type FileOutcome } from '#transfer/import-file.server.ts';
import type { ImportProblems } from '#transfer/import-problem.ts';
import {
  columnText,
  countsText,
  formatText,
  grouped,
  importProblemText,
  otherYearText,
  problemCountText,
  problemLine,
  transferText,
} from '#transfer/text.ts';
import { Refused, requireCorner, type Command, type ExitCode, type Invocation, type Terminal } from './command.ts';
import { createCommandContext, explainFileError, optionalYear, requireKind } from './transfer-options.server.ts';

export const importCommand: Command = {
  usage: `使い方: takumi import KIND FILE --corner CC [--year YYYY] [--dry-run] [--json]

CSV（UTF-8・CP932）またはExcelブック（.xlsx）を取り込みます。1行でも誤りがあれば何も取り込みません。
同じファイルをもう一度取り込んでも、何も変わりません。

  KIND       organizations instructors requests visits plan-items scouting-leads
             scouting-visits scouting-territories certifications surveys
  FILE       取り込むファイル（50MB、10万行まで）
  --corner   都道府県コード 01〜47
  --year     年度の始まる西暦。plan-items では必須。requests と visits では、ほかの年度の行の数を知らせます
  --dry-run  確かめるだけで、書き込みません
  --json     結果を JSON で標準出力に書きます`,
  options: {
    corner: { type: 'string' },
    year: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  positionals: { min: 2, max: 2 },
  run: async (invocation) => {
    try {
      return await runImport(invocation);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused(error.message, { problemCount: 1, problems: [{ message: error.message }] });
    }
  },
};

async function runImport(invocation: Invocation): Promise<ExitCode> {
  const { terminal, options } = invocation;
  const kind = requireKind(invocation);
  const corner = requireCorner(invocation);
  const fiscalYear = optionalYear(invocation, kind);
  const path = invocation.positionals[1] ?? '';
  const bytes = await readInput(path);
  const dryRun = options['dry-run'] === true;
  const desk = await openDesk(invocation.environment, { migrate: true, origin: 'http://127.0.0.1' });
  try {
    const ctx = createCommandContext(desk, corner);
    const outcome = await importFile(ctx, { kind: kind.name, bytes, fileName: basename(path), fiscalYear, dryRun });
    const facts = { kind: kind.name, file: path, corner, fiscalYear: fiscalYear ?? null, dryRun };
    if (options['json'] === true) terminal.print(JSON.stringify({ ...facts, ...toJson(outcome) }));
    else if (outcome.ok)
      terminal.print(successText(outcome, { label: transferText.kinds[kind.name], dryRun, fiscalYear }));
    if (!outcome.ok) explainRefusal(terminal, outcome.problems);
    return outcome.ok ? 0 : 1;
  } finally {
    await desk.database.close();
  }
}

/** Reads the file whole; one that is too large is refused by its size before it takes any memory. */
async function readInput(path: string): Promise<Uint8Array> {
  try {
    const { size: bytes } = await stat(path);
    if (bytes <= TABLE_FILE_BYTES_MAX) return await readFile(path);
    throw new Refused(tableProblemText({ kind: 'too-large', bytes, limitBytes: TABLE_FILE_BYTES_MAX }));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(explainFileError('読み込めません', path, error));
  }
}

function explainRefusal(terminal: Terminal, problems: ImportProblems): void {
  for (const problem of problems.listed) terminal.warn(problemLine(problem));
  terminal.warn(problemCountText(problems));
}

type Success = { readonly label: string; readonly dryRun: boolean; readonly fiscalYear: number | undefined };

function successText(outcome: Extract<FileOutcome, { ok: true }>, { label, dryRun, fiscalYear }: Success): string {
  const { file, counts, otherYearCount } = outcome;
  const rows = `${label}${grouped(file.rowCount)}件（${countsText(counts)}）`;
  const done = dryRun
    ? `${formatText(file)}を確かめました。${rows}を取り込めます。書き込みはしていません。`
    : `${formatText(file)}から${rows}を取り込みました。`;
  if (otherYearCount === 0 || fiscalYear === undefined) return done;
  return `${done}\n${otherYearText(otherYearCount, fiscalYearLabel(fiscalYear))}`;
}

function toJson(outcome: FileOutcome): object {
  if (outcome.ok) {
    const { file, counts, otherYearCount } = outcome;
    return {
      ok: true,
      format: file.format,
      encoding: file.encoding,
      rows: file.rowCount,
      ...counts,
      otherYearRows: otherYearCount,
    };
  }
  return {
    ok: false,
    problemCount: outcome.problems.count,
    problems: outcome.problems.listed.map((problem) => ({
      line: problem.line,
      column: problem.column,
      header: problem.header,
      place: columnText(problem),
      message: importProblemText(problem),
    })),
  };
}
