import { fiscalYearOf, fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';

/** カレンダー配信の種類. Whose visits a feed tells: those of an instructor, at a host, or in charge of an account. */
export const feedKinds = [
  { code: 'instructor', label: 'マイスター等' },
  { code: 'host', label: '派遣先' },
  { code: 'coordinator', label: '担当者' },
] as const;

export type FeedKind = (typeof feedKinds)[number]['code'];

/** Whose feed it is: an identity of the desk, and never of a trainee. */
export type FeedSubject = { readonly kind: FeedKind; readonly id: string };

/** カレンダー配信. A secret address as the desk knows it. */
export type CalendarFeed = {
  readonly issuedAt: string;
  readonly issuedBy: string;
  readonly expiresOn: PlainDate;
};

/** The last day of an address: the end of the following 年度, so that it is renewed with the papers of a year. */
export function lastFeedDay(today: PlainDate): PlainDate {
  return fiscalYearRange(fiscalYearOf(today) + 1).until;
}

/** Why an address shows no calendar. */
export type FeedRefusal = { readonly kind: 'unknown' } | { readonly kind: 'ended' } | { readonly kind: 'too-often' };

/** How often one address of the network may read one feed: programs ask every few hours. */
export const feedLimits = { perAddress: 60, windowMs: 3_600_000, addresses: 10_000 } as const;

/** So many days back a feed tells; what is older stands in the report. */
export const FEED_DAYS_BACK = 92;
export const MOST_FEED_VISITS = 1000;
