import { remainingVisits } from '#instructor/domain/dormancy.ts';
import { addDays, compareDates, daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import { findAllowed } from '#optimizer/explain-unserved.ts';
import { bringWorker, startScore } from '#optimizer/running-score.ts';
import { indexSlots } from '#optimizer/slot-index.ts';
import type { Problem } from '#optimizer/problem.ts';
import { assumedInstructor } from './assumed-instructor.ts';
import { buildProblem, type PlanningProblem } from './build-problem.ts';
import { fittingTrades } from './eligibility.ts';
import { proposedDays } from './free-days.ts';
import { sessionsLeft } from './host-cap.ts';
import type { PlanningFacts, PlanningInstructor, PlanningRequest } from './planning-facts.ts';
import { kindsOfProgram } from './program-kinds.ts';
import type { AssignmentProposal, Remedy, RemedyChange } from './proposal.ts';
import { findPair, type FirstChange } from './remedy-pair.ts';
import { countTaken, NEIGHBOUR_DAYS, restFacts } from './rest-facts.ts';

/** One more instructor further away than this would be of another office. */
const FARTHEST_KILOMETRES = 60;

const STEP_KILOMETRES = 5;

/** For so many requests that no single change helps two are searched; each takes as long as dozens of single ones. */
const PAIRS_AT_MOST = 50;

/** One request's open sessions while the rest stays, and how the whole is counted. */
type Case = {
  readonly facts: PlanningFacts;
  readonly request: PlanningRequest;
  /** Who comes to other sessions of the request. */
  readonly people: ReadonlySet<string>;
  readonly whole: PlanningProblem;
};

/** The best session that a change makes possible: what the whole gains by it, and who would come when. */
type Way = { readonly points: number; readonly day: PlainDate; readonly instructorIds: readonly string[] };

type SingleRemedy = { readonly points: number } & RemedyChange;

type FindRemedy = (one: Case) => SingleRemedy | null;

/** From what one call settles to what takes a year. */
const remedies: readonly FindRemedy[] = [anotherDay, higherCap, higherHostLimit, courseTaken, oneMoreInstructor];

/**
 * 手立て. The cheapest single change after which one session more of a request can be held and the whole is better for it,
 * everything proposed left as it is; where none is enough, two of them (`findPair`). Each is tried by the ordinary rules before
 * it is told; null where none helps.
 */
export function findRemedies(
  whole: PlanningProblem,
  facts: PlanningFacts,
  proposals: readonly AssignmentProposal[],
): (task: number, sessions: number) => Remedy | null {
  const taken = countTaken(facts, proposals);
  let pairsLeft = PAIRS_AT_MOST;
  return (task, sessions) => {
    const request = facts.requests[task];
    if (!request) return null;
    const people = new Set(taken.ofRequest.get(request.id)?.flatMap(({ instructorIds }) => instructorIds));
    const one = { facts: restFacts(facts, { request, taken, sessions }), request, people, whole };
    // Possible as it is: the calculation ended too early, and nothing need be changed.
    if (tryFacts(one, one.facts)) return null;
    for (const find of remedies) {
      const remedy = find(one);
      if (remedy) return remedy;
    }
    if (pairsLeft === 0) return null;
    pairsLeft -= 1;
    return findPair(
      listFirst(one),
      remedies.map((find) => (changed) => find(withFacts(one, changed))),
    );
  };
}

/** What can be changed of a request beforehand: what its host may have, and caps and courses of those who teach its trade. */
function listFirst({ facts, request }: Case): readonly FirstChange[] {
  const trades = fittingTrades(request.tradeCode);
  const teaches = ({ id }: Change) =>
    facts.instructors.some((person) => person.id === id && person.tradeCodes.some((code) => trades.includes(code)));
  const limit = raisedLimit(facts);
  return [
    ...(limit ? [{ change: { kind: 'host-limit' as const, by: limit.by }, facts: limit.facts }] : []),
    ...listFull(facts)
      .filter(teaches)
      .map(({ id, by, changes }) => ({
        change: { kind: 'cap' as const, instructorId: id, by },
        facts: withInstructor(facts, id, changes),
      })),
    ...listUntaught(facts)
      .filter(teaches)
      .map(({ id, changes }) => ({
        change: { kind: 'course' as const, instructorId: id },
        facts: withInstructor(facts, id, changes),
      })),
  ];
}

function withFacts(one: Case, facts: PlanningFacts): Case {
  return { ...one, facts, request: facts.requests[0] ?? one.request };
}

/** Tries changed facts: the best session that is possible with them, if the whole is better for it. */
function tryFacts(one: Case, facts: PlanningFacts): Way | null {
  return tryProblem(one, buildProblem(facts));
}

function tryProblem(one: Case, planning: PlanningProblem): Way | null {
  return listWays(one, planning).toSorted((left, right) => left.points - right.points)[0] ?? null;
}

/** The sessions of a request that are possible and make the whole better: the best of each day. */
function listWays({ whole, people }: Case, { problem, keys }: PlanningProblem): readonly Way[] {
  const judged = asInWhole(problem, whole.problem);
  const score = startScore(judged, { chosen: [] });
  keys.instructorIds.forEach((id, worker) => {
    if (people.has(id)) bringWorker(score, 0, worker);
  });
  return findAllowed(score, 0, indexSlots(judged)).flatMap(({ slot, options, points }) => {
    const day = keys.slots[slot]?.day;
    if (day === undefined || points >= 0) return [];
    const instructorIds = options.flatMap((option) => keys.instructorIds[problem.options[option]?.worker ?? -1] ?? []);
    return [{ points, day, instructorIds }];
  });
}

/** Months and people count as they do in the whole, not as they would for one request by itself. */
function asInWhole(problem: Problem, whole: Problem): Problem {
  const even = new Map(whole.periods.map((period) => [period.id, period.even]));
  const wake = new Map(whole.workers.map((worker) => [worker.id, worker.wake]));
  return {
    ...problem,
    periods: problem.periods.map((period) => ({ ...period, even: even.get(period.id) ?? period.even })),
    workers: problem.workers.map((worker) => ({ ...worker, wake: worker.done > 0 ? 0 : (wake.get(worker.id) ?? 0) })),
  };
}

function withRequest(facts: PlanningFacts, changes: Partial<PlanningRequest>): PlanningFacts {
  return { ...facts, requests: facts.requests.map((request) => ({ ...request, ...changes })) };
}

function withInstructor(facts: PlanningFacts, id: string, changes: Partial<PlanningInstructor>): PlanningFacts {
  return { ...facts, instructors: facts.instructors.map((one) => (one.id === id ? { ...one, ...changes } : one)) };
}

/** Another day near the wished ones: the nearest on which the session is worth it. */
function anotherDay(one: Case): SingleRemedy | null {
  const { facts, request } = one;
  const wished = proposedDays(request, facts);
  const near = proposedDays({ ...request, candidateDates: request.candidateDates.map(widen) }, facts)
    .filter((day) => !wished.includes(day))
    .toSorted((left, right) => distanceTo(wished, left) - distanceTo(wished, right) || compareDates(left, right));
  if (near.length === 0) return null;
  const ways = new Map(listWays(one, buildProblem(addCandidates(facts, request, near))).map((way) => [way.day, way]));
  const day = near.find((each) => ways.has(each));
  // Once more with that day alone, as it would be entered.
  const way = day === undefined ? null : tryFacts(one, addCandidates(facts, request, [day]));
  const [instructorId] = way?.instructorIds ?? [];
  return way && instructorId !== undefined ? { kind: 'day', day: way.day, instructorId, points: way.points } : null;
}

function widen({ from, until }: PlanningRequest['candidateDates'][number]) {
  return { from: addDays(from, -NEIGHBOUR_DAYS), until: addDays(until, NEIGHBOUR_DAYS) };
}

function distanceTo(wished: readonly PlainDate[], day: PlainDate): number {
  return Math.min(...wished.map((other) => Math.abs(daysBetween(other, day))));
}

function addCandidates(facts: PlanningFacts, request: PlanningRequest, days: readonly PlainDate[]): PlanningFacts {
  const candidateDates = [...request.candidateDates, ...days.map((day) => ({ from: day, until: day }))];
  return withRequest(facts, { candidateDates });
}

type Change = { readonly id: string; readonly changes: Partial<PlanningInstructor> };

/** The one change of several, each of one person, by which the whole gains most. */
function bestChange<T extends Change>(
  one: Case,
  changes: readonly T[],
): { readonly change: T; readonly way: Way } | null {
  // All at once first: where they do not help together, none does alone; else it names those who matter.
  const all = changes.reduce((facts, { id, changes: own }) => withInstructor(facts, id, own), one.facts);
  const together = changes.length === 0 ? null : tryFacts(one, all);
  if (!together) return null;
  const named = changes.filter(({ id }) => together.instructorIds.includes(id));
  const tried = (some: readonly T[]) =>
    some
      .flatMap((change) => {
        const way = tryFacts(one, withInstructor(one.facts, change.id, change.changes));
        return way ? [{ change, way }] : [];
      })
      .toSorted((left, right) => left.way.points - right.way.points);
  return tried(named)[0] ?? tried(changes.filter((change) => !named.includes(change)))[0] ?? null;
}

/** One more session for somebody whose cap of the year is used up. */
function higherCap(one: Case): SingleRemedy | null {
  const best = bestChange(one, listFull(one.facts));
  return best && { kind: 'cap', instructorId: best.change.id, by: best.change.by, points: best.way.points };
}

/** Registered people whose cap of the year is used up, and how much higher it would have to be. */
function listFull({ instructors }: PlanningFacts) {
  return instructors.flatMap(({ id, yearlyCap, held, planned, isExtra }) => {
    const left = remainingVisits(yearlyCap, { held, planned });
    if (yearlyCap === null || left === null || left > 0 || isExtra) return [];
    return [{ id, by: 1 - left, changes: { yearlyCap: yearlyCap + 1 - left } }];
  });
}

/** One more session for a host that has as many as it may. */
function higherHostLimit(one: Case): SingleRemedy | null {
  const raised = raisedLimit(one.facts);
  const way = raised && tryFacts(one, raised.facts);
  return raised && way && { kind: 'host-limit', by: raised.by, points: way.points };
}

function raisedLimit(facts: PlanningFacts): { readonly by: number; readonly facts: PlanningFacts } | null {
  const hostCap = facts.requests[0]?.hostCap ?? null;
  if (hostCap === null || sessionsLeft(hostCap) !== 0) return null;
  const by = hostCap.used + 1 - hostCap.sessions;
  return { by, facts: withRequest(facts, { hostCap: { ...hostCap, sessions: hostCap.sessions + by } }) };
}

/** The course for somebody who has not taken it. */
function courseTaken(one: Case): SingleRemedy | null {
  const best = bestChange(one, listUntaught(one.facts));
  return best && { kind: 'course', instructorId: best.change.id, points: best.way.points };
}

function listUntaught({ instructors, today }: PlanningFacts): readonly Change[] {
  const course = { status: 'completed', on: today } as const;
  return instructors
    .filter((person) => person.kind === 'meister' && !person.isExtra)
    .filter((person) => person.course === null || person.course.status === 'not-taken')
    .map(({ id }) => ({ id, changes: { course } }));
}

const NEWCOMER = 'newcomer';

/** One more instructor of the trade, as far away as the session is still worth the way. */
function oneMoreInstructor(one: Case): SingleRemedy | null {
  const { facts, request } = one;
  const planning = buildProblem({ ...facts, instructors: [...facts.instructors, newcomerFor(request, facts)] });
  for (let kilometres = FARTHEST_KILOMETRES; kilometres > 0; kilometres -= STEP_KILOMETRES) {
    const way = tryProblem(one, { ...planning, problem: placeNewcomer(planning.problem, facts, kilometres) });
    if (way) {
      return { kind: 'instructor', tradeCode: request.tradeCode, withinKilometres: kilometres, points: way.points };
    }
  }
  return null;
}

function newcomerFor(
  { program, tradeCode, municipalityCode }: PlanningRequest,
  facts: PlanningFacts,
): PlanningInstructor {
  const kind = kindsOfProgram(program, facts.from)[0] ?? 'meister';
  const newcomer = { id: NEWCOMER, name: '', kind, tradeCodes: [tradeCode], municipalityCode, yearlyCap: null };
  return assumedInstructor(newcomer, { lastActivityOn: facts.today });
}

/** The newcomer lives so far away: there and back. */
function placeNewcomer(problem: Problem, { costs }: PlanningFacts, oneWay: number): Problem {
  const worker = problem.workers.findIndex(({ id }) => id === NEWCOMER);
  const way = { kilometres: 2 * oneWay, yen: Math.floor(2 * oneWay * (costs.perKilometreYen ?? 0)) };
  return {
    ...problem,
    options: problem.options.map((option) => (option.worker === worker ? { ...option, ...way } : option)),
  };
}
