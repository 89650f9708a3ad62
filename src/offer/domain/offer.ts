import { graphemeLength } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 打診の状態. */
export const offerStates = [
  { code: 'open', label: '返事待ち' },
  { code: 'accepted', label: '承諾' },
  { code: 'declined', label: '辞退' },
  { code: 'withdrawn', label: '取消し' },
] as const;

export type OfferState = (typeof offerStates)[number]['code'];

/** 打診の方法: on the instructor's own page and by letter, or by a call of staff. */
export const offerWays = [
  { code: 'message', label: '本人用の画面・文書' },
  { code: 'call', label: '電話・対面' },
] as const;

export type OfferWay = (typeof offerWays)[number]['code'];

/** How an offer ends. */
export const offerAnswers = ['accepted', 'declined', 'withdrawn'] as const;

export type OfferAnswer = (typeof offerAnswers)[number];

/** 打診. Days of a request, offered to an instructor; with the names of its request and host. */
export type Offer = {
  readonly id: string;
  readonly requestId: string;
  readonly requestNumber: string;
  readonly instructorId: string;
  readonly instructorName: string;
  readonly instructorNumber: string;
  readonly hostName: string;
  readonly municipalityCode: string;
  readonly program: string;
  readonly tradeCode: string;
  readonly content: string | null;
  readonly sessionMinutes: number | null;
  readonly trainees: number;
  readonly days: readonly PlainDate[];
  readonly startsAt: string | null;
  readonly way: OfferWay;
  readonly state: OfferState;
  readonly offeredOn: PlainDate;
  readonly offeredBy: string;
  readonly answerBy: PlainDate;
  readonly note: string | null;
  readonly answeredAt: string | null;
  readonly answeredBy: string | null;
  readonly onBehalf: boolean | null;
  readonly reason: string | null;
};

/** Longest reason in graphemes. */
export const LONGEST_OFFER_REASON = 200;

/** Why an offer is not made or not answered. The sentence is made in `text.ts`. */
export type OfferRefusal =
  | { readonly kind: 'ended-already'; readonly state: Exclude<OfferState, 'open'> }
  | { readonly kind: 'deadline-over'; readonly day: PlainDate }
  | { readonly kind: 'first-day-over'; readonly day: PlainDate }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly limit: number; readonly length: number }
  | { readonly kind: 'deadline-past'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'deadline-after-visit'; readonly day: PlainDate; readonly firstDay: PlainDate };

/** Whether an offer can be answered by that day: not before today, and not after the first of its days. Pure. */
export function checkDeadline(
  { answerBy, days }: { readonly answerBy: PlainDate; readonly days: readonly PlainDate[] },
  today: PlainDate,
): Result<PlainDate, OfferRefusal> {
  if (answerBy < today) return refuse({ kind: 'deadline-past', day: answerBy, today });
  const [firstDay] = days.toSorted();
  if (firstDay !== undefined && answerBy > firstDay) {
    return refuse({ kind: 'deadline-after-visit', day: answerBy, firstDay });
  }
  return accept(answerBy);
}

type Standing = {
  readonly state: OfferState;
  readonly days: readonly PlainDate[];
  readonly answerBy: PlainDate;
};

/**
 * Whether an answer to an offer stands, and the reason that is kept. After its deadline an open offer is answered no more
 * until staff set a new one, and can only be withdrawn; it is not accepted once one of its days is over. Pure.
 */
export function decideOfferAnswer(
  { state, days, answerBy }: Standing,
  { answer, reason }: { readonly answer: OfferAnswer; readonly reason: string },
  today: PlainDate,
): Result<string | null, OfferRefusal> {
  if (state !== 'open') return refuse({ kind: 'ended-already', state });
  if (answer !== 'withdrawn' && answerBy < today) return refuse({ kind: 'deadline-over', day: answerBy });
  if (answer === 'accepted') {
    const over = days.toSorted().find((day) => day < today);
    return over === undefined ? accept(null) : refuse({ kind: 'first-day-over', day: over });
  }
  const given = reason.trim();
  if (given === '') return refuse({ kind: 'reason-missing' });
  const length = graphemeLength(given);
  if (length > LONGEST_OFFER_REASON) return refuse({ kind: 'reason-too-long', limit: LONGEST_OFFER_REASON, length });
  return accept(given);
}

/** Whether an open offer gets a later deadline: staff set it, by the rule of the first one. Pure. */
export function decideNewDeadline(
  { state, days }: Pick<Standing, 'state' | 'days'>,
  answerBy: PlainDate,
  today: PlainDate,
): Result<PlainDate, OfferRefusal> {
  return state === 'open' ? checkDeadline({ answerBy, days }, today) : refuse({ kind: 'ended-already', state });
}
