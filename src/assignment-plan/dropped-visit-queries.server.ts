import { sql } from 'kysely';
import type { DroppedVisit } from '#matching/domain/proposal.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';

/** A visit for which a calculation has no session, with the names of its request and host. */
export type DroppedVisitRow = DroppedVisit & { readonly requestNumber: string; readonly hostName: string };

/** 案に入らない予定 that still stand as the calculation saw them: who was called off, moved or given away since is none. */
export async function listDroppedVisits(
  ctx: Context,
  { dropped }: { readonly dropped: readonly DroppedVisit[] },
): Promise<readonly DroppedVisitRow[]> {
  requirePermission(ctx, 'assignment.read');
  if (dropped.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('visit')
    .innerJoin('request', 'request.request_id', 'visit.request_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select(['visit.visit_id as visitId', 'visit.visit_on as visitOn', 'request.number as requestNumber'])
    .select(['organization.name as hostName'])
    .select(
      sql<
        string[]
      >`array(select instructor_id from visit_instructor where visit_instructor.visit_id = visit.visit_id)`.as(
        'instructorIds',
      ),
    )
    .where(sql<boolean>`visit.visit_id = any(${dropped.map(({ visitId }) => visitId)}::uuid[])`)
    .where('visit.status', '=', 'planned')
    .where('visit.deleted_at', 'is', null)
    .execute();
  const known = new Map(rows.map((row) => [row.visitId, row]));
  return dropped.flatMap((visit) => {
    const now = known.get(visit.visitId);
    if (now?.visitOn !== visit.visitOn || !isSame(now.instructorIds, visit.instructorIds)) return [];
    return [{ ...visit, requestNumber: now.requestNumber, hostName: now.hostName }];
  });
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id) => right.includes(id));
}
