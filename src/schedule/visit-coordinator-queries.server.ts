import { requirePermission, type Context } from '#platform/context.server.ts';
import { roles, scopeOf } from '#platform/permission/permission-table.ts';

/** Who may be in charge of visits: the accounts of the corner that may change them. */
export async function listCoordinators(
  ctx: Context,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  requirePermission(ctx, 'visit.read');
  const able = roles.filter((role) => scopeOf(role, 'visit.write') === 'own-corner');
  return ctx.db
    .selectFrom('user')
    .select(['id', 'name'])
    .where('cornerCode', '=', ctx.corner)
    .where('role', 'in', able)
    .where('disabledAt', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** The account in charge of a visit; nothing where nobody was named. */
export async function findCoordinator(
  ctx: Context,
  visitId: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  requirePermission(ctx, 'visit.read');
  return ctx.db
    .selectFrom('visit')
    .innerJoin('user', 'user.id', 'visit.coordinator_id')
    .select(['user.id', 'user.name'])
    .where('visit.visit_id', '=', visitId)
    .executeTakeFirst();
}
