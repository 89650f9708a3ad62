import type { Program } from '#dispatch/domain/program.ts';
import { courseDutyOn } from '#instructor/domain/course-duty.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import { remainingVisits } from '#instructor/domain/dormancy.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import { schoolFounders, type HostFounder, type SchoolFounder } from '#organization/domain/school-founder.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';
import { findFreeDays, type FreeDays } from './free-days.ts';
import { isOwnEmployer } from './own-employer.ts';
import { kindsOfProgram } from './program-kinds.ts';
import { appointmentOn } from './request-session.ts';

/** What one rule says of a candidate, with the facts it decided on. The sentence is made in `matching/text.ts`. */
export type Verdict =
  | Judged<'registered', object>
  | Judged<'trade-taught', { readonly tradeCode: string; readonly tradeCodes: readonly string[] }>
  | Judged<'kind-fits', KindFacts>
  | Judged<'course-done', { readonly course: CourseStatus | null; readonly needed: boolean }>
  | Judged<
      'cap-left',
      { readonly cap: number | null; readonly held: number; readonly planned: number; readonly left: number | null }
    >
  | Judged<
      'host-kind-fits',
      { readonly hostKind: OrganizationKind; readonly accepted: readonly OrganizationKind[] | null }
    >
  | Judged<'founder-fits', { readonly founder: HostFounder; readonly accepted: readonly SchoolFounder[] | null }>
  | Judged<'free-day', FreeDays & { readonly proposed: number }>
  | Judged<'other-employer', { readonly employer: string | null; readonly hostName: string }>;

type Judged<Rule extends string, Facts> = { readonly rule: Rule; readonly passed: boolean } & Facts;

type KindFacts = {
  readonly kind: InstructorKind;
  readonly program: Program;
  readonly allowed: readonly InstructorKind[];
  /** A skilled worker stands back where a Meister of the trade is registered. */
  readonly hasMeister: boolean;
};

export type EligibilityRule = Verdict['rule'];

type Decide<Rule extends EligibilityRule> = (facts: MatchFacts) => Extract<Verdict, { readonly rule: Rule }>;

/** Everything that is known when a candidate is judged; `days` are the open days of the request. */
export type MatchFacts = {
  readonly candidate: CandidateFacts;
  readonly request: RequestFacts;
  readonly corner: CornerFacts;
  readonly days: readonly PlainDate[];
};

/** The rules, one by one, in the order in which people ask for them. */
export const eligibilityRules: { readonly [Rule in EligibilityRule]: Decide<Rule> } = {
  registered: ({ candidate }) => ({ rule: 'registered', passed: !candidate.isDeleted }),
  'trade-taught': judgeTrade,
  'kind-fits': judgeKind,
  'course-done': judgeCourse,
  'cap-left': judgeCap,
  'other-employer': judgeEmployer,
  'host-kind-fits': judgeHostKind,
  'founder-fits': judgeFounder,
  'free-day': judgeFreeDay,
};

/** 適否. Every rule's verdict, and the days on which the candidate is free. */
export type Eligibility = {
  readonly eligible: boolean;
  readonly verdicts: readonly Verdict[];
  readonly freeDays: readonly PlainDate[];
};

/** Whether an instructor may take a request: every rule must pass, and every rule is asked. */
export function judgeCandidate(facts: MatchFacts): Eligibility {
  const freeDay = eligibilityRules['free-day'](facts);
  const verdicts = Object.entries(eligibilityRules).map(([rule, judge]): Verdict =>
    rule === 'free-day' ? freeDay : judge(facts),
  );
  return { eligible: verdicts.every(({ passed }) => passed), verdicts, freeDays: freeDay.freeDays };
}

/** The trades whose instructors fit a request: its own, and the 技能検定 trade that a contest trade belongs to (旋盤 → 機械加工). */
export function fittingTrades(tradeCode: string): readonly string[] {
  const broader = findTrade(tradeCode)?.broader ?? null;
  return broader === null ? [tradeCode] : [tradeCode, broader];
}

function judgeTrade({ candidate: { tradeCodes }, request: { tradeCode } }: MatchFacts) {
  const passed = fittingTrades(tradeCode).some((code) => tradeCodes.includes(code));
  return { rule: 'trade-taught', passed, tradeCode, tradeCodes } as const;
}

/** The 事業区分 says who leads it; a skilled worker only where the corner has no Meister of the trade (domain.md §5.3). */
function judgeKind({ candidate: { kind }, request: { program }, corner: { today, hasMeister }, days }: MatchFacts) {
  const allowed = kindsOfProgram(program, days[0] ?? today);
  const passed = allowed.includes(kind) && !(kind === 'skilled-worker' && hasMeister);
  return { rule: 'kind-fits', passed, kind, program, allowed, hasMeister } as const;
}

/** Whether the course is no hindrance at all; on which days it is completed is asked day by day (`dayBlock`). */
function judgeCourse({ candidate, corner: { today }, days }: MatchFacts) {
  const duty = courseDutyOn(candidate, days.at(-1) ?? today);
  const passed = duty.kind !== 'not-taken' && duty.kind !== 'unknown';
  return { rule: 'course-done', passed, course: candidate.course, needed: duty.kind !== 'not-needed' } as const;
}

/** 年間上限回数: at least one visit is left, planned ones counted. */
function judgeCap({ candidate: { yearlyCap: cap, held, planned } }: MatchFacts) {
  const left = remainingVisits(cap, { held, planned });
  return { rule: 'cap-left', passed: left === null || left > 0, cap, held, planned, left } as const;
}

function judgeEmployer({ candidate: { employer }, request: { hostName } }: MatchFacts) {
  return { rule: 'other-employer', passed: !isOwnEmployer(employer, hostName), employer, hostName } as const;
}

/** Whether the host is of a kind to which the instructor goes; who named no kind goes to all. */
function judgeHostKind({ candidate: { hostKinds: accepted }, request: { hostKind } }: MatchFacts) {
  const passed = accepted === null || accepted.includes(hostKind);
  return { rule: 'host-kind-fits', passed, hostKind, accepted } as const;
}

/**
 * Whether a school is of a founder whose schools the instructor takes on (公立のみ). Of what is no school it asks nothing. A
 * school whose founder nobody has entered does not pass: to send somebody where they do not go costs a promise, to enter the
 * founder costs one field.
 */
function judgeFounder({ candidate: { hostFounders: accepted }, request: { hostFounder: founder } }: MatchFacts) {
  const takes = (one: HostFounder) => accepted === null || accepted.some((code) => code === one);
  const passed = founder === 'none' || takes(founder) || schoolFounders.every(({ code }) => takes(code));
  return { rule: 'founder-fits', passed, founder, accepted } as const;
}

function judgeFreeDay({ candidate, request, corner: { travel }, days }: MatchFacts) {
  const sessions = days.map((day) => appointmentOn(request, day));
  const free = findFreeDays(candidate, sessions, travel);
  return { rule: 'free-day', passed: free.freeDays.length > 0, ...free, proposed: days.length } as const;
}
