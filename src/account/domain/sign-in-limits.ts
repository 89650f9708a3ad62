/** How many failures in which time stop further attempts, and for how long. Minutes. */
export type AttemptLimit = {
  readonly failures: number;
  readonly withinMinutes: number;
  readonly lockedMinutes: number;
};

/** サインインの制限 from a day on. `validFrom` is the first day. */
export type SignInLimits = {
  readonly validFrom: string;
  /** By e-mail address as typed, whether an account has it or not. */
  readonly account: AttemptLimit;
  /** By source address. An office shares one, so it allows several people their slips. */
  readonly address: AttemptLimit;
};

/** Oldest first. A changed rule gets a new entry, so that a lock can be explained later (SEC-08). */
const history = [
  {
    validFrom: '2022-04-01',
    account: { failures: 10, withinMinutes: 15, lockedMinutes: 15 },
    address: { failures: 100, withinMinutes: 15, lockedMinutes: 15 },
  },
] as const satisfies readonly [SignInLimits, ...SignInLimits[]];

/** The limits of a day (YYYY-MM-DD); before the first entry the first one holds. */
export function signInLimitsOn(day: string): SignInLimits {
  return history.findLast(({ validFrom }) => validFrom <= day) ?? history[0];
}
