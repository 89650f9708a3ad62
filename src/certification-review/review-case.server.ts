import { moveCase, type CaseMove } from '#certification/move-case.server.ts';
import type { Context } from '#platform/context.server.ts';
import { findSent } from './review-queries.server.ts';
import type { ReviewCommand } from './domain/review-state.ts';

/** A step of the Center. */
export type ReviewMove = Omit<CaseMove, 'command' | 'batchId'> & { readonly command: ReviewCommand };

/**
 * 審査. The Center begins the review of an application, returns it with a reason, certifies or rejects it. One that it may
 * not see is not found, whatever the command; the step itself is decided where every step is.
 */
export async function reviewCase(ctx: Context, move: ReviewMove): ReturnType<typeof moveCase> {
  await findSent(ctx, move.caseId);
  return moveCase(ctx, move);
}
