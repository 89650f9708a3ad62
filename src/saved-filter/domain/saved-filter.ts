import { graphemeLength } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 保存した条件. A selection of a list that somebody named; `query` is what its address says after the question mark. */
export type SavedFilter = {
  readonly id: string;
  /** The list's address below corner and 年度: `instructors`. */
  readonly list: string;
  readonly name: string;
  readonly query: string;
};

export const MOST_FILTERS = 20;
export const LONGEST_NAME = 30;
const LONGEST_QUERY = 1000;

export type FilterRefusal =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'name-too-long'; readonly limit: number }
  | { readonly kind: 'nothing-to-save' }
  | { readonly kind: 'query-too-long' }
  | { readonly kind: 'too-many'; readonly limit: number };

/** Parameters that say where in a list a page begins, not which rows it has. */
const PLACES = ['cursor', 'page'];

/** What of an address is worth keeping: its conditions with a value, as they are written there, without the place in the list. */
export function keepConditions(query: string): string {
  const conditions = query.replace(/^\?/u, '').split('&');
  const isKept = (condition: string) => /^[\w-]+=[^\s#]+$/u.test(condition) && !PLACES.includes(nameOf(condition));
  return conditions.filter(isKept).join('&');
}

function nameOf(condition: string): string {
  return condition.slice(0, condition.indexOf('='));
}

/** Lists are addressed by words in lower case: anything else is not of this desk. */
export function isListAddress(list: string): boolean {
  return /^[a-z]+(?:[-/][a-z]+)*$/u.test(list) && list.length <= 60;
}

type Wish = { readonly list: string; readonly name: string; readonly query: string };

/** Whether a person may keep one more selection; one of the same list and name is replaced and takes no place. */
export function decideFilter(wish: Wish, own: readonly SavedFilter[]): Result<Wish, FilterRefusal> {
  const name = wish.name.trim();
  const query = keepConditions(wish.query);
  if (name === '') return refuse({ kind: 'name-missing' });
  if (graphemeLength(name) > LONGEST_NAME) return refuse({ kind: 'name-too-long', limit: LONGEST_NAME });
  if (query === '' || !isListAddress(wish.list)) return refuse({ kind: 'nothing-to-save' });
  if (query.length > LONGEST_QUERY) return refuse({ kind: 'query-too-long' });
  const others = own.filter((filter) => filter.list !== wish.list || filter.name !== name);
  if (others.length >= MOST_FILTERS) return refuse({ kind: 'too-many', limit: MOST_FILTERS });
  return accept({ list: wish.list, name, query });
}
