import { draftModel } from './linear-model.ts';
import type { MilpResult } from './milp.ts';
import type { OptionGroup } from './option-groups.ts';
import { goesOn, raiseBound, type Search } from './search.ts';
import { packModel } from './sparse-model.ts';

/** Nodes of a search tree count as so many steps. */
const STEPS_PER_NODE = 1000;

/** How many options of each group are chosen, and whether nothing is better. */
export type GroupChoice = {
  readonly groups: readonly OptionGroup[];
  readonly values: Float64Array;
  readonly best: boolean;
};

export type WholeRequest = {
  readonly groups: readonly OptionGroup[];
  /** The model is a relaxation or the problem itself, so what it proves is a bound for all solutions. */
  readonly proves: boolean;
  readonly nodeLimit?: number;
  /** Nothing is priced out: the gap is known to be wide. */
  readonly wide?: boolean;
  /** Where the best solution known is far from the relaxation, its bound is all that is asked for. */
  readonly onlyNear?: boolean;
  /** Told of the relaxed solution: how much of each group, before anything is made whole. */
  readonly onRelaxed?: (values: Float64Array) => void;
};

/** Half a thousandth: what team sessions usually leave between the relaxation and the best solution. */
const FIRST_GAP = 0.0005;
/** More than team sessions alone leave once their relaxation is rounded. */
const FAR = 0.03;
/** Up to so many times the guess, one round is quicker than two. */
const NEAR = 4;

/**
 * Solves the model over groups in whole numbers. First as a relaxation, whose reduced costs say by how much each group
 * would raise the bound; then only with the groups that can be in a solution within a gap of the bound (pricing out by
 * reduced costs). The gap is that of the best solution known, or a smaller guess; where the best solution found with it
 * is worse than the guess, that solution is the true gap of a second and last round.
 */
export function solveWhole(search: Search, request: WholeRequest): GroupChoice | null {
  const { groups, proves } = request;
  const relaxed = relax(search, groups);
  if (relaxed?.columnDuals == null || relaxed.values == null) return null;
  if (proves) raiseBound(search, relaxed.objective);
  if (relaxed.isWhole) return { groups, values: relaxed.values, best: true };
  request.onRelaxed?.(relaxed.values);
  const known = proves && search.best != null ? search.best.points - relaxed.objective : Infinity;
  if (request.onlyNear === true && known > relaxed.objective * FAR) return null;
  let gap = request.wide === true ? Infinity : firstGap(known, relaxed.objective);
  let found: GroupChoice | null = null;
  while (goesOn(search)) {
    const within = groups.filter((group, at) => isWithin(relaxed, { group, at, gap }));
    const all = within.length === groups.length;
    const result = branch(search, { ...request, groups: within });
    if (result?.values == null) return found;
    const best = result.status === 'optimal' && (all || result.objective <= relaxed.objective + gap + 0.5);
    if (proves) raiseBound(search, all ? result.bound : Math.min(result.bound, relaxed.objective + gap));
    found = { groups: within, values: result.values, best };
    if (best || result.status !== 'optimal') return found;
    gap = Math.min(known, result.objective - relaxed.objective);
  }
  return found;
}

/** Where the best solution known is far, a small guess would only be made in vain; where it is near, in one go too. */
function firstGap(known: number, objective: number): number {
  const guess = Math.ceil(objective * FIRST_GAP) + 10;
  const inOneGo = known < NEAR * guess || known > objective * FAR;
  return Number.isFinite(known) && inOneGo ? known : guess;
}

type Candidate = { readonly group: OptionGroup; readonly at: number; readonly gap: number };

function isWithin({ values, columnDuals }: MilpResult, { at, gap }: Candidate): boolean {
  return (values?.[at] ?? 0) > 1e-7 || (columnDuals?.[at] ?? 0) <= gap + 1e-4;
}

type Relaxed = MilpResult & { readonly isWhole: boolean };

function relax(search: Search, groups: readonly OptionGroup[]): Relaxed | null {
  const { request, index } = search;
  if (request.milp == null || !goesOn(search)) return null;
  const model = packModel(draftModel(index, groups).draft);
  const result = request.milp(model, {
    kind: 'relaxed',
    seed: request.seed,
    workLimit: request.stepLimit - search.steps,
    shouldStop: () => request.shouldStop?.() === true,
  });
  search.steps += result.iterations;
  if (result.status !== 'optimal' || result.values == null) return null;
  return { ...result, isWhole: result.values.every((value, at) => model.integer[at] === 0 || isNearWhole(value)) };
}

function isNearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

function branch(search: Search, { groups, nodeLimit }: WholeRequest): MilpResult | null {
  const { request, index } = search;
  if (request.milp == null) return null;
  const left = Math.ceil((request.stepLimit - search.steps) / STEPS_PER_NODE);
  const result = request.milp(packModel(draftModel(index, groups).draft), {
    kind: 'whole',
    seed: request.seed,
    workLimit: Math.min(left, nodeLimit ?? Infinity),
    shouldStop: () => request.shouldStop?.() === true,
  });
  search.steps += result.iterations;
  return result;
}
