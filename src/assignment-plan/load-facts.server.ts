import { sql } from 'kysely';
import type { RecordedStage } from '#dispatch/domain/request-stage.ts';
import { findRateOn } from '#expense/domain/expense-rate.ts';
import { getBudget } from '#expense/set-budget.server.ts';
import { listRates } from '#expense/set-rates.server.ts';
import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { assumedInstructor } from '#matching/domain/assumed-instructor.ts';
import { loadCandidates } from '#matching/candidate-queries.server.ts';
import { commitOffers } from '#matching/domain/commit-offers.ts';
import {
  HOLD_OF_PROPOSAL,
  type AgreedVisit,
  type HeldAssignment,
  type PlanningFacts,
  type PlanningInstructor,
  type PlanningOffer,
  type TravelCostFacts,
} from '#matching/domain/planning-facts.ts';
import { planLines, type PlanLine } from '#matching/domain/planning-settings.ts';
import { quotaIdOf } from '#matching/domain/planning-quotas.ts';
import { createWays } from '#matching/domain/planning-travel.ts';
import { weightsWith } from '#matching/domain/planning-weights.ts';
import { releaseVisits } from '#matching/domain/release-visits.ts';
import { loadTravel } from '#schedule/travel-rules.server.ts';
import { listMatchRequests, type MatchRequest } from '#matching/match-queries.server.ts';
import { listOffersOfYear } from '#matching/open-offers.server.ts';
import { listPlanItems } from '#plan/plan-item-queries.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { countMetrics } from '#report/domain/count-metrics.ts';
import { findMetric } from '#report/domain/metric-label.ts';
import { metricOf } from '#report/domain/metric.ts';
import { countsFor } from '#report/domain/visit-group.ts';
import { loadCountingFacts } from '#report/visit-counts-queries.server.ts';
import { loadPins, type AssignmentPlan } from './plan-store.server.ts';
import { loadProposals } from './proposal-store.server.ts';

/** Stages in which nobody is looked for: the form has not come, the request has ended, or it waits for the budget. */
const NOT_MATCHED: readonly RecordedStage[] = ['enquiry', 'hearing', 'closed', 'rejected', 'withdrawn', 'waitlisted'];

type Loading = { readonly plan: AssignmentPlan; readonly base: string | undefined };

/** Everything that a calculation of a plan reads, as it is now; `base` is the run whose proposals it is to change little. */
export async function loadPlanningFacts(ctx: Context, { plan, base }: Loading): Promise<PlanningFacts> {
  const { fiscalYear, settings } = plan;
  const { db } = ctx;
  const today = ctx.today();
  const year = fiscalYearRange(fiscalYear);
  const from = latest([today, year.from, settings.from ?? year.from]);
  const until = settings.until !== null && settings.until < year.until ? settings.until : year.until;
  const known = await listMatchRequests(db, fiscalYear);
  const matched = known.filter(({ stage }) => !NOT_MATCHED.includes(stage));
  const registered = await loadCandidates(db, { fiscalYear });
  const offers = await listOffersOfYear(db, { fiscalYear, today });
  const earlier = base === undefined ? [] : await loadEarlier(db, base);
  const pins = await loadPins(db, plan.id);
  const costs = await loadCosts(ctx, { fiscalYear, on: from });
  const facts: PlanningFacts = {
    today,
    fiscalYear,
    from,
    until,
    requests: matched.map(toPlanningRequest),
    instructors: [
      ...registered.map((candidate): PlanningInstructor => ({ ...candidate, isExtra: false })),
      ...settings.extraInstructors.map((extra) => assumedInstructor(extra, { lastActivityOn: null })),
    ],
    closedPeriods: settings.closedPeriods,
    committed: await countByMonth(db, fiscalYear),
    missing: await countMissing(ctx, plan),
    costs,
    travel: await loadTravel(db),
    budgetYen: settings.budgetYen ?? (await findBudgetLeft(ctx, { plan, costs })),
    held: earlier,
    offers: [],
    offersApart: [],
    agreed: [],
    declined: await loadDeclined(db, fiscalYear),
    pins: pins.map(({ kind, requestId, instructorId, visitOn: day }) => ({ kind, requestId, instructorId, day })),
    weights: weightsWith(settings.weights, today),
  };
  const released = settings.moveAgreed ? releaseVisits(facts, await loadAgreed(db, fiscalYear)) : facts;
  const planned = commitOffers(released, listOfferedDays(offers, known));
  return { ...planned, requests: planned.requests.filter(({ openSessions }) => openSessions > 0) };
}

/** Planned visits of requests with the people who go. */
async function loadAgreed(db: Db, fiscalYear: number): Promise<readonly AgreedVisit[]> {
  const { rows } = await sql<AgreedVisit>`
    select visit.visit_id as "visitId", visit.number, visit.request_id as "requestId", visit.visit_on as day,
      to_char(visit.starts_at, 'HH24:MI') as "startsAt", to_char(visit.ends_at, 'HH24:MI') as "endsAt",
      coalesce(request.place_municipality_code, organization.municipality_code) as "municipalityCode",
      array(select instructor_id from visit_instructor where visit_instructor.visit_id = visit.visit_id
        order by position) as "instructorIds"
    from visit
    join request on request.request_id = visit.request_id
    join organization on organization.organization_id = request.organization_id
    where visit.fiscal_year = ${fiscalYear} and visit.status = 'planned' and visit.deleted_at is null
    order by visit.visit_on, visit.number`.execute(db);
  return rows;
}

function latest(days: readonly PlainDate[]): PlainDate {
  return days.reduce((late, day) => (day > late ? day : late));
}

function toPlanningRequest({ id, organizationId, priority, facts }: MatchRequest) {
  const visit = { program: facts.program, organizationKind: facts.hostKind };
  const line = planLines.find(({ key }) => countsFor(metricOf(key).source, visit));
  return { ...facts, id, organizationId, priority, line: line?.key ?? null };
}

type OpenOfferOfYear = Awaited<ReturnType<typeof listOffersOfYear>>[number];

/** Open offers day by day, with what the session of each would count for. */
function listOfferedDays(offers: readonly OpenOfferOfYear[], known: readonly MatchRequest[]): readonly PlanningOffer[] {
  const requests = new Map(known.map((request) => [request.id, request]));
  return offers.flatMap(({ days, ...offer }) => {
    const request = requests.get(offer.requestId);
    if (!request) return [];
    const planning = toPlanningRequest(request);
    const of = { line: planning.line, quota: quotaIdOf(planning) ?? null };
    const served = request.facts.sessions.map(({ day }) => day);
    return days.map((day): PlanningOffer => ({ ...offer, ...of, day, isNew: !served.includes(day) }));
  });
}

/** Who said no to which request. */
function loadDeclined(db: Db, fiscalYear: number): Promise<PlanningFacts['declined']> {
  return db
    .selectFrom('offer')
    .innerJoin('request', 'request.request_id', 'offer.request_id')
    .select(['offer.request_id as requestId', 'offer.instructor_id as instructorId'])
    .where('request.fiscal_year', '=', fiscalYear)
    .where('offer.state', '=', 'declined')
    .orderBy('offer.offer_id')
    .execute();
}

/** What the last run proposed and nobody turned down. What was adopted since is an offer or a visit by itself. */
async function loadEarlier(db: Db, runId: string): Promise<readonly HeldAssignment[]> {
  const proposals = await loadProposals(db, runId);
  return proposals
    .filter(({ state }) => state === 'open')
    .flatMap(({ requestId, instructorIds, visitOn: day }) =>
      instructorIds.map((instructorId) => ({ requestId, instructorId, day, hold: HOLD_OF_PROPOSAL })),
    );
}

/** Held and planned visits of a 年度 by month. */
async function countByMonth(db: Db, fiscalYear: number): Promise<Readonly<Record<string, number>>> {
  const month = sql<string>`to_char(visit_on, 'YYYY-MM')`;
  const rows = await db
    .selectFrom('visit')
    .select(({ fn }) => [month.as('month'), fn.countAll<number>().as('visits')])
    .where('fiscal_year', '=', fiscalYear)
    .where('status', '<>', 'cancelled')
    .where('deleted_at', 'is', null)
    .groupBy(month)
    .execute();
  return Object.fromEntries(rows.map(({ month: key, visits }) => [key, visits]));
}

/** Sessions that lines of the plan still miss: the plan's own target or that of the 割当案, less what is held and planned. */
async function countMissing(ctx: Context, { fiscalYear, settings }: AssignmentPlan) {
  const items = await listPlanItems(ctx, { fiscalYear });
  const { counts } = countMetrics(await loadCountingFacts(ctx, { fiscalYear, asOf: ctx.today() }));
  const targets = new Map(
    items.flatMap((item) => item.targets).map((target) => [findMetric(target)?.key, target.value] as const),
  );
  const missing = planLines.map(({ key }): readonly [PlanLine, number] => {
    const { actual, scheduled } = counts[key];
    const target = settings.targets[key] ?? targets.get(key) ?? 0;
    return [key, Math.max(0, Math.ceil(target - (actual ?? 0) - (scheduled ?? 0)))];
  });
  return Object.fromEntries(missing) as PlanningFacts['missing'];
}

async function loadCosts(
  ctx: Context,
  { fiscalYear, on }: { readonly fiscalYear: number; readonly on: PlainDate },
): Promise<TravelCostFacts> {
  const rate = findRateOn(await listRates(ctx, fiscalYear), on);
  return { perKilometreYen: rate?.travel.perKilometreYen ?? null, fares: rate?.travel.fares ?? {} };
}

type Left = { readonly plan: AssignmentPlan; readonly costs: TravelCostFacts };

/**
 * What is left of the travel budget: less what was claimed, and less the ways of visits that nobody claimed for yet, planned
 * ones included. Null where nobody decided a budget.
 */
async function findBudgetLeft(ctx: Context, { plan: { fiscalYear, settings }, costs }: Left): Promise<number | null> {
  const { lines } = await getBudget(ctx, fiscalYear);
  const left = lines.find(({ item }) => item === 'travel')?.leftYen ?? null;
  if (left === null) return null;
  // Visits that the plan may move are reckoned with the others that it proposes.
  const stays = settings.moveAgreed ? sql`(visit.status = 'held' or visit.request_id is null)` : sql`true`;
  const { rows } = await sql<{ home: string; place: string; visits: number }>`
    select instructor.municipality_code as home, count(*) as visits,
      coalesce(request.place_municipality_code, organization.municipality_code) as place
    from visit
    join visit_instructor on visit_instructor.visit_id = visit.visit_id
    join instructor on instructor.instructor_id = visit_instructor.instructor_id
    join organization on organization.organization_id = visit.organization_id
    left join request on request.request_id = visit.request_id
    where visit.fiscal_year = ${fiscalYear} and visit.status <> 'cancelled' and visit.deleted_at is null and ${stays}
      and not exists (select from expense_claim where expense_claim.visit_id = visit.visit_id
        and expense_claim.instructor_id = visit_instructor.instructor_id and expense_claim.state <> 'dropped')
    group by 1, 3`.execute(ctx.db);
  const ways = createWays(costs);
  const awaited = rows.reduce((sum, { home, place, visits }) => sum + ways(home, place).yen * visits, 0);
  return Math.max(0, left - awaited);
}
