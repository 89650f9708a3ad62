import { loadPlanSubject } from '#instruction-plan/plan-subject.server.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { mailingAddress } from '#letter/mailing-address.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import type { RecordLetter, RecordLetterContent } from '#letter/record-letter.ts';
import { loadSenderValues } from '#letter/sender.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { Offer, OfferState } from './domain/offer.ts';
import { dispatchAcceptance, instructionRequest } from './documents/offer-letters.ts';
import { listOffers } from './offer-queries.server.ts';
import { offerText as words } from './text.ts';

/** 実技指導の依頼 to whom the request is offered, or who has accepted it. */
export const requestToInstructor: RecordLetter = {
  form: instructionRequest,
  load: (ctx, { id }) =>
    loadOfferLetter(ctx, {
      id,
      form: instructionRequest,
      states: ['open', 'accepted'],
      missing: words.noOfferForLetter,
    }),
};

/** 派遣承諾書 of who has accepted. */
export const acceptanceOfInstructor: RecordLetter = {
  form: dispatchAcceptance,
  load: (ctx, { id }) =>
    loadOfferLetter(ctx, { id, form: dispatchAcceptance, states: ['accepted'], missing: words.noAcceptance }),
};

type Wanted = {
  readonly id: string;
  readonly form: LetterForm;
  readonly states: readonly OfferState[];
  readonly missing: string;
};

/** The paper of the newest offer that is open or was accepted; each person who accepted has their own. */
async function loadOfferLetter(
  ctx: Context,
  { id, form, states, missing }: Wanted,
): Promise<Result<RecordLetterContent, string>> {
  requirePermission(ctx, 'request.read');
  const subject = await loadPlanSubject(ctx.db, id);
  const offers = (await listOffers(ctx, id)).filter(({ state }) => states.includes(state));
  if (offers.length === 0) return refuse(missing);
  const sender = await loadSenderValues(ctx.db, ctx.corner);
  const people = await loadPeople(ctx, offers);
  return accept({
    label: subject.number,
    number: subject.number,
    subject: `${subject.number} ${form.title}`,
    entity: { kind: 'request', id },
    letters: offers.map((offer) => ({
      addressee: offer.instructorName,
      recipientId: offer.instructorId,
      values: only(form, {
        ...sender,
        日付: formatEraDate(ctx.today()),
        文書番号: '',
        ...people.get(offer.instructorId),
        ...describeOffer(offer),
      }),
    })),
  });
}

/** What the form has a place for. */
function only({ placeholders }: LetterForm, values: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => placeholders.some((place) => place.name === name)),
  );
}

function describeOffer(offer: Offer): Readonly<Record<string, string>> {
  const days = offer.days.map((day) => formatEraDate(day, 'weekday')).join('、');
  return {
    氏名: offer.instructorName,
    登録番号: offer.instructorNumber,
    要請番号: offer.requestNumber,
    派遣先: offer.hostName,
    職種: findTrade(offer.tradeCode)?.name ?? offer.tradeCode,
    内容: offer.content ?? '',
    日時: `${days}${offer.startsAt === null ? '' : `　${offer.startsAt}から`}`,
    受講者数: words.people(offer.trainees),
    返事の期限: formatEraDate(offer.answerBy),
    伝えること: offer.note ?? '',
    承諾の日: offer.answeredAt === null ? '' : formatEraDate(dayOf(offer.answeredAt)),
  };
}

/** The day in Japan of an instant. */
function dayOf(instant: string) {
  const JAPAN_MS = 9 * 60 * 60 * 1000;
  return plainDate(new Date(Date.parse(instant) + JAPAN_MS).toISOString().slice(0, 10));
}

async function loadPeople(ctx: Context, offers: readonly Offer[]) {
  const rows = await ctx.db
    .selectFrom('instructor')
    .select(['instructor_id as id', 'postal_code as postalCode', 'municipality_code as municipalityCode', 'address'])
    .where(
      'instructor_id',
      'in',
      offers.map(({ instructorId }) => instructorId),
    )
    .execute();
  return new Map(
    rows.map(({ id, postalCode, municipalityCode, address }) => [
      id,
      { 郵便番号: postalCode ?? '', 住所: mailingAddress({ municipalityCode, address }) },
    ]),
  );
}
