import { branchModel, isWithin, relaxModel } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import type { OptionGroup } from './option-groups.ts';
import { goesOn, raiseBound, type Search } from './search.ts';
import { findShareCuts } from './share-cuts.ts';
import type { ModelDraft, RowInput } from './sparse-model.ts';

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
  const model = draftModel(search.index, groups);
  const { length } = model.draft.rows;
  const relaxed = relaxModel(search, model.draft, (values) => findShareCuts(model, values));
  if (relaxed == null) return null;
  if (proves) raiseBound(search, relaxed.objective);
  if (relaxed.isWhole) return { groups, values: relaxed.values, best: true };
  request.onRelaxed?.(relaxed.values);
  const known = proves && search.best != null ? search.best.points - relaxed.objective : Infinity;
  let gap = request.wide === true ? Infinity : firstGap(known, relaxed.objective);
  let found: GroupChoice | null = null;
  while (goesOn(search)) {
    const within = groups.filter((_, at) => isWithin(relaxed, at, gap));
    const all = within.length === groups.length;
    const { draft } = draftModel(search.index, within);
    const cuts = model.draft.rows.slice(length);
    draft.rows.push(...carryRows(cuts, { from: { groups, draft: model.draft }, to: { groups: within, draft } }));
    const result = branchModel(search, draft, request.nodeLimit);
    if (result?.values == null) return found;
    const best = result.status === 'optimal' && (all || result.objective <= relaxed.objective + gap + 0.5);
    if (proves) raiseBound(search, all ? result.bound : Math.min(result.bound, relaxed.objective + gap));
    found = { groups: within, values: result.values, best };
    if (best || result.status !== 'optimal' || result.objective < search.bound + 0.5) return found;
    gap = Math.min(known, result.objective - relaxed.objective);
  }
  return found;
}

type Place = { readonly groups: readonly OptionGroup[]; readonly draft: ModelDraft };

/** Rows of one model for another of fewer groups: columns that it does not have are 0. */
function carryRows(rows: readonly RowInput[], { from, to }: { readonly from: Place; readonly to: Place }): RowInput[] {
  const columnOf = new Map<OptionGroup | string, number>();
  to.groups.forEach((group, at) => columnOf.set(group, at));
  to.draft.columns.slice(to.groups.length).forEach(({ name }, at) => columnOf.set(name, to.groups.length + at));
  return rows.map(({ columns, values, ...row }) => {
    const kept = columns.flatMap((column, at) => {
      const into = columnOf.get(from.groups[column] ?? from.draft.columns[column]?.name ?? '');
      const value = typeof values === 'object' ? (values[at] ?? 0) : (values ?? 1);
      return into == null ? [] : [{ into, value }];
    });
    return { ...row, columns: kept.map(({ into }) => into), values: kept.map(({ value }) => value) };
  });
}

/** Where the best solution known is far, a small guess would only be made in vain; where it is near, in one go too. */
function firstGap(known: number, objective: number): number {
  const guess = Math.ceil(objective * FIRST_GAP) + 10;
  const inOneGo = known < NEAR * guess || known > objective * FAR;
  return Number.isFinite(known) && inOneGo ? known : guess;
}
