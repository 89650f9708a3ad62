import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import type { OutreachLine } from './outreach-line.ts';

/** What 「要請なし」 asks for. */
export const noRequestFields = [
  { key: 'statedOn', header: '確かめた日', required: true, codec: date() },
  {
    key: 'efforts',
    header: '要請を求めて行ったこと',
    required: true,
    codec: multiline({ limit: 1000 }),
    hint: '例：6月に全小中学校へ案内を送付。9月にサポステ2か所を訪問して説明',
  },
] as const satisfies readonly AnyField[];

/** 要請なし. That nobody asked for a line of the plan by a day of the 年度, and what was done to find somebody (domain.md §4.5). */
export type NoRequest = InputOf<typeof noRequestFields>;

/** What a line has in a 年度. */
export type LineFacts = {
  /** Visits that were held or are planned. */
  readonly visits: number;
  /** Requests that came in, however they ended. */
  readonly requests: number;
};

/** Why 「要請なし」 cannot be said. */
export type NoRequestRefusal =
  | ({ readonly kind: 'asked' } & LineFacts)
  | { readonly kind: 'outside-year'; readonly statedOn: PlainDate; readonly fiscalYear: number }
  | { readonly kind: 'in-the-future'; readonly statedOn: PlainDate; readonly today: PlainDate };

/** Where 「要請なし」 would be said. */
export type NoRequestPlace = {
  readonly line: OutreachLine;
  readonly fiscalYear: number;
  readonly today: PlainDate;
  readonly facts: LineFacts;
};

/** 要請なし holds only of a line in which nothing happened and nobody asked, on a day of its 年度 that has come. */
export function stateNoRequest(
  noRequest: NoRequest,
  { fiscalYear, today, facts }: NoRequestPlace,
): Result<NoRequest, NoRequestRefusal> {
  const { statedOn } = noRequest;
  if (facts.visits > 0 || facts.requests > 0) return refuse({ kind: 'asked', ...facts });
  if (statedOn > today) return refuse({ kind: 'in-the-future', statedOn, today });
  if (fiscalYearOf(statedOn) !== fiscalYear) return refuse({ kind: 'outside-year', statedOn, fiscalYear });
  return accept(noRequest);
}

/** 区分の状況. What a line of the plan has come to in a 年度. */
export type LineState = 'asked' | 'no-request' | 'open';

/** What counts wins: a statement that something came after is no longer true, and is shown as such. */
export function lineState(facts: LineFacts, stated: boolean): LineState {
  if (facts.visits > 0 || facts.requests > 0) return 'asked';
  return stated ? 'no-request' : 'open';
}
