import { accept, refuse, type Result } from '#kernel/result.ts';
import { addDays, type PlainDate } from '#kernel/plain-date.ts';

/** The longest an API token works, in days. */
export const LONGEST_TOKEN_DAYS = 365;

/** 範囲. What a token may do of what its owner may: read, or read and write. */
export const tokenAccesses = ['read', 'write'] as const;
export type TokenAccess = (typeof tokenAccesses)[number];

/** The access of a code that a form carries; nothing for any other. */
export function findTokenAccess(code: string): TokenAccess | undefined {
  return tokenAccesses.find((known) => known === code);
}

export type ApiTokenRefusal =
  | { readonly kind: 'name-missing' }
  | { readonly kind: 'expires-too-early'; readonly earliest: PlainDate }
  | { readonly kind: 'expires-too-late'; readonly latest: PlainDate };

/** Whether a token may be issued: it has a name, and its last day lies between tomorrow and a year from today. */
export function checkApiToken(
  { name, lastDay }: { readonly name: string; readonly lastDay: PlainDate },
  today: PlainDate,
): Result<{ readonly name: string; readonly lastDay: PlainDate }, ApiTokenRefusal> {
  const earliest = addDays(today, 1);
  const latest = addDays(today, LONGEST_TOKEN_DAYS);
  if (name === '') return refuse({ kind: 'name-missing' });
  if (lastDay < earliest) return refuse({ kind: 'expires-too-early', earliest });
  if (lastDay > latest) return refuse({ kind: 'expires-too-late', latest });
  return accept({ name, lastDay });
}
