import type { PlainDate } from '#kernel/plain-date.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { ReplyState } from './domain/visit-reply.ts';
import type { VisitStatus } from './domain/visit-status.ts';
import { stateOfRow } from './visit-reply-queries.server.ts';

/** A visit as its instructor sees it. */
export type OwnVisit = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly status: VisitStatus;
  readonly cancelReason: string | null;
  readonly program: string;
  readonly tradeCode: string;
  readonly trainees: number;
  readonly host: string;
  readonly municipalityCode: string;
  readonly address: string | null;
  readonly reply: ReplyState;
  readonly reason: string | null;
  readonly enteredBy: string | null;
};

/** Nobody has more visits before them than fit on one page. */
const MOST_VISITS = 200;

type Listing = {
  readonly instructorId: string;
  /** Visits from this day on, or those before it. */ readonly day: PlainDate;
};

/** 私の派遣の予定: the planned visits of an instructor from a day on, and those cancelled from then on; the next one first. */
export async function listComingVisits(ctx: Context, { instructorId, day }: Listing): Promise<readonly OwnVisit[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  const rows = await selectOwn(ctx, instructorId)
    .where('visit.visit_on', '>=', day)
    .where('visit.status', 'in', ['planned', 'cancelled'])
    .orderBy('visit.visit_on')
    .orderBy('visit.starts_at')
    .orderBy('visit.number')
    .limit(MOST_VISITS)
    .execute();
  return rows.map(toOwnVisit);
}

/** 私のこれまでの派遣 of a 年度: those held, the last one first. */
export async function listHeldVisits(
  ctx: Context,
  { instructorId, fiscalYear }: { readonly instructorId: string; readonly fiscalYear: number },
): Promise<readonly OwnVisit[]> {
  requirePermission(ctx, 'own.read', { instructorId });
  const rows = await selectOwn(ctx, instructorId)
    .where('visit.fiscal_year', '=', fiscalYear)
    .where('visit.status', '=', 'held')
    .orderBy('visit.visit_on', 'desc')
    .orderBy('visit.number', 'desc')
    .limit(MOST_VISITS)
    .execute();
  return rows.map(toOwnVisit);
}

/** One visit of an instructor; somebody else's is not found. */
export async function getOwnVisit(
  ctx: Context,
  { instructorId, visitId }: { readonly instructorId: string; readonly visitId: string },
): Promise<OwnVisit> {
  requirePermission(ctx, 'own.read', { instructorId });
  const row = isRecordId(visitId)
    ? await selectOwn(ctx, instructorId).where('visit.visit_id', '=', visitId).executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('visit', visitId);
  return toOwnVisit(row);
}

function selectOwn({ db }: Context, instructorId: string) {
  return db
    .selectFrom('visit_instructor')
    .innerJoin('visit', 'visit.visit_id', 'visit_instructor.visit_id')
    .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
    .leftJoin('visit_reply', (join) =>
      join
        .onRef('visit_reply.visit_id', '=', 'visit_instructor.visit_id')
        .onRef('visit_reply.instructor_id', '=', 'visit_instructor.instructor_id'),
    )
    .select(['visit.visit_id as id', 'visit.number', 'visit.version', 'visit.visit_on', 'visit.starts_at'])
    .select(['visit.ends_at as endsAt', 'visit.status', 'visit.cancel_reason as cancelReason', 'visit.program'])
    .select(['visit.trade_code as tradeCode', 'visit.trainees', 'organization.name as host', 'organization.address'])
    .select(['organization.municipality_code as municipalityCode', 'visit_reply.answer', 'visit_reply.reason'])
    .select(['visit_reply.visit_on as answeredDay', 'visit_reply.starts_at as answeredTime'])
    .select(['visit_reply.answered_by', 'visit_reply.on_behalf'])
    .where('visit_instructor.instructor_id', '=', instructorId)
    .where('visit.deleted_at', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOwn>['execute']>>[number];

function toOwnVisit(row: Row): OwnVisit {
  const { visit_on, starts_at, answer: _, answeredDay: __, answeredTime: ___, answered_by, on_behalf, ...visit } = row;
  return {
    ...visit,
    visitOn: visit_on as PlainDate,
    startsAt: starts_at,
    status: visit.status as VisitStatus,
    reply: stateOfRow(row),
    enteredBy: on_behalf ? answered_by : null,
  };
}
