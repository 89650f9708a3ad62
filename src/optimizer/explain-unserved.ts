import type { HardConstraintId } from './constraint.ts';
import { itemAt } from './item-at.ts';
import type { SlotIndex } from './slot-index.ts';
import { addOption, removeOption, type RunningScore } from './running-score.ts';
import { markScore, partsBetween, type ScoreMark, type ScorePart } from './score-part.ts';

/** Hard constraints that can stop one more option while the rest stays, the most general first. */
const stopping = [
  'quota',
  'one-session-a-day',
  'yearly-cap',
  'period-cap',
  'clash',
] as const satisfies readonly HardConstraintId[];

/** In the order in which they are told. */
const stopRules = [...stopping, 'team-complete', 'no-option', 'not-worth', 'not-found'] as const;

/**
 * 妨げの規則. Why a slot is not held: a hard constraint (`team-complete`: too few people are free at once), nobody who could
 * come at all, held it would cost more than it saves, or it was not found before the engine was stopped.
 */
export type StopRule = (typeof stopRules)[number];

/** 妨げ. Everybody whom one rule stops, and on which days. */
export type Stop = {
  readonly rule: StopRule;
  readonly workers: readonly number[];
  readonly days: readonly number[];
  /** How many options it stops; 0 for `no-option`. */
  readonly options: number;
};

/** 未割当の理由. Why sessions of a task are not held. */
export type UnservedExplanation = {
  readonly task: number;
  readonly sessions: number;
  readonly stops: readonly Stop[];
  /** The cheapest session that no hard constraint forbids, and what it would cost more. */
  readonly cheapest: AllowedSession | null;
};

type Stopped = { readonly rule: StopRule; readonly slot: number; readonly options: readonly number[] };

type Allowed = { readonly slot: number; readonly options: readonly number[]; readonly mark: ScoreMark };

/** The first hard constraint that one more option breaks. */
function findStop(score: RunningScore, option: number, before: ScoreMark): StopRule | undefined {
  addOption(score, option);
  const rule = stopping.find((id) => score.amounts[id] > before.amounts[id]);
  removeOption(score, option);
  return rule;
}

/** Fills a slot from free people, each time with whoever costs least, and takes them back. */
function fillSlot(score: RunningScore, free: readonly number[], team: number): Omit<Allowed, 'slot'> {
  const taken: number[] = [];
  while (taken.length < team) {
    let best: { readonly option: number; readonly points: number } | undefined;
    for (const option of free) {
      if (taken.includes(option)) continue;
      addOption(score, option);
      if (best === undefined || score.points < best.points) best = { option, points: score.points };
      removeOption(score, option);
    }
    if (best === undefined) break;
    addOption(score, best.option);
    taken.push(best.option);
  }
  const mark = markScore(score);
  for (const option of taken) removeOption(score, option);
  return { options: taken.toSorted((a, b) => a - b), mark };
}

type SlotFinding = { readonly stopped: readonly Stopped[]; readonly allowed?: Allowed };

/** What stops the options of one slot of a task. */
function explainSlot(score: RunningScore, slot: number, facts: { index: SlotIndex; before: ScoreMark }): SlotFinding {
  const { before, index } = facts;
  const { problem, tally } = score;
  const options = itemAt(index.optionsOfSlot, slot).filter((option) => tally.isChosen[option] === 0);
  if ((tally.ofSlot[slot] ?? 0) > 0) return { stopped: [{ rule: 'one-session-a-day', slot, options }] };
  if (options.length === 0) return { stopped: [{ rule: 'no-option', slot, options }] };
  const found = options.map((option) => ({ option, rule: findStop(score, option, before) }));
  const stopped = found.flatMap(({ option, rule }) => (rule ? [{ rule, slot, options: [option] }] : []));
  const free = found.flatMap(({ option, rule }) => (rule ? [] : [option]));
  const { team } = itemAt(problem.tasks, itemAt(problem.slots, slot).task);
  if (free.length === 0) return { stopped };
  if (free.length < team) return { stopped: [...stopped, { rule: 'team-complete', slot, options: free }] };
  const allowed = { slot, ...fillSlot(score, free, team) };
  const rule = allowed.mark.points < before.points ? 'not-found' : 'not-worth';
  return { stopped: [...stopped, { rule, slot, options: free }], allowed };
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function countStops({ problem }: RunningScore, stopped: readonly Stopped[]): readonly Stop[] {
  return stopRules.flatMap((rule) => {
    const own = stopped.filter((one) => one.rule === rule && (one.options.length > 0 || rule === 'no-option'));
    if (own.length === 0) return [];
    const options = own.flatMap((one) => one.options);
    return [
      {
        rule,
        workers: rising(options.map((option) => itemAt(problem.options, option).worker)),
        days: rising(own.map(({ slot }) => itemAt(problem.slots, slot).day)),
        options: options.length,
      },
    ];
  });
}

/** One more session of a task that no hard constraint forbids, and what it would cost more. */
export type AllowedSession = {
  readonly slot: number;
  readonly options: readonly number[];
  readonly points: number;
  readonly parts: readonly ScorePart[];
};

/** The cheapest session at each slot of a task at which one is allowed, cheapest first. The score is left as it was. */
export function findAllowed(score: RunningScore, task: number, index: SlotIndex): readonly AllowedSession[] {
  const before = markScore(score);
  const slots = itemAt(index.slotsOfTask, task);
  return toAllowed(
    score,
    before,
    slots.flatMap((slot) => explainSlot(score, slot, { index, before }).allowed ?? []),
  );
}

function toAllowed(
  { problem }: RunningScore,
  before: ScoreMark,
  allowed: readonly Allowed[],
): readonly AllowedSession[] {
  return allowed
    .toSorted((a, b) => a.mark.points - b.mark.points || a.slot - b.slot)
    .map(({ slot, options, mark }) => {
      return { slot, options, points: mark.points - before.points, parts: partsBetween(before, mark, problem) };
    });
}

/** Explains why a task has sessions that are not held; undefined where it has none. The score is left as it was. */
export function explainUnserved(score: RunningScore, task: number, index: SlotIndex): UnservedExplanation | undefined {
  const { problem } = score;
  const sessions = itemAt(problem.tasks, task).sessions - itemAt(score.tally.daysOfTask, task).length;
  if (sessions <= 0) return undefined;
  const before = markScore(score);
  const found = itemAt(index.slotsOfTask, task).map((slot) => explainSlot(score, slot, { index, before }));
  const [cheapest = null] = toAllowed(
    score,
    before,
    found.flatMap(({ allowed }) => allowed ?? []),
  );
  const stopped = found.flatMap((one) => one.stopped);
  const nothing: readonly Stop[] = [{ rule: 'no-option', workers: [], days: [], options: 0 }];
  return { task, sessions, stops: found.length === 0 ? nothing : countStops(score, stopped), cheapest };
}
