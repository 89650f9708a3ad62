import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';

/** 回答の期限 from a day on: so many days after the visit a link still takes an answer. */
type TicketRule = { readonly validFrom: string; readonly openDays: number };

/** Oldest first. Thirty days: late answers are forgotten ones; no source sets a limit (domain.md §9). */
const history = [{ validFrom: '2022-04-01', openDays: 30 }] as const satisfies readonly [TicketRule, ...TicketRule[]];

/** Tickets that one visit can have for one audience: more people than any visit reaches. */
export const MOST_TICKETS = 300;

/** The last day on which the links of a visit take an answer; it moves with the visit. */
export function lastAnswerDay(visitOn: PlainDate): PlainDate {
  const rule = history.findLast(({ validFrom }) => validFrom <= visitOn) ?? history[0];
  return addDays(visitOn, rule.openDays);
}

export type TicketRefusal =
  | { readonly kind: 'visit-cancelled' }
  | { readonly kind: 'not-yet'; readonly visitOn: PlainDate }
  | { readonly kind: 'expired'; readonly lastDay: PlainDate };

type Visited = { readonly status: VisitStatus; readonly visitOn: PlainDate };

/** Whether a link takes an answer today: from the day of the visit to the last day, unless the visit was cancelled. */
export function checkTicket({ status, visitOn }: Visited, today: PlainDate): Result<true, TicketRefusal> {
  if (status === 'cancelled') return refuse({ kind: 'visit-cancelled' });
  if (today < visitOn) return refuse({ kind: 'not-yet', visitOn });
  const lastDay = lastAnswerDay(visitOn);
  return today > lastDay ? refuse({ kind: 'expired', lastDay }) : accept(true);
}

export type IssueRefusal =
  | TicketRefusal
  | { readonly kind: 'no-number' }
  | { readonly kind: 'too-many'; readonly most: number; readonly issued: number };

/** Whether so many more sheets can be made. They may be printed before the visit. */
export function checkIssue(
  visit: Visited,
  { wanted, issued, today }: { readonly wanted: number; readonly issued: number; readonly today: PlainDate },
): Result<true, IssueRefusal> {
  const open = checkTicket(visit, today);
  if (!open.ok && open.refusal.kind !== 'not-yet') return open;
  if (!Number.isInteger(wanted) || wanted < 1) return refuse({ kind: 'no-number' });
  if (issued + wanted > MOST_TICKETS) return refuse({ kind: 'too-many', most: MOST_TICKETS, issued });
  return accept(true);
}
