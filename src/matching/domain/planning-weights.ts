import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { constraints, type SoftConstraintId, type Weights } from '#optimizer/constraint.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';

/** The least and the most points that a chief may give one unit of a constraint. */
export type WeightLimits = Readonly<Record<SoftConstraintId, { readonly least: number; readonly most: number }>>;

type PlanningWeights = Validity & {
  readonly weights: Weights;
  readonly limits: WeightLimits;
  /** Units of an unserved session by priority of the request: 1 is high, 3 is low. */
  readonly urgency: Readonly<Record<number, number>>;
};

const upTo = (most: number) => ({ least: 0, most });

/**
 * The weights by their days: a change is another line. No source gives figures; these are the desk's own. An unserved
 * session of usual urgency (2 units) outweighs 600 km, so that travel orders the choice and never refuses a host.
 */
const WEIGHTS: readonly PlanningWeights[] = [
  {
    validFrom: plainDate('2000-04-01'),
    validUntil: null,
    weights: {
      'unserved-session': 300,
      'plan-target': 200,
      'travel-distance': 1,
      budget: 50,
      continuity: 40,
      fairness: 2,
      dormancy: 30,
      'month-spread': 20,
      'new-alone': 25,
      stability: 100,
    },
    limits: {
      // Without it the best plan would be to send nobody.
      'unserved-session': { least: 1, most: 10_000 },
      'plan-target': upTo(10_000),
      'travel-distance': upTo(1_000),
      budget: upTo(10_000),
      continuity: upTo(10_000),
      fairness: upTo(1_000),
      dormancy: upTo(10_000),
      'month-spread': upTo(10_000),
      'new-alone': upTo(10_000),
      stability: upTo(10_000),
    },
    urgency: { 1: 4, 2: 2, 3: 1 },
  },
];

const USUAL_PRIORITY = 2;

function planningWeightsOn(day: PlainDate): PlanningWeights {
  const found = WEIGHTS.find((entry) => isValidOn(entry, day));
  if (!found) throw new Error(`no planning weights on ${day}`);
  return found;
}

/** The weights that hold on that day where the corner set none. */
export function defaultWeightsOn(day: PlainDate): Weights {
  return planningWeightsOn(day).weights;
}

/** What a chief may set on that day. */
export function weightLimitsOn(day: PlainDate): WeightLimits {
  return planningWeightsOn(day).limits;
}

/** How much an unserved session of a priority counts on that day; a request without one counts as usual. */
export function urgencyOn(day: PlainDate, priority: number | null): number {
  const { urgency } = planningWeightsOn(day);
  return urgency[priority ?? USUAL_PRIORITY] ?? urgency[USUAL_PRIORITY] ?? 1;
}

/** The soft constraints in the order of every listing. */
export const weighedConstraints: readonly SoftConstraintId[] = constraints.flatMap(({ id, level }) =>
  level === 'soft' ? [id] : [],
);

/** 重み. The weights of a calculation: the corner's own where set, else those of the day. */
export function weightsWith(own: Partial<Weights>, day: PlainDate): Weights {
  return { ...defaultWeightsOn(day), ...own };
}

/** Weights that are no whole number or outside of what may be set. */
export function findWrongWeights(own: Partial<Weights>, day: PlainDate): readonly SoftConstraintId[] {
  const limits = weightLimitsOn(day);
  return weighedConstraints.filter((rule) => {
    const weight = own[rule];
    if (weight === undefined) return false;
    return !Number.isSafeInteger(weight) || weight < limits[rule].least || weight > limits[rule].most;
  });
}
