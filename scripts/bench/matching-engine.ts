import { generateProblem, type YearShape } from '#optimizer/bench/generate-problem.ts';
import { scoreSolution } from '#optimizer/score.ts';
import { runSolver } from '#solver/run-solver.server.ts';
import type { EngineRun } from './matching-year.ts';

/**
 * Solves one made-up year in a process of its own, so that its memory is its own, and writes what it took as JSON. The
 * answer is held against the reference scorer after time and memory were taken.
 */
async function main(shape: YearShape, limitSeconds: number): Promise<void> {
  const problem = generateProblem(shape);
  const found: { points: number; seconds: number }[] = [];
  const started = performance.now();
  const cpuBefore = process.cpuUsage();
  const secondsSoFar = () => (performance.now() - started) / 1000;
  const outcome = await runSolver(problem, {
    seed: 1,
    stepLimit: Number.MAX_SAFE_INTEGER,
    timeLimitMs: limitSeconds * 1000,
    onProgress: ({ points }) => void found.push({ points, seconds: secondsSoFar() }),
  });
  const seconds = secondsSoFar();
  const { user, system } = process.cpuUsage(cpuBefore);
  const peakMebibytes = process.resourceUsage().maxRSS / 1024;
  found.push({ points: outcome.points, seconds });
  const score = scoreSolution(problem, outcome.solution);
  const run: EngineRun = {
    objective: outcome.points,
    bound: Number.isFinite(outcome.bound) ? outcome.bound : null,
    proven: outcome.ending === 'proven' && outcome.bound === outcome.points,
    seconds,
    cpuSeconds: (user + system) / 1e6,
    peakMebibytes,
    firstSeconds: found.find(({ points }) => points <= outcome.points * 1.03)?.seconds ?? seconds,
    scored: score.points,
    broken: score.broken,
  };
  console.log(JSON.stringify(run));
}

await main(JSON.parse(process.argv[2] ?? '') as YearShape, Number(process.argv[3]));
