import { itemAt } from './item-at.ts';
import type { SlotIndex } from './slot-index.ts';
import { addOption, removeOption, type RunningScore } from './running-score.ts';
import { markScore, partsBetween, type ScorePart } from './score-part.ts';

/** 次点. The same session held otherwise, everything else left as it is. */
export type SessionRunnerUp = {
  readonly slot: number;
  /** The whole team, rising. */
  readonly options: readonly number[];
  /** How much more the solution would cost; below 0 only where the solution is not the best. */
  readonly points: number;
  readonly parts: readonly ScorePart[];
};

/** 理由. What one held session costs and gains, and what comes second. */
export type SessionExplanation = {
  readonly slot: number;
  readonly options: readonly number[];
  /** The solution with this session against the one without it. */
  readonly parts: readonly ScorePart[];
  /** Nothing where every other way breaks a hard constraint, as with what was decided by hand. */
  readonly runnerUp: SessionRunnerUp | null;
};

/** Another way to hold the session: who goes on coming, and who comes beside them. */
type OtherWay = { readonly slot: number; readonly kept: readonly number[]; readonly added: readonly number[] };

/** The same slot with one worker exchanged. */
function exchanges(slot: number, team: readonly number[], { optionsOfSlot }: SlotIndex): OtherWay[] {
  const others = itemAt(optionsOfSlot, slot).filter((option) => !team.includes(option));
  return team.flatMap((leaving) => {
    const kept = team.filter((option) => option !== leaving);
    return others.map((coming) => ({ slot, kept, added: [coming] }));
  });
}

/** Another slot of the task: for a session of one person anybody, for a team the same people. */
function movesOf(score: RunningScore, slot: number, moved: { team: readonly number[]; index: SlotIndex }): OtherWay[] {
  const { options, slots } = score.problem;
  const workers = moved.team.map((option) => itemAt(options, option).worker);
  return itemAt(moved.index.slotsOfTask, itemAt(slots, slot).task).flatMap((other) => {
    if (score.tally.ofSlot[other] !== 0) return [];
    const here = itemAt(moved.index.optionsOfSlot, other);
    if (workers.length === 1) return here.map((option) => ({ slot: other, kept: [], added: [option] }));
    const added = here.filter((option) => workers.includes(itemAt(options, option).worker));
    return added.length === workers.length ? [{ slot: other, kept: [], added }] : [];
  });
}

/** Runs something with options chosen, and takes them back. */
function withOptions<T>(score: RunningScore, options: readonly number[], look: () => T): T {
  for (const option of options) addOption(score, option);
  const seen = look();
  for (const option of options) removeOption(score, option);
  return seen;
}

/** Explains the session of a held slot. The score is left as it was. */
export function explainSession(score: RunningScore, slot: number, index: SlotIndex): SessionExplanation {
  const { problem } = score;
  const team = itemAt(index.optionsOfSlot, slot).filter((option) => score.tally.isChosen[option] === 1);
  const held = markScore(score);
  // The slot counts as held until its last option goes, so that it is no other slot of its own task.
  const ways = [...exchanges(slot, team, index), ...movesOf(score, slot, { team, index })];
  for (const option of team) removeOption(score, option);
  const without = markScore(score);
  let best: { readonly way: OtherWay; readonly points: number } | undefined;
  for (const way of ways) {
    const points = withOptions(score, [...way.kept, ...way.added], () =>
      score.broken === held.broken ? score.points : Number.POSITIVE_INFINITY,
    );
    if (points < (best?.points ?? Number.POSITIVE_INFINITY)) best = { way, points };
  }
  const second = best && toRunnerUp(best.way);
  for (const option of team) addOption(score, option);
  return { slot, options: team, parts: partsBetween(without, held, problem), runnerUp: second ?? null };

  function toRunnerUp({ slot: at, kept, added }: OtherWay): SessionRunnerUp {
    const options = [...kept, ...added].toSorted((a, b) => a - b);
    const other = withOptions(score, options, () => markScore(score));
    return { slot: at, options, points: other.points - held.points, parts: partsBetween(held, other, problem) };
  }
}
