import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { isRecordId } from '#record/record-id.ts';

type Attendant = { readonly id: string; readonly name: string };

/** 立会い of a visit, by name. */
export async function listAttendants(ctx: Context, visitId: string): Promise<readonly Attendant[]> {
  requirePermission(ctx, 'visit.read');
  return isRecordId(visitId) ? listAttendantRows(ctx.db, visitId) : [];
}

/** The same for a use case that asked for its own permission. */
export async function listAttendantRows(db: Db, visitId: string): Promise<readonly Attendant[]> {
  return db
    .selectFrom('visit_attendant')
    .innerJoin('user', 'user.id', 'visit_attendant.user_id')
    .select(['user.id', 'user.name'])
    .where('visit_attendant.visit_id', '=', visitId)
    .orderBy('user.name')
    .orderBy('user.id')
    .execute();
}
