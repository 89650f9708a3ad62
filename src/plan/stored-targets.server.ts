import { z } from 'zod';
import type { Target } from './domain/target.ts';

const storedTargets = z.array(
  z.object({ label: z.string(), value: z.number(), unit: z.string(), atLeast: z.boolean() }),
);

/** The targets of a row; none is null, as on an empty form. */
export function readTargets(json: unknown): readonly Target[] | null {
  const list = storedTargets.parse(json);
  return list.length === 0 ? null : list;
}
