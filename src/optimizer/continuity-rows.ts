import { addEnoughTasks } from './enough-tasks.ts';
import type { GroupModel, TakesPart } from './model-columns.ts';
import { slotOf, taskAt, workerAt } from './problem-index.ts';
import { addColumn } from './sparse-model.ts';

/** One column for each person of a task that could take part, and one for those beyond a team. */
export function addContinuity(model: GroupModel): void {
  const { problem } = model.index;
  const weight = problem.weights.continuity;
  if (weight === 0) return;
  problem.tasks.forEach((task, at) => {
    if (task.sessions < 2) return;
    const people = Map.groupBy(model.groupsOfTask[at] ?? [], (group) => model.groups[group]?.worker ?? 0);
    if (people.size <= task.team) return;
    const different = [...people].map(([worker, groups]) => addTakesPart(model, { task: at, worker, groups }));
    const extra = addColumn(model.draft, { name: `c${at}`, cost: weight, upper: people.size - task.team });
    const columns = [...different.map(({ column }) => column), extra];
    const values = [...different.map(() => 1), -1];
    model.draft.rows.push({ name: `same${at}`, upper: task.team, columns, values });
    model.takesPart.push(...different);
  });
  addEnoughTasks(model);
}

type Person = Omit<TakesPart, 'column' | 'most'>;

/**
 * Single options: one row for each day, as a task has one session a day, and the column needs no force to be whole.
 * Larger groups: one row for all, and for each part of them that has less room; the column must be forced.
 */
function addTakesPart(model: GroupModel, person: Person): TakesPart {
  const { problem } = model.index;
  const { task, worker, groups } = person;
  const single = groups.every((group) => model.groups[group]?.options.length === 1);
  const column = addColumn(model.draft, { name: `u${task}_${worker}`, cost: 0, upper: 1, integer: !single });
  const most = mostSessions(model, person);
  if (single) {
    const days = Map.groupBy(groups, (group) => slotOf(problem, model.groups[group]?.options[0] ?? 0).day);
    for (const ofDay of days.values())
      addShare(model, { name: `part${ofDay[0] ?? 0}`, groups: ofDay, column, most: 1 });
    if (days.size <= most) return { ...person, column, most };
  } else {
    addMonthShares(model, { ...person, column, most });
  }
  addShare(model, { name: `most${groups[0] ?? 0}`, groups, column, most });
  return { ...person, column, most };
}

/** A month, or days that cost the same, may have room for fewer sessions than the person can lead altogether. */
function addMonthShares(model: GroupModel, { column, most, ...person }: TakesPart): void {
  const ofPeriod = Map.groupBy(person.groups, (group) => model.groups[group]?.period ?? 0);
  for (const inMonth of ofPeriod.values()) {
    const room = mostSessions(model, { ...person, groups: inMonth });
    const [first = 0] = inMonth;
    if (room < most) addShare(model, { name: `within${first}`, groups: inMonth, column, most: room });
    for (const group of inMonth) {
      const own = mostSessions(model, { ...person, groups: [group] });
      if (own < room) addShare(model, { name: `part${group}`, groups: [group], column, most: own });
    }
  }
}

type Share = {
  readonly name: string;
  readonly groups: readonly number[];
  readonly column: number;
  readonly most: number;
};

/** Who takes part a little leads as little: no more than `most`, times the share in which they take part. */
function addShare(model: GroupModel, { name, groups, column, most }: Share): void {
  const values = [...groups.map(() => 1), -most];
  model.draft.rows.push({ name, upper: 0, columns: [...groups, column], values });
}

/** How many sessions of the task somebody can lead: those it has, their days in each month, and their own caps. */
function mostSessions({ index, groups: all }: GroupModel, { task, worker, groups }: Person): number {
  const { cap, periodCap } = workerAt(index.problem, worker);
  const periods = Map.groupBy(groups, (group) => all[group]?.period ?? 0);
  const inPeriods = [...periods].reduce((sum, [period, own]) => {
    const room = own.reduce((most, group) => most + (all[group]?.most ?? 0), 0);
    return sum + Math.min(room, periodCap?.[period] ?? Infinity);
  }, 0);
  return Math.min(inPeriods, taskAt(index.problem, task).sessions, cap ?? Infinity);
}
