import { createHash } from 'node:crypto';
import { constraints } from '#optimizer/constraint.ts';
import type { Problem } from '#optimizer/problem.ts';

const ROWS_A_CHUNK = 5000;

/**
 * 照合値. SHA-256 of a problem: its numbers in a fixed order, whatever order its fields were written in, so that two
 * calculations of the same input are seen to be such. Large problems are taken in pieces.
 */
export function hashProblem(problem: Problem): string {
  const hash = createHash('sha256');
  const add = (name: string, rows: readonly (readonly unknown[])[]) => {
    hash.update(`${name} ${rows.length}\n`);
    for (let start = 0; start < rows.length; start += ROWS_A_CHUNK) {
      hash.update(JSON.stringify(rows.slice(start, start + ROWS_A_CHUNK)));
    }
  };
  const { workers, tasks, slots, options, quotas, targets, periods, travelMinutes, budgetYen, weights } = problem;
  add(
    'workers',
    workers.map(({ id, cap, periodCap, done, wake, isNew }) => [id, cap, periodCap, done, wake, isNew]),
  );
  add(
    'tasks',
    tasks.map((task) => [task.id, task.sessions, task.team, task.urgency, task.quotas, task.target]),
  );
  add(
    'slots',
    slots.map(({ task, day, period, start, end, place }) => [task, day, period, start, end, place]),
  );
  add(
    'options',
    options.map(({ slot, worker, kilometres, yen, hold, pinned }) => [slot, worker, kilometres, yen, hold, pinned]),
  );
  add(
    'quotas',
    quotas.map(({ id, sessions }) => [id, sessions]),
  );
  add(
    'targets',
    targets.map(({ id, missing }) => [id, missing]),
  );
  add(
    'periods',
    periods.map(({ id, committed, even }) => [id, committed, even]),
  );
  add('travel', travelMinutes);
  add('budget', [[budgetYen]]);
  add(
    'weights',
    constraints.flatMap(({ id, level }) => (level === 'soft' ? [[id, weights[id]]] : [])),
  );
  return hash.digest('hex');
}
