import { surveyFields, type SurveyInput } from './survey.ts';

/**
 * Which rows of a file are not there yet. Answers have no number, so equal ones are counted: of five equal rows, three of
 * which are kept already, two are new. The same file taken in again therefore changes nothing (contract.md §1), whatever
 * the order of its rows. Answers the rows that are new, in the order of the file.
 */
export function findNewAnswers(rows: readonly SurveyInput[], stored: readonly SurveyInput[]): readonly SurveyInput[] {
  const left = new Map<string, number>();
  for (const answer of stored) left.set(keyOf(answer), (left.get(keyOf(answer)) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(keyOf(row)) ?? 0;
    if (count > 0) left.set(keyOf(row), count - 1);
    return count === 0;
  });
}

function keyOf(answer: SurveyInput): string {
  return JSON.stringify(surveyFields.map(({ key }) => answer[key]));
}
