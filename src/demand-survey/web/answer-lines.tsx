import type { PlainDate } from '#kernel/plain-date.ts';
import { RecordField } from '#record/web/record-field.tsx';
import { answerFields, wishFields } from '../domain/demand-answer.ts';
import { entryText as words } from '../answer-text.ts';

export type AnswerErrors = readonly { readonly name?: string; readonly message: string }[];

type AnswerLinesProps = {
  readonly today: PlainDate;
  readonly lines: number;
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: AnswerErrors;
};

/** The fields of an answer: whether anything is wished, the lines of wishes, and whom to ask. */
export function AnswerLines({ today, lines, texts, errors }: AnswerLinesProps) {
  const errorOf = (key: string) => errors.find(({ name }) => name === key)?.message;
  // Whom to ask is needed only by whoever wishes something: the reading says so, the mark cannot.
  const [wants, ...contact] = answerFields(false);
  const show = (field: (typeof contact)[number]) => (
    <RecordField key={field.key} field={field} value={texts[field.key] ?? ''} error={errorOf(field.key)} />
  );
  return (
    <>
      {wants ? show(wants) : null}
      <p className="max-w-3xl">{words.lines}</p>
      {Array.from({ length: lines }, (_, place) => (
        <fieldset key={place} className="min-w-0 border-t border-solid-gray-420 pt-4">
          <legend className="pr-3 text-std-18B-160">{words.line(place)}</legend>
          <div className="mt-2 grid max-w-3xl gap-4">
            {wishFields(place, today).map((field) =>
              // Only the first line is asked of everybody who wishes something; the others may stay blank.
              show({ ...field, required: place === 0 && field.required }),
            )}
          </div>
        </fieldset>
      ))}
      <fieldset className="min-w-0 border-t border-solid-gray-420 pt-4">
        <legend className="pr-3 text-std-18B-160">{words.contact}</legend>
        <div className="mt-2 grid max-w-3xl gap-4">{contact.map(show)}</div>
      </fieldset>
    </>
  );
}

/** The texts of a posted answer, by the keys of its fields. */
export function listAnswerKeys(today: PlainDate, lines: number): readonly string[] {
  const wishKeys = Array.from({ length: lines }, (_, place) => wishFields(place, today).map(({ key }) => key));
  return [...answerFields(true).map(({ key }) => key), ...wishKeys.flat()];
}
