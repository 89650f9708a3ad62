import loadHighs, { type Highs, type InterruptCallbackEvent, type Model, type ModelData } from 'highs';
import type { MilpRequest, MilpResult, MilpSolver } from '#optimizer/milp.ts';
import { type LinearModel, packRows, type RowInput } from '#optimizer/sparse-model.ts';

/** The package's types speak of its CommonJS half; `import` gives the function itself. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** Loads HiGHS (WebAssembly, one thread) as the engine's general solver. */
export async function loadMilpSolver(): Promise<MilpSolver> {
  const highs = await load();
  return (model, request) => solveWith(highs, model, request);
}

function solveWith(highs: Highs, model: LinearModel, request: MilpRequest): MilpResult {
  return highs.withModel(toHighs(model, request.kind !== 'relaxed'), (native) => {
    native.options.set(optionsOf(request, model));
    let result = runOnce(highs, native, request);
    let { iterations } = result;
    for (;;) {
      const rows = result.status === 'optimal' && result.values != null ? (request.cut?.(result.values) ?? []) : [];
      const workLimit = request.workLimit - iterations;
      if (rows.length === 0 || workLimit <= 0) return { ...result, iterations };
      native.addRows(toRows(rows, model.cost.length));
      native.options.set(optionsOf({ ...request, workLimit }, model));
      const next = runOnce(highs, native, request);
      iterations += next.iterations;
      // What was found with fewer rows holds as well.
      if (next.status !== 'optimal') return { ...result, iterations };
      result = next;
    }
  });
}

function runOnce(highs: Highs, native: Model, request: MilpRequest): MilpResult {
  let stopped = false;
  const watch = (event: InterruptCallbackEvent): undefined => {
    const { mip_dual_bound: bound } = event.data;
    if (bound != null && Number.isFinite(bound)) request.onBound?.(bound);
    if (!request.shouldStop()) return;
    stopped = true;
    event.interrupt();
  };
  const { callbackType } = highs.constants;
  native.run({
    [callbackType.simplexInterrupt]: watch,
    [callbackType.ipmInterrupt]: watch,
    [callbackType.mipInterrupt]: watch,
  });
  return readResult(highs, native, { request, stopped });
}

/** Absolute gap 0.999 is a proof: every solution of our models has whole points, so nothing better lies in between. */
function optionsOf(request: MilpRequest, model: LinearModel): Record<string, boolean | number | string> {
  const limit = Math.min(request.workLimit, 0x7fff_ffff);
  const common = { output_flag: false, random_seed: request.seed % 0x7fff_ffff };
  if (request.kind === 'relaxed') return { ...common, simplex_iteration_limit: limit, presolve: 'off' };
  const whole = { ...common, mip_max_nodes: limit, mip_rel_gap: 0, mip_abs_gap: 0.999 };
  return request.kind === 'bound' || model.cost.length < FEW_COLUMNS ? { ...whole, ...branchingOnly } : whole;
}

/** Below, branching is over before anything else would have paid. */
const FEW_COLUMNS = 200;

/** No guesses at solutions and no look at the model from other sides: they cost more than they bring a bound. */
const branchingOnly = {
  presolve: 'off',
  mip_detect_symmetry: false,
  mip_allow_restart: false,
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_heuristic_run_zi_round: false,
};

function toHighs(model: LinearModel, whole: boolean): ModelData {
  const numCols = model.cost.length;
  const numRows = model.rowLower.length;
  return {
    numCols,
    numRows,
    offset: model.offset,
    colCost: model.cost,
    colLower: model.columnLower,
    colUpper: model.columnUpper,
    rowLower: model.rowLower,
    rowUpper: model.rowUpper,
    matrix: { format: 'csr', numCols, numRows, starts: model.starts, indices: model.indices, values: model.values },
    ...(whole ? { integrality: Int32Array.from(model.integer) } : {}),
  };
}

function toRows(rows: readonly RowInput[], numCols: number): Parameters<Model['addRows']>[0] {
  const { rowLower, rowUpper, starts, indices, values } = packRows(rows);
  const matrix = { format: 'csr', numCols, numRows: rows.length, starts, indices, values } as const;
  return { lower: rowLower, upper: rowUpper, matrix };
}

type Ended = { readonly request: MilpRequest; readonly stopped: boolean };

function readResult(highs: Highs, native: Model, { request, stopped }: Ended): MilpResult {
  const status = statusOf(highs, native.getModelStatus(), stopped);
  const whole = request.kind !== 'relaxed';
  const feasible = Number(native.info.get('primal_solution_status')) === 2;
  const solution = feasible ? native.getSolution() : null;
  const objective = feasible ? native.getObjectiveValue() : Infinity;
  const optimalRelaxed = !whole && status === 'optimal';
  return {
    status,
    values: solution?.colValue ?? null,
    objective,
    bound: boundOf(native, { whole, objective: status === 'optimal' ? objective : -Infinity }),
    columnDuals: optimalRelaxed ? (solution?.colDual ?? null) : null,
    iterations: Number(native.info.get('simplex_iteration_count')),
  };
}

function boundOf(native: Model, at: { whole: boolean; objective: number }): number {
  if (!at.whole) return at.objective;
  const bound = Number(native.info.get('mip_dual_bound'));
  return Number.isFinite(bound) ? bound : -Infinity;
}

function statusOf(highs: Highs, code: number, stopped: boolean): MilpResult['status'] {
  const { modelStatus } = highs.constants;
  if (stopped) return 'stopped';
  if (code === modelStatus.optimal || code === modelStatus.empty) return 'optimal';
  if (code === modelStatus.infeasible || code === modelStatus.unboundedOrInfeasible) return 'infeasible';
  return 'limit';
}
