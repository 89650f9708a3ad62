import { findForbiddenCharacter } from './cell-text.ts';
import { UNMAPPABLE_LISTED_MAX } from './limits.ts';

/** A character that the file cannot hold. `row` is the line of the table (1 = header); both count from 1. */
export type UnmappableCharacter = { readonly row: number; readonly column: number; readonly character: string };

/** Everything a file could not hold: all counted, the first `UNMAPPABLE_LISTED_MAX` listed (DAT-12). */
export type UnmappableCharacters = { readonly unmappable: readonly UnmappableCharacter[]; readonly count: number };

export type UnmappableCollector = {
  readonly add: (row: number, column: number, characters: readonly string[]) => void;
  readonly result: () => UnmappableCharacters;
};

/** Starts an empty list of characters that cannot be written. */
export function startUnmappable(): UnmappableCollector {
  const unmappable: UnmappableCharacter[] = [];
  let count = 0;
  return {
    add(row, column, characters) {
      count += characters.length;
      for (const character of characters) {
        if (unmappable.length < UNMAPPABLE_LISTED_MAX) unmappable.push({ row, column, character });
      }
    },
    result: () => ({ unmappable, count }),
  };
}

/** The characters as a person sees them: a kanji with its variation selector is one. */
export function listCharacters(text: string): readonly string[] {
  return Array.from(new Intl.Segmenter('ja').segment(text), ({ segment }) => segment);
}

/** The characters no file may hold: control characters and halves of surrogate pairs. */
export function listForbidden(text: string): readonly string[] {
  if (findForbiddenCharacter(text) === undefined) return [];
  return listCharacters(text).filter((character) => findForbiddenCharacter(character) !== undefined);
}
