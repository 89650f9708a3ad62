import { data, Form, redirect } from 'react-router';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { Offer } from '#offer/domain/offer.ts';
import { isOverdue, listOwnOffers } from '#offer/offer-queries.server.ts';
import { answerOffer } from '#offer/offer.server.ts';
import { offerStoppedText, offerText as words } from '#offer/text.ts';
import { requirePermission } from '#platform/context.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import { Button } from '#ui/button.tsx';
import { DescriptionList } from '#ui/description-list.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notification } from '#ui/notification.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ownText } from '../text.ts';
import type { Route } from './+types/own-offers.ts';
import { ownPage } from '#server/own-page.server.ts';

export const loader = ownPage(async ({ ctx, instructorId, url }) => ({
  offers: (await listOwnOffers(ctx, instructorId)).map((offer) => showOwn(offer, isOverdue(offer, ctx.today()))),
  done: (['accepted', 'declined'] as const).find((answer) => answer === url.searchParams.get('done')),
}));

export const action = ownPage(async ({ ctx, instructorId, request }) => {
  requirePermission(ctx, 'offer.answer', { instructorId });
  const form = await readForm(request);
  const offerId = textIn(form, 'offer');
  const reason = textIn(form, 'reason');
  const answer = textIn(form, 'answer') === 'accepted' ? ('accepted' as const) : ('declined' as const);
  const answered = await answerOffer(ctx, { offerId, instructorId, answer, reason });
  if (answered.ok) throw redirect(`/my/offers?done=${answer}`);
  const isReason = answered.refusal.kind.startsWith('reason');
  const name = isReason ? `reason-${offerId}` : undefined;
  const error = { message: offerStoppedText(answered.refusal), ...(name && { name }) };
  return data({ offerId, reason, errors: [error] }, { status: isReason ? 422 : 409 });
});

function showOwn(offer: Offer, isOver: boolean) {
  const place = findMunicipality(offer.municipalityCode)?.name ?? '';
  const time = offer.startsAt === null ? '' : `　${offer.startsAt}から`;
  return {
    id: offer.id,
    overdue: isOver ? words.ownOverdue(formatEraDate(offer.answerBy)) : undefined,
    host: offer.hostName,
    items: [
      { term: words.host, detail: offer.hostName },
      { term: words.place, detail: place },
      { term: words.days, detail: `${offer.days.map((day) => formatEraDate(day)).join('、')}${time}` },
      { term: words.trade, detail: findTrade(offer.tradeCode)?.name ?? offer.tradeCode },
      { term: words.trainees, detail: words.people(offer.trainees) },
      ...(offer.content === null ? [] : [{ term: words.content, detail: offer.content }]),
      ...(offer.note === null ? [] : [{ term: words.note, detail: offer.note }]),
      { term: words.answerBy, detail: formatEraDate(offer.answerBy) },
    ],
  };
}

export default function OwnOffers({ loaderData, actionData }: Route.ComponentProps) {
  const { offers, done } = loaderData;
  const errors = actionData?.errors ?? [];
  return (
    <>
      <PageHeader
        title={words.ownTitle}
        lead={offers.length === 0 ? words.ownNone : words.ownOpen(offers.length)}
        hasErrors={errors.length > 0}
      />
      <ErrorSummary errors={errors} />
      {done ? (
        <div className="mb-6">
          <Notification kind="success" title={words.ownDone[done]} announce />
        </div>
      ) : null}
      <ul className="flex flex-col gap-6">
        {offers.map((offer) => (
          <li key={offer.id} className="rounded-12 border border-solid-gray-420 p-4">
            <DescriptionList items={offer.items} />
            {offer.overdue === undefined ? (
              <OwnAnswer offer={offer} answer={actionData?.offerId === offer.id ? actionData : undefined} />
            ) : (
              <div className="mt-4">
                <Notification kind="warning" title={offer.overdue}>
                  {words.ownOverdueLead}
                </Notification>
              </div>
            )}
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href="/my" className="inline-flex min-h-11 items-center">
          {words.ownBack}
        </a>
      </p>
    </>
  );
}

type OwnAnswerProps = {
  readonly offer: Route.ComponentProps['loaderData']['offers'][number];
  readonly answer: Route.ComponentProps['actionData'];
};

/** Yes is one press; no asks for a reason. */
function OwnAnswer({ offer, answer }: OwnAnswerProps) {
  const name = `reason-${offer.id}`;
  return (
    <div className="mt-4 flex flex-col gap-4 print:hidden">
      <p>{words.ownLead}</p>
      <Form method="post" data-once>
        <input type="hidden" name="offer" value={offer.id} />
        <input type="hidden" name="answer" value="accepted" />
        <Button variant="solid" size="lg" wide aria-label={`${offer.host}　${ownText.accept}`}>
          {ownText.accept}
        </Button>
      </Form>
      <Disclosure summary={ownText.decline} open={answer !== undefined}>
        <p className="mb-4">{ownText.declineLead}</p>
        <Form method="post" data-once noValidate className="flex flex-col gap-4">
          <input type="hidden" name="offer" value={offer.id} />
          <input type="hidden" name="answer" value="declined" />
          <TextField
            id={name}
            name="reason"
            label={words.reason}
            required
            hint={words.ownReasonHint}
            width="full"
            autoComplete="off"
            defaultValue={answer?.reason ?? ''}
            error={answer?.errors.find((error) => 'name' in error)?.message}
          />
          <Button size="lg" wide>
            {ownText.decline}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
