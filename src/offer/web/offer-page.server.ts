import { randomUUID } from 'node:crypto';
import { data, redirect } from 'react-router';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { isPlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { accept } from '#kernel/result.ts';
import { requirePermission } from '#platform/context.server.ts';
import { instantText } from '#platform/instant-text.ts';
import { isAllowed } from '#platform/permission/permission-table.ts';
import { date, time } from '#record/domain/date-codecs.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import { preselectDays } from '#matching/domain/assignment.ts';
import { chooseOfferable, listOfferable, mostOffers } from '#matching/domain/offer-room.ts';
import { mostDays } from '#matching/domain/request-session.ts';
import { problemText } from '#record/text.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { readForm, textIn } from '#server/read-form.server.ts';
import type { StaffCall } from '#server/staff-page.server.ts';
import { offerAnswers, offerWays, type Offer } from '../domain/offer.ts';
import { isOverdue, rankRemaining } from '../offer-queries.server.ts';
import { answerOffer, makeOffer, reopenOffer } from '../offer.server.ts';
import { offerLetterText, offerStateLabel, offerStoppedText, offerText as words } from '../text.ts';

/** What a form of an offer answers when nothing was done. */
export type OfferAnswerShown = {
  readonly errors: readonly { readonly name?: string; readonly message: string }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly days: readonly string[];
};

/** The offers of a request: the open ones, of which `?offer=` names the one to answer, the ended ones, and who comes next. */
export async function loadOffers({ ctx, params, url, href }: StaffCall) {
  const { request, candidates, offers, room } = await rankRemaining(ctx, params['id'] ?? '');
  const pageHref = href(`requests/${request.id}/offers`);
  const open = offers.filter(({ state }) => state === 'open');
  const today = ctx.today();
  const next = candidates.find(({ candidate, eligibility }) => {
    const person = { instructorId: candidate.id, days: eligibility.freeDays };
    return listOfferable(person, room).length > 0;
  });
  return {
    request: { number: request.number, href: href(`requests/${request.id}`) },
    candidatesHref: href(`requests/${request.id}/candidates`),
    mayAnswer: isAllowed(ctx.actor, 'offer.write', { corner: ctx.corner }),
    open: open.map((offer) => ({
      ...showOffer(offer, today),
      letter: letterOf(offer),
      answerHref: `${pageHref}?offer=${offer.id}#record-${offer.id}`,
    })),
    answeringId: open.length === 1 ? open[0]?.id : (url.searchParams.get('offer') ?? undefined),
    ended: offers.filter(({ state }) => state !== 'open').map((offer) => showOffer(offer, today)),
    next: next && { name: next.candidate.name, href: `${pageHref}/new?instructor=${next.candidate.id}` },
    full: mostDays(request.facts) === 0,
  };
}

function showOffer(offer: Offer, today: PlainDate) {
  const { id, instructorId, instructorName, instructorNumber, days, startsAt, way, state, reason, onBehalf } = offer;
  return {
    id,
    instructorId,
    name: `${instructorName}（${instructorNumber}）`,
    days: `${days.map((day) => formatSlashDate(day)).join('、')}${startsAt === null ? '' : `　${startsAt}から`}`,
    way: offerWays.find(({ code }) => code === way)?.label ?? way,
    offered: `${formatSlashDate(offer.offeredOn)}　${offer.offeredBy}`,
    answerBy: formatSlashDate(offer.answerBy),
    isOverdue: isOverdue(offer, today),
    note: offer.note ?? '',
    state,
    stateName: offerStateLabel(state),
    reason: reason ?? '',
    answered: offer.answeredAt === null ? '' : instantText(offer.answeredAt),
    enteredBy: onBehalf === true ? (offer.answeredBy ?? '') : '',
  };
}

function letterOf(offer: Offer): string {
  const trade = findTrade(offer.tradeCode)?.name ?? offer.tradeCode;
  return offerLetterText({ ...offer, name: offer.instructorName, host: offer.hostName, trade });
}

/** Records what the instructor told staff, or takes the offer back. */
export async function takeOfferAnswer({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'offer.write');
  const form = await readForm(request);
  const typed = {
    offer: textIn(form, 'offer'),
    answer: textIn(form, 'answer'),
    reason: textIn(form, 'reason'),
    newDeadline: textIn(form, 'newDeadline'),
  };
  const again = (name: string, message: string, status: number) =>
    data<OfferAnswerShown>({ errors: [{ name, message }], typed, days: [] }, { status });
  if (textIn(form, 'intent') === 'reopen') {
    const day = date().parse(typed.newDeadline);
    if (!day.ok) return again('newDeadline', problemText(words.newDeadline, day.refusal), 422);
    const reopened = await reopenOffer(ctx, { offerId: typed.offer, answerBy: day.value });
    if (reopened.ok) throw redirect(href(`requests/${params['id'] ?? ''}/offers`));
    return again('newDeadline', offerStoppedText(reopened.refusal), 422);
  }
  const answer = offerAnswers.find((known) => known === typed.answer);
  if (!answer) return again('answer', words.answerMissing, 422);
  const answered = await answerOffer(ctx, {
    offerId: typed.offer,
    instructorId: textIn(form, 'instructor'),
    answer,
    reason: typed.reason,
  });
  if (answered.ok) throw redirect(href(`requests/${params['id'] ?? ''}/offers`));
  const { kind } = answered.refusal;
  const isReason = kind === 'reason-missing' || kind === 'reason-too-long';
  return again(isReason ? 'reason' : 'answer', offerStoppedText(answered.refusal), isReason ? 422 : 409);
}

/** The form of an offer to the instructor of `?instructor=`. */
export async function loadNewOffer({ ctx, params, url, href }: StaffCall) {
  requirePermission(ctx, 'offer.write');
  const { request, candidates, offers, room } = await rankRemaining(ctx, params['id'] ?? '');
  const chosen = candidates.find(({ candidate }) => candidate.id === url.searchParams.get('instructor'));
  const open = offers.filter(({ state }) => state === 'open');
  const { facts } = request;
  const free = chosen?.eligibility.freeDays ?? [];
  const days = chosen ? listOfferable({ instructorId: chosen.candidate.id, days: free }, room) : [];
  const startsAt = open[0]?.startsAt ?? facts.wishedStart;
  const most = mostOffers(room);
  const together = chosen ? chooseOfferable({ instructorId: chosen.candidate.id, days, startsAt }, room) : [];
  return {
    request: { number: request.number, href: href(`requests/${request.id}`) },
    offersHref: href(`requests/${request.id}/offers`),
    candidatesHref: href(`requests/${request.id}/candidates`),
    most,
    startsAt: startsAt ?? '',
    openNames: open.map(({ instructorName }) => instructorName),
    chosen: chosen && {
      id: chosen.candidate.id,
      name: `${chosen.candidate.name}（${chosen.candidate.number}）`,
      key: randomUUID(),
      days: days.map((day) => ({ value: day, label: formatSlashDate(day) })),
      preselected: preselectDays(chosen.candidate, together, most),
    },
  };
}

/** Makes the offer and goes to the offers of the request. */
export async function takeNewOffer({ ctx, params, request, href }: StaffCall) {
  requirePermission(ctx, 'offer.write');
  const form = await readForm(request);
  const typed = Object.fromEntries(['startsAt', 'answerBy', 'way', 'note'].map((name) => [name, textIn(form, name)]));
  const days = form.getAll('days').filter((day): day is PlainDate => isPlainDate(day));
  const again = (errors: OfferAnswerShown['errors'], status: number) =>
    data<OfferAnswerShown>({ errors, typed, days }, { status });
  const startsAt = typed['startsAt'] ? time().parse(typed['startsAt']) : accept(null);
  if (!startsAt.ok) return again([{ name: 'startsAt', message: problemText(words.startsAt, startsAt.refusal) }], 422);
  const answerBy = date().parse(typed['answerBy'] ?? '');
  if (!answerBy.ok) return again([{ name: 'answerBy', message: problemText(words.answerBy, answerBy.refusal) }], 422);
  const note = typed['note'] ? multiline({ limit: 1000 }).parse(typed['note']) : accept(null);
  if (!note.ok) return again([{ name: 'note', message: problemText(words.note, note.refusal) }], 422);
  const requestId = params['id'] ?? '';
  const made = await makeOffer(ctx, {
    requestId,
    instructorId: textIn(form, 'instructor'),
    days,
    startsAt: startsAt.value,
    way: typed['way'] === 'call' ? 'call' : 'message',
    answerBy: answerBy.value,
    note: note.value,
    key: textIn(form, 'idempotency-key') || undefined,
  });
  if (made.ok) throw redirect(href(`requests/${requestId}/offers`));
  const name = made.refusal.kind.startsWith('deadline') ? 'answerBy' : 'days';
  return again([{ name, message: offerStoppedText(made.refusal) }], made.refusal.kind === 'no-day' ? 422 : 409);
}
