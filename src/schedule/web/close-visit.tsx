import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ClosingAnswer } from './close-visit-form.server.ts';
import { visitReasons } from '../domain/visit-event.ts';
import { visitText as words } from '../text.ts';
import { MoveVisit } from './move-visit.tsx';

type CloseVisitProps = {
  readonly version: number;
  /** The day as it is offered; empty while the planned one is still to come. */
  readonly visitOn: string;
  readonly lead: string;
  readonly trainees: string;
  /** HH:MM as planned; empty where they are not known. */
  readonly hours: { readonly startsAt: string; readonly endsAt: string };
  readonly answer: ClosingAnswer | undefined;
  /** Whether somebody came here to call it off. */
  readonly cancels: boolean;
};

const reasonOptions = visitReasons.map(({ code, label }) => ({ value: code, label }));

/** The short forms of a planned visit: it was held, it is moved, or it will not be. */
export function CloseVisit({ version, visitOn, lead, trainees, hours, answer, cancels }: CloseVisitProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  const typed = (intent: ClosingAnswer['intent'], name: string, otherwise: string) =>
    answer?.intent === intent ? (answer.texts[name] ?? otherwise) : otherwise;
  return (
    <section
      aria-labelledby="close-visit"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden"
    >
      <h2 id="close-visit" className="text-std-18B-160">
        {words.closeTitle}
      </h2>
      <ErrorSummary errors={answer?.errors ?? []} />
      <p className="mb-2">{lead}</p>
      <Form
        method="post"
        noValidate
        data-density="compact"
        data-once
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <input type="hidden" name="intent" value="hold" />
        <input type="hidden" name="version" value={version} />
        <DateField
          name="visitOn"
          label={words.day}
          required
          defaultValue={typed('hold', 'visitOn', visitOn)}
          error={errorOf('visitOn')}
        />
        <TextField
          name="trainees"
          label={words.trainees}
          required
          unit="人"
          width="short"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed('hold', 'trainees', trainees)}
          error={errorOf('trainees')}
        />
        <Button variant="solid">{words.hold}</Button>
      </Form>
      <MoveVisit version={version} hours={hours} answer={answer} />
      <Disclosure summary={words.cancel} open={answer ? answer.intent === 'cancel' : cancels}>
        <p className="mb-2">{words.cancelLead}</p>
        <Form
          method="post"
          noValidate
          data-density="compact"
          data-once
          className="flex flex-wrap items-end gap-x-3 gap-y-2"
        >
          <input type="hidden" name="intent" value="cancel" />
          <input type="hidden" name="version" value={version} />
          <SelectField
            name="cancelCode"
            label={words.cancelCode}
            required
            options={reasonOptions}
            defaultValue={typed('cancel', 'cancelCode', '')}
            error={errorOf('cancelCode')}
          />
          <TextField
            name="cancelReason"
            label={words.cancelReason}
            required
            hint={words.cancelReasonHint}
            width="long"
            autoComplete="off"
            defaultValue={typed('cancel', 'cancelReason', '')}
            error={errorOf('cancelReason')}
          />
          <Button>{words.cancel}</Button>
        </Form>
      </Disclosure>
    </section>
  );
}
