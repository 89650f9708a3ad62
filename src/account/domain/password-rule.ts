import { accept, refuse, type Result } from '#kernel/result.ts';

/** Shortest password beside a second factor, shortest alone, and the longest; in characters (SEC-08). */
export const passwordLengths = { withSecondFactor: 8, alone: 15, longest: 128 } as const;

export type PasswordRefusal =
  | { readonly kind: 'too-short'; readonly shortest: number; readonly length: number }
  | { readonly kind: 'too-long'; readonly longest: number; readonly length: number }
  | { readonly kind: 'own-words' }
  | { readonly kind: 'guessable' };

type PasswordFacts = {
  readonly secondFactor: boolean;
  /** Name and e-mail address of the person, and of the product. */
  readonly ownWords: readonly string[];
  /** Answers whether a list of passwords that are guessed first, and their variants, holds it. */
  readonly isGuessable: (password: string) => boolean;
};

/** Own words shorter than this are parts of other words. */
const SHORTEST_OWN_WORD = 3;

/**
 * Whether a password may be used (SEC-08): long enough, not built from the person's own name or address, and not among
 * those that are guessed first. What it is composed of does not matter.
 */
export function checkPassword(password: string, facts: PasswordFacts): Result<string, PasswordRefusal> {
  const length = [...password].length;
  const shortest = facts.secondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone;
  if (length < shortest) return refuse({ kind: 'too-short', shortest, length });
  if (password.length > passwordLengths.longest)
    return refuse({ kind: 'too-long', longest: passwordLengths.longest, length });
  if (isMadeOfOwnWords(password, facts.ownWords)) return refuse({ kind: 'own-words' });
  if (facts.isGuessable(password)) return refuse({ kind: 'guessable' });
  return accept(password);
}

/** The parts of a name or an address that a password is often built from. */
export function ownWordsOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.toLowerCase().split(/[\s@._+\-　・]+/u))
    .filter((word) => word.length >= SHORTEST_OWN_WORD);
}

function isMadeOfOwnWords(password: string, words: readonly string[]): boolean {
  const lower = password.toLowerCase();
  const rest = words
    .toSorted((left, right) => right.length - left.length)
    .reduce((text, word) => text.replaceAll(word, ''), lower);
  return rest !== lower && [...rest].length < passwordLengths.withSecondFactor;
}
