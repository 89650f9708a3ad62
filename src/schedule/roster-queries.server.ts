import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { RosterCount, RosterEntry } from './domain/roster.ts';
import { findEarlierRoster, findRosterVisit, listRosterRows, type RosterVisit } from './roster-store.server.ts';

/** A roster with its visit, and the one that could be taken over. */
export type Roster = {
  readonly visit: RosterVisit;
  readonly host: string;
  readonly entries: readonly RosterEntry[];
  readonly earlier: { readonly number: string; readonly visitOn: PlainDate; readonly listed: number } | undefined;
};

/** 受講者名簿 of a visit. */
export async function getRoster(ctx: Context, visitId: string): Promise<Roster> {
  requirePermission(ctx, 'roster.read');
  const visit = await findRosterVisit(ctx.db, visitId);
  if (!visit) throw new NotFound('visit', visitId);
  const { name } = await ctx.db
    .selectFrom('visit')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .select('organization.name')
    .where('visit.visit_id', '=', visit.id)
    .executeTakeFirstOrThrow();
  return {
    visit,
    host: name,
    entries: await listRosterRows(ctx.db, visit.id),
    earlier: await findEarlierRoster(ctx.db, visit),
  };
}

/** How many stand on the roster of a visit and how many came: no person's value. */
export async function countRosterOf(ctx: Context, visitId: string): Promise<RosterCount> {
  requirePermission(ctx, 'visit.read');
  const none = { listed: 0, present: null };
  if (!isRecordId(visitId)) return none;
  const row = await ctx.db
    .selectFrom('visit_trainee')
    .select((count) => [
      count.fn.countAll<number>().as('listed'),
      count.fn.count<number>('present').as('recorded'),
      count.fn.count<number>('position').filterWhere('present', '=', true).as('came'),
    ])
    .where('visit_id', '=', visitId)
    .executeTakeFirst();
  return row ? { listed: row.listed, present: row.recorded > 0 ? row.came : null } : none;
}
