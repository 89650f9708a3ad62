/** A calculation of this process: how it is told to end, and when it has. */
export type GoingRun = {
  /** Aborted when somebody wants no more of it: it ends with the best proposal so far, explained. */
  readonly control: AbortController;
  /** Aborted when the process closes: it ends at once with the best proposal so far, as it was last kept. */
  readonly closing: AbortController;
  readonly ended: Promise<unknown>;
};

const going = new Map<string, GoingRun>();

/** Knows a run of this process until it has ended. */
export function follow(runId: string, run: GoingRun): void {
  going.set(runId, run);
  const forget = () => void going.delete(runId);
  run.ended.then(forget, forget);
}

/** Stops a run of this process; one of another process sees `cancel_wanted` at its next beat. */
export function stopHere(runId: string): void {
  going.get(runId)?.control.abort();
}

/** Before the database is closed: every run of this process ends as 中断 with its last good proposal, and that is kept. */
export async function closeRuns(): Promise<void> {
  const runs = [...going.values()];
  for (const { control, closing } of runs) {
    closing.abort();
    control.abort();
  }
  await Promise.allSettled(runs.map(({ ended }) => ended));
}
