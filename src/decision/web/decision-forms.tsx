import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { LONGEST_ROUTE } from '../domain/approval-route.ts';
import { decisionText as words } from '../text.ts';
import type { DecisionAnswer, loadDecisionPage } from './decision-page.server.ts';

type Page = Awaited<ReturnType<typeof loadDecisionPage>>;
type Current = NonNullable<Page['current']>;

const frame = 'mb-6 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden';

/** The steps that this person may take now: approval by one button, the others with a reason. */
export function DecisionSteps({
  current,
  answer,
}: {
  readonly current: Current;
  readonly answer: DecisionAnswer | undefined;
}) {
  return (
    <section aria-labelledby="steps-heading" className={frame}>
      <h2 id="steps-heading" className="mb-2 text-std-18B-160">
        {words.steps}
      </h2>
      <div className="flex flex-col gap-2">
        {current.commands.map((step) =>
          step.reasonNeeded ? (
            <Disclosure key={step.command} summary={step.label} open={answer?.command === step.command}>
              <StepForm current={current} step={step} answer={answer} />
            </Disclosure>
          ) : (
            <StepForm key={step.command} current={current} step={step} answer={answer} />
          ),
        )}
      </div>
    </section>
  );
}

type StepFormProps = {
  readonly current: Current;
  readonly step: Current['commands'][number];
  readonly answer: DecisionAnswer | undefined;
};

function StepForm({ current, step: { command, label, reasonNeeded }, answer }: StepFormProps) {
  const id = `field-reason-${command}`;
  const isAnswered = answer?.command === command;
  return (
    <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-3 py-2">
      <input type="hidden" name="command" value={command} />
      <input type="hidden" name="decision" value={current.id} />
      <input type="hidden" name="version" value={current.version} />
      <input type="hidden" name="idempotency-key" value={`${current.keys.step}-${command}`} />
      <TextArea
        name="reason"
        id={id}
        label={reasonNeeded ? words.reason : words.opinion}
        required={reasonNeeded}
        hint={reasonNeeded ? words.reasonHint : words.opinionHint}
        limit={500}
        rows={2}
        defaultValue={isAnswered ? (answer.texts['reason'] ?? '') : ''}
        error={answer?.errors.find(({ name }) => name === `reason-${command}`)?.message}
      />
      <div>
        <Button variant={reasonNeeded ? 'outline' : 'solid'}>{label}</Button>
      </div>
    </Form>
  );
}

type ProposalFormProps = {
  readonly draft: NonNullable<Page['draft']>;
  readonly answer: DecisionAnswer | undefined;
  readonly cancelHref: string;
};

/** 起案: what is to be decided, and by whom in which order. */
export function ProposalForm({ draft, answer, cancelHref }: ProposalFormProps) {
  const answered = answer?.command === 'propose' ? answer : undefined;
  const typed = (name: string, otherwise: string) => answered?.texts[name] ?? otherwise;
  const errorOf = (name: string) => answered?.errors.find((error) => error.name === name)?.message;
  if (draft.entitled.length === 0)
    return <EmptyState title={words.nobodyEntitledTitle}>{words.nobodyEntitledLead}</EmptyState>;
  const places = Math.min(LONGEST_ROUTE, draft.entitled.length);
  const act = draft.isAgain ? words.resubmit : words.propose;
  return (
    <section aria-labelledby="propose-heading" className={frame}>
      <h2 id="propose-heading" className="mb-1 text-std-18B-160">
        {`${words.proposeHeading}　${draft.revision}`}
      </h2>
      <p className="mb-3">{words.proposeLead}</p>
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="command" value="propose" />
        <input type="hidden" name="idempotency-key" value={answered?.texts['idempotency-key'] ?? draft.key} />
        <TextField
          name="subject"
          label={words.subject}
          required
          width="full"
          autoComplete="off"
          defaultValue={typed('subject', draft.subject)}
          error={errorOf('subject')}
        />
        <TextArea
          name="note"
          label={words.note}
          required={false}
          hint={words.noteHint}
          limit={1000}
          rows={3}
          defaultValue={typed('note', draft.note)}
          error={errorOf('note')}
        />
        <fieldset>
          <legend className="text-std-16B-170">{words.route}</legend>
          <p className="mb-2 text-dns-14N-130">{words.routeLead}</p>
          <div className="flex flex-wrap gap-4">
            {Array.from({ length: places }, (_, place) => `approver-${place + 1}`).map((name, place) => (
              <SelectField
                key={name}
                name={name}
                label={words.approver(place + 1)}
                required={place === 0}
                blank={words.nobody}
                options={draft.entitled}
                defaultValue={typed(name, draft.route[place] ?? '')}
                error={errorOf(name)}
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Button variant="solid">{act}</Button>
          <ButtonLink variant="text" href={cancelHref}>
            {words.toPlan}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}
