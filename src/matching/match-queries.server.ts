import { sql } from 'kysely';
import { requestFiscalYear } from '#dispatch/domain/request.ts';
import { findDispatchRuleOn, findSessionCap, type DispatchRule } from '#dispatch/domain/dispatch-rule.ts';
import type { Program } from '#dispatch/domain/program.ts';
import { teamOf } from '#dispatch/domain/request-application.ts';
import type { RecordedStage } from '#dispatch/domain/request-stage.ts';
import { openSessions } from '#dispatch/domain/request-status.ts';
import { loadRulesOfDays } from '#dispatch/rules-of-days.server.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { founderOf, type SchoolFounder } from '#organization/domain/school-founder.ts';
import type { Db } from '#platform/db/database.server.ts';
import type { DateWindow } from '#record/domain/date-codecs.ts';
import type { RequestFacts, RequestSession } from './domain/candidate.ts';
import type { HostCap } from './domain/host-cap.ts';

/** The request behind a ranking: what the rules read, and what an assignment writes into its visits. */
export type MatchRequest = {
  readonly id: string;
  readonly number: string;
  readonly organizationId: string;
  readonly organizationNumber: string;
  readonly expectedTrainees: number;
  readonly receivedOn: PlainDate;
  /** 1 to 3, 1 before the others; null where nobody said. */
  readonly priority: number | null;
  readonly stage: RecordedStage;
  readonly wished: number;
  readonly planned: number;
  readonly held: number;
  readonly facts: RequestFacts;
};

/** One request with its host and what of it is planned and held; undefined where there is none. */
export async function findMatchRequest(db: Db, requestId: string): Promise<MatchRequest | undefined> {
  const row = await selectRequests(db).where('request.request_id', '=', requestId).executeTakeFirst();
  if (!row) return undefined;
  return toMatchRequest(row, await loadRulesOfDays(db, [row.receivedOn]));
}

/** All requests of a 年度 by number, each as `findMatchRequest` has it, in three statements however many there are. */
export async function listMatchRequests(db: Db, fiscalYear: number): Promise<readonly MatchRequest[]> {
  const rows = await selectRequests(db)
    .where('request.fiscal_year', '=', fiscalYear)
    .orderBy('request.number')
    .execute();
  const rules = await loadRulesOfDays(
    db,
    rows.map(({ receivedOn }) => receivedOn),
  );
  return rows.map((row) => toMatchRequest(row, rules));
}

function selectRequests(db: Db) {
  return db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .leftJoin('request_application as told', 'told.request_id', 'request.request_id')
    .select([
      'request.request_id as id',
      'request.number',
      'request.trade_code as tradeCode',
      'request.priority',
      'request.wished_sessions as wished',
      'request.session_minutes as sessionMinutes',
      'request.expected_trainees as expectedTrainees',
      'organization.organization_id as organizationId',
      'organization.number as organizationNumber',
      'organization.name as hostName',
      'organization.school_code as schoolCode',
      'told.wished_weekdays as wishedWeekdays',
      'told.wished_start as wishedStart',
      'told.team_size as teamSize',
    ])
    .select([
      sql<Program>`request.program`.as('program'),
      sql<RecordedStage>`request.stage`.as('stage'),
      sql<PlainDate>`request.received_on`.as('receivedOn'),
      sql<DateWindow[]>`request.candidate_dates`.as('candidateDates'),
      sql<OrganizationKind>`organization.kind`.as('hostKind'),
      sql<SchoolFounder | null>`organization.founder`.as('founder'),
      sql<string>`coalesce(request.place_municipality_code, organization.municipality_code)`.as('municipalityCode'),
      sql<RequestSession[]>`coalesce((
        select jsonb_agg(jsonb_build_object(
          'visitId', visit.visit_id, 'day', visit.visit_on, 'isPlanned', visit.status = 'planned',
          'startsAt', to_char(visit.starts_at, 'HH24:MI'), 'endsAt', to_char(visit.ends_at, 'HH24:MI'),
          'people', (select count(*) from visit_instructor where visit_instructor.visit_id = visit.visit_id)
        ) order by visit.visit_on, visit.starts_at, visit.number)
        from visit where visit.request_id = request.request_id and visit.deleted_at is null
          and visit.status <> 'cancelled'), '[]')`.as('sessions'),
      sql<number>`(
        select count(*) from visit
        where visit.organization_id = request.organization_id and visit.program = request.program
          and visit.fiscal_year = request.fiscal_year and visit.deleted_at is null and visit.status <> 'cancelled')`.as(
        'ofHost',
      ),
    ])
    .where('request.deleted_at', 'is', null);
}

type RequestRow = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>;

function toMatchRequest(row: RequestRow, rules: readonly DispatchRule[]): MatchRequest {
  const { id, number, organizationId, organizationNumber, expectedTrainees, receivedOn, priority, stage, wished } = row;
  const { ofHost, teamSize, ...facts } = row;
  const held = row.sessions.filter(({ isPlanned }) => !isPlanned).length;
  const counts = { wished, held, planned: row.sessions.length - held };
  return {
    id,
    number,
    organizationId,
    organizationNumber,
    expectedTrainees,
    receivedOn,
    priority,
    stage,
    ...counts,
    facts: {
      program: facts.program,
      tradeCode: facts.tradeCode,
      hostName: facts.hostName,
      hostKind: facts.hostKind,
      hostFounder: founderOf({ ...facts, kind: facts.hostKind }),
      municipalityCode: facts.municipalityCode,
      candidateDates: facts.candidateDates,
      wishedWeekdays: facts.wishedWeekdays,
      wishedStart: facts.wishedStart,
      sessionMinutes: facts.sessionMinutes,
      fiscalYear: requestFiscalYear(row),
      openSessions: openSessions(counts),
      team: teamOf({ teamSize }),
      sessions: row.sessions,
      hostCap: hostCapOf(row, rules),
    },
  };
}

/** 回数の上限 by the 派遣の基準 that held when the request came (domain.md §5.3). */
function hostCapOf(
  { receivedOn, hostKind, program, sessions, ofHost }: RequestRow,
  rules: readonly DispatchRule[],
): HostCap | null {
  const rule = findDispatchRuleOn(rules, receivedOn);
  const cap = rule && findSessionCap(rule, { kind: hostKind, program });
  if (!rule || cap === undefined) return null;
  return { sessions: cap, per: rule.capPer, used: rule.capPer === 'year' ? ofHost : sessions.length };
}
