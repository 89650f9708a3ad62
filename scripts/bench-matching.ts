import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import {
  everyRuleCases,
  largeCases,
  listNationalCases,
  smallCases,
  type BenchCase,
} from '#optimizer/bench/bench-cases.ts';
import { compareLibrary } from './bench/gap-library.ts';
import {
  checkAgreement,
  checkEngine,
  checkGap,
  checkProven,
  checkYear,
  printChecks,
  type Check,
} from './bench/matching-checks.ts';
import { printEngine, printYear } from './bench/matching-figures.ts';
import { compareYear, runEngine, type Limits } from './bench/matching-year.ts';

const EVERY_RULE_LIMIT = 60;
const NATIONAL_LIMIT = 180;
const sets = ['small', 'large', 'all-constraints', 'national', 'gap'];

/**
 * The year's assignment by the engine, by an office that assigns in order of reception, and by cbc and glpsol on the same
 * LP file, all in one run. Words choose what is measured (all where none is given): `small`, `large`, `all-constraints`,
 * `national`, `gap`. `--gap DIR` names a folder with gap1.txt to gap12.txt of the OR-Library, `--limit SECONDS` ends the
 * other solvers, `--ours SECONDS` the engine where no target does.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      gap: { type: 'string' },
      limit: { type: 'string', default: '120' },
      ours: { type: 'string', default: '300' },
    },
  });
  const unknown = positionals.find((word) => !sets.includes(word));
  if (unknown !== undefined) throw new Error(`'${unknown}' is none of ${sets.join(', ')}`);
  const others = Number(values.limit);
  const ours = Number(values.ours);
  const load = loadavg().map((figure) => figure.toFixed(1));
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, load ${load.join(' ')}`);
  const wanted = (set: string) =>
    positionals.includes(set) ||
    (positionals.length === 0 && values.gap === undefined) ||
    (set === 'gap' && values.gap !== undefined);
  await compileEngine();
  const checks: Check[] = [];
  if (wanted('small')) checks.push(...(await compareYears(smallCases, { ours, others, firstSeconds: 1 })));
  if (wanted('large')) checks.push(...(await compareYears(largeCases, { ours, others, firstSeconds: 5 })));
  if (wanted('all-constraints')) checks.push(...(await compareEveryRule({ ours, others })));
  if (wanted('national')) checks.push(...(await solveCountry(ours)));
  if (wanted('gap')) checks.push(...(await compareGap(values.gap, others)));
  if (!printChecks(checks)) process.exitCode = 1;
}

/** An installation compiles the engine at its first run and keeps that: it is no part of any year. */
async function compileEngine(): Promise<void> {
  await runEngine(
    { name: 'compile', shape: { seed: 1, sessions: 10, workers: 10, teamShare: 30, everyRule: false } },
    60,
  );
}

async function compareYears(
  cases: readonly BenchCase[],
  { firstSeconds, ...limits }: Limits & { readonly firstSeconds: number },
): Promise<Check[]> {
  const checks: Check[] = [];
  for (const year of cases) {
    const run = await compareYear(year, limits);
    printYear(run);
    checks.push(...checkYear(run, firstSeconds));
  }
  return checks;
}

async function compareEveryRule(limits: Limits): Promise<Check[]> {
  const checks: Check[] = [];
  for (const [index, year] of everyRuleCases.entries()) {
    const ours = index === 0 ? limits.ours : EVERY_RULE_LIMIT;
    const run = await compareYear(year, { ...limits, ours });
    printYear(run);
    const target =
      index === 0
        ? checkProven(year.name, run.ours)
        : checkGap(year.name, run.ours, { share: 0.01, limitSeconds: ours });
    checks.push(target, ...checkAgreement(year.name, run), ...checkEngine(year.name, run.ours));
  }
  return checks;
}

/** The 47 prefectures one after the other, by the engine alone. */
async function solveCountry(limitSeconds: number): Promise<Check[]> {
  const checks: Check[] = [];
  const times: number[] = [];
  let unproven = 0;
  let processor = 0;
  let peak = 0;
  for (const year of listNationalCases()) {
    const run = await runEngine(year, limitSeconds);
    printEngine(year.name, run);
    times.push(run.seconds);
    processor += run.cpuSeconds ?? 0;
    if (!run.proven) unproven += 1;
    peak = Math.max(peak, run.peakMebibytes ?? 0);
    checks.push(...checkEngine(year.name, run).filter(({ met }) => met === false));
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  const facts = `${total.toFixed(1)} s, ${processor.toFixed(1)} s of the processor, the longest ${Math.max(...times).toFixed(1)} s, ${unproven} without a proof`;
  console.log(`\n47 prefectures, teams: ${facts}, at most ${peak.toFixed(0)} MiB`);
  checks.push({
    target: `47 prefectures: proven best in ${NATIONAL_LIMIT} s`,
    met: total <= NATIONAL_LIMIT && unproven === 0,
    facts,
  });
  return checks;
}

async function compareGap(folder: string | undefined, others: number): Promise<Check[]> {
  if (folder !== undefined) return await compareLibrary(folder, others);
  console.log('\nOR-Library: name a folder with gap1.txt to gap12.txt by --gap DIR');
  return [{ target: 'OR-Library: the published best values', met: null, facts: 'no --gap DIR' }];
}

await main();
