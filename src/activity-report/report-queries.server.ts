import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { ReportState } from './domain/report-state.ts';

export const reportViews = ['missing', 'waiting', 'checked'] as const;
export type ReportView = (typeof reportViews)[number];

/** So many are shown at once; the oldest wait first. */
export const MOST_REPORTS = 200;

export type ReportRow = {
  readonly visitId: string;
  readonly instructorId: string;
  readonly visitNumber: string;
  readonly visitOn: PlainDate;
  readonly host: string;
  readonly instructorName: string;
  readonly state: ReportState | undefined;
};

function select(ctx: Context, fiscalYear: number, view: ReportView) {
  const query = ctx.db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .leftJoin('activity_report', (join) =>
      join
        .onRef('activity_report.visit_id', '=', 'visit_instructor.visit_id')
        .onRef('activity_report.instructor_id', '=', 'visit_instructor.instructor_id'),
    )
    .where('visit.fiscal_year', '=', fiscalYear)
    .where('visit.status', '=', 'held')
    .where('visit.deleted_at', 'is', null);
  if (view === 'waiting') return query.where('activity_report.state', '=', 'submitted');
  if (view === 'checked') return query.where('activity_report.state', '=', 'checked');
  return query.where((row) =>
    row.or([row('activity_report.state', 'is', null), row('activity_report.state', 'in', ['draft', 'returned'])]),
  );
}

/** 活動報告 of the held visits of a 年度: who owes one, what waits to be checked, what was; the oldest first. */
export async function listReports(
  ctx: Context,
  { fiscalYear, view }: { readonly fiscalYear: number; readonly view: ReportView },
): Promise<readonly ReportRow[]> {
  requirePermission(ctx, 'activity-report.read');
  const rows = await select(ctx, fiscalYear, view)
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .innerJoin('instructor', 'instructor.instructor_id', 'visit_instructor.instructor_id')
    .select(['visit.visit_id as visitId', 'visit_instructor.instructor_id as instructorId'])
    .select(['visit.number as visitNumber', 'visit.visit_on as visitOn', 'organization.name as host'])
    .select(['instructor.name as instructorName', 'activity_report.state'])
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .orderBy('visit_instructor.position')
    .limit(MOST_REPORTS)
    .execute();
  return rows.map((row) => ({
    ...row,
    visitOn: row.visitOn as PlainDate,
    state: (row.state ?? undefined) as ReportState | undefined,
  }));
}

/** How many stand in each view. */
export async function countReports(ctx: Context, fiscalYear: number): Promise<Readonly<Record<ReportView, number>>> {
  requirePermission(ctx, 'activity-report.read');
  const count = async (view: ReportView) => {
    const row = await select(ctx, fiscalYear, view)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return Number(row.count);
  };
  return { missing: await count('missing'), waiting: await count('waiting'), checked: await count('checked') };
}
