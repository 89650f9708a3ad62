import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { remainingVisits } from '#instructor/domain/dormancy.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import { judgeCandidate, type Verdict } from './eligibility.ts';
import { dayBlock, proposedDays, type DayBlock } from './free-days.ts';

/** 割当. The days on which an instructor is sent for a request, early to late. */
export type Assignment = { readonly days: readonly PlainDate[] };

/** Why an assignment is not made. */
export type AssignmentRefusal =
  | { readonly kind: 'no-day' }
  | {
      readonly kind: 'day-not-free';
      readonly days: readonly { readonly day: PlainDate; readonly block: DayBlock | 'not-proposed' }[];
    }
  | { readonly kind: 'not-eligible'; readonly verdicts: readonly Verdict[] }
  | { readonly kind: 'too-many-days'; readonly chosen: number; readonly open: number }
  | { readonly kind: 'over-cap'; readonly chosen: number; readonly left: number };

type Choice = {
  readonly candidate: CandidateFacts;
  readonly request: RequestFacts;
  readonly corner: CornerFacts;
  readonly chosen: readonly PlainDate[];
};

/** Whether an instructor may be sent on the chosen days: free on each of them, eligible by every rule, and not more days than are wished or left. */
export function decideAssignment({
  candidate,
  request,
  corner,
  chosen,
}: Choice): Result<Assignment, AssignmentRefusal> {
  if (chosen.length === 0) return refuse({ kind: 'no-day' });
  const proposed = proposedDays(request, corner);
  const blocked = chosen.flatMap((day) => {
    const block = proposed.includes(day) ? dayBlock(candidate, day) : ('not-proposed' as const);
    return block === undefined ? [] : [{ day, block }];
  });
  if (blocked.length > 0) return refuse({ kind: 'day-not-free', days: blocked });
  const { eligible, verdicts } = judgeCandidate({ candidate, request, corner, days: proposed });
  if (!eligible) return refuse({ kind: 'not-eligible', verdicts: verdicts.filter(({ passed }) => !passed) });
  if (chosen.length > request.openSessions)
    return refuse({ kind: 'too-many-days', chosen: chosen.length, open: request.openSessions });
  const left = remainingVisits(candidate.yearlyCap, candidate);
  if (left !== null && chosen.length > left) return refuse({ kind: 'over-cap', chosen: chosen.length, left });
  return accept({ days: chosen.toSorted() });
}

const MINUTES_AN_HOUR = 60;
const MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

/** The end of a session that begins at HH:MM and lasts so many minutes; null where it is not known or not on the same day. */
export function sessionEnd(startsAt: string | null, minutes: number | null): string | null {
  if (startsAt === null || minutes === null) return null;
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  const end = hour * MINUTES_AN_HOUR + minute + minutes;
  if (end >= MINUTES_A_DAY) return null;
  return [Math.floor(end / MINUTES_AN_HOUR), end % MINUTES_AN_HOUR]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
