import type { GroupModel, TakesPart } from './model-columns.ts';
import { taskAt, workerAt } from './problem-index.ts';

/**
 * Rows that every whole-numbered solution keeps and many relaxed ones break: who has room for so many sessions, in tasks
 * of at most so many each, takes part in a least number of tasks. Three sessions in tasks of two are two tasks, never one
 * and a half; the relaxation would share the third session among halves of people at no cost.
 */
export function addEnoughTasks(model: GroupModel): void {
  for (const [worker, own] of Map.groupBy(model.takesPart, (part) => part.worker)) {
    const { cap, periodCap } = workerAt(model.index.problem, worker);
    if (cap != null) addSizes(model, { name: `tasks${worker}`, parts: own, room: cap });
    periodCap?.forEach((room, period) => {
      const within = own.filter(({ groups }) => groups.every((group) => model.groups[group]?.period === period));
      addSizes(model, { name: `tasks${worker}p${period}`, parts: within, room });
    });
  }
}

type Room = { readonly name: string; readonly parts: readonly TakesPart[]; readonly room: number };

/** One row for each size of task, over the tasks of that size and the smaller ones. */
function addSizes(model: GroupModel, { name, parts, room }: Room): void {
  const sessionsOf = ({ task }: TakesPart) => taskAt(model.index.problem, task).sessions;
  for (const size of new Set(parts.map(sessionsOf))) {
    const within = parts.filter((part) => sessionsOf(part) <= size);
    const upper = room - Math.ceil(room / size);
    if (within.reduce((sum, { most }) => sum + most - 1, 0) <= upper) continue;
    const columns = within.flatMap(({ groups, column }) => [...groups, column]);
    const values = within.flatMap(({ groups }) => [...groups.map(() => 1), -1]);
    model.draft.rows.push({ name: `${name}_${size}`, upper, columns, values });
  }
}
