import { findBatchToFill, type BatchToFill } from '#certification-batch/batch-to-fill.server.ts';
import { DAYS_AHEAD } from '#course/course-work.server.ts';
import { countUntrained, listUnanswered, type UnansweredCourse } from '#course/course-queries.server.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { listRequests, type RequestRow } from '#dispatch/request-queries.server.ts';
import type { StatusReport } from '#report/domain/status-report.ts';
import { getStatusReport } from '#report/status-report.server.ts';
import { listVisits, type VisitRow } from '#schedule/visit-queries.server.ts';
import { summarizeQuiet, type QuietCount } from '#upkeep/upkeep-queries.server.ts';
import { summarizeWork, type KindSum } from '#work/work-queries.server.ts';
import { weekOf } from './domain/week.ts';

export type Dashboard = {
  readonly report: StatusReport;
  readonly waiting: readonly KindSum[];
  readonly watch: Watch;
  readonly week: { readonly from: string; readonly to: string; readonly visits: readonly VisitRow[] };
  readonly openRequests: { readonly rows: readonly RequestRow[]; readonly count: number; readonly more: boolean };
};

/** 目を配ること. What comes up, and is too dear to be counted on every page. */
export type Watch = {
  readonly batch: BatchToFill | undefined;
  readonly courses: readonly UnansweredCourse[];
  readonly quiet: Readonly<Record<'dormant' | 'soon', QuietCount>>;
  readonly untrained: { readonly count: number; readonly certifiedOn: PlainDate | null };
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
    waiting: await summarizeWork(ctx, fiscalYear),
    watch: await getWatch(ctx),
    week: { ...week, visits: visits.rows },
    openRequests: { rows: open.rows, count: open.count, more: open.more },
  };
}

async function getWatch(ctx: Context): Promise<Watch> {
  return {
    batch: await findBatchToFill(ctx),
    courses: await listUnanswered(ctx, addDays(ctx.today(), DAYS_AHEAD)),
    quiet: await summarizeQuiet(ctx),
    untrained: await countUntrained(ctx),
  };
}
