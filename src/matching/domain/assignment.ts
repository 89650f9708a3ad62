import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { remainingVisits } from '#instructor/domain/dormancy.ts';
import type { CandidateFacts, CornerFacts, RequestFacts, RequestSession } from './candidate.ts';
import { judgeCandidate, type Verdict } from './eligibility.ts';
import { dayBlock, monthOf, visitsInMonth, type DayBlock } from './free-days.ts';
import { sessionsLeft, type HostCap } from './host-cap.ts';
import { appointmentOn, findIncomplete, isServed, openDays } from './request-session.ts';

/** 割当. The days on which an instructor is sent for a request, early to late. */
export type Assignment = {
  readonly days: readonly PlainDate[];
  /** Of these days the sessions that stand already and get one more instructor; for the others a visit is planned. */
  readonly joined: readonly RequestSession[];
};

/** Why a day cannot be chosen: of the person, or because the request is not served on it, is served fully, or at another time. */
export type ChoiceBlock = DayBlock | 'not-proposed' | 'served' | 'other-time';

/** Why an assignment is not made. */
export type AssignmentRefusal =
  | { readonly kind: 'no-day' }
  | {
      readonly kind: 'day-not-free';
      readonly days: readonly { readonly day: PlainDate; readonly block: ChoiceBlock }[];
    }
  | { readonly kind: 'not-eligible'; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'too-many-days'; readonly chosen: number; readonly open: number }
  | ({ readonly kind: 'over-host-cap'; readonly chosen: number; readonly left: number } & HostCap)
  | { readonly kind: 'over-cap'; readonly chosen: number; readonly left: number }
  | { readonly kind: 'over-month-cap'; readonly month: string; readonly chosen: number; readonly left: number };

type Choice = {
  readonly candidate: CandidateFacts;
  readonly request: RequestFacts;
  readonly corner: CornerFacts;
  readonly chosen: readonly PlainDate[];
  /** HH:MM of the sessions that are planned anew; null where it is open. */
  readonly startsAt: string | null;
};

/**
 * Whether an instructor may be sent on the chosen days: free on each of them, eligible by every rule, and not more days than
 * are wished, than the host may have, or than the person takes on.
 */
export function decideAssignment(choice: Choice): Result<Assignment, AssignmentRefusal> {
  const { candidate, corner, chosen, startsAt } = choice;
  if (chosen.length === 0) return refuse({ kind: 'no-day' });
  const request = { ...choice.request, wishedStart: startsAt };
  const days = openDays(request, corner);
  const blocked = chosen.flatMap((day) => {
    const block = choiceBlock({ ...choice, request }, day, days);
    return block === undefined ? [] : [{ day, block }];
  });
  if (blocked.length > 0) return refuse({ kind: 'day-not-free', days: blocked });
  const { eligible, verdicts } = judgeCandidate({ candidate, request, corner, days });
  if (!eligible) return refuse({ kind: 'not-eligible', verdicts: verdicts.filter(({ passed }) => !passed) });
  const joined = chosen.toSorted().flatMap((day) => findIncomplete(request, day) ?? []);
  const over = overHost(request, chosen.length - joined.length) ?? overPerson(candidate, chosen);
  return over ? refuse(over) : accept({ days: chosen.toSorted(), joined });
}

function choiceBlock(
  { candidate, request, corner, startsAt }: Choice,
  day: PlainDate,
  days: readonly PlainDate[],
): ChoiceBlock | undefined {
  if (!days.includes(day)) return isServed(request, day) ? 'served' : 'not-proposed';
  const planned = findIncomplete(request, day)?.startsAt ?? null;
  if (planned !== null && startsAt !== null && planned !== startsAt) return 'other-time';
  return dayBlock(candidate, appointmentOn(request, day), corner.travel);
}

/** Days beyond what is wished, or beyond what the 派遣の基準 let the host have (domain.md §5.3). */
function overHost({ openSessions, hostCap }: RequestFacts, chosen: number): AssignmentRefusal | undefined {
  if (chosen > openSessions) return { kind: 'too-many-days', chosen, open: openSessions };
  const left = sessionsLeft(hostCap);
  return hostCap === null || left === null || chosen <= left
    ? undefined
    : { kind: 'over-host-cap', chosen, left, ...hostCap };
}

/** Days beyond what the person takes on in the 年度 or in one of the months. */
function overPerson(candidate: CandidateFacts, chosen: readonly PlainDate[]): AssignmentRefusal | undefined {
  const left = remainingVisits(candidate.yearlyCap, candidate);
  if (left !== null && chosen.length > left) return { kind: 'over-cap', chosen: chosen.length, left };
  for (const month of new Set(chosen.toSorted().map(monthOf))) {
    const leftThen = leftInMonth(candidate, month);
    const then = chosen.filter((day) => monthOf(day) === month).length;
    if (then > leftThen) return { kind: 'over-month-cap', month, chosen: then, left: leftThen };
  }
  return undefined;
}

function leftInMonth(candidate: CandidateFacts, month: string): number {
  return candidate.monthlyCap === null ? Infinity : Math.max(0, candidate.monthlyCap - visitsInMonth(candidate, month));
}

/** Of free days the first ones that may be chosen together: as many as are open, and within the caps of the person. */
export function preselectDays(
  candidate: CandidateFacts,
  freeDays: readonly PlainDate[],
  open: number,
): readonly PlainDate[] {
  const most = Math.min(open, remainingVisits(candidate.yearlyCap, candidate) ?? open);
  const chosen: PlainDate[] = [];
  for (const day of freeDays) {
    const month = monthOf(day);
    const then = chosen.filter((other) => monthOf(other) === month).length;
    if (chosen.length < most && then < leftInMonth(candidate, month)) chosen.push(day);
  }
  return chosen;
}
