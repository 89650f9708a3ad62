import type { PlanningFacts } from './planning-facts.ts';
import type { Remedy, RemedyChange } from './proposal.ts';

/** So many first changes are tried with every second one: a search of two takes as many times what one takes. */
const MOST_FIRST = 8;

/** A change that is made to begin with, and the facts with it. */
export type FirstChange = { readonly change: RemedyChange; readonly facts: PlanningFacts };

type SingleRemedy = { readonly points: number } & RemedyChange;

/** What else would help where facts are changed already: a single change that was tried by the ordinary rules. */
export type FindSecond = (facts: PlanningFacts) => SingleRemedy | null;

/**
 * Two changes where no single one is enough: of the cheapest kind of second change, that with which the whole gains most.
 * Beyond the bound nothing is tried; null where no pair helps.
 */
export function findPair(firsts: readonly FirstChange[], seconds: readonly FindSecond[]): Remedy | null {
  const some = firsts.slice(0, MOST_FIRST);
  for (const find of seconds) {
    const pairs = some.flatMap(({ change, facts }): Remedy[] => {
      const second = find(facts);
      if (!second) return [];
      const { points, ...other } = second;
      return [{ kind: 'pair', changes: [change, other], points }];
    });
    const [best] = pairs.toSorted((left, right) => left.points - right.points);
    if (best) return best;
  }
  return null;
}
