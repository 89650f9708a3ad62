import { sql } from 'kysely';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { findDispatchRuleOn, type DispatchRule } from './domain/dispatch-rule.ts';
import {
  judgeRequest,
  type HostHistory,
  type JudgedHost,
  type JudgedRequest,
  type RuleFinding,
} from './domain/judge-request.ts';
import { findMaterialTerm } from './material-cap-queries.server.ts';
import { requestEntryStore } from './request-entries.server.ts';
import { loadDispatchRules } from './rule-store.server.ts';

/** The findings of a request and the rules they are by; no rule where the corner has none for the day it came. */
export type RequestJudgement = {
  readonly rule: DispatchRule | undefined;
  readonly findings: readonly RuleFinding[];
};

/** 要請の判定: how a registered request stands to each of the rules that held when it came. */
export function judgeStoredRequest(ctx: Context, requestId: string): Promise<RequestJudgement> {
  requirePermission(ctx, 'request.read');
  return loadJudgement(ctx.db, { requestId, today: ctx.today() });
}

/** The same inside a transaction, for the step that keeps the judgement. */
export async function loadJudgement(
  db: Db,
  { requestId, today }: { readonly requestId: string; readonly today: PlainDate },
): Promise<RequestJudgement> {
  const stored = await requestEntryStore.findById(db, requestId);
  if (!stored) throw new Error(`no request ${requestId}`);
  const request: JudgedRequest = stored.input;
  const rule = findDispatchRuleOn(await loadDispatchRules(db, fiscalYearOf(request.receivedOn)), request.receivedOn);
  if (!rule) return { rule, findings: [] };
  const host = await readHost(db, requestId);
  const history = await readHistory(db, { requestId, fiscalYear: rule.fiscalYear });
  const material = await findMaterialTerm(db, { program: request.program, on: request.receivedOn });
  return { rule, findings: judgeRequest(request, host, { rule, material, history, today }) };
}

async function readHost(db: Db, requestId: string): Promise<JudgedHost> {
  const row = await db
    .selectFrom('request')
    .innerJoin('organization', 'organization.organization_id', 'request.organization_id')
    .select([
      'organization.kind',
      'organization.industry_code as industryCode',
      'organization.capital_yen as capitalYen',
      'organization.employees',
    ])
    .where('request.request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return { ...row, kind: row.kind as OrganizationKind };
}

type OfRequest = { readonly requestId: string; readonly fiscalYear: number };

/**
 * Other requests of the host for the same 事業区分 that came before and were neither rejected nor withdrawn, and the 年度 in
 * which visits were held.
 */
async function readHistory(db: Db, { requestId, fiscalYear }: OfRequest): Promise<HostHistory> {
  const { rows } = await sql<{ requests: number; sessions: number; years: number[] }>`
    with own as (select organization_id, program, received_on, number from request where request_id = ${requestId})
    select
      (select count(*) from request other, own where other.organization_id = own.organization_id
        and other.program = own.program and other.deleted_at is null and other.request_id <> ${requestId}
        and other.stage not in ('rejected', 'withdrawn')
        and other.received_on >= ${`${fiscalYear}-04-01`}::date
        and (other.received_on, other.number) < (own.received_on, own.number)) as requests,
      (select coalesce(sum(other.wished_sessions), 0)::integer from request other, own
        where other.organization_id = own.organization_id and other.program = own.program
        and other.deleted_at is null and other.request_id <> ${requestId}
        and other.stage not in ('rejected', 'withdrawn')
        and other.received_on >= ${`${fiscalYear}-04-01`}::date
        and (other.received_on, other.number) < (own.received_on, own.number)) as sessions,
      array(select distinct visit.fiscal_year from visit, own where visit.organization_id = own.organization_id
        and visit.program = own.program and visit.status = 'held' and visit.deleted_at is null
        and visit.fiscal_year < ${fiscalYear}) as years`.execute(db);
  const [found] = rows;
  return {
    requestsThisYear: found?.requests ?? 0,
    sessionsThisYear: found?.sessions ?? 0,
    yearsUsed: found?.years ?? [],
  };
}
