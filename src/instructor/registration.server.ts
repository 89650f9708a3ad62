import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';

/** Whether a row of `instructor` is still registered: neither deregistered, resigned, deceased nor revoked (domain.md §4.2). */
export const isRegistered = sql<boolean>`not exists (select from upkeep
  where upkeep.corner_code = instructor.corner_code and upkeep.instructor_id = instructor.instructor_id
    and upkeep.ended_on is not null)`;

/** Whether somebody can be proposed: registered, and has not said that they will not go on. */
export const isAvailable = sql<boolean>`not exists (select from upkeep
  where upkeep.corner_code = instructor.corner_code and upkeep.instructor_id = instructor.instructor_id
    and (upkeep.ended_on is not null or upkeep.state = 'unwilling'))`;

/** The day on which somebody's registration ended; nothing while it holds. */
export async function findRegistrationEnd(ctx: Context, id: string): Promise<PlainDate | undefined> {
  requirePermission(ctx, 'instructor.read');
  const row = await ctx.db.selectFrom('upkeep').select('ended_on').where('instructor_id', '=', id).executeTakeFirst();
  return (row?.ended_on ?? undefined) as PlainDate | undefined;
}
