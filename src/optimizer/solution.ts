/** 解. The chosen options, as indices into the problem's options, rising, each once. */
export type Solution = { readonly chosen: readonly number[] };

/** How the engine ended: with a proof, at a limit, or because it was told to stop. */
export type Ending = 'proven' | 'limit' | 'stopped';

/**
 * 計算の結果. The best solution found, its points, and a bound that no solution can be below. `bound === points` proves
 * it best; else it is within `(points - bound) / points` of the best.
 */
export type Outcome = {
  readonly solution: Solution;
  readonly points: number;
  readonly bound: number;
  readonly ending: Ending;
  /** Work that was done, in steps of the engine: the same for the same problem, seed and limit. */
  readonly steps: number;
};

/** A better solution or bound, told while the engine works. */
export type Progress = {
  readonly solution: Solution;
  readonly points: number;
  readonly bound: number;
  readonly steps: number;
};
