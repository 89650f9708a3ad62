import type { MilpRequest, MilpResult } from './milp.ts';
import { goesOn, raiseBound, type Search } from './search.ts';
import { type ModelDraft, packModel, type RowInput } from './sparse-model.ts';

/** Nodes of a search tree count as so many steps. */
const STEPS_PER_NODE = 1000;

export type Relaxed = MilpResult & {
  readonly values: Float64Array;
  readonly columnDuals: Float64Array;
  /** Every column that must be whole is. */
  readonly isWhole: boolean;
};

/** Rows that a relaxed solution breaks and no whole one does. */
export type FindCuts = (values: Float64Array) => readonly RowInput[];

/**
 * Solves a model as if its columns could be fractions; null where the search ended before. The rows that cut off what is
 * found stay with the draft.
 */
export function relaxModel(search: Search, draft: ModelDraft, findCuts?: FindCuts): Relaxed | null {
  const { request } = search;
  if (request.milp == null || !goesOn(search)) return null;
  const model = packModel(draft);
  const cut = (values: Float64Array) => {
    const rows = findCuts?.(values) ?? [];
    draft.rows.push(...rows);
    return rows;
  };
  const result = request.milp(model, { ...commonOf(search), kind: 'relaxed', workLimit: stepsLeft(search), cut });
  search.steps += result.iterations;
  const { values, columnDuals } = result;
  if (result.status !== 'optimal' || values == null || columnDuals == null) return null;
  const isWhole = values.every((value, at) => model.integer[at] === 0 || isNearWhole(value));
  return { ...result, values, columnDuals, isWhole };
}

/** Solves a model in whole numbers by branch and bound, over so many nodes at most. */
export function branchModel(search: Search, draft: ModelDraft, nodeLimit = Infinity): MilpResult | null {
  const { request } = search;
  if (request.milp == null || !goesOn(search)) return null;
  const nodes = Math.min(Math.ceil(stepsLeft(search) / STEPS_PER_NODE), nodeLimit);
  const result = request.milp(packModel(draft), { ...commonOf(search), kind: 'whole', workLimit: nodes });
  search.steps += result.iterations;
  return result;
}

/** Raises the bound by branch and bound, or by as much of it as is done before the search ends. */
export function branchForBound(search: Search, draft: ModelDraft): void {
  const { request } = search;
  if (request.milp == null || !goesOn(search)) return;
  const workLimit = Math.ceil(stepsLeft(search) / STEPS_PER_NODE);
  const onBound = (bound: number) => raiseBound(search, bound);
  const result = request.milp(packModel(draft), { ...commonOf(search), kind: 'bound', workLimit, onBound });
  search.steps += result.iterations;
  raiseBound(search, result.bound);
}

export function isNearWhole(value: number): boolean {
  return Math.abs(value - Math.round(value)) < 1e-6;
}

/** Whether a column can be in a solution that is no more than a gap above the relaxed one. */
export function isWithin({ values, columnDuals }: Relaxed, column: number, gap: number): boolean {
  return (values[column] ?? 0) > 1e-7 || (columnDuals[column] ?? 0) <= gap + 1e-4;
}

function stepsLeft({ request, steps }: Search): number {
  return request.stepLimit - steps;
}

function commonOf({ request }: Search): Pick<MilpRequest, 'seed' | 'shouldStop'> {
  return { seed: request.seed, shouldStop: () => request.shouldStop?.() === true };
}
