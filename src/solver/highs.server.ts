import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { MilpRequest, MilpResult, MilpSolver } from '#optimizer/milp.ts';
import type { LinearModel } from '#optimizer/sparse-model.ts';

/** The package's types speak of its CommonJS half; `import` gives the function itself. */
const load = loadHighs as unknown as typeof loadHighs.default;

/** Loads HiGHS (WebAssembly, one thread) as the engine's general solver. */
export async function loadMilpSolver(): Promise<MilpSolver> {
  const highs = await load();
  return (model, request) => solveWith(highs, model, request);
}

function solveWith(highs: Highs, model: LinearModel, request: MilpRequest): MilpResult {
  return highs.withModel(toHighs(model, request.kind === 'whole'), (native) => {
    native.options.set(optionsOf(request));
    let stopped = false;
    const interrupt = (event: { interrupt: () => void }): undefined => {
      if (!request.shouldStop()) return;
      stopped = true;
      event.interrupt();
    };
    const { callbackType } = highs.constants;
    native.run({
      [callbackType.simplexInterrupt]: interrupt,
      [callbackType.ipmInterrupt]: interrupt,
      [callbackType.mipInterrupt]: interrupt,
    });
    return readResult(highs, native, { request, stopped });
  });
}

/** Absolute gap 0.999 is a proof: every solution of our models has whole points, so nothing better lies in between. */
function optionsOf(request: MilpRequest): Record<string, boolean | number | string> {
  const common = { output_flag: false, random_seed: request.seed % 0x7fff_ffff };
  if (request.kind === 'relaxed') {
    return {
      ...common,
      simplex_iteration_limit: Math.min(request.workLimit, 0x7fff_ffff),
      presolve: 'off',
    };
  }
  return {
    ...common,
    mip_max_nodes: Math.min(request.workLimit, 0x7fff_ffff),
    mip_rel_gap: 0,
    mip_abs_gap: 0.999,
  };
}

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

type Ended = { readonly request: MilpRequest; readonly stopped: boolean };

function readResult(highs: Highs, native: Model, { request, stopped }: Ended): MilpResult {
  const status = statusOf(highs, native.getModelStatus(), stopped);
  const whole = request.kind === 'whole';
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
