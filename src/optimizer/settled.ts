import { type Relaxed, relaxModel } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import type { GroupModel } from './model-columns.ts';
import type { OptionGroup } from './option-groups.ts';
import type { Search } from './search.ts';

/** Who takes part in each task whose people are settled. */
export type Settled = ReadonlyMap<number, ReadonlySet<number>>;

/** The relaxation of the model over groups in which the settled people take part. */
export function relaxAround(search: Search, groups: readonly OptionGroup[], settled: Settled): Relaxed | null {
  const model = draftModel(search.index, groups);
  holdSettled(model, settled);
  return relaxModel(search, model.draft);
}

/** From now on it costs nothing that they take part, and anybody else costs what a further person does. */
export function holdSettled({ draft, takesPart }: GroupModel, settled: Settled): void {
  for (const { task, worker, column } of takesPart) {
    const found = draft.columns[column];
    if (found != null && settled.get(task)?.has(worker) === true) found.lower = 1;
  }
}
