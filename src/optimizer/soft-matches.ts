import type { SoftConstraintId } from './constraint.ts';
import { itemAt } from './item-at.ts';
import { choicesOf, heldOf } from './laid-out.ts';
import type { MatchRule } from './match.ts';

/** Sessions that are not held, each as urgent as its task. */
const unservedSession: MatchRule = (laidOut) =>
  laidOut.problem.tasks.flatMap(({ sessions, urgency }, task) => {
    const unserved = sessions - heldOf(laidOut, task).length;
    if (unserved <= 0 || urgency === 0) return [];
    return [{ entities: { tasks: [task] }, amount: urgency * unserved, facts: { unserved, urgency } }];
  });

/** Sessions that a line of the plan still misses. */
const planTarget: MatchRule = (laidOut) =>
  laidOut.problem.targets.flatMap(({ missing }, target) => {
    const held = laidOut.held.filter(({ slot }) => itemAt(laidOut.problem.tasks, slot.task).target === target).length;
    if (held >= missing) return [];
    return [{ entities: { targets: [target] }, amount: missing - held, facts: { missing, held } }];
  });

/** Kilometres of everybody who is sent. */
const travelDistance: MatchRule = ({ choices }) =>
  choices.flatMap(({ index, option: { kilometres, worker, slot } }) => {
    if (kilometres === 0) return [];
    const entities = { workers: [worker], slots: [slot], options: [index] };
    return [{ entities, amount: kilometres, facts: { kilometres } }];
  });

/** Thousands of yen beyond the budget, a begun one counted whole. */
const budget: MatchRule = ({ problem: { budgetYen }, choices }) => {
  const yen = choices.reduce((sum, { option }) => sum + option.yen, 0);
  if (budgetYen === null || yen <= budgetYen) return [];
  const options = choices.filter(({ option }) => option.yen > 0).map(({ index }) => index);
  return [{ entities: { options }, amount: Math.ceil((yen - budgetYen) / 1000), facts: { yen, budgetYen } }];
};

/** Different workers of a task beyond the number that one session needs. */
const continuity: MatchRule = (laidOut) =>
  laidOut.problem.tasks.flatMap(({ team }, task) => {
    const choices = heldOf(laidOut, task).flatMap((held) => held.choices);
    const workers = [...new Set(choices.map(({ option }) => option.worker))];
    if (workers.length <= team) return [];
    return [{ entities: { tasks: [task], workers }, amount: workers.length - team, facts: { team } }];
  });

/** Each session of a worker counts as many as came before it in the year, so that the busiest are asked last. */
const fairness: MatchRule = (laidOut) =>
  laidOut.problem.workers.flatMap(({ done }, worker) => {
    const chosen = choicesOf(laidOut, worker).length;
    let amount = 0;
    for (let k = 1; k <= chosen; k += 1) amount += done + k - 1;
    return amount === 0 ? [] : [{ entities: { workers: [worker] }, amount, facts: { done, chosen } }];
  });

/** Workers near a lapse who lead nothing. */
const dormancy: MatchRule = (laidOut) =>
  laidOut.problem.workers.flatMap(({ wake }, worker) => {
    if (wake <= 0 || choicesOf(laidOut, worker).length > 0) return [];
    return [{ entities: { workers: [worker] }, amount: wake, facts: { wake } }];
  });

/** Sessions of a period beyond what it would have if all were alike. */
const monthSpread: MatchRule = ({ problem, held }) =>
  problem.periods.flatMap(({ committed, even }, period) => {
    const sessions = committed + held.filter(({ slot }) => slot.period === period).length;
    if (sessions <= even) return [];
    return [{ entities: { periods: [period] }, amount: sessions - even, facts: { sessions, even } }];
  });

/** Held slots with nobody who has led a session before. */
const newAlone: MatchRule = ({ problem, held }) =>
  held.flatMap(({ index, choices }) => {
    const workers = choices.map(({ option }) => option.worker);
    if (!workers.every((worker) => itemAt(problem.workers, worker).isNew)) return [];
    return [{ entities: { slots: [index], workers }, amount: 1, facts: {} }];
  });

/** What people were told before and is not kept. */
const stability: MatchRule = ({ problem, choices }) =>
  problem.options.flatMap(({ hold, worker, slot }, index) => {
    if (hold === 0 || choices.some((choice) => choice.index === index)) return [];
    return [{ entities: { workers: [worker], slots: [slot], options: [index] }, amount: hold, facts: { hold } }];
  });

/** The soft constraints: each match costs its amount times the weight. */
export const softMatches = {
  'unserved-session': unservedSession,
  'plan-target': planTarget,
  'travel-distance': travelDistance,
  budget,
  continuity,
  fairness,
  dormancy,
  'month-spread': monthSpread,
  'new-alone': newAlone,
  stability,
} as const satisfies Record<SoftConstraintId, MatchRule>;
