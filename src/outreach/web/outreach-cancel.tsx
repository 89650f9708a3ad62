import { Form } from 'react-router';
import { visitReasons } from '#schedule/domain/visit-event.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { outreachText as words } from '../text.ts';
import type { CancelAnswer } from './outreach-cancel.server.ts';

type CancelOutreachProps = { readonly version: number; readonly answer: CancelAnswer | undefined };

/** Calls a planned event off, with its reason. */
export function CancelOutreach({ version, answer }: CancelOutreachProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <div className="mb-6 print:hidden">
      <ErrorSummary errors={answer?.errors ?? []} />
      <Disclosure summary={words.cancel} open={answer !== undefined}>
        <p className="mb-2 max-w-3xl">{words.cancelLead}</p>
        <Form
          method="post"
          noValidate
          data-density="compact"
          data-once
          className="flex flex-wrap items-end gap-x-3 gap-y-2"
        >
          <input type="hidden" name="version" value={version} />
          <SelectField
            name="cancelCode"
            label={words.cancelCode}
            required
            options={visitReasons.map(({ code, label }) => ({ value: code, label }))}
            defaultValue={answer?.texts['cancelCode'] ?? ''}
            error={errorOf('cancelCode')}
          />
          <TextField
            name="cancelReason"
            label={words.cancelReason}
            required
            hint={words.cancelReasonHint}
            width="long"
            autoComplete="off"
            defaultValue={answer?.texts['cancelReason'] ?? ''}
            error={errorOf('cancelReason')}
          />
          <Button>{words.cancel}</Button>
        </Form>
      </Disclosure>
    </div>
  );
}
