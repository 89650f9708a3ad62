import { Form } from 'react-router';
import { staffPage } from '#server/staff-page.server.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { RadioField } from '#ui/radio-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { offerText as words } from '../text.ts';
import type { Route } from './+types/offer-list.ts';
import { loadOffers, takeOfferAnswer } from './offer-page.server.ts';

type Page = Route.ComponentProps['loaderData'];

export const handle = {
  breadcrumb: ({ href, data }: { href: (path: string) => string; data: Page }) => [
    { label: words.requests, href: href('requests') },
    { label: data.request.number, href: data.request.href },
    { label: words.title },
  ],
};

export const loader = staffPage(loadOffers);

export const action = staffPage(takeOfferAnswer);

export default function OfferList({ loaderData, actionData }: Route.ComponentProps) {
  const { open, ended, next, full, candidatesHref, mayAnswer } = loaderData;
  const errors = actionData?.errors ?? [];
  const answeringId = actionData?.typed['offer'] ?? loaderData.answeringId;
  return (
    <>
      <PageHeader title={words.listTitle} lead={loaderData.request.number} hasErrors={errors.length > 0} />
      {open.length > 0 ? (
        <section aria-labelledby="open-heading" className="mb-6">
          <h2 id="open-heading" className="text-std-18B-160 mb-2">
            {words.open}
            {open.length > 1 ? `（${words.people(open.length)}）` : ''}
          </h2>
          {open.map((offer) => (
            <OpenOffer
              key={offer.id}
              open={offer}
              isAnswering={mayAnswer && offer.id === answeringId}
              mayAnswer={mayAnswer}
              answer={offer.id === answeringId ? actionData : undefined}
            />
          ))}
        </section>
      ) : null}
      {next || (open.length === 0 && !full) ? (
        <div className="mb-6">
          <Notification kind="info" title={next ? words.nextTitle(next.name) : words.nobodyTitle}>
            <p>{next ? words.nextLead : words.nobodyLead}</p>
            <div className="mt-2 flex flex-wrap gap-3 print:hidden">
              {next && mayAnswer ? <ButtonLink href={next.href}>{words.nextOffer}</ButtonLink> : null}
              <ButtonLink variant="text" href={candidatesHref}>
                {words.choose}
              </ButtonLink>
            </div>
          </Notification>
        </div>
      ) : null}
      {ended.length > 0 ? (
        <EndedOffers rows={ended} />
      ) : open.length > 0 ? null : (
        <EmptyState title={words.noneTitle}>{words.noneLead}</EmptyState>
      )}
    </>
  );
}

type OpenOfferProps = {
  readonly open: Page['open'][number];
  /** Its form stands open; of several offers one is answered at a time. */
  readonly isAnswering: boolean;
  readonly mayAnswer: boolean;
  readonly answer: Route.ComponentProps['actionData'];
};

function OpenOffer({ open, isAnswering, mayAnswer, answer }: OpenOfferProps) {
  return (
    <div id={`record-${open.id}`} className="mb-6">
      {open.isOverdue ? (
        <div className="mb-3">
          <Notification kind="warning" title={`${words.overdue}（${open.answerBy}）`}>
            <p>{words.overdueLead}</p>
            {isAnswering ? <ReopenForm open={open} answer={answer} /> : null}
          </Notification>
        </div>
      ) : null}
      <div className="mb-4">
        <DescriptionList
          columns={2}
          items={[
            { term: words.instructor, detail: open.name },
            { term: words.days, detail: open.days },
            { term: words.way, detail: open.way },
            { term: words.answerBy, detail: open.answerBy },
            { term: words.offeredOn, detail: open.offered },
            { term: words.note, detail: open.note || '—' },
          ]}
        />
      </div>
      {isAnswering ? <AnswerForm open={open} answer={answer} /> : null}
      {mayAnswer && !isAnswering ? (
        <div className="mb-4 print:hidden">
          <ButtonLink href={open.answerHref} aria-label={`${open.name}：${words.record}`}>
            {words.record}
          </ButtonLink>
        </div>
      ) : null}
      <Disclosure summary={words.letter}>
        <p className="mb-2">{words.letterLead}</p>
        <p className="rounded-8 border border-solid-gray-420 px-4 py-3 whitespace-pre-wrap">{open.letter}</p>
      </Disclosure>
    </div>
  );
}

/** A later deadline, after which the offer is answered as before. */
function ReopenForm({ open, answer }: Pick<OpenOfferProps, 'open' | 'answer'>) {
  return (
    <Form
      method="post"
      noValidate
      data-density="compact"
      data-once
      className="mt-2 flex flex-wrap items-end gap-3 print:hidden"
    >
      <input type="hidden" name="intent" value="reopen" />
      <input type="hidden" name="offer" value={open.id} />
      <DateField
        name="newDeadline"
        label={words.newDeadline}
        required
        hint={words.answerByHint}
        defaultValue={answer?.typed['newDeadline'] ?? ''}
        error={answer?.errors.find(({ name }) => name === 'newDeadline')?.message}
      />
      <Button>{words.reopen}</Button>
    </Form>
  );
}

function AnswerForm({ open, answer }: Pick<OpenOfferProps, 'open' | 'answer'>) {
  const errors = answer?.errors ?? [];
  const errorOf = (name: string) => errors.find((error) => error.name === name)?.message;
  return (
    <div className="mb-4 rounded-8 border border-solid-gray-420 px-4 py-3 print:hidden">
      <h3 className="text-std-16B-170 mb-1">{words.record}</h3>
      <p className="mb-3">{words.recordLead(open.name)}</p>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate data-density="compact" data-once className="flex max-w-3xl flex-col gap-4">
        <input type="hidden" name="offer" value={open.id} />
        <input type="hidden" name="instructor" value={open.instructorId} />
        <RadioField
          name="answer"
          label={words.answer}
          required
          options={open.isOverdue ? words.answers.filter(({ value }) => value === 'withdrawn') : words.answers}
          defaultValue={answer?.typed['answer']}
          error={errorOf('answer')}
          inline
        />
        <TextField
          name="reason"
          label={words.reason}
          required={false}
          hint={words.reasonHint}
          width="full"
          autoComplete="off"
          defaultValue={answer?.typed['reason'] ?? ''}
          error={errorOf('reason')}
        />
        <div>
          <Button variant="solid">{words.save}</Button>
        </div>
      </Form>
    </div>
  );
}

function EndedOffers({ rows }: { readonly rows: Page['ended'] }) {
  return (
    <DataTable
      caption={words.history}
      dense
      folds
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'name', header: words.instructor, cell: ({ name }) => name, rowHeader: true },
        { key: 'days', header: words.days, cell: ({ days }) => days },
        { key: 'offered', header: words.offeredOn, cell: ({ offered }) => offered },
        {
          key: 'answer',
          header: words.answeredBy,
          cell: ({ stateName, answered, reason, enteredBy }) =>
            [stateName, answered, reason, enteredBy && words.enteredBy(enteredBy)].filter(Boolean).join('　'),
        },
      ]}
    />
  );
}
