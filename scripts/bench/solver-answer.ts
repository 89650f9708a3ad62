/** What a solver found: null where it found nothing or says nothing. */
export type SolverAnswer = {
  readonly objective: number | null;
  readonly bound: number | null;
  readonly proven: boolean;
};

/** How far an answer can be from the best, as a share of it. */
export function gapOf({ objective, bound, proven }: SolverAnswer): number | null {
  if (proven) return 0;
  if (objective === null || bound === null) return null;
  return Math.max(0, objective - bound) / Math.max(1, Math.abs(objective));
}

/** Reads what cbc writes when it ends. It writes 1e+50 for an objective that it does not have. */
export function parseCbc(output: string): SolverAnswer {
  const objective = readNumber(/^Objective value:\s+(\S+)/mu, output);
  const proven = /^Result - Optimal solution found/mu.test(output);
  const bound = proven ? objective : readNumber(/^Lower bound:\s+(\S+)/mu, output);
  return { objective, bound, proven };
}

/** Reads what glpsol writes while it works and into its file of the solution. */
export function parseGlpsol(output: string, solution: string): SolverAnswer {
  const status = /^Status:\s+(.*)$/mu.exec(solution)?.[1]?.trim();
  const proven = status === 'INTEGER OPTIMAL';
  const found = proven || status === 'INTEGER NON-OPTIMAL';
  const objective = found ? readNumber(/^Objective:\s+\S+ = (\S+)/mu, solution) : null;
  const [last] = [...output.matchAll(/mip =.*>=\s+(\S+)/gu)].slice(-1);
  return { objective, proven, bound: proven ? objective : toNumber(last?.[1]) };
}

function readNumber(pattern: RegExp, text: string): number | null {
  return toNumber(pattern.exec(text)?.[1]);
}

const NOTHING = 1e30;

function toNumber(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN);
  return Number.isFinite(number) && Math.abs(number) < NOTHING ? number : null;
}
