import type { LinearModel } from './sparse-model.ts';

/** What a general solver is asked for. Every limit is a count of its own work, never a time. */
export type MilpRequest = {
  /** `relaxed` lets every column be a fraction and answers with duals. */
  readonly kind: 'relaxed' | 'whole';
  readonly seed: number;
  /** Iterations of the simplex method when relaxed, nodes of the search tree when whole. */
  readonly workLimit: number;
  readonly shouldStop: () => boolean;
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
