import { branchModel, isNearWhole, type Relaxed } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import { type OptionGroup, singleGroups } from './option-groups.ts';
import { slotOf } from './problem-index.ts';
import { heldShares, roundTeams } from './round-teams.ts';
import { offerSolution, type Search } from './search.ts';
import { polishBest } from './search-around.ts';
import { holdSettled, relaxAround, type Settled } from './settled.ts';
import { solveAround } from './solve-flow.ts';

type Days = {
  readonly settled: Settled;
  /** The options that are looked at. */
  readonly options: ReadonlySet<number>;
};

/** Nodes of the search over what stays a fraction. */
const NODES = 50;

/**
 * Finds the days once the people are settled: the relaxation over days is rounded, and what is whole in it already stays
 * while the few tasks that are fractions are branched over.
 */
export function settleDays(search: Search, { settled, options }: Days): void {
  const groups = singleGroups(search.index).filter(({ options: [option = -1] }) => options.has(option));
  const relaxed = relaxAround(search, groups, settled);
  if (relaxed == null) return;
  roundAround(search, { groups, relaxed, settled });
  branchOverFractions(search, { groups, relaxed, settled });
  polishBest(search);
}

type RelaxedDays = {
  readonly groups: readonly OptionGroup[];
  readonly relaxed: Relaxed;
  readonly settled: Settled;
};

/** Rounds team sessions in two ways; whoever is not settled for a task costs what a further person does. */
function roundAround(search: Search, { groups, relaxed, settled }: RelaxedDays): void {
  const { index } = search;
  const { problem } = index;
  const values = new Float64Array(problem.options.length);
  groups.forEach(({ options: [option = 0] }, at) => (values[option] = relaxed.values[at] ?? 0));
  const surcharge = Float64Array.from(problem.options, ({ worker }, option) => {
    const people = settled.get(slotOf(problem, option).task);
    return people == null || people.has(worker) ? 0 : problem.weights.continuity;
  });
  const shares = heldShares(index, values);
  for (const least of [0.5, 0.01]) {
    const found = solveAround(index, roundTeams(index, shares, least), surcharge);
    if (found == null) continue;
    search.steps += found.steps;
    offerSolution(search, found.chosen);
  }
}

/** Keeps every task that is whole in the relaxation, and decides the others among what stands in it. */
function branchOverFractions(search: Search, { groups, relaxed, settled }: RelaxedDays): void {
  const valueOf = (at: number) => relaxed.values[at] ?? 0;
  const open = new Set(groups.flatMap(({ task }, at) => (isNearWhole(valueOf(at)) ? [] : [task])));
  const kept = groups.filter((_, at) => valueOf(at) > 1e-6);
  const model = draftModel(search.index, kept);
  holdSettled(model, settled);
  kept.forEach(({ task }, at) => {
    const column = model.draft.columns[at];
    if (column != null && !open.has(task)) column.lower = 1;
  });
  const { values } = branchModel(search, model.draft, NODES) ?? {};
  if (values == null) return;
  const chosen = kept.filter((_, at) => (values[at] ?? 0) > 0.5);
  offerSolution(
    search,
    chosen.flatMap(({ options }) => options),
  );
}
