import { type Relaxed, relaxModel } from './ask-milp.ts';
import { draftModel } from './linear-model.ts';
import { likeGroups, type OptionGroup } from './option-groups.ts';
import { raiseBound, type Search } from './search.ts';
import { addLeadsOne, findShareCuts } from './share-cuts.ts';
import type { ModelDraft } from './sparse-model.ts';

/** Who does how much of each task when nobody asks on which day, with all rows that cut off fractions. */
export type RelaxedPeople = {
  readonly groups: readonly OptionGroup[];
  readonly draft: ModelDraft;
  readonly relaxed: Relaxed;
};

/**
 * Relaxes the model that does not say on which day each person comes: far smaller than the one of single options, and with
 * the rows over who shares a task with whom nearly as near to the best solution.
 */
export function relaxPeople(search: Search): RelaxedPeople | null {
  const groups = likeGroups(search.index);
  const model = draftModel(search.index, groups);
  addLeadsOne(model);
  const relaxed = relaxModel(search, model.draft, (values) => findShareCuts(model, values));
  if (relaxed == null) return null;
  raiseBound(search, relaxed.objective);
  return { groups, draft: model.draft, relaxed };
}
