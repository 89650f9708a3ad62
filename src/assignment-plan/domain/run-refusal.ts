import type { PlainDate } from '#kernel/plain-date.ts';
import type { PlanningProblem } from '#matching/domain/build-problem.ts';
import type { PinnedAssignment, PlanningFacts } from '#matching/domain/planning-facts.ts';
import type { HardConstraintId, SoftConstraintId } from '#optimizer/constraint.ts';
import type { Contradiction, CountedPart } from '#optimizer/contradiction.ts';

/** Why nothing is reckoned. The sentence is made in `refusal-text.ts`. */
export type RunRefusal =
  | { readonly kind: 'run-going'; readonly runId: string }
  | { readonly kind: 'year-over'; readonly from: PlainDate; readonly until: PlainDate }
  | { readonly kind: 'nothing-to-plan' }
  | { readonly kind: 'pin-impossible'; readonly pins: readonly PinnedAssignment[] }
  | {
      readonly kind: 'pins-clash';
      readonly rule: HardConstraintId;
      readonly requestIds: readonly string[];
      readonly instructorIds: readonly string[];
    }
  | { readonly kind: 'too-many'; readonly of: CountedPart; readonly count: number; readonly limit: number }
  | { readonly kind: 'weights-too-large'; readonly rule: SoftConstraintId };

/** Why a calculation is not stopped: it has ended. */
export type CancelRefusal = { readonly kind: 'ended-already' };

/** Whether there is something to plan in the days that are planned. */
export function checkFacts({ from, until, requests }: PlanningFacts): RunRefusal | undefined {
  if (from > until) return { kind: 'year-over', from, until };
  return requests.length === 0 ? { kind: 'nothing-to-plan' } : undefined;
}

/** The first thing for which a problem cannot be solved, in words of the plan. A malformed problem is a bug. */
export function checkBuilt(
  { problem, keys, impossiblePins: pins }: PlanningProblem,
  contradictions: readonly Contradiction[],
): RunRefusal | undefined {
  if (pins.length > 0) return { kind: 'pin-impossible', pins };
  const [first] = contradictions;
  if (!first) return undefined;
  if (first.kind === 'too-many') return first;
  if (first.kind === 'too-large') return { kind: 'weights-too-large', rule: first.constraint };
  if (first.kind !== 'pins-clash') throw new Error(`a malformed problem: ${JSON.stringify(first)}`);
  const { options = [], tasks = [], workers = [], slots = [] } = first.entities;
  const named = options.flatMap((index) => problem.options[index] ?? []);
  const taskOf = (slot: number) => problem.slots[slot]?.task ?? -1;
  const requests = [...tasks, ...slots.map(taskOf), ...named.map(({ slot }) => taskOf(slot))];
  const people = [...workers, ...named.map(({ worker }) => worker)];
  return {
    kind: 'pins-clash',
    rule: first.constraint,
    requestIds: [...new Set(requests)].flatMap((task) => keys.requestIds[task] ?? []),
    instructorIds: [...new Set(people)].flatMap((worker) => keys.instructorIds[worker] ?? []),
  };
}
