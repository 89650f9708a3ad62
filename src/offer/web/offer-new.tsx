import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckboxGroup } from '#ui/checkbox-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { offerWays } from '../domain/offer.ts';
import { offerText as words } from '../text.ts';
import type { Route } from './+types/offer-new.ts';
import { loadNewOffer, takeNewOffer } from './offer-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title, href: data.offersHref },
    { label: words.newTitle },
  ],
};

export const loader = staffPage(loadNewOffer);

export const action = staffPage(takeNewOffer);

export default function OfferNew({ loaderData, actionData }: Route.ComponentProps) {
  const { chosen, openNames, candidatesHref, offersHref } = loaderData;
  const isFull = openNames.length > 0 && chosen?.days.length === 0;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader title={words.newTitle} lead={chosen?.name} hasErrors={errors.length > 0} />
      {openNames.length === 0 ? null : (
        <div className="mb-6">
          <Notification kind={isFull ? 'warning' : 'info'} title={words.openBefore(openNames)}>
            <p>{isFull ? words.openBeforeLead : words.openBesideLead}</p>
            <a href={offersHref} className="inline-flex min-h-11 items-center">
              {words.listTitle}
            </a>
          </Notification>
        </div>
      )}
      <ErrorSummary errors={errors} />
      {isFull ? null : chosen ? (
        <OfferForm chosen={chosen} page={loaderData} answer={actionData} />
      ) : (
        <EmptyState title={words.nobodyTitle}>
          <p>{words.nobodyLead}</p>
          <ButtonLink href={candidatesHref}>{words.choose}</ButtonLink>
        </EmptyState>
      )}
    </>
  );
}

type OfferFormProps = {
  readonly chosen: NonNullable<Page['chosen']>;
  readonly page: Page;
  readonly answer: Route.ComponentProps['actionData'];
};

function OfferForm({ chosen, page, answer }: OfferFormProps) {
  const errorOf = (name: string) => answer?.errors.find((error) => error.name === name)?.message;
  const typed = (name: string) => answer?.typed[name] ?? '';
  return (
    <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
      <input type="hidden" name="instructor" value={chosen.id} />
      <input type="hidden" name="idempotency-key" value={chosen.key} />
      <CheckboxGroup
        name="days"
        label={words.days}
        required
        hint={words.daysHint(page.most)}
        error={errorOf('days')}
        options={chosen.days}
        defaultValues={answer?.days ?? chosen.preselected}
        inline
      />
      <TextField
        name="startsAt"
        label={words.startsAt}
        required={false}
        hint={words.startsAtHint}
        width="short"
        autoComplete="off"
        defaultValue={answer ? typed('startsAt') : page.startsAt}
        error={errorOf('startsAt')}
      />
      <RadioField
        name="way"
        label={words.way}
        required
        hint={words.wayHint}
        options={offerWays.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={answer ? typed('way') : 'message'}
        error={undefined}
        inline
      />
      <DateField
        name="answerBy"
        label={words.answerBy}
        required
        hint={words.answerByHint}
        defaultValue={typed('answerBy')}
        error={errorOf('answerBy')}
      />
      <TextArea
        name="note"
        label={words.note}
        required={false}
        hint={words.noteHint}
        limit={1000}
        rows={3}
        defaultValue={typed('note')}
        error={errorOf('note')}
      />
      <div className="flex flex-wrap gap-3">
        <Button variant="solid">{words.make}</Button>
        <ButtonLink variant="text" href={page.offersHref}>
          {words.cancel}
        </ButtonLink>
      </div>
    </Form>
  );
}
