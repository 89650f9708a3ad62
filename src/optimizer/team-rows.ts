import type { Bundle, GroupModel } from './model-columns.ts';
import { optionAt, taskAt } from './problem-index.ts';
import { addColumn } from './sparse-model.ts';

type Joint = Omit<GroupModel, 'held' | 'bundles' | 'takesPart'>;

/**
 * Columns and rows of a task whose sessions need several people: for each bundle of slots as many people as held
 * sessions need, nobody more often than a session of theirs is held, and each held slot with enough who can come.
 */
export function addTeamBundles(model: Joint, task: number): Bundle[] {
  const { index, draft, groupsOfTask } = model;
  const { team } = taskAt(index.problem, task);
  const parts = joinSlots(model, task);
  const bundles = parts.map((slots): Bundle => {
    const held = slots.map((slot) => {
      const upper = (index.optionsOfSlot[slot] ?? []).length < team ? 0 : 1;
      return addColumn(draft, { name: `y${slot}`, cost: 0, upper, integer: true });
    });
    const groups = (groupsOfTask[task] ?? []).filter((group) =>
      slotsOfGroup(model, group).some((s) => slots.includes(s)),
    );
    return { task, slots, held, groups };
  });
  for (const bundle of bundles) addBundleRows(model, { bundle, team });
  return bundles;
}

function slotsOfGroup({ index, groups }: Joint, group: number): number[] {
  return (groups[group]?.options ?? []).map((option) => optionAt(index.problem, option).slot);
}

/** The slots of a task, those together that a group joins. */
function joinSlots(model: Joint, task: number): number[][] {
  const parts = new Map<number, number[]>();
  for (const slot of model.index.slotsOfTask[task] ?? []) {
    if ((model.index.optionsOfSlot[slot] ?? []).length > 0) parts.set(slot, [slot]);
  }
  for (const group of model.groupsOfTask[task] ?? []) {
    const [first, ...others] = slotsOfGroup(model, group);
    const into = parts.get(first ?? -1) ?? [];
    for (const other of others) {
      const from = parts.get(other) ?? [];
      if (from === into) continue;
      into.push(...from);
      for (const slot of from) parts.set(slot, into);
    }
  }
  return [...new Set(parts.values())];
}

function addBundleRows(model: Joint, { bundle, team }: { bundle: Bundle; team: number }): void {
  const { draft } = model;
  const [name] = bundle.slots;
  const values = [...bundle.groups.map(() => 1), ...bundle.held.map(() => -team)];
  draft.rows.push({ name: `team${name}`, lower: 0, upper: 0, columns: [...bundle.groups, ...bundle.held], values });
  const columnOf = new Map(bundle.slots.map((slot, at) => [slot, bundle.held[at] ?? 0]));
  const comingTo = new Map<number, number[]>(bundle.slots.map((slot) => [slot, []]));
  for (const group of bundle.groups) {
    const slots = slotsOfGroup(model, group);
    for (const slot of slots) comingTo.get(slot)?.push(group);
    const held = slots.map((slot) => columnOf.get(slot) ?? 0);
    draft.rows.push({
      name: `with${group}`,
      upper: 0,
      columns: [group, ...held],
      values: [1, ...held.map(() => -1)],
    });
  }
  if (bundle.slots.length === 1) return;
  for (const [slot, groups] of comingTo) {
    const columns = [...groups, columnOf.get(slot) ?? 0];
    draft.rows.push({ name: `enough${slot}`, lower: 0, columns, values: [...groups.map(() => 1), -team] });
  }
}
