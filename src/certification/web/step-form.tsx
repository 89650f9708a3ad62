import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { certificationText as words } from '../page-text.ts';
import type { loadCasePage } from './case-page.server.ts';
import type { StepAnswer } from './take-step.server.ts';

type StepFormProps = {
  readonly form: NonNullable<Awaited<ReturnType<typeof loadCasePage>>['form']>;
  readonly answer: StepAnswer | undefined;
  readonly cancelHref: string;
};

/** The form of one step: when it happened, why, and what the Center's certificate says. */
export function StepForm({ form, answer, cancelHref }: StepFormProps) {
  const errors = answer?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  const typed = (name: string) => answer?.texts[name] ?? '';
  return (
    <section id="step" aria-labelledby="step-heading" className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3">
      <h2 id="step-heading" className="text-std-18B-160 mb-2">
        {form.label}
      </h2>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="command" value={form.command} />
        <input type="hidden" name="version" value={form.version} />
        <input type="hidden" name="idempotency-key" value={form.key} />
        {form.certificate ? (
          <>
            <TextField
              name="registrationNumber"
              label={words.registrationNumber}
              required
              hint={words.registrationNumberHint}
              autoComplete="off"
              defaultValue={typed('registrationNumber')}
              error={errorOf('registrationNumber')}
            />
            <DateField
              name="certifiedOn"
              label={words.certifiedOn}
              required
              defaultValue={typed('certifiedOn')}
              error={errorOf('certifiedOn')}
            />
            <RadioField
              name="course"
              label={words.course}
              required
              hint={words.courseHint}
              options={words.courses}
              defaultValue={typed('course')}
              error={errorOf('course')}
              inline
            />
          </>
        ) : null}
        <DateField
          name="happenedOn"
          label={words.happenedOn}
          required
          hint={words.happenedOnHint}
          defaultValue={answer ? typed('happenedOn') : form.happenedOn.replaceAll('-', '/')}
          error={errorOf('happenedOn')}
        />
        <TextArea
          name="reason"
          label={form.reasonNeeded ? words.reason : words.note}
          required={form.reasonNeeded}
          hint={form.reasonNeeded ? words.reasonHint : words.noteHint}
          limit={1000}
          rows={3}
          defaultValue={typed('reason')}
          error={errorOf('reason')}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="solid">{form.label}</Button>
          <ButtonLink variant="text" href={cancelHref}>
            {words.cancel}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}
