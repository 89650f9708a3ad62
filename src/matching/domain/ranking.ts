import { dormancyOf, remainingVisits, type Dormancy } from '#instructor/domain/dormancy.ts';
import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import { judgeCandidate, type Eligibility } from './eligibility.ts';
import { rankingWeightsOn, type RankingWeights } from './ranking-weights.ts';
import { openDays } from './request-session.ts';
import { kilometresFrom } from '#schedule/domain/travel-time.ts';

/** 適否の理由. One part of the order: its points of how many, and the facts they come from. */
export type RankingReason = { readonly points: number; readonly most: number } & (
  | { readonly part: 'distance'; readonly kilometres: number | null }
  | { readonly part: 'free-days'; readonly days: number; readonly wanted: number }
  | { readonly part: 'cap-left'; readonly left: number | null; readonly cap: number | null }
  | { readonly part: 'dormancy'; readonly dormancy: Dormancy }
  | { readonly part: 'last-activity'; readonly lastActivityOn: PlainDate | null }
);

export type RankedCandidate = {
  readonly candidate: CandidateFacts;
  readonly eligibility: Eligibility;
  readonly kilometres: number | null;
  readonly reasons: readonly RankingReason[];
  /** Sum of the points, at most 100, in tenths. */
  readonly score: number;
};

/** 候補の順位. Who may take the request, best first, and who may not. */
export type Ranking = {
  readonly days: readonly PlainDate[];
  readonly ranked: readonly RankedCandidate[];
  readonly excluded: readonly { readonly candidate: CandidateFacts; readonly eligibility: Eligibility }[];
};

/** Judges every candidate and orders those who may take the request. The order is total: equal points go by distance, then by number. */
export function rankCandidates(
  candidates: readonly CandidateFacts[],
  request: RequestFacts,
  corner: CornerFacts,
): Ranking {
  const days = openDays(request, corner);
  const judged = candidates.map((candidate) => ({
    candidate,
    eligibility: judgeCandidate({ candidate, request, corner, days }),
  }));
  return {
    days,
    ranked: judged
      .filter(({ eligibility }) => eligibility.eligible)
      .map(({ candidate, eligibility }) => scoreCandidate({ candidate, eligibility, request, today: corner.today }))
      .toSorted(compareCandidates),
    excluded: judged
      .filter(({ eligibility }) => !eligibility.eligible)
      .toSorted(
        (left, right) =>
          compareText(left.candidate.number, right.candidate.number) ||
          compareText(left.candidate.id, right.candidate.id),
      ),
  };
}

/** Negative where the left one comes first. */
export function compareCandidates(left: RankedCandidate, right: RankedCandidate): number {
  return (
    right.score - left.score ||
    (left.kilometres ?? Infinity) - (right.kilometres ?? Infinity) || // Infinity - Infinity is NaN, which is no difference either.
    compareText(left.candidate.number, right.candidate.number) ||
    compareText(left.candidate.id, right.candidate.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

type Scoring = {
  readonly candidate: CandidateFacts;
  readonly eligibility: Eligibility;
  readonly request: RequestFacts;
  readonly today: PlainDate;
};

function scoreCandidate({ candidate, eligibility, request, today }: Scoring): RankedCandidate {
  const weights = rankingWeightsOn(today);
  const kilometres = kilometresFrom(candidate.municipalityCode, request.municipalityCode);
  const reasons = [
    distanceReason(kilometres, weights),
    freeDaysReason(eligibility.freeDays.length, { wanted: Math.max(1, request.openSessions), weights }),
    capReason(candidate, weights),
    dormancyReason(candidate, { today, weights }),
    activityReason(candidate, { today, weights }),
  ];
  const tenths = reasons.reduce((sum, { points }) => sum + Math.round(points * 10), 0);
  return { candidate, eligibility, kilometres, reasons, score: tenths / 10 };
}

function distanceReason(kilometres: number | null, { distance: most, farKilometres }: RankingWeights): RankingReason {
  return {
    part: 'distance',
    kilometres,
    most,
    points: share(kilometres === null ? 0 : 1 - kilometres / farKilometres, most),
  };
}

function freeDaysReason(
  days: number,
  { wanted, weights }: { readonly wanted: number; readonly weights: RankingWeights },
): RankingReason {
  return { part: 'free-days', days, wanted, most: weights.freeDays, points: share(days / wanted, weights.freeDays) };
}

/** The more of the yearly cap is left, the earlier: the work spreads over the instructors. */
function capReason(
  { yearlyCap: cap, held, planned }: CandidateFacts,
  { capLeft: most }: RankingWeights,
): RankingReason {
  const left = remainingVisits(cap, { held, planned });
  return {
    part: 'cap-left',
    left,
    cap,
    most,
    points: share(cap === null || left === null ? 1 : left / Math.max(1, cap), most),
  };
}

type OnDay = { readonly today: PlainDate; readonly weights: RankingWeights };

/** Who is near three years without activity, or beyond, comes earlier (domain.md §5.2). */
function dormancyReason({ lastActivityOn, certifiedOn }: CandidateFacts, { today, weights }: OnDay): RankingReason {
  const dormancy = dormancyOf({ lastActivityOn, certifiedOn, today });
  const daysLeft = dormancy.kind === 'unknown' ? Infinity : daysBetween(today, dormancy.lastDay);
  return {
    part: 'dormancy',
    dormancy,
    most: weights.dormancy,
    points: share(1 - daysLeft / weights.dormancyNoticeDays, weights.dormancy),
  };
}

/** Whoever was out most recently lets the others go first. */
function activityReason({ lastActivityOn }: CandidateFacts, { today, weights }: OnDay): RankingReason {
  const rested = lastActivityOn === null ? 1 : daysBetween(lastActivityOn, today) / weights.restDays;
  return {
    part: 'last-activity',
    lastActivityOn,
    most: weights.lastActivity,
    points: share(rested, weights.lastActivity),
  };
}

/** A fraction of the points, cut to 0 and 1, in tenths. */
function share(fraction: number, most: number): number {
  return Math.round(Math.min(1, Math.max(0, fraction)) * most * 10) / 10;
}
