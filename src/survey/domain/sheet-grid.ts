import { accept, refuse, type Result } from '#kernel/result.ts';
import { readAnswer, type AnswerProblem, type AnswerTexts, type Asked, type SurveyAnswer } from './answer.ts';

/** Sheets that are typed in at once: a school class. */
export const GRID_ROWS = 40;

export type GridProblem = AnswerProblem & {
  /** Which sheet, from 1. */ readonly row: number;
};

/**
 * Reads a grid of sheets, all or none; a row without any cell is no sheet. Every problem is named with its row at once.
 */
export function readGrid(
  asked: Asked,
  rows: readonly AnswerTexts[],
): Result<readonly SurveyAnswer[], readonly GridProblem[]> {
  const problems: GridProblem[] = [];
  const answers: SurveyAnswer[] = [];
  for (const [index, texts] of rows.slice(0, GRID_ROWS).entries()) {
    if (Object.values(texts).every((text) => (text ?? '').trim() === '')) continue;
    const read = readAnswer(asked, texts, { strict: false });
    if (read.ok) answers.push(read.value);
    else problems.push(...read.refusal.map((problem) => ({ row: index + 1, ...problem })));
  }
  return problems.length > 0 ? refuse(problems) : accept(answers);
}
