import { Form } from 'react-router';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { AssignmentAnswer, loadCandidatePage } from './candidate-page.server.ts';
import { chosenText, daysHint, heldText, matchingText as words } from '../text.ts';

type CandidatePage = Awaited<ReturnType<typeof loadCandidatePage>>;

type AssignmentFormProps = {
  readonly choosing: NonNullable<CandidatePage['choosing']>;
  readonly request: CandidatePage['request'];
  readonly answer: AssignmentAnswer | undefined;
  readonly cancelHref: string;
};

/** The chosen instructor, and the days on which they are sent: as many as are wished are ticked already. */
export function AssignmentForm(props: AssignmentFormProps) {
  const { choosing, answer, cancelHref } = props;
  return (
    <section
      id="choose"
      aria-labelledby="choose-heading"
      className="mb-6 rounded-8 border border-solid-gray-420 px-4 py-3"
    >
      <h2 id="choose-heading" className="text-std-18B-160 mb-2">
        {chosenText(choosing.name)}
      </h2>
      <HeldNotice choosing={choosing} />
      <ErrorSummary errors={answer?.errors ?? []} />
      {choosing.days.length > 0 ? (
        <DaysForm {...props} />
      ) : (
        <ButtonLink variant="text" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      )}
    </section>
  );
}

function DaysForm({ choosing, request, answer, cancelHref }: AssignmentFormProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  return (
    <Form method="post" noValidate data-density="compact" data-once className="flex flex-col gap-4">
      <input type="hidden" name="instructor" value={choosing.id} />
      <input type="hidden" name="idempotency-key" value={choosing.key} />
      <CheckboxGroup
        name="days"
        label={words.days}
        required
        hint={daysHint(choosing.most, request.minutes)}
        error={errorOf('days')}
        options={choosing.days}
        defaultValues={answer?.days ?? choosing.preselected}
        inline
      />
      <TextField
        name="startsAt"
        label={words.startsAt}
        required={false}
        hint={words.startsAtHint}
        width="short"
        autoComplete="off"
        defaultValue={answer?.startsAt ?? request.startsAt}
        error={errorOf('startsAt')}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid">{words.assign}</Button>
        {choosing.offerHref === undefined ? null : (
          <ButtonLink href={choosing.offerHref}>{words.offerFirst}</ButtonLink>
        )}
        <ButtonLink variant="text" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** Says that others were asked for some of the days, or that the host may have no more: those are not offered here. */
function HeldNotice({ choosing: { held, days, offersHref } }: Pick<AssignmentFormProps, 'choosing'>) {
  if (held.length === 0 && days.length > 0) return null;
  if (held.length === 0) {
    return (
      <Notification kind="warning" title={words.noRoom}>
        {words.noRoomLead}
      </Notification>
    );
  }
  return (
    <div className="mb-3">
      <Notification
        kind={days.length === 0 ? 'warning' : 'info'}
        title={heldText(held)}
        actions={<ButtonLink href={offersHref}>{words.openOffers}</ButtonLink>}
      >
        {days.length === 0 ? words.allHeldLead : words.heldLead}
      </Notification>
    </div>
  );
}
