import { sql } from 'kysely';
import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import { addMonths } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { measureQuota, type QuotaProgress } from './domain/territory.ts';

export type TerritoryRow = {
  readonly id: string;
  readonly coordinator: string;
  readonly municipalities: readonly string[];
  readonly monthlyQuota: number;
  readonly note: string | null;
};

/** 担当区域の一覧 by coordinator. */
export async function listTerritories(ctx: Context): Promise<readonly TerritoryRow[]> {
  requirePermission(ctx, 'scouting.read');
  return ctx.db
    .selectFrom('scouting_territory')
    .select(['territory_id as id', 'coordinator', 'municipalities', 'monthly_quota as monthlyQuota', 'note'])
    .where('deleted_at', 'is', null)
    .orderBy('coordinator')
    .execute();
}

/** One coordinator's 年度: the quota month by month, April first. `month` is YYYY-MM. */
export type CoordinatorYear = {
  readonly coordinator: string;
  readonly months: readonly (QuotaProgress & { readonly month: string })[];
};

/** 月の目標の達成 of everybody who has a territory or made a visit in the 年度; without a territory the quota is 0. */
export async function listQuotaProgress(ctx: Context, fiscalYear: number): Promise<readonly CoordinatorYear[]> {
  const territories = await listTerritories(ctx);
  const { rows } = await sql<{ coordinator: string; month: string; held: number; planned: number }>`
    select coordinator, to_char(visit_on, 'YYYY-MM') as month,
      count(*) filter (where status = 'held') as held, count(*) filter (where status = 'planned') as planned
    from scouting_visit where fiscal_year = ${fiscalYear} and deleted_at is null and status <> 'cancelled'
    group by 1, 2`.execute(ctx.db);
  const names = new Set([...territories, ...rows].map(({ coordinator }) => coordinator));
  const first = fiscalYearRange(fiscalYear).from;
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index).slice(0, 7));
  return [...names].toSorted().map((coordinator) => {
    const quota = territories.find((territory) => territory.coordinator === coordinator)?.monthlyQuota ?? 0;
    const countOf = (month: string) =>
      rows.find((row) => row.coordinator === coordinator && row.month === month) ?? { held: 0, planned: 0 };
    return { coordinator, months: months.map((month) => ({ month, ...measureQuota(quota, countOf(month)) })) };
  });
}
