import { datesFrom, type PlainDate } from '#kernel/plain-date.ts';
import type { CornerFacts } from './candidate.ts';
import { eligibilityRules, fittingTrades, type EligibilityRule } from './eligibility.ts';
import { dayBlock, proposedDays } from './free-days.ts';
import { coreName, worksFor } from './own-employer.ts';
import type { PlanningFacts, PlanningInstructor, PlanningRequest } from './planning-facts.ts';
import { findHeld, indexOffers, type OfferIndex } from './planning-offers.ts';
import { appointmentOn, openDays } from './request-session.ts';
import type { DatedTravel } from '#schedule/domain/travel-time.ts';

/** Who may be sent for a request on which days: the instructors by index, the days by what they can. */
export type RequestOptions = {
  readonly request: PlanningRequest;
  /** Days on which a session can be held at all, early to late. */
  readonly days: readonly PlainDate[];
  readonly corner: CornerFacts;
  readonly people: readonly { readonly instructor: number; readonly days: readonly PlainDate[] }[];
};

/** Judged for the pair, not day by day; the employer's name is folded once a person, and free days come last. */
const PAIR_RULES = (Object.keys(eligibilityRules) as EligibilityRule[]).filter(
  (rule) => rule !== 'free-day' && rule !== 'other-employer',
);

/**
 * Who may go where on which day by the ordinary rules of one assignment (`decideAssignment`): an option here is exactly what
 * that accepts, less what the plan itself closes, forbids or has declined, and what open offers hold. A request and a person are judged once, their
 * days by sets.
 */
export function listRequestOptions(facts: PlanningFacts): readonly RequestOptions[] {
  const known = indexInstructors(facts);
  return facts.requests.map((request) => listOptionsOf(request, facts, known));
}

type Known = {
  readonly byTrade: ReadonlyMap<string, readonly number[]>;
  readonly calendars: readonly ReadonlyMap<PlainDate, 'free' | 'ask'>[];
  readonly employers: readonly (string | null)[];
  readonly closed: ReadonlySet<PlainDate>;
  /** `request instructor` that never fit, and `request instructor day` that do not on that day. */
  readonly refused: ReadonlySet<string>;
  readonly offers: OfferIndex;
};

function indexInstructors(facts: PlanningFacts): Known {
  const byTrade = new Map<string, number[]>();
  facts.instructors.forEach(({ tradeCodes }, index) => {
    for (const code of tradeCodes) {
      const own = byTrade.get(code);
      if (own) own.push(index);
      else byTrade.set(code, [index]);
    }
  });
  const days = datesFrom(facts.from, facts.until);
  return {
    byTrade,
    calendars: facts.instructors.map((instructor) => calendarOf(instructor, days, facts.travel)),
    employers: facts.instructors.map(({ employer }) => (employer === null ? null : coreName(employer))),
    closed: new Set(facts.closedPeriods.flatMap(({ from, until }) => datesFrom(from, until))),
    refused: new Set([
      ...facts.declined.map(({ requestId, instructorId }) => pairKey(requestId, instructorId)),
      ...facts.pins.flatMap(({ kind, requestId, instructorId, day }) =>
        kind === 'pin' ? [] : [day === null ? pairKey(requestId, instructorId) : dayKey(requestId, instructorId, day)],
      ),
    ]),
    offers: indexOffers(facts),
  };
}

/** The days on which somebody can be sent whatever the request; on a day with a visit already it depends on the request. */
function calendarOf(
  instructor: PlanningInstructor,
  days: readonly PlainDate[],
  travel: readonly DatedTravel[],
): ReadonlyMap<PlainDate, 'free' | 'ask'> {
  const busy = new Set(instructor.busy.map(({ day }) => day));
  const open = { startsAt: null, endsAt: null, municipalityCode: instructor.municipalityCode };
  return new Map(
    days.flatMap((day): (readonly [PlainDate, 'free' | 'ask'])[] => {
      if (busy.has(day)) return [[day, 'ask']];
      return dayBlock(instructor, { day, ...open }, travel) === undefined ? [[day, 'free']] : [];
    }),
  );
}

function listOptionsOf(request: PlanningRequest, facts: PlanningFacts, known: Known): RequestOptions {
  const taken = new Set(request.sessions.map(({ day }) => day));
  const days = proposedDays(request, facts).filter(
    (day) => day >= facts.from && day <= facts.until && !known.closed.has(day) && !taken.has(day),
  );
  const able = listTeachers(request, known);
  const hasMeister = able.some((index) => {
    const instructor = facts.instructors[index];
    return instructor?.kind === 'meister' && !instructor.isDeleted;
  });
  const corner = { today: facts.today, travel: facts.travel, hasMeister };
  const judged = { request, corner, days: openDays(request, corner) };
  const host = coreName(request.hostName);
  const people = able.flatMap((index) => {
    const candidate = facts.instructors[index];
    if (!candidate || known.refused.has(pairKey(request.id, candidate.id))) return [];
    if (worksFor(known.employers[index] ?? null, host)) return [];
    if (!PAIR_RULES.every((rule) => eligibilityRules[rule]({ ...judged, candidate }).passed)) return [];
    const asked = { request, calendar: known.calendars[index], known, travel: facts.travel };
    const free = days.filter((day) => isFree(candidate, day, asked));
    return free.length === 0 ? [] : [{ instructor: index, days: free }];
  });
  return { request, days, corner, people };
}

function listTeachers({ tradeCode }: PlanningRequest, { byTrade }: Known): readonly number[] {
  const found = fittingTrades(tradeCode).flatMap((code) => byTrade.get(code) ?? []);
  return [...new Set(found)].toSorted((left, right) => left - right);
}

type Asked = {
  readonly request: PlanningRequest;
  readonly calendar: ReadonlyMap<PlainDate, 'free' | 'ask'> | undefined;
  readonly known: Known;
  readonly travel: readonly DatedTravel[];
};

function isFree(candidate: PlanningInstructor, day: PlainDate, { request, calendar, known, travel }: Asked): boolean {
  const state = calendar?.get(day);
  if (state === undefined) return false;
  if (known.refused.size > 0 && known.refused.has(dayKey(request.id, candidate.id, day))) return false;
  if (state === 'ask' && dayBlock(candidate, appointmentOn(request, day), travel) !== undefined) return false;
  return findHeld({ request, candidate, day, travel }, known.offers) === undefined;
}

function pairKey(requestId: string, instructorId: string): string {
  return `${requestId} ${instructorId}`;
}

function dayKey(requestId: string, instructorId: string, day: PlainDate): string {
  return `${requestId} ${instructorId} ${day}`;
}
