import { Form } from 'react-router';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { date } from '#record/domain/date-codecs.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { problemText } from '#record/text.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary, type FormError } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { BatchInput } from '../change-batch.server.ts';
import { batchText as words } from '../text.ts';

/** What stands in the fields of a bundle, as it was typed. */
export type BatchTexts = { readonly round: string; readonly deadlineOn: string; readonly note: string };

export type BatchFormState = {
  readonly texts: BatchTexts;
  readonly errors: readonly FormError[];
  readonly hidden: Readonly<Record<string, string>>;
};

/** Reads the fields of a bundle; every slip beside its field. */
export function parseBatchForm(texts: BatchTexts): Result<BatchInput, readonly FormError[]> {
  const round = integer({ min: 1, max: 99 }).parse(texts.round);
  const deadline = parseDay('deadlineOn', words.deadline, texts.deadlineOn);
  const note = texts.note === '' ? accept(null) : text({ limit: 200 }).parse(texts.note);
  const errors: FormError[] = [
    ...(round.ok ? [] : [{ name: 'round', message: words.roundWrong }]),
    ...(deadline.ok ? [] : deadline.refusal),
    ...(note.ok ? [] : [{ name: 'note', message: problemText(words.note, note.refusal) }]),
  ];
  if (!round.ok || !deadline.ok || !note.ok) return refuse(errors);
  return accept({ round: round.value, deadlineOn: deadline.value, note: note.value });
}

/** A day that must be given. */
export function parseDay(name: string, label: string, typed: string): Result<PlainDate, readonly FormError[]> {
  const day = typed === '' ? refuse({ kind: 'missing' } as const) : date().parse(typed);
  return day.ok ? day : refuse([{ name, message: problemText(label, day.refusal) }]);
}

/** The text of a field of a posted form. */
export function textOf(form: { get: (name: string) => unknown }, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

type BatchFormProps = { readonly state: BatchFormState; readonly submit: string; readonly cancelHref: string };

/** The fields of a bundle: round, deadline, note. */
export function BatchForm({ state: { texts, errors, hidden }, submit, cancelHref }: BatchFormProps) {
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <Form method="post" noValidate data-once className="flex max-w-3xl flex-col gap-6">
      <ErrorSummary errors={errors} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        name="round"
        label={words.round}
        required
        hint={words.roundHint}
        width="short"
        inputMode="numeric"
        unit={words.roundUnit}
        defaultValue={texts.round}
        error={errorOf('round')}
      />
      <DateField
        name="deadlineOn"
        label={words.deadline}
        required
        hint={words.deadlineHint}
        defaultValue={texts.deadlineOn}
        error={errorOf('deadlineOn')}
      />
      <TextField
        name="note"
        label={words.note}
        required={false}
        hint={words.noteHint}
        width="long"
        defaultValue={texts.note}
        error={errorOf('note')}
      />
      <div className="flex flex-wrap gap-4">
        <Button variant="solid">{submit}</Button>
        <ButtonLink variant="text" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}
