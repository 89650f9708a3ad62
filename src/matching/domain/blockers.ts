import type { StopRule, UnservedExplanation } from '#optimizer/explain-unserved.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { sessionEnd } from '#schedule/domain/appointment.ts';
import type { PlanningProblem } from './build-problem.ts';
import type { CornerFacts } from './candidate.ts';
import { eligibilityRules, fittingTrades, judgeCandidate } from './eligibility.ts';
import { proposedDays } from './free-days.ts';
import type { PlanningFacts, PlanningInstructor, PlanningOffer, PlanningRequest } from './planning-facts.ts';
import { findHeld, indexOffers } from './planning-offers.ts';
import type { Blocker, BlockRule } from './proposal.ts';
import { releasePerson } from './release-visits.ts';
import { openDays } from './request-session.ts';

/** What the engine's rules are called where people assign. A day that the request itself has taken is no day any more. */
const stopNames: Readonly<Record<StopRule, BlockRule>> = {
  quota: 'host-limit',
  'one-session-a-day': 'no-day',
  'yearly-cap': 'yearly-cap',
  'period-cap': 'monthly-cap',
  clash: 'taken',
  'team-complete': 'team-size',
  'no-option': 'no-day',
  'not-worth': 'not-worth',
  'not-found': 'not-found',
};

/** Rules that are no matter of persons. */
const impersonal: ReadonlySet<BlockRule> = new Set(['host-limit', 'no-day', 'team-size', 'not-worth', 'not-found']);

/**
 * What keeps sessions of a request from being held: first what stops people who could be sent, then why the others of the
 * trade cannot be sent at all; each rule once, with how many people it keeps away.
 */
export function listBlockers(
  { keys, options }: PlanningProblem,
  facts: PlanningFacts,
  { task, stops }: UnservedExplanation,
): readonly Blocker[] {
  const own = options[task];
  if (!own) return [];
  const { request, days, people, corner } = own;
  const able = new Set(people.map(({ instructor }) => keys.instructorIds[instructor]));
  const closed = days.length === 0 ? closedRule(request, facts) : [];
  const told = stops
    .filter(({ rule }) => rule !== 'no-option' || (days.length === 0 && closed.length === 0))
    .map(({ rule, workers }) => ({ rule: stopNames[rule], instructors: workers.length }));
  const trades = fittingTrades(request.tradeCode);
  const others = facts.instructors.filter(
    ({ id, tradeCodes }) => !able.has(id) && trades.some((code) => tradeCodes.includes(code)),
  );
  const unfit = others.flatMap((instructor) => {
    const rule = findUnfit(instructor, { request, days, corner, facts });
    return rule ? [{ rule, instructors: 1 }] : [];
  });
  const nobody: Blocker[] = others.length + people.length === 0 ? [{ rule: 'trade-taught', instructors: 0 }] : [];
  return addUp([...closed, ...told, ...nobody, ...unfit]);
}

function closedRule(request: PlanningRequest, facts: PlanningFacts): Blocker[] {
  const isClosed = proposedDays(request, facts).some((day) =>
    facts.closedPeriods.some(({ from, until }) => from <= day && day <= until),
  );
  return isClosed ? [{ rule: 'closed-day', instructors: 0 }] : [];
}

type Asked = {
  readonly request: PlanningRequest;
  readonly days: readonly PlainDate[];
  readonly corner: CornerFacts;
  readonly facts: PlanningFacts;
};

/**
 * Why somebody of the trade has no day for a request: what people decided, the first rule that is broken, or what somebody
 * was asked for; undefined where it is no matter of the person, such as when all days are closed.
 */
function findUnfit(candidate: PlanningInstructor, asked: Asked): BlockRule | undefined {
  const own = asked.facts.offersApart.filter(({ instructorId }) => instructorId === candidate.id);
  const rule = findBroken(releasePerson(candidate, own.map(appointmentOf)), asked);
  if (rule) return rule;
  if (findBroken(candidate, asked)) return 'offered';
  const { request, corner, facts } = asked;
  const offers = indexOffers(facts);
  const isHeld = (day: PlainDate) => findHeld({ request, candidate, day, travel: corner.travel }, offers) !== undefined;
  return asked.days.some(isHeld) ? 'offered' : undefined;
}

function appointmentOf({ day, startsAt, sessionMinutes }: PlanningOffer) {
  return { day, startsAt, endsAt: sessionEnd(startsAt, sessionMinutes) };
}

function findBroken(candidate: PlanningInstructor, { request, corner, facts }: Asked): BlockRule | undefined {
  const isPair = (one: { readonly requestId: string; readonly instructorId: string }) =>
    one.requestId === request.id && one.instructorId === candidate.id;
  if (facts.declined.some(isPair)) return 'declined';
  const days = openDays(request, corner);
  const { verdicts } = judgeCandidate({ candidate, request, corner, days });
  const broken = verdicts.find(({ passed, rule }) => !passed && rule !== 'free-day');
  if (broken) return broken.rule;
  if (facts.pins.some((pin) => pin.kind === 'forbid' && isPair(pin))) return 'forbidden';
  const free = eligibilityRules['free-day']({ candidate, request, corner, days });
  if (free.freeDays.length > 0) return undefined;
  const [most] = Object.entries(free.blocked).toSorted(([, left], [, right]) => right - left);
  return most?.[0] as keyof typeof free.blocked | undefined;
}

function addUp(blockers: readonly Blocker[]): readonly Blocker[] {
  const counts = new Map<BlockRule, number>();
  for (const { rule, instructors } of blockers) counts.set(rule, (counts.get(rule) ?? 0) + instructors);
  return [...counts].map(([rule, instructors]) => ({ rule, instructors: impersonal.has(rule) ? 0 : instructors }));
}
