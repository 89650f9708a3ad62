import { optionAt, type ProblemIndex, slotOf, taskAt } from './problem-index.ts';

/**
 * Options of one worker for one task in one period that cost the same: for the points it does not matter which of them
 * is chosen, only how many.
 */
export type OptionGroup = {
  readonly task: number;
  readonly worker: number;
  readonly period: number;
  readonly options: readonly number[];
  /** How many of the options can be chosen at once at most. */
  readonly most: number;
};

/** Each option for itself, in their order. */
export function singleGroups({ problem }: ProblemIndex): OptionGroup[] {
  return problem.options.map((option, at) => {
    const { task, period } = slotOf(problem, at);
    return { task, worker: option.worker, period, options: [at], most: 1 };
  });
}

/** Options joined wherever they cost the same; a pinned one stays for itself. */
export function likeGroups(index: ProblemIndex): OptionGroup[] {
  const { problem } = index;
  const singles = singleGroups(index);
  const joined = Map.groupBy(singles, ({ task, worker, period, options: [at = 0] }) => {
    const { kilometres, yen, hold, pinned } = optionAt(problem, at);
    if (pinned) return `${at}`;
    return `${task} ${worker} ${period} ${kilometres} ${yen} ${hold}`;
  });
  return [...joined.values()].flatMap((group) => {
    const [first] = group;
    if (first == null) return [];
    const options = group.flatMap((single) => single.options);
    const days = new Set(options.map((option) => slotOf(problem, option).day)).size;
    return [{ ...first, options, most: Math.min(days, taskAt(problem, first.task).sessions) }];
  });
}
