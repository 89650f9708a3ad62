import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeLp } from '#optimizer/write-lp.ts';
import { loadMilpSolver } from '#solver/highs.server.ts';
import { buildAssignmentModel, parseInstances, publishedBest, saysItselfInCaps } from './generalised-assignment.ts';
import type { Check } from './matching-checks.ts';
import { solveByOthers } from './other-solvers.ts';

/**
 * The generalised-assignment problems of the OR-Library, as general models through the solver that the engine uses: a
 * cap counts sessions, so that the engine's own problem cannot say how much of an agent a job uses.
 */
export async function compareLibrary(folder: string, othersLimit: number): Promise<Check[]> {
  const files = publishedBest.flatMap((best, index) => {
    const file = path.join(folder, `gap${index + 1}.txt`);
    return existsSync(file)
      ? [{ name: `gap${index + 1}`, best, instances: parseInstances(readFileSync(file, 'utf8')) }]
      : [];
  });
  if (files.length === 0) throw new Error(`no gap1.txt to gap12.txt in ${folder}`);
  const all = files.flatMap(({ instances }) => instances);
  const sayable = all.filter(saysItselfInCaps).length;
  console.log(`\nOR-Library, generalised assignment, as general models (most is best)`);
  console.log(`${sayable} of ${all.length} could be said in caps; none goes through the engine's own problem`);
  const checks: Check[] = [];
  for (const file of files) checks.push(await compareFile(file, othersLimit));
  return checks;
}

type LibraryFile = {
  readonly name: string;
  readonly best: readonly number[];
  readonly instances: ReturnType<typeof parseInstances>;
};

async function compareFile({ name, best, instances }: LibraryFile, othersLimit: number): Promise<Check> {
  const solve = await loadMilpSolver();
  const found: (number | null)[] = [];
  for (const [index, instance] of instances.entries()) {
    const model = buildAssignmentModel(instance);
    const started = performance.now();
    const { status, objective } = solve(model, { kind: 'whole', seed: 1, workLimit: 1e9, shouldStop: () => false });
    const seconds = (performance.now() - started) / 1000;
    const { cbc, glpsol } = await solveByOthers(writeLp(model), othersLimit);
    const value = status === 'optimal' ? Math.round(-objective) : null;
    found.push(value);
    const tell = (who: string, run: typeof cbc) =>
      run
        ? `${who} ${run.objective === null ? 'none' : -run.objective}${run.proven ? '' : ' unproven'} ${run.seconds.toFixed(2)} s`
        : `${who} not installed`;
    const ours = `ours ${value ?? 'unproven'} ${seconds.toFixed(2)} s`;
    console.log(
      [`${name}-${index + 1}`, `published ${best[index]}`, ours, tell('cbc', cbc), tell('glpsol', glpsol)].join('   '),
    );
  }
  const missed = found.filter((value, index) => value !== best[index]).length;
  return {
    target: `${name}: the published best values, proven`,
    met: missed === 0,
    facts: `${found.length - missed} of ${found.length}`,
  };
}
