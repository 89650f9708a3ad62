import type { Program } from '#dispatch/domain/program.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import type { Audience } from './domain/audience.ts';

/** The visit that a questionnaire is about. */
export type AskedVisit = {
  readonly id: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly fiscalYear: number;
  readonly status: VisitStatus;
  readonly program: Program;
  readonly trade: string;
  readonly trainees: number;
  readonly host: string;
  readonly organizationKind: OrganizationKind;
};

/** One visit, without a question who asks: use cases of the slice have asked before. */
export async function loadAskedVisit(db: Db, id: string): Promise<AskedVisit> {
  const row = isRecordId(id)
    ? await db
        .selectFrom('visit')
        .innerJoin('organization', 'organization.organization_id', 'visit.organization_id')
        .select(['visit.visit_id', 'visit.number', 'visit.visit_on', 'visit.status', 'visit.program', 'visit.trainees'])
        .select(['visit.trade_code', 'organization.name as host', 'organization.kind'])
        .where('visit.visit_id', '=', id)
        .where('visit.deleted_at', 'is', null)
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound('visit', id);
  const visitOn = row.visit_on as PlainDate;
  return {
    id: row.visit_id,
    number: row.number,
    visitOn,
    fiscalYear: fiscalYearOf(visitOn),
    status: row.status as VisitStatus,
    program: row.program as Program,
    trade: findTrade(row.trade_code)?.name ?? row.trade_code,
    trainees: row.trainees,
    host: row.host,
    organizationKind: row.kind as OrganizationKind,
  };
}

/** 用紙. How the sheets with QR codes of one audience stand. */
export type SurveyRound = {
  readonly issued: number;
  readonly revoked: number;
  /** Links that can still be answered. */
  readonly open: number;
  /** Came in by a link: what was made, less what was taken back and what is left. */
  readonly answered: number;
};

export type SurveyEntry = {
  readonly id: string;
  readonly audience: Audience;
  readonly sheets: number;
  readonly enteredOn: PlainDate;
  readonly enteredBy: string;
  readonly withdrawnReason: string | null;
};

export type VisitSurvey = {
  readonly visit: AskedVisit;
  readonly rounds: Readonly<Record<Audience, SurveyRound>>;
  readonly entries: readonly SurveyEntry[];
};

/** The questionnaires of a visit: sheets that are out, and papers typed in. */
export async function getVisitSurvey(ctx: Context, visitId: string): Promise<VisitSurvey> {
  requirePermission(ctx, 'survey.read');
  const visit = await loadAskedVisit(ctx.db, visitId);
  const rounds = await ctx.db.selectFrom('survey_round').selectAll().where('visit_id', '=', visitId).execute();
  const open = await ctx.db
    .selectFrom('survey_ticket')
    .select((row) => ['audience', row.fn.countAll<number>().as('count')])
    .where('visit_id', '=', visitId)
    .groupBy('audience')
    .execute();
  const entries = await ctx.db
    .selectFrom('survey_entry')
    .selectAll()
    .where('visit_id', '=', visitId)
    .orderBy('entered_on')
    .orderBy('entry_id')
    .execute();
  const roundOf = (audience: Audience): SurveyRound => {
    const round = rounds.find((row) => row.audience === audience);
    const left = open.find((row) => row.audience === audience)?.count ?? 0;
    const { issued = 0, revoked = 0 } = round ?? {};
    return { issued, revoked, open: left, answered: issued - revoked - left };
  };
  return {
    visit,
    rounds: { host: roundOf('host'), trainee: roundOf('trainee'), pupil: roundOf('pupil') },
    entries: entries.map((row) => ({
      id: row.entry_id,
      audience: row.audience as Audience,
      sheets: row.sheets,
      enteredOn: row.entered_on as PlainDate,
      enteredBy: row.entered_by,
      withdrawnReason: row.withdrawn_reason,
    })),
  };
}
