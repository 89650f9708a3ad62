import type { BenchCase } from '#optimizer/bench/bench-cases.ts';
import { generateProblem } from '#optimizer/bench/generate-problem.ts';
import { assignGreedily } from '#optimizer/greedy.ts';
import { buildLinearModel } from '#optimizer/linear-model.ts';
import { scoreSolution } from '#optimizer/score.ts';
import { writeLp } from '#optimizer/write-lp.ts';
import { runMeasured } from './measured-process.ts';
import { solveByOthers, type Measured, type OtherAnswers } from './other-solvers.ts';

/** What the engine made of a year. */
export type EngineRun = Measured & {
  /** Until the first answer at most 3 % above the last. */
  readonly firstSeconds: number;
  /** Points by the reference scorer, and hard rules broken. */
  readonly scored: number;
  readonly broken: number;
};

/** What everybody made of a year. */
export type YearRun = {
  readonly name: string;
  readonly options: number;
  readonly columns: number;
  readonly rows: number;
  readonly ours: EngineRun;
  readonly greedy: Measured;
  readonly others: OtherAnswers;
};

export type Limits = { readonly ours: number; readonly others: number };

const GRACE_SECONDS = 60;
const ENGINE = new URL('matching-engine.ts', import.meta.url).pathname;

/** Solves a year by the engine in a process of its own. */
export async function runEngine({ name, shape }: BenchCase, limitSeconds: number): Promise<EngineRun> {
  const command = [process.execPath, ENGINE, JSON.stringify(shape), String(limitSeconds)];
  const run = await runMeasured(command, limitSeconds + GRACE_SECONDS);
  if (run?.code !== 0) throw new Error(`${name}: the engine ended with ${run?.code ?? 'nothing'}`);
  return JSON.parse(run.output) as EngineRun;
}

/** Solves a year by the engine, by hand, and by the solvers of the system from the same LP file, one after the other. */
export async function compareYear(year: BenchCase, limits: Limits): Promise<YearRun> {
  const ours = await runEngine(year, limits.ours);
  const problem = generateProblem(year.shape);
  const started = performance.now();
  const byHand = assignGreedily(problem);
  const seconds = (performance.now() - started) / 1000;
  const objective = scoreSolution(problem, byHand).points;
  const model = buildLinearModel(problem);
  return {
    name: year.name,
    options: problem.options.length,
    columns: model.cost.length,
    rows: model.rowLower.length,
    ours,
    greedy: { objective, bound: null, proven: false, seconds, cpuSeconds: null, peakMebibytes: null },
    others: await solveByOthers(writeLp(model), limits.others),
  };
}
