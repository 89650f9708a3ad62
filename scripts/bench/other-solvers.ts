import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runMeasured, type MeasuredProcess } from './measured-process.ts';
import { parseCbc, parseGlpsol, type SolverAnswer } from './solver-answer.ts';

export type Measured = SolverAnswer & Omit<MeasuredProcess, 'code' | 'output'>;

export type OtherSolver = 'cbc' | 'glpsol';

/** The answers of other solvers; undefined for one that is not installed. */
export type OtherAnswers = Readonly<Record<OtherSolver, Measured | undefined>>;

/** What is waited for a solver that does not end when its own limit says so. */
const GRACE_SECONDS = 30;

/** Lets the solvers of the system, one after the other, solve the same LP file, each at most so long. */
export async function solveByOthers(lp: string, limitSeconds: number): Promise<OtherAnswers> {
  const folder = mkdtempSync(path.join(tmpdir(), 'takumi-bench-'));
  try {
    const model = path.join(folder, 'model.lp');
    writeFileSync(model, lp);
    return {
      cbc: await runCbc(model, limitSeconds),
      glpsol: await runGlpsol(model, path.join(folder, 'solution.txt'), limitSeconds),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Points are whole numbers: an answer less than one from the bound is the best, for cbc as for the engine. */
async function runCbc(model: string, limit: number): Promise<Measured | undefined> {
  const options = ['timeMode', 'elapsed', 'sec', String(limit), 'ratio', '0', 'allow', '0.999'];
  const run = await runMeasured(['cbc', model, ...options, 'solve'], limit + GRACE_SECONDS);
  return run && { ...parseCbc(run.output), ...costOf(run) };
}

async function runGlpsol(model: string, solution: string, limit: number): Promise<Measured | undefined> {
  const options = ['--tmlim', String(limit), '--output', solution];
  const run = await runMeasured(['glpsol', '--lp', model, ...options], limit + GRACE_SECONDS);
  if (!run) return undefined;
  return { ...parseGlpsol(run.output, readIfWritten(solution)), ...costOf(run) };
}

function costOf({ seconds, cpuSeconds, peakMebibytes }: MeasuredProcess): Omit<Measured, keyof SolverAnswer> {
  return { seconds, cpuSeconds, peakMebibytes };
}

function readIfWritten(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
