import { isWithin, type Relaxed } from './ask-milp.ts';
import type { OptionGroup } from './option-groups.ts';
import { taskAt } from './problem-index.ts';
import type { RelaxedPeople } from './relax-people.ts';
import type { Search } from './search.ts';
import { settleDays } from './settle-days.ts';
import { relaxAround } from './settled.ts';

/** What part of the tasks that are open each round settles, those first that the relaxation is surest of. */
const ROUNDS = [0.5, 0.5, 1] as const;
/** Points by which a choice may raise the relaxation and still be looked at, before and after people are settled. */
const NEAR_PEOPLE = 40;
const NEAR_DAYS = 1;

/**
 * A good solution of a large year in which tasks keep their people. The relaxation shares a task among halves of people
 * at no cost; so the people are settled task by task, and it is relaxed again around them (relax and fix). Then little is
 * lost by rounding the days.
 */
export function settlePeople(search: Search, { groups: all, relaxed: first }: RelaxedPeople): void {
  const settled = new Map<number, ReadonlySet<number>>();
  const groups = all.filter((_, at) => isWithin(first, at, NEAR_PEOPLE));
  let known: Known = { groups: all, relaxed: first };
  for (const share of ROUNDS) {
    settleSurest(search, { settled, people: peopleOf(known), share });
    const relaxed = relaxAround(search, groups, settled);
    if (relaxed == null) return;
    known = { groups, relaxed };
  }
  const near = groups.filter((_, at) => isWithin(known.relaxed, at, NEAR_DAYS));
  settleDays(search, { settled, options: new Set(near.flatMap(({ options }) => options)) });
}

type Known = { readonly groups: readonly OptionGroup[]; readonly relaxed: Relaxed };

/** How many sessions the relaxation lets each person lead, by task. */
function peopleOf({ groups, relaxed: { values } }: Known): Map<number, Map<number, number>> {
  const ofTask = new Map<number, Map<number, number>>();
  groups.forEach(({ task, worker }, at) => {
    const value = values[at] ?? 0;
    if (value < 1e-6) return;
    const people = ofTask.get(task) ?? new Map<number, number>();
    people.set(worker, (people.get(worker) ?? 0) + value);
    ofTask.set(task, people);
  });
  return ofTask;
}

type Settling = {
  readonly settled: Map<number, ReadonlySet<number>>;
  readonly people: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** What part of the tasks that are open is settled now. */
  readonly share: number;
};

/** Settles the tasks that a team alone leads most of. */
function settleSurest({ index }: Search, { settled, people, share }: Settling): void {
  const open = [...people].flatMap(([task, counts]) => {
    const { sessions, team } = taskAt(index.problem, task);
    if (sessions < 2 || settled.has(task)) return [];
    const most = [...counts].toSorted(([, a], [, b]) => b - a);
    const own = most.slice(0, team);
    return [{ task, own: own.map(([worker]) => worker), share: sumOf(own) / sumOf(most) }];
  });
  open.sort((a, b) => b.share - a.share || a.task - b.task);
  for (const { task, own } of open.slice(0, Math.ceil(open.length * share))) settled.set(task, new Set(own));
}

function sumOf(entries: readonly (readonly [number, number])[]): number {
  return entries.reduce((sum, [, count]) => sum + count, 0);
}
