import { type Relaxed, relaxModel } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import { likeGroups, type OptionGroup } from './option-groups.ts';
import { raiseBound, type Search } from './search.ts';
import { findShareCuts } from './share-cuts.ts';
import type { ModelDraft } from './sparse-model.ts';

/** Who does how much of each task when nobody asks on which day, with all rows that cut off fractions. */
export type RelaxedPeople = {
  readonly groups: readonly OptionGroup[];
  readonly draft: ModelDraft;
  readonly relaxed: Relaxed;
};

/** Fewer new rows are not worth solving again. */
const FEW_ROWS = 10;

/**
 * Relaxes the model that does not say on which day each person comes: far smaller than the one of single options, and with
 * the rows over who shares a task with whom nearly as near to the best solution.
 */
export function relaxPeople(search: Search): RelaxedPeople | null {
  const groups = likeGroups(search.index);
  const model = draftModel(search.index, groups);
  const findCuts = (values: Float64Array) => {
    const rows = findShareCuts(model, values);
    return rows.length < FEW_ROWS ? [] : rows;
  };
  const relaxed = relaxModel(search, model.draft, findCuts);
  if (relaxed == null) return null;
  raiseBound(search, relaxed.objective);
  return { groups, draft: model.draft, relaxed };
}
