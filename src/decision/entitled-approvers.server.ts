import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { roles, scopeOf } from '#platform/permission/permission-table.ts';
import type { EntitledApprover } from './domain/approval-route.ts';

/** Those of the corner who may decide, the chief first. */
const decidingRoles = roles.filter((role) => scopeOf(role, 'request.decide') === 'own-corner');

/** 決裁者になれる人: accounts of the corner that are in use and may decide. */
export async function listEntitledApprovers(ctx: Context): Promise<readonly EntitledApprover[]> {
  requirePermission(ctx, 'request.read');
  return loadEntitledApprovers(ctx.db, ctx.corner);
}

export async function loadEntitledApprovers(db: Db, corner: string): Promise<readonly EntitledApprover[]> {
  return db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('cornerCode', '=', corner)
    .where('role', 'in', decidingRoles)
    .where('disabledAt', 'is', null)
    .orderBy('role', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute();
}
