import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { visitReasons } from '../domain/visit-event.ts';
import { visitText as words } from '../text.ts';
import type { ClosingAnswer } from './close-visit-form.server.ts';

type MoveVisitProps = {
  readonly version: number;
  readonly hours: { readonly startsAt: string; readonly endsAt: string };
  readonly answer: ClosingAnswer | undefined;
};

const reasonOptions = visitReasons.map(({ code, label }) => ({ value: code, label }));

/** 日時の変更, folded away until somebody needs it. */
export function MoveVisit({ version, hours, answer }: MoveVisitProps) {
  const isAnswered = answer?.intent === 'move';
  const errorOf = (name: string) =>
    isAnswered ? answer.errors.find((error) => error.name === name)?.message : undefined;
  const typed = (name: string, otherwise = '') => (isAnswered ? (answer.texts[name] ?? otherwise) : otherwise);
  const field = (name: string, otherwise?: string) => ({
    name,
    defaultValue: typed(name, otherwise),
    error: errorOf(name),
  });
  return (
    <Disclosure summary={words.move} open={isAnswered}>
      <p className="mb-2">{words.moveLead}</p>
      <Form
        method="post"
        noValidate
        data-density="compact"
        data-once
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <input type="hidden" name="intent" value="move" />
        <input type="hidden" name="version" value={version} />
        <DateField {...field('movedOn')} label={words.movedOn} required />
        <TextField {...field('startsAt', hours.startsAt)} label={words.startsAt} width="short" autoComplete="off" />
        <TextField {...field('endsAt', hours.endsAt)} label={words.endsAt} width="short" autoComplete="off" />
        <SelectField {...field('moveCode')} label={words.moveCode} required options={reasonOptions} />
        <TextField
          {...field('moveReason')}
          label={words.moveReason}
          required
          hint={words.moveReasonHint}
          width="long"
          autoComplete="off"
        />
        <Button>{words.move}</Button>
      </Form>
    </Disclosure>
  );
}
