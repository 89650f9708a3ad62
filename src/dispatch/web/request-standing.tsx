import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import type { ChipTone } from '#ui/chip-label.tsx';
import { DateField } from '#ui/date-field.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { HistoryTimeline } from '#ui/history-timeline.tsx';
import { Notification } from '#ui/notification.tsx';
import { StepNavigation, type Step } from '#ui/step-navigation.tsx';
import { TextArea } from '#ui/text-area.tsx';
import type { RequestStage } from '../domain/request-stage.ts';
import type { StationMark } from '../domain/stage-stations.ts';
import { stageText as words } from '../stage-text.ts';
import { requestText } from '../text.ts';
import type { loadRequestPage } from './request-page.server.ts';
import type { RequestStepAnswer } from './take-request-step.server.ts';

type RequestPage = Awaited<ReturnType<typeof loadRequestPage>>;

const stopped: readonly RequestStage[] = ['rejected', 'withdrawn', 'waitlisted'];
const waitsElsewhere: readonly RequestStage[] = ['enquiry', 'offered', 'approved', 'in-progress', 'completed'];

/** Whether a stage waits for the corner, is under way elsewhere, or has ended. */
export function stageTone(stage: RequestStage): ChipTone {
  if (stage === 'closed' || stage === 'settled') return 'done';
  if (stopped.includes(stage)) return 'stopped';
  return waitsElsewhere.includes(stage) ? 'progress' : 'attention';
}

const stepStates: Readonly<Record<StationMark, Step['state']>> = {
  completed: 'completed',
  here: 'reached',
  stopped: 'reached',
  upcoming: 'upcoming',
};

export function RequestSteps({ page }: { readonly page: RequestPage }) {
  return (
    <div className="mb-6">
      <StepNavigation
        label={requestText.steps}
        steps={page.stations.map(({ label, mark, note }) => ({
          label,
          note,
          state: stepStates[mark],
          current: mark === 'here' || mark === 'stopped',
        }))}
      />
    </div>
  );
}

/** What happens next, who does it, and the steps that this person may take now. */
export function NextSteps({ page }: { readonly page: RequestPage }) {
  const { commands, next, noMeister, candidatesHref, editHref, offersHref, planLinks } = page;
  return (
    <section aria-labelledby="next-heading" className="mb-6">
      <h2 id="next-heading" className="text-std-18B-160 mb-2">
        {words.next}
      </h2>
      <p className="mb-3">{next}</p>
      {noMeister ? (
        <div className="mb-3">
          <Notification kind="info" title={noMeister.title}>
            <p>{noMeister.lead}</p>
            {noMeister.isInstruction && editHref ? <p>{words.noMeisterProgram}</p> : null}
            {noMeister.hasSkilled && candidatesHref ? (
              <a href={candidatesHref} className="inline-flex min-h-11 items-center print:hidden">
                {words.chooseSkilled}
              </a>
            ) : null}
          </Notification>
        </div>
      ) : null}
      {offersHref ? (
        <p className="mb-1 print:hidden">
          <a href={offersHref} className="inline-flex min-h-11 items-center">
            {words.offers}
          </a>
        </p>
      ) : null}
      {planLinks.length > 0 ? (
        <div className="mb-3 flex flex-wrap gap-3 print:hidden">
          {planLinks.map(({ label, href, isNext }) => (
            <ButtonLink key={href} variant={isNext ? 'solid' : 'text'} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
      {commands.length > 0 ? (
        <div className="flex flex-wrap gap-3 print:hidden">
          {commands.map(({ command, label, href }) => (
            <ButtonLink key={command} href={href}>
              {label}
            </ButtonLink>
          ))}
        </div>
      ) : null}
    </section>
  );
}

type StepFormProps = {
  readonly form: NonNullable<RequestPage['form']>;
  readonly answer: RequestStepAnswer | undefined;
  readonly cancelHref: string;
};

/** The form of one step: when it happened, and why. */
export function RequestStepForm({ form, answer, cancelHref }: StepFormProps) {
  const errors = answer?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <section id="step" aria-labelledby="step-heading" className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3">
      <h2 id="step-heading" className="text-std-18B-160 mb-2">
        {form.label}
      </h2>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="command" value={form.command} />
        <input type="hidden" name="stage" value={form.stage} />
        <input type="hidden" name="idempotency-key" value={form.key} />
        <DateField
          name="happenedOn"
          label={words.happenedOn}
          required
          hint={words.happenedOnHint}
          defaultValue={answer ? (answer.texts['happenedOn'] ?? '') : form.happenedOn.replaceAll('-', '/')}
          error={errorOf('happenedOn')}
        />
        <TextArea
          name="reason"
          label={form.reasonNeeded ? words.reason : words.note}
          required={form.reasonNeeded}
          hint={form.reasonNeeded ? words.reasonHint : words.noteHint}
          limit={1000}
          rows={3}
          defaultValue={answer?.texts['reason'] ?? ''}
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

/** Every step that was taken, from the newest back: when it was entered, by whom, and when it happened. */
export function Procedure({ page }: { readonly page: RequestPage }) {
  return (
    <section aria-labelledby="procedure-heading" className="mb-6">
      <h2 id="procedure-heading" className="text-std-18B-160 mb-2">
        {words.history}
      </h2>
      {page.events.length === 0 ? <p>{words.noHistory}</p> : <HistoryTimeline entries={page.events} />}
    </section>
  );
}
