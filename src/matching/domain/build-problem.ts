import { dormancyOf, remainingVisits } from '#instructor/domain/dormancy.ts';
import { datesFrom, type PlainDate } from '#kernel/plain-date.ts';
import type { Period, Problem, Target, Task, Worker } from '#optimizer/problem.ts';
import { monthOf, visitsInMonth } from './free-days.ts';
import { keepOffered } from './keep-offered.ts';
import type { PinnedAssignment, PlanningFacts, PlanningInstructor } from './planning-facts.ts';
import { listRequestOptions, type RequestOptions } from './planning-options.ts';
import { planLines, type PlanLine } from './planning-settings.ts';
import { listQuotas, quotaIdOf } from './planning-quotas.ts';
import { urgencyOn } from './planning-weights.ts';
import { listSlots, optionKey, type SlotKey } from './planning-slots.ts';
import { listPlaces, travelTable, type PlanningPlace } from './planning-travel.ts';

/** What the numbers of a problem stand for. */
export type ProblemKeys = {
  readonly requestIds: readonly string[];
  readonly instructorIds: readonly string[];
  readonly slots: readonly SlotKey[];
  readonly lines: readonly PlanLine[];
  readonly places: readonly PlanningPlace[];
  /** What was fixed by hand, as `optionKey` names it. */
  readonly byHand: ReadonlySet<string>;
};

/** 割当問題 of a plan, and how to read its solutions. */
export type PlanningProblem = {
  readonly problem: Problem;
  readonly keys: ProblemKeys;
  readonly options: readonly RequestOptions[];
  /** What was fixed by hand and cannot be: the ordinary rules do not allow it. */
  readonly impossiblePins: readonly PinnedAssignment[];
};

/**
 * Turns the facts of a year into numbers. Every option is what the ordinary rules accept for one assignment; requests
 * without any are tasks without options, so that their sessions are counted as unserved.
 */
export function buildProblem(facts: PlanningFacts): PlanningProblem {
  const options = listRequestOptions(facts);
  const periods = listPeriods(facts);
  const lines = planLines.map(({ key }) => key).filter((key) => (facts.missing[key] ?? 0) > 0);
  const quotas = listQuotas(facts.requests);
  const places = listPlaces(facts);
  const made = listSlots(options, { facts, periods, places });
  const draft: Problem = {
    workers: facts.instructors.map((instructor) => toWorker(instructor, { facts, periods })),
    tasks: facts.requests.map((request): Task => ({
      id: request.id,
      sessions: request.openSessions,
      team: request.team,
      urgency: urgencyOn(facts.today, request.priority),
      quotas: quotaIdOf(request) === undefined ? [] : [quotas.findIndex(({ id }) => id === quotaIdOf(request))],
      target: request.line !== null && lines.includes(request.line) ? lines.indexOf(request.line) : null,
    })),
    slots: made.slots,
    options: made.options,
    quotas,
    targets: lines.map((line): Target => ({ id: line, missing: facts.missing[line] ?? 0 })),
    periods,
    travelMinutes: travelTable(places, facts.travel),
    budgetYen: facts.budgetYen,
    weights: facts.weights,
  };
  return {
    problem: keepOffered(draft, made.offered),
    keys: {
      requestIds: facts.requests.map(({ id }) => id),
      instructorIds: facts.instructors.map(({ id }) => id),
      slots: made.slotKeys,
      lines,
      places,
      byHand: made.pinned,
    },
    options,
    impossiblePins: findImpossiblePins(facts, made.pinned),
  };
}

type Within = { readonly facts: PlanningFacts; readonly periods: readonly Period[] };

function toWorker(instructor: PlanningInstructor, { facts: { today, until }, periods }: Within): Worker {
  const { id, yearlyCap, monthlyCap, held, planned, lastActivityOn, certifiedOn } = instructor;
  const left = remainingVisits(yearlyCap, { held, planned });
  return {
    id,
    cap: left === null ? null : Math.max(0, left),
    periodCap:
      monthlyCap === null
        ? null
        : periods.map((month) => Math.max(0, monthlyCap - visitsInMonth(instructor, month.id))),
    done: held + planned,
    wake: held + planned > 0 ? 0 : wakeOf({ lastActivityOn, certifiedOn, today }, until),
    isNew: held === 0 && lastActivityOn === null,
  };
}

/** Who lapses within the year counts double; who is near it, or has lapsed already, once (domain.md §5.2). */
function wakeOf(activity: Parameters<typeof dormancyOf>[0], until: PlainDate): number {
  const dormancy = dormancyOf(activity);
  if (dormancy.kind === 'unknown') return 0;
  if (dormancy.kind === 'dormant') return 1;
  if (dormancy.lastDay <= until) return 2;
  return dormancy.kind === 'nearing' ? 1 : 0;
}

/** The months that are planned. Alike they would be if all sessions of these months stood evenly. */
function listPeriods({ from, until, committed, requests }: PlanningFacts): readonly Period[] {
  const months = [...new Set(datesFrom(from, until).map(monthOf))];
  const there = months.reduce((sum, month) => sum + (committed[month] ?? 0), 0);
  const open = requests.reduce((sum, { openSessions }) => sum + openSessions, 0);
  const even = months.length === 0 ? 0 : Math.ceil((there + open) / months.length);
  return months.map((id) => ({ id, committed: committed[id] ?? 0, even }));
}

/** A pin of a request that needs nobody any more is fulfilled; any other must be an option. */
function findImpossiblePins({ pins, requests }: PlanningFacts, pinned: ReadonlySet<string>) {
  const open = new Map(requests.map((request) => [request.id, request]));
  return pins.filter(({ kind, requestId, instructorId, day }) => {
    if (kind !== 'pin' || day === null) return false;
    const request = open.get(requestId);
    if (!request || request.sessions.some((session) => session.day === day)) return false;
    return !pinned.has(optionKey(requestId, instructorId, day));
  });
}
