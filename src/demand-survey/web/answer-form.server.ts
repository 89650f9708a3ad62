import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { problemText } from '#record/text.ts';
import { countShownLines, FIRST_WISHES, MOST_WISHES } from '../domain/demand-answer.ts';
import { listAnswerKeys, type AnswerErrors } from './answer-lines.tsx';

/** The texts of a posted answer, field by field; several boxes of one name are one text. */
export function readAnswerTexts(form: FormData, today: PlainDate): Record<string, string> {
  return Object.fromEntries(
    listAnswerKeys(today, MOST_WISHES).map((key) => [
      key,
      form
        .getAll(key)
        .filter((value) => typeof value === 'string')
        .join(';')
        .replaceAll('\0', ''),
    ]),
  );
}

/** How many lines the next page shows: those that were shown, those that are written, and three more where asked for. */
export function linesToShow(form: FormData, texts: Readonly<Record<string, string>>): number {
  const shown = Number(form.get('lines')) || FIRST_WISHES;
  const more = form.get('step') === 'more' ? FIRST_WISHES : 0;
  return Math.min(MOST_WISHES, Math.max(shown + more, countShownLines(texts)));
}

/** What is wrong with an answer, in sentences beside their fields. */
export function showAnswerProblems(problems: readonly FieldProblem[]): AnswerErrors {
  return problems.map(({ key, header, problem }) => ({ name: key, message: problemText(header, problem) }));
}
