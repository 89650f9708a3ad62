import { addDays, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { isSmallOrMedium } from '#reference/domain/sme.ts';
import { findSessionCap, type DispatchRule, type DispatchTerms } from './dispatch-rule.ts';
import type { Program } from './program.ts';
import type { RequestApplication } from './request-application.ts';
import { firstCandidateDay, type RequestInput } from './request.ts';

/** 判定: the rule is kept, is broken, or a person has to decide because something is not known or is an exception. */
export type RuleVerdict = 'met' | 'not-met' | 'to-judge';

/** The host as the rules look at it. */
export type JudgedHost = {
  readonly kind: OrganizationKind;
  readonly industryCode: string | null;
  readonly capitalYen: number | null;
  readonly employees: number | null;
};

/** What the same host had of the same 事業区分 besides this request. */
export type HostHistory = {
  /** Requests of the 年度 that came before this one, and the sessions they asked for. */
  readonly requestsThisYear: number;
  readonly sessionsThisYear: number;
  /** The earlier 年度 in which visits were held. */
  readonly yearsUsed: readonly number[];
};

/** 材料費の上限 that the 単価表 sets for the 事業区分: yen a person and day without tax, null where nothing of it is borne. */
export type MaterialTerm = { readonly capYen: number | null; readonly source: string };

export type JudgedRequest = Pick<
  RequestInput,
  'program' | 'wishedSessions' | 'sessionMinutes' | 'expectedTrainees' | 'candidateDates' | 'receivedOn'
> &
  RequestApplication;

type Range = { readonly min: number | null; readonly max: number | null };

/** One named rule with what is, and what the corner sets; null where the corner sets nothing or it does not apply. */
type RuleJudgement =
  | { readonly rule: 'host-class'; readonly fact: OrganizationKind; readonly limit: readonly OrganizationKind[] }
  | { readonly rule: 'sme'; readonly fact: Omit<JudgedHost, 'kind'>; readonly limit: 'law' | null }
  | {
      readonly rule: 'large-enterprise';
      readonly fact: boolean;
      readonly limit: DispatchTerms['largeEnterprise'] | null;
    }
  | {
      readonly rule: 'session-cap';
      readonly fact: number;
      readonly limit: { readonly sessions: number; readonly per: DispatchTerms['capPer'] } | null;
    }
  | {
      readonly rule: 'request-lead';
      readonly fact: number;
      readonly limit: { readonly days: number; readonly until: PlainDate } | null;
    }
  | {
      readonly rule: 'plan-lead';
      readonly fact: PlainDate | null;
      readonly limit: { readonly days: number; readonly until: PlainDate } | null;
    }
  | { readonly rule: 'plan-form'; readonly fact: PlainDate | null; readonly limit: { readonly from: number } | null }
  | { readonly rule: 'session-hours'; readonly fact: number | null; readonly limit: Range | null }
  | {
      readonly rule: 'material';
      readonly fact: number | null;
      readonly limit: { readonly yen: number; readonly total: number } | null;
    }
  | {
      readonly rule: 'trainee-age';
      readonly fact: Range & { readonly hasReason: boolean };
      readonly limit: Range | null;
    }
  | { readonly rule: 'years-running'; readonly fact: number; readonly limit: number | null }
  | { readonly rule: 'times-a-year'; readonly fact: number; readonly limit: number | null }
  | {
      readonly rule: 'double-subsidy';
      readonly fact: RequestApplication['otherSubsidy'];
      readonly limit: 'needed' | null;
    };

export type DispatchRuleName = RuleJudgement['rule'];

/** 判定結果. How a request stands to one rule, and the paper the rule is from. */
export type RuleFinding = RuleJudgement & { readonly verdict: RuleVerdict; readonly source: string };

type Judged = {
  readonly request: JudgedRequest;
  readonly host: JudgedHost;
  readonly terms: DispatchTerms;
  readonly history: HostHistory;
  readonly material: MaterialTerm | undefined;
  readonly fiscalYear: number;
  readonly today: PlainDate;
};

/** By what a request is judged. */
type JudgedBy = {
  readonly rule: DispatchRule;
  /** Undefined where no 単価表 holds. */
  readonly material: MaterialTerm | undefined;
  readonly history: HostHistory;
  readonly today: PlainDate;
};

type Unsourced = RuleJudgement & { readonly verdict: RuleVerdict };

/** The law that says who is a small or medium enterprise. */
const SME_LAW = '中小企業基本法第2条';

/**
 * 派遣の基準による判定. Every rule by name, in one order, whether the corner sets it or not (domain.md §5.3, §5.4).
 * Nobody is refused here: a broken rule is shown, and a person decides.
 */
export function judgeRequest(
  request: JudgedRequest,
  host: JudgedHost,
  { rule, material, history, today }: JudgedBy,
): readonly RuleFinding[] {
  const judged = { request, host, terms: rule, history, material, fiscalYear: rule.fiscalYear, today };
  return [
    judgeHostClass(judged),
    judgeSme(judged),
    judgeLargeEnterprise(judged),
    judgeSessionCap(judged),
    judgeRequestLead(judged),
    judgePlanForm(judged),
    judgePlanLead(judged),
    judgeSessionHours(judged),
    judgeMaterial(judged),
    judgeTraineeAge(judged),
    judgeYearsRunning(judged),
    judgeTimesAYear(judged),
    judgeDoubleSubsidy(judged),
  ].map((each) => ({ ...each, source: sourceOf(each, { rule, material }) }));
}

function sourceOf({ rule: name }: RuleJudgement, { rule, material }: Pick<JudgedBy, 'rule' | 'material'>): string {
  if (name === 'sme') return SME_LAW;
  return name === 'material' && material ? material.source : rule.basis;
}

function judgeHostClass({ host, terms }: Judged): Unsourced {
  const isOwnRule = host.kind === 'large-enterprise';
  const isEligible = isOwnRule || terms.eligibleKinds.includes(host.kind);
  return {
    rule: 'host-class',
    verdict: isEligible ? 'met' : host.kind === 'other' ? 'to-judge' : 'not-met',
    fact: host.kind,
    limit: terms.eligibleKinds,
  };
}

function judgeSme({ host, request }: Judged): Unsourced {
  const { kind, ...size } = host;
  const answers = { yes: 'met', no: 'not-met', unknown: 'to-judge' } as const;
  const applies = kind === 'sme';
  const answer = isSmallOrMedium(
    { industry: size.industryCode, capitalYen: size.capitalYen, employees: size.employees },
    request.receivedOn,
  );
  return { rule: 'sme', verdict: applies ? answers[answer] : 'met', fact: size, limit: applies ? 'law' : null };
}

function judgeLargeEnterprise({ host, terms }: Judged): Unsourced {
  const isLarge = host.kind === 'large-enterprise';
  const verdict = !isLarge ? 'met' : terms.largeEnterprise === 'refused' ? 'not-met' : 'to-judge';
  return { rule: 'large-enterprise', verdict, fact: isLarge, limit: isLarge ? terms.largeEnterprise : null };
}

function judgeSessionCap({ request, host, terms, history }: Judged): Unsourced {
  const cap = findSessionCap(terms, { kind: host.kind, program: request.program as Program });
  const before = terms.capPer === 'year' ? history.sessionsThisYear : 0;
  const fact = before + request.wishedSessions;
  if (cap === undefined) return { rule: 'session-cap', verdict: 'met', fact, limit: null };
  const limit = { sessions: cap, per: terms.capPer };
  return { rule: 'session-cap', verdict: fact <= cap ? 'met' : 'not-met', fact, limit };
}

function judgeRequestLead({ request, terms: { requestLeadDays: days } }: Judged): Unsourced {
  const first = firstCandidateDay(request.candidateDates);
  const fact = daysBetween(request.receivedOn, first);
  if (days === null) return { rule: 'request-lead', verdict: 'met', fact, limit: null };
  const limit = { days, until: addDays(first, -days) };
  return { rule: 'request-lead', verdict: fact >= days ? 'met' : 'not-met', fact, limit };
}

function needsPlan({ request, terms: { planFormFromDays: from } }: Judged): boolean {
  return from !== null && request.wishedSessions >= from;
}

function judgePlanForm(judged: Judged): Unsourced {
  const { planReceivedOn: fact } = judged.request;
  const from = judged.terms.planFormFromDays;
  const verdict = !needsPlan(judged) || fact !== null ? 'met' : 'to-judge';
  return { rule: 'plan-form', verdict, fact, limit: from === null ? null : { from } };
}

function judgePlanLead(judged: Judged): Unsourced {
  const { request, terms, today } = judged;
  const { planReceivedOn: fact } = request;
  if (terms.planLeadDays === null || !needsPlan(judged))
    return { rule: 'plan-lead', verdict: 'met', fact, limit: null };
  const until = addDays(firstCandidateDay(request.candidateDates), -terms.planLeadDays);
  const limit = { days: terms.planLeadDays, until };
  const isLate = (fact ?? today) > until;
  return { rule: 'plan-lead', verdict: isLate ? 'not-met' : fact === null ? 'to-judge' : 'met', fact, limit };
}

function judgeSessionHours({ request, terms }: Judged): Unsourced {
  const fact = request.sessionMinutes;
  const set = (terms.sessionHours ?? []).find(({ program }) => program === request.program);
  if (!set) return { rule: 'session-hours', verdict: 'met', fact, limit: null };
  const limit = { min: set.minMinutes, max: set.maxMinutes };
  if (fact === null) return { rule: 'session-hours', verdict: 'to-judge', fact, limit };
  return { rule: 'session-hours', verdict: isWithin(fact, limit) ? 'met' : 'not-met', fact, limit };
}

/** An estimate against what is borne; where nothing is, none is asked for, and the host pays all of it. */
function judgeMaterial({ request, material }: Judged): Unsourced {
  const fact = request.materialsYen;
  if (!material) return { rule: 'material', verdict: 'met', fact, limit: null };
  const yen = material.capYen ?? 0;
  const limit = { yen, total: yen * request.expectedTrainees * request.wishedSessions };
  if (fact === null) return { rule: 'material', verdict: yen === 0 ? 'met' : 'to-judge', fact, limit };
  return { rule: 'material', verdict: fact <= limit.total ? 'met' : 'not-met', fact, limit };
}

function judgeTraineeAge({ request, terms: { minAge, maxAge } }: Judged): Unsourced {
  const { youngestAge: min, oldestAge: max, ageReason } = request;
  const fact = { min, max, hasReason: ageReason !== null };
  if (minAge === null && maxAge === null) return { rule: 'trainee-age', verdict: 'met', fact, limit: null };
  const limit = { min: minAge, max: maxAge };
  const isOutside = [min, max].some((age) => age !== null && !isWithin(age, limit));
  if (isOutside) return { rule: 'trainee-age', verdict: ageReason === null ? 'not-met' : 'to-judge', fact, limit };
  return { rule: 'trainee-age', verdict: min === null || max === null ? 'to-judge' : 'met', fact, limit };
}

/** 年度 in a row up to and with this one; what the host says of itself counts where the desk has no visit of it. */
function judgeYearsRunning({ request, terms, history, fiscalYear }: Judged): Unsourced {
  const used = new Set(history.yearsUsed);
  if (request.pastUse === 'last-year') used.add(fiscalYear - 1);
  let fact = 1;
  while (used.has(fiscalYear - fact)) fact += 1;
  return { rule: 'years-running', ...judgeRepeat(fact, terms.maxYearsRunning, terms), fact };
}

function judgeTimesAYear({ request, terms, history }: Judged): Unsourced {
  const declared = request.pastUse === 'this-year' ? 1 : 0;
  const fact = 1 + Math.max(history.requestsThisYear, declared);
  return { rule: 'times-a-year', ...judgeRepeat(fact, terms.maxPerYear, terms), fact };
}

function judgeRepeat(fact: number, limit: number | null, { onRepeat }: DispatchTerms) {
  const verdict: RuleVerdict =
    limit === null || fact <= limit ? 'met' : onRepeat === 'consult' ? 'to-judge' : 'not-met';
  return { verdict, limit };
}

function judgeDoubleSubsidy({ request: { otherSubsidy: fact }, terms }: Judged): Unsourced {
  if (terms.subsidyDeclaration === 'not-needed') return { rule: 'double-subsidy', verdict: 'met', fact, limit: null };
  const verdict = fact === null ? 'to-judge' : fact === 'used' ? 'not-met' : 'met';
  return { rule: 'double-subsidy', verdict, fact, limit: 'needed' };
}

function isWithin(value: number, { min, max }: Range): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}
