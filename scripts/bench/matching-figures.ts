import type { Measured } from './other-solvers.ts';
import type { EngineRun, YearRun } from './matching-year.ts';
import { gapOf } from './solver-answer.ts';

const heads = ['objective', 'bound', 'gap %', 'time s', 'CPU s', '≤ 3 % s', 'MiB', 'above ours %'];

/** Prints what everybody made of a year, one line each. */
export function printYear({ name, options, columns, rows, ours, greedy, others }: YearRun): void {
  const size = `${count(options)} options, ${count(columns)} columns, ${count(rows)} rows`;
  console.log(`\n${name} (${size})\n${toLine('', heads)}`);
  const line = (who: string, run: Measured | undefined) =>
    console.log(run ? toLine(who, figuresOf(run, ours)) : `${who.padEnd(8)}  not installed`);
  line('ours', ours);
  line('greedy', greedy);
  line('cbc', others.cbc);
  line('glpsol', others.glpsol);
}

/** Prints what the engine made of a year that nobody else is asked about. */
export function printEngine(name: string, run: EngineRun): void {
  console.log(toLine(name.padEnd(14), figuresOf(run, run).slice(0, -1)));
}

function figuresOf(run: Measured | EngineRun, ours: EngineRun): string[] {
  const gap = gapOf(run);
  const first = 'firstSeconds' in run ? run.firstSeconds.toFixed(2) : '';
  const above = run.objective === null || ours.objective === null ? null : run.objective / ours.objective - 1;
  return [
    run.objective === null ? 'none' : count(run.objective),
    run.bound === null ? '' : count(run.bound),
    gap === null ? '' : (gap * 100).toFixed(2),
    run.seconds.toFixed(2),
    run.cpuSeconds?.toFixed(2) ?? '',
    first,
    run.peakMebibytes === null ? '' : run.peakMebibytes.toFixed(0),
    above === null ? '' : (above * 100).toFixed(2),
  ];
}

function toLine(who: string, figures: readonly string[]): string {
  return who.padEnd(8) + figures.map((figure) => figure.padStart(13)).join('');
}

function count(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 1 });
}
