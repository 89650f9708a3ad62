import type { FormError } from '#ui/error-summary.tsx';
import { fieldId } from '#ui/field.tsx';
import type { AnswerProblem } from '../domain/answer.ts';
import type { Audience } from '../domain/audience.ts';
import type { OwnQuestion } from '../domain/own-question.ts';
import { GRID_ROWS } from '../domain/sheet-grid.ts';
import { standardQuestions } from '../domain/standard-question.ts';
import { gridHead, gridText as words } from '../text.ts';

type GridColumn = {
  readonly field: AnswerProblem['field'];
  readonly head: string;
  /** What the numbers mean; a column of words has none. */
  readonly key: string | undefined;
};

/** The columns of the grid in the order of the paper. */
export function gridColumns(audience: Audience, questions: readonly OwnQuestion[]): readonly GridColumn[] {
  const standard = standardQuestions(audience).map(({ key: field }): GridColumn => ({
    field,
    head: gridHead(questions, field),
    key: field === 'freeText' ? undefined : field === 'prompted' ? words.yesNo : words.oneToFive,
  }));
  const own = questions.map((question, place): GridColumn => ({
    field: `own-${place}`,
    head: question.text,
    key:
      question.kind === 'choice'
        ? question.choices.map((choice, index) => `${index + 1}${choice}`).join(' ')
        : undefined,
  }));
  return [...standard.slice(0, -1), ...own, ...standard.slice(-1)];
}

type SheetGridProps = {
  readonly audience: Audience;
  readonly questions: readonly OwnQuestion[];
  readonly errors: readonly FormError[];
  readonly texts: Readonly<Record<string, string>>;
};

/**
 * Forty rows, one a sheet. A number goes on to the next cell, Enter and the arrows move as in a spreadsheet (public/desk.js);
 * without JavaScript it is a plain form.
 */
export function SheetGrid({ audience, questions, errors, texts }: SheetGridProps) {
  const columns = gridColumns(audience, questions);
  const wrong = new Map(errors.map(({ name, message }) => [name, message]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
    <div role="region" aria-label={words.title} tabIndex={0} className="overflow-x-auto">
      <table data-grid className="border-collapse">
        <thead>
          <tr>
            <th scope="col" className="px-2 text-start align-bottom text-dns-14B-130">
              {words.row}
            </th>
            {columns.map(({ field, head, key }) => (
              <th key={field} scope="col" className="max-w-48 px-1 text-start align-bottom text-dns-14B-130">
                {head}
                {key === undefined ? null : <span className="block text-dns-14N-130">{key}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: GRID_ROWS }, (_, index) => index + 1).map((row) => (
            <tr key={row}>
              <th scope="row" className="px-2 text-end text-dns-14N-130">
                {row}
              </th>
              {columns.map(({ field, head, key }) => {
                const name = `r${row}-${field}`;
                const message = wrong.get(name);
                return (
                  <td key={field} className="p-0.5 align-top">
                    <input
                      id={fieldId(name)}
                      name={name}
                      aria-label={`${words.sheet(row)} ${head}`}
                      aria-invalid={message === undefined ? undefined : true}
                      aria-describedby={message === undefined ? undefined : `${fieldId(name)}-error`}
                      autoComplete="off"
                      inputMode={key === undefined ? undefined : 'numeric'}
                      data-digit={key === undefined ? undefined : ''}
                      defaultValue={texts[name] ?? ''}
                      className={`h-11 rounded-4 border border-solid-gray-600 bg-white px-2 aria-invalid:border-2 aria-invalid:border-error-1 ${key === undefined ? 'w-72' : 'w-20'}`}
                    />
                    {message === undefined ? null : (
                      <p id={`${fieldId(name)}-error`} className="max-w-72 text-dns-14N-130 text-error-2">
                        ＊{message}
                      </p>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
