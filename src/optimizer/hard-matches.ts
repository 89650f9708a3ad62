import type { HardConstraintId } from './constraint.ts';
import { itemAt } from './item-at.ts';
import { choicesOf, heldOf, type Choice, type LaidOut } from './laid-out.ts';
import type { Match, MatchRule } from './match.ts';
import type { Problem } from './problem.ts';

/** Held slots of a task beyond its sessions. */
const sessionLimit: MatchRule = (laidOut) =>
  laidOut.problem.tasks.flatMap(({ sessions }, task) => {
    const held = heldOf(laidOut, task);
    if (held.length <= sessions) return [];
    const slots = held.map(({ index }) => index);
    return [{ entities: { tasks: [task], slots }, amount: held.length - sessions, facts: { sessions } }];
  });

/** Workers that a held slot has too few or too many of. */
const teamComplete: MatchRule = ({ problem, held }) =>
  held.flatMap(({ index, slot, choices }) => {
    const { team } = itemAt(problem.tasks, slot.task);
    if (choices.length === team) return [];
    return [
      {
        entities: { tasks: [slot.task], slots: [index], options: choices.map((choice) => choice.index) },
        amount: Math.abs(choices.length - team),
        facts: { team, chosen: choices.length },
      },
    ];
  });

/** Held slots of a task on one day beyond the first. */
const oneSessionADay: MatchRule = (laidOut) =>
  laidOut.problem.tasks.flatMap((_, task) => {
    const held = heldOf(laidOut, task);
    const days = [...new Set(held.map(({ slot }) => slot.day))];
    return days.flatMap((day) => {
      const slots = held.filter(({ slot }) => slot.day === day).map(({ index }) => index);
      if (slots.length === 1) return [];
      return [{ entities: { tasks: [task], slots }, amount: slots.length - 1, facts: { day } }];
    });
  });

/**
 * Whether nobody can hold both slots of one day: one takes the whole day, or the later begins before the earlier has
 * ended and the way between the places is done. Slots of different days never clash.
 */
export function slotsClash(problem: Problem, one: number, other: number): boolean {
  const a = itemAt(problem.slots, one);
  const b = itemAt(problem.slots, other);
  if (a.day !== b.day) return false;
  if (a.start === null || a.end === null || b.start === null || b.end === null) return true;
  const aFirst = a.start < b.start || (a.start === b.start && one < other);
  const [end, start] = aFirst ? [a.end, b.start] : [b.end, a.start];
  const [from, to] = aFirst ? [a.place, b.place] : [b.place, a.place];
  return start < end + itemAt(itemAt(problem.travelMinutes, from), to);
}

function clashOf({ problem }: LaidOut, one: Choice, other: Choice): readonly Match[] {
  if (!slotsClash(problem, one.option.slot, other.option.slot)) return [];
  return [
    {
      entities: {
        workers: [one.option.worker],
        slots: [one.option.slot, other.option.slot],
        options: [one.index, other.index],
      },
      amount: 1,
      facts: { day: one.slot.day },
    },
  ];
}

/** Pairs of chosen options of one worker that nobody can hold both. */
const clash: MatchRule = (laidOut) =>
  laidOut.problem.workers.flatMap((_, worker) => {
    const choices = choicesOf(laidOut, worker);
    return choices.flatMap((one, position) =>
      choices.slice(position + 1).flatMap((other) => clashOf(laidOut, one, other)),
    );
  });

/** Sessions of a worker beyond the cap of the year. */
const yearlyCap: MatchRule = (laidOut) =>
  laidOut.problem.workers.flatMap(({ cap }, worker) => {
    const choices = choicesOf(laidOut, worker);
    if (cap === null || choices.length <= cap) return [];
    const options = choices.map(({ index }) => index);
    return [{ entities: { workers: [worker], options }, amount: choices.length - cap, facts: { cap } }];
  });

/** Sessions of a worker in a period beyond the cap of that period. */
const periodCap: MatchRule = (laidOut) =>
  laidOut.problem.workers.flatMap(({ periodCap: caps }, worker) =>
    (caps ?? []).flatMap((cap, period) => {
      const choices = choicesOf(laidOut, worker).filter(({ slot }) => slot.period === period);
      if (choices.length <= cap) return [];
      const options = choices.map(({ index }) => index);
      const entities = { workers: [worker], periods: [period], options };
      return [{ entities, amount: choices.length - cap, facts: { cap } }];
    }),
  );

/** Held sessions beyond a quota, over all tasks that name it. */
const quota: MatchRule = (laidOut) =>
  laidOut.problem.quotas.flatMap(({ sessions }, index) => {
    const held = laidOut.held.filter(({ slot }) => itemAt(laidOut.problem.tasks, slot.task).quotas.includes(index));
    if (held.length <= sessions) return [];
    const tasks = [...new Set(held.map(({ slot }) => slot.task))];
    const slots = held.map((one) => one.index);
    return [{ entities: { quotas: [index], tasks, slots }, amount: held.length - sessions, facts: { sessions } }];
  });

/** Options that were decided by hand and are not chosen. */
const pinned: MatchRule = ({ problem, choices }) =>
  problem.options.flatMap((option, index) => {
    if (!option.pinned || choices.some((choice) => choice.index === index)) return [];
    const entities = { workers: [option.worker], slots: [option.slot], options: [index] };
    return [{ entities, amount: 1, facts: {} }];
  });

/** The hard constraints: none of them may match in a solution that is proposed. */
export const hardMatches = {
  'session-limit': sessionLimit,
  'team-complete': teamComplete,
  'one-session-a-day': oneSessionADay,
  clash,
  'yearly-cap': yearlyCap,
  'period-cap': periodCap,
  quota,
  pinned,
} as const satisfies Record<HardConstraintId, MatchRule>;
