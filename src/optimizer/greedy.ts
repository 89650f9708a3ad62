import type { Option, Problem } from './problem.ts';
import type { Solution } from './solution.ts';
import { openDiary, type Diary } from './diary.ts';

type Candidate = { readonly index: number; readonly option: Option; readonly points: number };

type Team = { readonly slot: number; readonly members: readonly Candidate[]; readonly points: number };

/**
 * What an office does by hand: takes the requests in the order in which they came in and gives each session the day and
 * the people that cost fewest points as things stand, unless not holding it costs less. Nothing is changed afterwards.
 */
export function assignGreedily(problem: Problem): Solution {
  const diary = openDiary(problem);
  const bySlot = groupBySlot(problem);
  const byTask: number[][] = problem.tasks.map(() => []);
  for (const [index, slot] of problem.slots.entries()) byTask[slot.task]?.push(index);
  for (const [slot, candidates] of bySlot.entries()) {
    if (!candidates.some((index) => problem.options[index]?.pinned)) continue;
    const team = findTeam(problem, diary, { slot, candidates });
    if (team) diary.hold(slot, indicesOf(team));
  }
  for (const [task, { sessions }] of problem.tasks.entries()) {
    for (let session = diary.heldOf(task); session < sessions; session++) {
      const best = findBestTeam(
        problem,
        diary,
        byTask[task]?.map((slot) => ({ slot, candidates: bySlot[slot] ?? [] })) ?? [],
      );
      if (!best || best.points > 0) break;
      diary.hold(best.slot, indicesOf(best));
    }
  }
  return { chosen: diary.chosen().toSorted((a, b) => a - b) };
}

function indicesOf(team: Team): number[] {
  return team.members.map(({ index }) => index);
}

function groupBySlot(problem: Problem): number[][] {
  const bySlot: number[][] = problem.slots.map(() => []);
  for (const [index, option] of problem.options.entries()) bySlot[option.slot]?.push(index);
  return bySlot;
}

type OpenSlot = { readonly slot: number; readonly candidates: readonly number[] };

function findBestTeam(problem: Problem, diary: Diary, slots: readonly OpenSlot[]): Team | undefined {
  let best: Team | undefined;
  for (const slot of slots) {
    const team = findTeam(problem, diary, slot);
    if (team && (!best || team.points < best.points)) best = team;
  }
  return best;
}

/** The cheapest people who can come to a slot: who is pinned there, then who costs fewest points alone. */
function findTeam(problem: Problem, diary: Diary, { slot, candidates }: OpenSlot): Team | undefined {
  const size = problem.tasks[problem.slots[slot]?.task ?? -1]?.team ?? 1;
  if (!diary.canHold(slot)) return undefined;
  const members = candidates
    .flatMap((index): Candidate[] => {
      const option = problem.options[index];
      return option && diary.canCome(option) ? [{ index, option, points: diary.pointsOf(option) }] : [];
    })
    .toSorted((a, b) => Number(b.option.pinned) - Number(a.option.pinned) || a.points - b.points || a.index - b.index)
    .slice(0, size);
  if (members.length < size) return undefined;
  const options = members.map(({ option }) => option);
  const alone = members.reduce((sum, { points }) => sum + points, 0);
  return { slot, members, points: alone + diary.pointsOfHolding(slot, options) };
}
