import { sessionEnd } from '#schedule/domain/appointment.ts';
import { monthOf } from './free-days.ts';
import { asIfAccepted } from './held-by-offers.ts';
import type { PlanningFacts, PlanningInstructor, PlanningOffer, PlanningRequest } from './planning-facts.ts';
import { sessionKey, toElsewhere } from './planning-offers.ts';
import { listRequestOptions } from './planning-options.ts';
import { quotaIdOf } from './planning-quotas.ts';
import { optionKey } from './planning-slots.ts';
import { createWays } from './planning-travel.ts';

/**
 * Lets open offers be kept by a plan. What somebody was asked for and the plan could propose itself stays among its choices;
 * everything else is counted as if it were a visit: of requests that are not planned, at another hour, on a day that is
 * closed meanwhile.
 */
export function commitOffers(facts: PlanningFacts, offers: readonly PlanningOffer[]): PlanningFacts {
  let [counted, open] = [facts, offers];
  for (;;) {
    const possible = listPossible(counted, open);
    const apart = open.filter((offer) => !possible.has(offer));
    if (apart.length === 0) return { ...counted, offers: open };
    counted = count(counted, apart);
    // What is counted may take the day of another one.
    open = open.filter((offer) => possible.has(offer));
  }
}

function listPossible(facts: PlanningFacts, offers: readonly PlanningOffer[]): ReadonlySet<PlanningOffer> {
  const asked = new Set(offers.map(({ requestId }) => requestId));
  const requests = facts.requests.filter(({ id, openSessions }) => asked.has(id) && openSessions > 0);
  const hours = new Map(requests.map(({ id, wishedStart }) => [id, wishedStart]));
  const keys = new Set(
    listRequestOptions({ ...facts, requests, offers: [] }).flatMap(({ request, people }) =>
      people.flatMap(({ instructor, days }) =>
        days.map((day) => optionKey(request.id, facts.instructors[instructor]?.id ?? '', day)),
      ),
    ),
  );
  return new Set(
    offers.filter(
      ({ requestId, instructorId, day, startsAt }) =>
        keys.has(optionKey(requestId, instructorId, day)) && hours.get(requestId) === startsAt,
    ),
  );
}

function count(facts: PlanningFacts, offers: readonly PlanningOffer[]): PlanningFacts {
  const { budgetYen } = facts;
  const sessions = listNewSessions(facts, offers);
  const committed: Record<string, number> = { ...facts.committed };
  const missing = { ...facts.missing };
  for (const { day, line } of sessions) {
    committed[monthOf(day)] = (committed[monthOf(day)] ?? 0) + 1;
    if (line !== null) missing[line] = Math.max(0, (missing[line] ?? 0) - 1);
  }
  const ofRequest = Map.groupBy(offers, ({ requestId }) => requestId);
  const ofPerson = Map.groupBy(offers, ({ instructorId }) => instructorId);
  return {
    ...facts,
    requests: facts.requests.map((request) => countOfRequest(request, ofRequest.get(request.id) ?? [], sessions)),
    instructors: facts.instructors.map((person) =>
      asIfAccepted(person, (ofPerson.get(person.id) ?? []).map(toElsewhere)),
    ),
    committed,
    missing,
    budgetYen: budgetYen === null ? null : Math.max(0, budgetYen - countYen(facts, ofPerson)),
    offersApart: [...facts.offersApart, ...offers],
  };
}

/** The sessions for which a visit is to be planned yet, each once. */
function listNewSessions({ requests }: PlanningFacts, offers: readonly PlanningOffer[]): readonly PlanningOffer[] {
  const there = new Set(
    requests.flatMap(({ id: requestId, sessions }) => sessions.map(({ day }) => sessionKey({ requestId, day }))),
  );
  const fresh = offers.filter((offer) => offer.isNew && !there.has(sessionKey(offer)));
  return [...new Map(fresh.map((offer) => [sessionKey(offer), offer])).values()];
}

function countOfRequest(
  request: PlanningRequest,
  offers: readonly PlanningOffer[],
  all: readonly PlanningOffer[],
): PlanningRequest {
  const { hostCap, sessionMinutes } = request;
  const used = all.filter(({ quota }) => quota !== null && quota === quotaIdOf(request)).length;
  const own = all.filter(({ requestId }) => requestId === request.id);
  const more = (day: string) => offers.filter((offer) => offer.day === day).length;
  return {
    ...request,
    sessions: [
      ...request.sessions.map((session) => ({ ...session, people: session.people + more(session.day) })),
      ...own.map(({ day, startsAt }) => {
        const endsAt = sessionEnd(startsAt, sessionMinutes);
        return { visitId: '', day, startsAt, endsAt, isPlanned: true, people: more(day) };
      }),
    ],
    openSessions: Math.max(0, request.openSessions - own.length),
    hostCap: hostCap && { ...hostCap, used: hostCap.used + used },
  };
}

function countYen(
  { costs, instructors }: PlanningFacts,
  ofPerson: ReadonlyMap<string, readonly PlanningOffer[]>,
): number {
  const ways = createWays(costs);
  const yenOf = (person: PlanningInstructor) =>
    (ofPerson.get(person.id) ?? []).reduce(
      (sum, { municipalityCode }) => sum + ways(person.municipalityCode, municipalityCode).yen,
      0,
    );
  return instructors.reduce((sum, person) => sum + yenOf(person), 0);
}
