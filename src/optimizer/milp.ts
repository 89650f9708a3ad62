import type { LinearModel, RowInput } from './sparse-model.ts';

/** What a general solver is asked for. Every limit is a count of its own work, never a time. */
export type MilpRequest = {
  /**
   * `relaxed` lets every column be a fraction and answers with duals; `whole` looks for the best whole solution; `bound`
   * only for a bound of the whole ones: nothing is spent on finding any.
   */
  readonly kind: 'relaxed' | 'whole' | 'bound';
  readonly seed: number;
  /** Iterations of the simplex method when relaxed, nodes of the search tree when not. */
  readonly workLimit: number;
  readonly shouldStop: () => boolean;
  /**
   * Rows that a relaxed solution breaks and no whole one does. It is solved again with them, from where it stands, until
   * there are no more.
   */
  readonly cut?: (values: Float64Array) => readonly RowInput[];
  /** Told now and then of the bound of the whole solutions. */
  readonly onBound?: (bound: number) => void;
};

export type MilpResult = {
  readonly status: 'optimal' | 'infeasible' | 'limit' | 'stopped';
  /** Null where no solution is known. */
  readonly values: Float64Array | null;
  readonly objective: number;
  /** No solution is below. */
  readonly bound: number;
  /** Only when relaxed and optimal. */
  readonly columnDuals: Float64Array | null;
  /** Simplex iterations. */
  readonly iterations: number;
};

/** A solver of mixed integer programmes from outside: the engine itself knows only this type. */
export type MilpSolver = (model: LinearModel, request: MilpRequest) => MilpResult;
