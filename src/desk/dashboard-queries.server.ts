import { requirePermission, type Context } from '#platform/context.server.ts';
import { listPlanItems } from '#plan/plan-item-queries.server.ts';
import { listRequests, type RequestRow } from '#dispatch/request-queries.server.ts';
import type { StatusReport } from '#report/domain/status-report.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';
import { isReportSeason } from './domain/report-season.ts';
import { weekOf } from './domain/week.ts';

/** What waits for somebody, as numbers. */
export type Waiting = {
  /** Planned visits whose day is over. */
  readonly unreported: number;
  /** Requests of the year without any planned or held visit. */
  readonly unplanned: number;
  /** Plan items without 実施状況, while the report is to be written. */
  readonly unwritten: number;
};

export type Dashboard = {
  readonly report: StatusReport;
  readonly waiting: Waiting;
  readonly week: { readonly from: string; readonly to: string; readonly visits: readonly VisitRow[] };
  readonly openRequests: { readonly rows: readonly RequestRow[]; readonly count: number; readonly more: boolean };
};

const SHOWN_REQUESTS = 8;
const SHOWN_VISITS = 30;

/** 今日の仕事: what somebody opens first in the morning, as of today. */
export async function getDashboard(ctx: Context, { fiscalYear }: { readonly fiscalYear: number }): Promise<Dashboard> {
  requirePermission(ctx, 'visit.read');
  const today = ctx.today();
  const report = await getStatusReport(ctx, { fiscalYear, asOf: today });
  const week = weekOf(today);
  const visits = await listVisits(ctx, { filters: week, order: 'earliest', cursor: undefined, limit: SHOWN_VISITS });
  const filters = {
    fiscalYear,
    q: '',
    program: '',
    trade: '',
    status: 'open',
    priority: '',
    organization: '',
  } as const;
  const open = await listRequests(ctx, { filters, order: 'waiting', cursor: undefined, limit: SHOWN_REQUESTS });
  return {
    report,
    waiting: {
      unreported: report.unreported,
      unplanned: await countUnplannedRequests(ctx, fiscalYear),
      unwritten: isReportSeason(today, fiscalYear) ? await countUnwritten(ctx, fiscalYear) : 0,
    },
    week: { ...week, visits: visits.rows },
    openRequests: { rows: open.rows, count: open.count, more: open.more },
  };
}

async function countUnplannedRequests(ctx: Context, fiscalYear: number): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('request')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('fiscal_year', '=', fiscalYear)
    .where('deleted_at', 'is', null)
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('visit')
            .select('visit.visit_id')
            .whereRef('visit.corner_code', '=', 'request.corner_code')
            .whereRef('visit.request_id', '=', 'request.request_id')
            .where('visit.status', '<>', 'cancelled')
            .where('visit.deleted_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return count;
}

/** Items that say something to report on; a mere heading needs no 実施状況. */
async function countUnwritten(ctx: Context, fiscalYear: number): Promise<number> {
  const items = await listPlanItems(ctx, { fiscalYear });
  return items.filter(({ status, plan, guideline }) => !status && (plan || guideline)).length;
}
