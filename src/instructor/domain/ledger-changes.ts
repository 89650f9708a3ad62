/** 台帳の異動. The fields of the ledger whose course over time is asked for later: where, with whom and what somebody is. */
export const movingKeys = [
  'municipalityCode',
  'postalCode',
  'address',
  'employer',
  'trades',
  'division',
  'kind',
] as const;

export type MovingKey = (typeof movingKeys)[number];

type Values = Readonly<Record<string, unknown>> | null;

/** 異動. One field of somebody's record that was another value until then. */
export type LedgerChange = {
  readonly key: MovingKey;
  readonly before: unknown;
  readonly after: unknown;
};

/** What of these an entry of the history changed; the first entry only began the record. */
export function changesOfLedger(before: Values, after: Values): readonly LedgerChange[] {
  if (before === null || after === null) return [];
  return movingKeys.flatMap((key): readonly LedgerChange[] => {
    if (!(key in before) || !(key in after)) return [];
    const [old, now] = [before[key], after[key]];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ key, before: old, after: now }];
  });
}
