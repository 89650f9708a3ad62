import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { VisitEvent, VisitReason } from './domain/visit-event.ts';

export type RecordedVisitEvent = VisitEvent & {
  /** The version of the visit that came of it. */ readonly version: number;
  readonly happenedAt: string;
  readonly actorName: string;
};

/** The moves of a visit and its calling off, the latest first. */
export async function listVisitEvents(ctx: Context, visitId: string): Promise<readonly RecordedVisitEvent[]> {
  requirePermission(ctx, 'visit.read');
  if (!isRecordId(visitId)) return [];
  const rows = await ctx.db
    .selectFrom('visit_event')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    reasonCode: row.reason_code as VisitReason,
    reason: row.reason,
    from: { visitOn: row.from_day as PlainDate, startsAt: row.from_starts_at, endsAt: row.from_ends_at },
    to:
      row.to_day === null
        ? null
        : { visitOn: row.to_day as PlainDate, startsAt: row.to_starts_at, endsAt: row.to_ends_at },
    happenedAt: row.happened_at,
    actorName: row.actor_name,
  }));
}
