import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { searchForms } from '#kernel/japanese-text.ts';
import { likeAnywhere } from './paging.server.ts';

const PIECE_LENGTH = 2;

/**
 * A folded word in `search_text`, as written or by its sound, so that an index answers; up to two characters are a piece
 * that has its own entry there. Asked of a view that keeps to the corner by itself: behind row-level security no index
 * answers. `(select …)` keeps the planner from looking at the word: it would plan the whole list anew for each, and always
 * alike.
 */
export function hasIndexedWord(word: string): RawBuilder<SqlBool> {
  const forms = searchForms(word);
  if (Array.from(word).length <= PIECE_LENGTH)
    return sql`search_grams(search_text) && (select array[${sql.join(forms)}]::text[])`;
  return sql`(${sql.join(
    forms.map((form) => sql`search_text like (select ${likeAnywhere(form)}::text)`),
    sql` or `,
  )})`;
}
