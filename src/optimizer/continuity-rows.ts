import type { GroupModel } from './model-columns.ts';
import { slotOf } from './problem-index.ts';
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
    const different = [...people].map(([worker, groups]) => addTakesPart(model, { name: `u${at}_${worker}`, groups }));
    const extra = addColumn(model.draft, { name: `c${at}`, cost: weight, upper: people.size - task.team });
    const values = [...different.map(() => 1), -1];
    model.draft.rows.push({ name: `same${at}`, upper: task.team, columns: [...different, extra], values });
  });
}

/**
 * Single options: one row for each day, as a task has one session a day, and the column needs no force to be whole.
 * Larger groups: one row for all, whose column must be forced.
 */
function addTakesPart(model: GroupModel, at: { name: string; groups: number[] }): number {
  const { problem } = model.index;
  const single = at.groups.every((group) => model.groups[group]?.options.length === 1);
  const column = addColumn(model.draft, { name: at.name, cost: 0, upper: 1, integer: !single });
  if (single) {
    const days = Map.groupBy(at.groups, (group) => slotOf(problem, model.groups[group]?.options[0] ?? 0).day);
    for (const ofDay of days.values()) {
      const values = [...ofDay.map(() => 1), -1];
      model.draft.rows.push({ name: `part${ofDay[0] ?? 0}`, upper: 0, columns: [...ofDay, column], values });
    }
    addMost(model, { days: days.size, groups: at.groups, column });
    return column;
  }
  const most = at.groups.reduce((sum, group) => sum + (model.groups[group]?.most ?? 0), 0);
  const sessions = problem.tasks[model.groups[at.groups[0] ?? 0]?.task ?? 0]?.sessions ?? most;
  const values = [...at.groups.map(() => 1), -Math.min(most, sessions)];
  model.draft.rows.push({ name: `part${at.groups[0] ?? 0}`, upper: 0, columns: [...at.groups, column], values });
  return column;
}

/** Who takes part a little leads as little: no more than all sessions, times the share in which they take part. */
function addMost(model: GroupModel, at: { days: number; groups: number[]; column: number }): void {
  const [first = 0] = at.groups;
  const sessions = model.index.problem.tasks[model.groups[first]?.task ?? 0]?.sessions ?? at.days;
  if (at.days <= sessions) return;
  const values = [...at.groups.map(() => 1), -sessions];
  model.draft.rows.push({ name: `most${first}`, upper: 0, columns: [...at.groups, at.column], values });
}
