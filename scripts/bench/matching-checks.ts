import type { EngineRun, YearRun } from './matching-year.ts';
import type { Measured } from './other-solvers.ts';
import { gapOf } from './solver-answer.ts';

/** A target and whether it was met; null where it could not be judged. */
export type Check = { readonly target: string; readonly met: boolean | null; readonly facts: string };

const PEAK_MEBIBYTES = 1024;

/** What holds for every answer of the engine: its points are those of the reference scorer, and no hard rule breaks. */
export function checkEngine(name: string, run: EngineRun): Check[] {
  const { objective, scored, broken, peakMebibytes } = run;
  return [
    {
      target: `${name}: points as the reference scorer counts them, no hard rule broken`,
      met: objective === scored && broken === 0,
      facts: `${objective} and ${scored}, ${broken} broken`,
    },
    {
      target: `${name}: at most 1 GiB`,
      met: peakMebibytes === null ? null : peakMebibytes <= PEAK_MEBIBYTES,
      facts: `${peakMebibytes?.toFixed(0) ?? '?'} MiB`,
    },
  ];
}

/** Proven best, no later than cbc on the same model, and a good first answer in so many seconds. */
export function checkYear({ name, ours, others: { cbc } }: YearRun, firstSeconds: number): Check[] {
  return [
    checkProven(name, ours),
    {
      target: `${name}: no later than cbc`,
      met: cbc ? ours.proven && (ours.seconds <= cbc.seconds || !cbc.proven) : null,
      facts: cbc ? `${times(ours)} against ${times(cbc)}${cbc.proven ? '' : ' without a proof'}` : 'no cbc',
    },
    {
      target: `${name}: first answer within 3 % in ${firstSeconds} s`,
      met: ours.firstSeconds <= firstSeconds,
      facts: seconds(ours.firstSeconds),
    },
    ...checkAgreement(name, { ours, others: { cbc, glpsol: undefined } }),
    ...checkEngine(name, ours),
  ];
}

export function checkProven(name: string, { proven, objective, bound }: EngineRun): Check {
  return { target: `${name}: proven best`, met: proven, facts: `${objective}, bound ${bound ?? 'none'}` };
}

/** Two proofs of one model end at one number. */
export function checkAgreement(name: string, { ours, others }: Pick<YearRun, 'ours' | 'others'>): Check[] {
  const { cbc } = others;
  if (!cbc?.proven || !ours.proven) return [];
  const same = Math.abs((cbc.objective ?? 0) - (ours.objective ?? 0)) < 0.5;
  return [{ target: `${name}: the same optimum as cbc`, met: same, facts: `${ours.objective} and ${cbc.objective}` }];
}

/** Within so much of the best. */
export function checkGap(
  name: string,
  run: EngineRun,
  { share, limitSeconds }: { share: number; limitSeconds: number },
): Check {
  const gap = gapOf(run);
  return {
    target: `${name}: gap at most ${share * 100} % in ${limitSeconds} s`,
    met: gap !== null && gap <= share && run.seconds <= limitSeconds + 3,
    facts: `${gap === null ? 'no bound' : `${(gap * 100).toFixed(2)} %`} in ${seconds(run.seconds)}`,
  };
}

/** Prints all checks, and says whether none failed. */
export function printChecks(checks: readonly Check[]): boolean {
  console.log('\nTargets');
  for (const { target, met, facts } of checks) {
    console.log(`${met === null ? 'SKIP' : met ? 'PASS' : 'FAIL'}  ${target} (${facts})`);
  }
  return checks.every(({ met }) => met !== false);
}

/** On a machine that does other work the processor's time tells more than the clock. */
function times(run: Measured): string {
  return `${seconds(run.seconds)}, ${run.cpuSeconds === null ? 'unknown' : seconds(run.cpuSeconds)} of the processor`;
}

function seconds(time: number): string {
  return `${time.toFixed(2)} s`;
}
