import { requirePermission, type Context } from '#platform/context.server.ts';
import { listRequests, type RequestRow } from '#dispatch/request-queries.server.ts';
import type { StatusReport } from '#report/domain/status-report.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';
import { weekOf } from './domain/week.ts';
import type { Waiting } from './domain/waiting.ts';
import { countWaiting } from './waiting-queries.server.ts';

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
    waiting: await countWaiting(ctx, { fiscalYear }),
    week: { ...week, visits: visits.rows },
    openRequests: { rows: open.rows, count: open.count, more: open.more },
  };
}
