import fc from 'fast-check';
import { expect, test } from 'vitest';
import { smallProblem } from '../../test/small-problem.ts';
import { findContradictions } from './check-problem.ts';
import { completeTeams } from './complete-teams.ts';
import { constraints } from './constraint.ts';
import { explainSolution } from './explain.ts';
import { itemAt } from './item-at.ts';
import type { Problem } from './problem.ts';
import { scoreSolution, type Score } from './score.ts';

const problems = smallProblem({ workers: 5, tasks: 4, slots: 10, options: 24 }).filter(
  (problem) => findContradictions(problem).length === 0,
);

function score(problem: Problem, chosen: readonly number[]): Score {
  return scoreSolution(problem, { chosen: chosen.toSorted((a, b) => a - b) });
}

function pinsOf({ options }: Problem): readonly number[] {
  return options.flatMap(({ pinned }, index) => (pinned ? [index] : []));
}

function ofSlot(problem: Problem, slot: number): readonly number[] {
  return problem.options.flatMap((option, index) => (option.slot === slot ? [index] : []));
}

/** Slots are held one after the other, as the order says, by whoever keeps the rules. */
const solved = fc.tuple(problems, fc.array(fc.nat({ max: 99 }), { maxLength: 12 })).map(([problem, order]) => {
  let { chosen } = completeTeams(problem, pinsOf(problem));
  for (const position of order) {
    if (problem.slots.length === 0) break;
    const slot = position % problem.slots.length;
    const { team } = itemAt(problem.tasks, itemAt(problem.slots, slot).task);
    const own = ofSlot(problem, slot).filter((option) => !chosen.includes(option));
    const start = position % Math.max(1, own.length - team + 1);
    const wider = [...chosen, ...own.slice(start, start + team)];
    if (score(problem, wider).broken === 0) chosen = wider;
  }
  return { problem, chosen: chosen.toSorted((a, b) => a - b) };
});

function partsOf(from: Score, to: Score) {
  return constraints.flatMap(({ id, level }, index) => {
    const before = itemAt(from.constraints, index);
    const after = itemAt(to.constraints, index);
    if (level === 'hard' || before.amount === after.amount) return [];
    return [{ constraint: id, amount: after.amount - before.amount, points: after.points - before.points }];
  });
}

test('what a session costs and gains is the difference of the reference with it and without', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      for (const { options, parts } of explainSolution(problem, { chosen }).sessions) {
        const without = chosen.filter((option) => !options.includes(option));
        expect(parts).toEqual(partsOf(score(problem, without), score(problem, chosen)));
      }
    }),
    { numRuns: 300 },
  );
});

test('every held slot is explained, with everybody who comes to it', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      const { sessions } = explainSolution(problem, { chosen });
      expect(sessions.flatMap(({ options }) => options).toSorted((a, b) => a - b)).toEqual(chosen);
      for (const { slot, options } of sessions) {
        expect(options).toEqual(ofSlot(problem, slot).filter((option) => chosen.includes(option)));
      }
    }),
    { numRuns: 200 },
  );
});

/** Every other way to hold the session of a slot: one person exchanged, or another slot of the task. */
function otherWays(problem: Problem, slot: number, chosen: readonly number[]): readonly (readonly number[])[] {
  const team = ofSlot(problem, slot).filter((option) => chosen.includes(option));
  const rest = chosen.filter((option) => !team.includes(option));
  const worker = (option: number) => itemAt(problem.options, option).worker;
  const exchanged = team.flatMap((leaving) =>
    ofSlot(problem, slot)
      .filter((option) => !team.includes(option))
      .map((coming) => [...rest, ...team.filter((option) => option !== leaving), coming]),
  );
  const moved = problem.slots.flatMap(({ task }, other) => {
    const here = ofSlot(problem, other);
    if (task !== itemAt(problem.slots, slot).task || here.some((option) => chosen.includes(option))) return [];
    if (team.length === 1) return here.map((option) => [...rest, option]);
    return [[...rest, ...here.filter((option) => team.some((one) => worker(one) === worker(option)))]];
  });
  return [...exchanged, ...moved.filter((way) => way.length === chosen.length)];
}

test('the runner-up is the cheapest other way that breaks no hard constraint, and costs what the reference says', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      const now = score(problem, chosen);
      for (const { slot, options, runnerUp } of explainSolution(problem, { chosen }).sessions) {
        const scores = otherWays(problem, slot, chosen).map((way) => score(problem, way));
        const allowed = scores.filter(({ broken }) => broken === 0).map(({ points }) => points - now.points);
        expect(runnerUp?.points ?? Number.POSITIVE_INFINITY).toBe(Math.min(...allowed, Number.POSITIVE_INFINITY));
        if (runnerUp === null) continue;
        const way = [...chosen.filter((option) => !options.includes(option)), ...runnerUp.options];
        expect(runnerUp.parts).toEqual(partsOf(now, score(problem, way)));
        expect(score(problem, way).broken).toBe(0);
      }
    }),
    { numRuns: 300 },
  );
});

test('each option that a task could still use is stopped by exactly one rule, and the rule named is broken by it', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      const now = score(problem, chosen);
      for (const { task, stops } of explainSolution(problem, { chosen }).unserved) {
        const left = problem.options.filter(
          ({ slot }, index) => itemAt(problem.slots, slot).task === task && !chosen.includes(index),
        );
        expect(stops.reduce((sum, { options }) => sum + options, 0)).toBe(left.length);
        for (const { rule, workers, days } of stops) {
          if (rule !== 'quota' && rule !== 'yearly-cap' && rule !== 'period-cap' && rule !== 'clash') continue;
          const breaking = problem.options.flatMap(({ slot, worker }, index) => {
            const { day, task: at } = itemAt(problem.slots, slot);
            if (at !== task || chosen.includes(index) || !days.includes(day)) return [];
            const after = score(problem, [...chosen, index]).constraints.find(({ id }) => id === rule)?.amount ?? 0;
            return after > (now.constraints.find(({ id }) => id === rule)?.amount ?? 0) ? [worker] : [];
          });
          expect(breaking).toEqual(expect.arrayContaining([...workers]));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('tasks with sessions that are not held are explained, and the cheapest way to hold one costs what is told', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      const { unserved } = explainSolution(problem, { chosen });
      const held = (task: number) =>
        new Set(
          chosen
            .map((option) => itemAt(problem.options, option).slot)
            .filter((slot) => problem.slots[slot]?.task === task),
        ).size;
      const open = problem.tasks.flatMap(({ sessions }, task) =>
        sessions > held(task) ? [[task, sessions - held(task)]] : [],
      );
      expect(unserved.map(({ task, sessions }) => [task, sessions])).toEqual(open);
      for (const { cheapest, stops } of unserved) {
        const rules = stops.map(({ rule }) => rule);
        expect(cheapest !== null).toBe(rules.includes('not-worth') || rules.includes('not-found'));
        if (cheapest === null) continue;
        const now = score(problem, chosen);
        const after = score(problem, [...chosen, ...cheapest.options]);
        expect(after.broken).toBe(0);
        expect(cheapest.points).toBe(after.points - now.points);
        expect(cheapest.parts).toEqual(partsOf(now, after));
        expect(rules.includes('not-found')).toBe(cheapest.points < 0);
      }
    }),
    { numRuns: 300 },
  );
});

test('no way to hold one more session is free where none is told', () => {
  fc.assert(
    fc.property(solved, ({ problem, chosen }) => {
      for (const { task, cheapest } of explainSolution(problem, { chosen }).unserved) {
        if (itemAt(problem.tasks, task).team > 1) continue;
        const points = problem.options.flatMap(({ slot }, index) => {
          if (problem.slots[slot]?.task !== task || chosen.includes(index)) return [];
          const after = score(problem, [...chosen, index]);
          return after.broken === 0 ? [after.points - score(problem, chosen).points] : [];
        });
        expect(cheapest?.points ?? Number.POSITIVE_INFINITY).toBe(Math.min(...points, Number.POSITIVE_INFINITY));
      }
    }),
    { numRuns: 200 },
  );
});
