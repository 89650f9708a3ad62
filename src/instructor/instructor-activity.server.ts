import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';

export type InstructorVisit = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly host: string;
  readonly tradeCode: string;
  readonly status: string;
};

/** What one instructor does in a 年度, and when a visit of any year was held last. */
export type InstructorActivity = {
  readonly visits: readonly InstructorVisit[];
  readonly held: number;
  readonly planned: number;
  readonly lastHeldOn: PlainDate | null;
};

/** 活動の状況. The visits of the 年度 by day, cancelled ones included but not counted. */
export async function getInstructorActivity(
  ctx: Context,
  { id, fiscalYear }: { readonly id: string; readonly fiscalYear: number },
): Promise<InstructorActivity> {
  requirePermission(ctx, 'visit.read');
  const visits = await visitsOf(ctx, id)
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.corner_code', '=', 'visit.corner_code')
        .onRef('organization.organization_id', '=', 'visit.organization_id'),
    )
    .select([
      'visit.visit_id as id',
      'visit.number',
      'visit.visit_on as visitOn',
      'organization.name as host',
      'visit.trade_code as tradeCode',
      'visit.status',
    ])
    .where('visit.fiscal_year', '=', fiscalYear)
    .orderBy('visit.visit_on')
    .orderBy('visit.number')
    .execute();
  const last = await visitsOf(ctx, id)
    .select((row) => row.fn.max('visit.visit_on').as('heldOn'))
    .where('visit.status', '=', 'held')
    .executeTakeFirst();
  const countOf = (status: string) => visits.filter((visit) => visit.status === status).length;
  return {
    visits: visits.map((visit) => ({ ...visit, visitOn: visit.visitOn as PlainDate })),
    held: countOf('held'),
    planned: countOf('planned'),
    lastHeldOn: (last?.heldOn ?? null) as PlainDate | null,
  };
}

function visitsOf({ db }: Context, instructorId: string) {
  return db
    .selectFrom('visit_instructor')
    .innerJoin('visit', (join) =>
      join
        .onRef('visit.corner_code', '=', 'visit_instructor.corner_code')
        .onRef('visit.visit_id', '=', 'visit_instructor.visit_id'),
    )
    .where('visit_instructor.instructor_id', '=', instructorId)
    .where('visit.deleted_at', 'is', null);
}
