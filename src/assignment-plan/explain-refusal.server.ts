import type { Context } from '#platform/context.server.ts';
import { nameForRefusal } from './board-queries.server.ts';
import type { RunRefusal } from './domain/run-refusal.ts';
import { runRefusalText } from './run-refusal-text.ts';

/** Why nothing is calculated, with the requests and people by their names. */
export async function explainRunRefusal(ctx: Context, refusal: RunRefusal): Promise<string> {
  if (refusal.kind === 'pins-clash') return runRefusalText(refusal, await nameForRefusal(ctx, refusal));
  const pins = refusal.kind === 'pin-impossible' ? refusal.pins : [];
  const names = await nameForRefusal(ctx, {
    requestIds: pins.map(({ requestId }) => requestId),
    instructorIds: pins.map(({ instructorId }) => instructorId),
  });
  return runRefusalText(refusal, names);
}
