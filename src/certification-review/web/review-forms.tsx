import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { fieldId } from '#ui/field.tsx';
import type { ReviewCommand } from '../domain/review-state.ts';
import { reviewText as words } from '../text.ts';
import type { loadReviewPage, ReviewAnswer } from './review-page.server.ts';

type Page = Awaited<ReturnType<typeof loadReviewPage>>;

type Parts = { readonly page: Page; readonly answer: ReviewAnswer | undefined };

/** The steps that the Center can take now; the usual one stands open, the others are folded. */
export function ReviewForms({ page, answer }: Parts) {
  if (page.commands.length === 0) return null;
  const may = (command: ReviewCommand) => page.commands.includes(command);
  return (
    <section className="mb-8 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden">
      <h2 className="mb-2 text-std-20B-150">{words.decision}</h2>
      {may('begin-review') ? (
        <CommandForm page={page} command="begin-review" lead={words.beginLead} solid>
          {null}
        </CommandForm>
      ) : null}
      {may('certify') ? <Certificate page={page} answer={answer} /> : null}
      {may('return') ? <Reason page={page} answer={answer} command="return" /> : null}
      {may('reject') ? <Reason page={page} answer={answer} command="reject" /> : null}
    </section>
  );
}

type CommandFormProps = {
  readonly page: Page;
  readonly command: ReviewCommand;
  readonly lead: string;
  readonly solid?: boolean;
  readonly children: ReactNode;
};

function CommandForm({ page, command, lead, solid = false, children }: CommandFormProps) {
  return (
    <Form method="post" noValidate data-once className="mb-4 flex max-w-3xl flex-col gap-4">
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="version" value={page.version} />
      <input type="hidden" name="idempotency-key" value={`${page.key}-${command}`} />
      <p>{lead}</p>
      {children}
      <div>
        <Button variant={solid ? 'solid' : 'outline'}>{words.commands[command]}</Button>
      </div>
    </Form>
  );
}

function errorOf(answer: ReviewAnswer | undefined, name: string): string | undefined {
  return answer?.errors.find((error) => error.name === name)?.message;
}

function Certificate({ page, answer }: Parts) {
  const texts = answer?.command === 'certify' ? answer.texts : undefined;
  return (
    <>
      <h3 className="text-std-18B-160">{words.certifyHeading}</h3>
      <CommandForm page={page} command="certify" lead={words.certifyLead} solid>
        <TextField
          name="registrationNumber"
          label={words.registrationNumber}
          required
          hint={words.registrationNumberHint}
          width="medium"
          autoComplete="off"
          defaultValue={texts?.registrationNumber ?? ''}
          error={errorOf(answer, 'registrationNumber')}
        />
        <DateField
          name="certifiedOn"
          label={words.certifiedOn}
          required
          defaultValue={texts?.certifiedOn ?? page.today}
          error={errorOf(answer, 'certifiedOn')}
        />
        <RadioField
          name="course"
          label={words.course}
          required
          options={Object.entries(words.courses).map(([value, label]) => ({ value, label }))}
          defaultValue={texts?.course ?? ''}
          error={errorOf(answer, 'course')}
        />
      </CommandForm>
    </>
  );
}

const reasons = {
  return: { heading: words.returnHeading, lead: words.returnLead, label: words.returnReason },
  reject: { heading: words.rejectHeading, lead: words.rejectLead, label: words.rejectReason },
} as const;

function Reason({ page, answer, command }: Parts & { readonly command: 'return' | 'reject' }) {
  const { heading, lead, label } = reasons[command];
  const mine = answer?.command === command;
  const name = `${command}-reason`;
  return (
    <Disclosure summary={heading} open={mine}>
      <CommandForm page={page} command={command} lead={lead}>
        <TextArea
          name="reason"
          id={fieldId(name)}
          label={label}
          required
          hint={words.reasonHint}
          limit={500}
          rows={3}
          defaultValue={mine ? answer.texts.reason : ''}
          error={errorOf(answer, name)}
        />
      </CommandForm>
    </Disclosure>
  );
}
