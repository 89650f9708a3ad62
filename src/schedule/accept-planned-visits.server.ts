import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { findAskedVisit, saveReply } from './visit-reply-store.server.ts';

type Accepted = {
  readonly visitIds: readonly string[];
  readonly instructorId: string;
  /** Entered by staff for the instructor. */
  readonly onBehalf: boolean;
};

/** Keeps 承諾 for visits that were planned because their instructor had said yes; the caller has asked for the permission. */
export async function acceptPlannedVisits(
  tx: Tx,
  ctx: Context,
  { visitIds, instructorId, onBehalf }: Accepted,
): Promise<void> {
  for (const visitId of visitIds) {
    const visit = await findAskedVisit(tx, { visitId, instructorId });
    if (!visit) throw new Error(`visit ${visitId} was planned without instructor ${instructorId}`);
    const row = { corner_code: ctx.corner, visit_id: visitId, instructor_id: instructorId };
    const by = { answered_at: ctx.now(), answered_by: ctx.actor.name, on_behalf: onBehalf };
    const { visitOn, startsAt } = visit;
    await saveReply(tx, { ...row, ...by }, { answer: 'accepted', reason: null, visitOn, startsAt });
  }
}
