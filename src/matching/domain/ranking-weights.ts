import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

/** How many points each part of the ranking can give; together 100. */
export type RankingWeights = Validity & {
  readonly distance: number;
  readonly freeDays: number;
  readonly capLeft: number;
  readonly dormancy: number;
  readonly lastActivity: number;
  /** From this distance on there are no points for being near. */
  readonly farKilometres: number;
  /** So many days before the three years end, somebody begins to come earlier. */
  readonly dormancyNoticeDays: number;
  /** After so many days without activity somebody has waited long enough for all points. */
  readonly restDays: number;
};

/** The weights by their days: a change is another line. No source gives figures; these are the desk's own. */
const WEIGHTS: readonly RankingWeights[] = [
  {
    validFrom: plainDate('2000-04-01'),
    validUntil: null,
    distance: 40,
    freeDays: 25,
    capLeft: 15,
    dormancy: 15,
    lastActivity: 5,
    farKilometres: 100,
    dormancyNoticeDays: 365,
    restDays: 365,
  },
];

/** The weights that hold on that day. */
export function rankingWeightsOn(day: PlainDate): RankingWeights {
  const weights = WEIGHTS.find((entry) => isValidOn(entry, day));
  if (!weights) throw new Error(`no ranking weights on ${day}`);
  return weights;
}
