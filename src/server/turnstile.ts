/** So many pieces of work of one kind are done at once, and so many more may wait. */
type Limits = { readonly atOnce: number; readonly waiting: number };

/**
 * Lets work in by turns, first come, first served: a flood of one kind never takes the whole program. Answers nothing
 * where too many wait already.
 */
export function createTurnstile({ atOnce, waiting }: Limits) {
  const queue: (() => void)[] = [];
  let inside = 0;
  return async <Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> => {
    if (inside < atOnce) inside += 1;
    else if (queue.length >= waiting) return undefined;
    else await new Promise<void>((enter) => queue.push(enter));
    try {
      return await work();
    } finally {
      // Whoever leaves gives the place to the next.
      const enter = queue.shift();
      if (enter) enter();
      else inside -= 1;
    }
  };
}
