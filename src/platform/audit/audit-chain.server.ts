import { createHash } from 'node:crypto';

/** One entry as it is hashed. `before` and `after` are JSON values or null. */
export type ChainedEntry = {
  readonly cornerCode: string;
  readonly sequence: number;
  readonly occurredAt: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly action: string;
  readonly entityKind: string;
  readonly entityId: string;
  readonly entityLabel: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly source: string;
};

/** The hash that comes before a corner's first entry. */
export const chainStart = '0'.repeat(64);

/** The entry's hash covers the one before it, so that a removed or rewritten entry breaks every later hash (SEC-11). */
export function hashOf(previousHash: string, entry: ChainedEntry): string {
  return createHash('sha256').update(previousHash).update(canonicalJson(entry)).digest('hex');
}

/** JSON with sorted keys: the same text before the database stores it as jsonb and after it is read back. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}
