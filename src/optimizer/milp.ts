import type { LinearModel } from './sparse-model.ts';

/** What a general solver is asked for. Every limit is a count of its own work, never a time. */
export type MilpRequest = {
  /** `relaxed` lets every column be a fraction and answers with duals. */
  readonly kind: 'relaxed' | 'whole';
  readonly seed: number;
  /** Iterations of the simplex method when relaxed, nodes of the search tree when whole. */
  readonly workLimit: number;
  /** A basis of the same model's columns and rows to start from; only when relaxed. */
  readonly basis?: Basis;
  /** A value for each column; a solution that the search starts with. */
  readonly start?: Float64Array;
  /** Only solutions below are of interest; only when whole. */
  readonly cutoff?: number;
  readonly shouldStop: () => boolean;
  /** Told of each better solution and of the bound, only when whole. */
  readonly onSolution?: (values: Float64Array, bound: number) => void;
};

/** Where each column and row stands: 0 at lower, 1 basic, 2 at upper, 3 zero, 4 non-basic. */
export type Basis = { readonly columns: Int32Array; readonly rows: Int32Array };

export type MilpResult = {
  readonly status: 'optimal' | 'infeasible' | 'limit' | 'stopped';
  /** Null where no solution is known. */
  readonly values: Float64Array | null;
  readonly objective: number;
  /** No solution is below. */
  readonly bound: number;
  /** Only when relaxed and optimal. */
  readonly columnDuals: Float64Array | null;
  readonly rowDuals: Float64Array | null;
  readonly basis: Basis | null;
  /** Simplex iterations. */
  readonly iterations: number;
};

/** A solver of mixed integer programmes from outside: the engine itself knows only this type. */
export type MilpSolver = (model: LinearModel, request: MilpRequest) => MilpResult;
