import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { TextField } from '#ui/text-field.tsx';
import { leadText as words, scoutingText } from '../text.ts';
import type { PlanAnswer } from './plan-lead-form.server.ts';

type PlanLeadProps = {
  readonly idempotencyKey: string;
  readonly coordinator: string;
  readonly answer: PlanAnswer | undefined;
};

/** The short form that makes a lead a planned visit. */
export function PlanLead({ idempotencyKey, coordinator, answer }: PlanLeadProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <section aria-labelledby="plan-lead" className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden">
      <h2 id="plan-lead" className="text-std-18B-160">
        {words.planTitle}
      </h2>
      <ErrorSummary errors={answer?.errors ?? []} />
      <p className="mb-2">{words.planLead}</p>
      <Form
        method="post"
        noValidate
        data-density="compact"
        data-once
        className="flex flex-wrap items-end gap-x-3 gap-y-2"
      >
        <input type="hidden" name="idempotency-key" value={answer?.texts['idempotency-key'] ?? idempotencyKey} />
        <DateField
          name="visitOn"
          label={scoutingText.day}
          required
          defaultValue={answer?.texts['visitOn'] ?? ''}
          error={errorOf('visitOn')}
        />
        <TextField
          name="coordinator"
          label={scoutingText.coordinator}
          required
          defaultValue={answer?.texts['coordinator'] ?? coordinator}
          error={errorOf('coordinator')}
          autoComplete="off"
        />
        <Button variant="solid">{words.planButton}</Button>
      </Form>
    </section>
  );
}
