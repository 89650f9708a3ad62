import { sql } from 'kysely';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';

/** What the entry form begins with: the next number and the municipality of the visit that this person entered last. */
export async function getEntryDefaults(
  ctx: Context,
  { fiscalYear, coordinator }: { readonly fiscalYear: number; readonly coordinator: string },
): Promise<{ readonly number: string; readonly municipalityCode: string }> {
  requirePermission(ctx, 'scouting.write');
  const [number = ''] = await proposeNumbers(ctx.db, { table: 'scouting_visit', prefix: `S${fiscalYear}-` });
  const last = await ctx.db
    .selectFrom('scouting_visit')
    .select('municipality_code')
    .where('coordinator', '=', coordinator)
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { number, municipalityCode: last?.municipality_code ?? '' };
}

/** More plans than these are a list, and the list has its own page. */
const MOST_PLANS = 5;

export type OpenPlan = {
  readonly id: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly host: string;
};

/** Visits whose day has come and that nobody recorded yet, today's first. */
export async function listOpenPlans(ctx: Context, coordinator: string): Promise<readonly OpenPlan[]> {
  requirePermission(ctx, 'scouting.write');
  return ctx.db
    .selectFrom('scouting_visit')
    .leftJoin('organization', 'organization.organization_id', 'scouting_visit.organization_id')
    .select([
      'scouting_visit.scouting_visit_id as id',
      sql<PlainDate>`scouting_visit.visit_on`.as('visitOn'),
      'scouting_visit.starts_at as startsAt',
      sql<string>`coalesce(organization.name, scouting_visit.host)`.as('host'),
    ])
    .where('scouting_visit.coordinator', '=', coordinator)
    .where('scouting_visit.status', '=', 'planned')
    .where('scouting_visit.visit_on', '<=', ctx.today())
    .where('scouting_visit.deleted_at', 'is', null)
    .orderBy('scouting_visit.visit_on', 'desc')
    .orderBy('scouting_visit.starts_at')
    .limit(MOST_PLANS)
    .execute();
}

/** As many as fit in sight on a phone. */
const MOST_TRADES = 6;

/** The codes of the trades that firms needed most often in the 年度, to be chosen by one tap. */
export async function listFrequentNeeds(ctx: Context, fiscalYear: number): Promise<readonly string[]> {
  requirePermission(ctx, 'scouting.write');
  const { rows } = await sql<{ trade: string }>`
    select trade from scouting_visit, unnest(needs) as trade
    where fiscal_year = ${fiscalYear} and deleted_at is null
    group by trade order by count(*) desc, trade limit ${MOST_TRADES}`.execute(ctx.db);
  return rows.map(({ trade }) => trade);
}
