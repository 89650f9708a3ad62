/** 本人用の画面の期限 from a day on, in days. `validFrom` is the first day. */
export type AccessTerms = {
  readonly validFrom: string;
  /** How long a letter that nobody used can be used. */
  readonly invitationDays: number;
  /** How long a device stays signed in that is not used. */
  readonly sessionDays: number;
  /** How long a device stays signed in however often it is used. */
  readonly sessionMostDays: number;
};

/** Oldest first. A changed rule gets a new entry; letters keep the end they were given. */
const history = [
  { validFrom: '2022-04-01', invitationDays: 14, sessionDays: 30, sessionMostDays: 180 },
] as const satisfies readonly [AccessTerms, ...AccessTerms[]];

const DAY_MS = 24 * 60 * 60 * 1000;

/** The terms of a day (YYYY-MM-DD); before the first entry the first one holds. */
export function accessTermsOn(day: string): AccessTerms {
  return history.findLast(({ validFrom }) => validFrom <= day) ?? history[0];
}

/** The instant (ms) after which a device is signed out however often it is used. */
export function lastEnd(createdAt: number, { sessionMostDays }: AccessTerms): number {
  return createdAt + sessionMostDays * DAY_MS;
}

/** The end (ms) of a session that is used now: so many days from now, and never after its last end. */
export function endWhenUsed(
  { createdAt, now }: { readonly createdAt: number; readonly now: number },
  terms: AccessTerms,
) {
  return Math.min(now + terms.sessionDays * DAY_MS, lastEnd(createdAt, terms));
}

/** The end (ms) that using a device gives it: a later one at most once a day, so that not every page writes. */
export function renewedEnd(
  session: { readonly createdAt: number; readonly expiresAt: number; readonly now: number },
  terms: AccessTerms,
): number | undefined {
  const end = endWhenUsed(session, terms);
  const gained = end - session.expiresAt;
  const isLast = end === lastEnd(session.createdAt, terms);
  return gained >= DAY_MS || (isLast && gained > 0) ? end : undefined;
}
