import { branchForBound } from './ask-milp.ts';
import { likeGroups, singleGroups } from './option-groups.ts';
import type { Problem } from './problem.ts';
import { heldShares, roundTeams } from './round-teams.ts';
import { goesOn, offerSolution, type Search } from './search.ts';
import { improveBest } from './search-around.ts';
import { solveAround } from './solve-flow.ts';
import { relaxPeople } from './relax-people.ts';
import { settlePeople } from './settle-people.ts';
import { type GroupChoice, solveWhole } from './whole-model.ts';

/**
 * Solves a problem that is no network by its linear relaxation: the team sessions that it holds are rounded, around
 * which the rest is a flow; what is left between that solution and the bound is settled by branch and bound over the few
 * options that could be better.
 */
export function solveTeams(search: Search): void {
  const { length } = search.index.problem.options;
  const isSmall = length < FEW_OPTIONS;
  const isLarge = length >= MANY_OPTIONS;
  if (isLarge && hasSideCosts(search.index.problem)) {
    const people = relaxPeople(search);
    if (people != null) {
      settlePeople(search, people);
      branchForBound(search, people.draft);
    }
    if (!goesOn(search)) return;
  }
  const groups = singleGroups(search.index);
  const onRelaxed = (values: Float64Array) => {
    roundAll(search, values);
    if (isSmall) return;
    improveBest(search);
    if (isFar(search) && !isLarge) solveByPeople(search);
  };
  const found = solveWhole(search, { groups, proves: true, onRelaxed });
  if (found != null) offerSolution(search, optionsOf(found));
}

/** Below, branching over everything is quicker than looking for something better first. */
const FEW_OPTIONS = 500;
/** From so many options on, people are settled by rounding before anything is branched over. */
const MANY_OPTIONS = 50_000;

/** Costs that join many sessions: with them the relaxation of single options alone takes long. */
function hasSideCosts({ weights }: Problem): boolean {
  return [weights.continuity, weights['month-spread'], weights.budget, weights['new-alone']].some(
    (weight) => weight > 0,
  );
}

/** More than a two-hundredth between the best solution and the bound: branching over everything would take long. */
function isFar({ best, bound }: Search): boolean {
  return best == null || best.points - bound > bound / 200;
}

/** Rounds down, up and in the middle: which is best depends on how scarce people are. */
function roundAll(search: Search, values: ArrayLike<number>): void {
  const shares = heldShares(search.index, values);
  const tried = new Set<string>();
  for (const least of [0.5, 0.99, 0.01]) {
    const held = roundTeams(search.index, shares, least);
    const key = held.join();
    if (tried.has(key)) continue;
    tried.add(key);
    const found = solveAround(search.index, held);
    if (found == null) continue;
    search.steps += found.steps;
    offerSolution(search, found.chosen);
  }
}

function optionsOf({ groups, values }: GroupChoice): number[] {
  return groups.flatMap((group, at) => ((values[at] ?? 0) > 0.5 ? group.options : []));
}

/**
 * Chooses people without saying on which day each comes, where that makes no difference to the points: a far smaller
 * model, whose optimum is a bound. Days are then found among the options of those people and of the best solution.
 */
function solveByPeople(search: Search): void {
  const { index } = search;
  const choice = solveWhole(search, { groups: likeGroups(index), proves: true, wide: true });
  if (choice == null) return;
  const allowed = new Set([...optionsOf(choice), ...(search.best?.chosen ?? [])]);
  const groups = singleGroups(index).filter(({ options: [option = -1] }) => allowed.has(option));
  const found = solveWhole(search, { groups, proves: false, nodeLimit: 200 });
  if (found != null) offerSolution(search, optionsOf(found));
}
