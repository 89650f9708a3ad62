import type { CornerArea } from '#scouting/domain/corner-area.ts';
import { yearMonths } from './demand-answer.ts';
import { recipientClasses, type RecipientClass } from './recipient-class.ts';
import type { RecipientState } from './recipient.ts';

/** A wish as the results count it. */
export type CountedWish = {
  readonly id: string;
  readonly tradeCode: string;
  readonly area: CornerArea;
  readonly months: readonly number[];
  readonly sessions: number;
  readonly isRequested: boolean;
};

/** 結果の1行: the wishes of one trade in one area. */
export type DemandCell = {
  readonly tradeCode: string;
  readonly area: CornerArea;
  readonly wishes: number;
  readonly sessions: number;
  /** Wishes that have become requests. */
  readonly requested: number;
  /** Wishes that name the month, in the order of the 年度; one wish may name several. */
  readonly byMonth: readonly number[];
};

/** The wishes by trade and area, most sessions first; of equal ones in the order given. */
export function tabulateDemand(wishes: readonly CountedWish[]): readonly DemandCell[] {
  const cells = new Map<string, DemandCell>();
  for (const { tradeCode, area, months, sessions, isRequested } of wishes) {
    const key = `${tradeCode} ${area.code}`;
    const cell = cells.get(key) ?? { tradeCode, area, wishes: 0, sessions: 0, requested: 0, byMonth: noMonths };
    cells.set(key, {
      ...cell,
      wishes: cell.wishes + 1,
      sessions: cell.sessions + sessions,
      requested: cell.requested + (isRequested ? 1 : 0),
      byMonth: cell.byMonth.map((count, place) => count + (months.includes(yearMonths[place] ?? 0) ? 1 : 0)),
    });
  }
  return [...cells.values()].toSorted((left, right) => right.sessions - left.sessions);
}

const noMonths: readonly number[] = yearMonths.map(() => 0);

/** A recipient as the response rate counts one. */
export type CountedRecipient = {
  readonly class: RecipientClass;
  readonly state: RecipientState;
  /** Whether the answer wishes something; nothing without an answer. */
  readonly wants: boolean | null;
};

/** 回収率. How many of a class were asked, answered, wish something and declined. */
export type ResponseRate = {
  readonly class: RecipientClass | 'all';
  readonly recipients: number;
  /** Whom the form has reached: all but those to whom it was not sent yet. */
  readonly asked: number;
  readonly answered: number;
  readonly wanting: number;
  readonly declined: number;
  /** Answered of asked in percent with one decimal; nothing where nobody was asked. */
  readonly rate: number | undefined;
};

/** The response rate of each class that was asked, in the order of the classes, and of all together at the end. */
export function listResponseRates(recipients: readonly CountedRecipient[]): readonly ResponseRate[] {
  const classes = recipientClasses
    .map(({ code }) => code)
    .filter((code) => recipients.some((one) => one.class === code));
  return [
    ...classes.map((code) =>
      rateOf(
        code,
        recipients.filter((one) => one.class === code),
      ),
    ),
    rateOf('all', recipients),
  ];
}

function rateOf(code: ResponseRate['class'], recipients: readonly CountedRecipient[]): ResponseRate {
  const count = (fits: (one: CountedRecipient) => boolean) => recipients.filter(fits).length;
  const asked = count(({ state }) => state !== 'not-sent');
  const answered = count(({ state }) => state === 'answered');
  return {
    class: code,
    recipients: recipients.length,
    asked,
    answered,
    wanting: count(({ wants }) => wants === true),
    declined: count(({ state }) => state === 'declined'),
    rate: asked === 0 ? undefined : Math.round((answered / asked) * 1000) / 10,
  };
}
