/** 本人用の画面の期限 from a day on, in days. `validFrom` is the first day. */
export type AccessTerms = {
  readonly validFrom: string;
  /** How long a letter that nobody used can be used. */
  readonly invitationDays: number;
  /** How long a device stays signed in. */
  readonly sessionDays: number;
};

/** Oldest first. A changed rule gets a new entry; letters and sessions keep the end they were given. */
const history = [{ validFrom: '2022-04-01', invitationDays: 14, sessionDays: 30 }] as const satisfies readonly [
  AccessTerms,
  ...AccessTerms[],
];

/** The terms of a day (YYYY-MM-DD); before the first entry the first one holds. */
export function accessTermsOn(day: string): AccessTerms {
  return history.findLast(({ validFrom }) => validFrom <= day) ?? history[0];
}
