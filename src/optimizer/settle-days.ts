import { branchModel, isNearWhole, isWithin, type Relaxed } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import { type OptionGroup, singleGroups } from './option-groups.ts';
import { optionAt, slotOf } from './problem-index.ts';
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

/** Points by which an option may raise the relaxation and still be branched over. */
const NEAR_OPTIONS = 0.1;
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
  polishBest(search);
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

/** Keeps every task that is whole as it is, and decides the others in whole numbers. */
function branchOverFractions(search: Search, { groups, relaxed, settled }: RelaxedDays): void {
  const open = tasksOfFractions(search, { groups, relaxed });
  const isOpen = ({ task }: OptionGroup) => open.has(task);
  const kept = groups.filter((group, at) =>
    isOpen(group) ? isWithin(relaxed, at, NEAR_OPTIONS) : (relaxed.values[at] ?? 0) > 0.5,
  );
  const model = draftModel(search.index, kept);
  holdSettled(model, settled);
  kept.forEach((group, at) => {
    const column = model.draft.columns[at];
    if (column != null && !isOpen(group)) column.lower = 1;
  });
  const result = branchModel(search, model.draft, NODES);
  const { values } = result ?? {};
  if (values == null) return;
  offerSolution(
    search,
    kept.flatMap(({ options }, at) => ((values[at] ?? 0) > 0.5 ? options : [])),
  );
}

function tasksOfFractions({ index }: Search, { groups, relaxed }: Omit<RelaxedDays, 'settled'>): Set<number> {
  const open = new Set<number>();
  groups.forEach(({ task, options: [option = 0] }, at) => {
    if (!isNearWhole(relaxed.values[at] ?? 0) && optionAt(index.problem, option).pinned === false) open.add(task);
  });
  return open;
}
