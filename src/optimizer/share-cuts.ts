import type { GroupModel, TakesPart } from './model-columns.ts';
import { taskAt } from './problem-index.ts';
import type { RowInput } from './sparse-model.ts';

/** What a relaxed solution says of somebody: how many sessions of a task, and the share in which they take part in it. */
type Part = TakesPart & { readonly sessions: number; readonly share: number };

/** A person by this much of a session is worth a row. */
const BROKEN = 0.01;

/**
 * Rows that the relaxed solution breaks: who shares a task with others who come for sure cannot lead all its sessions, so
 * the few sessions that they lead are a larger share than the relaxation makes of them. Who takes part leads a session:
 * taking part without one is no solution that anybody asks for.
 */
export function findShareCuts(model: GroupModel, values: Float64Array): RowInput[] {
  const parts = model.takesPart.map((part): Part => {
    const sessions = part.groups.reduce((sum, group) => sum + (values[group] ?? 0), 0);
    return { ...part, sessions, share: values[part.column] ?? 0 };
  });
  return [...Map.groupBy(parts, ({ task }) => task).values()].flatMap((own) =>
    own.flatMap((one) => (one.sessions > 0 && one.share < 1 - BROKEN ? shareCut(model, one, own) : [])),
  );
}

/**
 * With s sessions, teams of T, T − 1 full partners R and k others Q: `x + Σ_R x + Σ_Q u ≤ (s − k)·u + k + (T − 1)·s`. If
 * the one takes part (u = 1), at most T·s places are left to all, of which each of Q needs one; if not, the partners have
 * at most s each. Q are those who make the row sharper.
 */
function shareCut({ index }: GroupModel, one: Part, all: readonly Part[]): RowInput[] {
  const { sessions, team } = taskAt(index.problem, one.task);
  const others = all.filter((other) => other !== one).toSorted((a, b) => b.sessions - a.sessions);
  const partners = others.slice(0, team - 1);
  const fellows = others
    .slice(team - 1)
    .filter(({ share }) => share > 1 - one.share)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, sessions - 1);
  const rest = sessions - fellows.length;
  const upper = fellows.length + (team - 1) * sessions;
  const led = [one, ...partners].reduce((sum, part) => sum + part.sessions, 0);
  const come = fellows.reduce((sum, { share }) => sum + share, 0);
  if (led + come - rest * one.share < upper + BROKEN) return [];
  const groups = [one, ...partners].flatMap((part) => part.groups);
  const columns = [...groups, ...fellows.map(({ column }) => column), one.column];
  const name = `share${one.task}_${one.worker}`;
  return [{ name, upper, columns, values: [...columns.slice(1).map(() => 1), -rest] }];
}
