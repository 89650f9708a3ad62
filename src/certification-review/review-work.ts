import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { ReviewState } from './domain/review-state.ts';
import type { ArrivingBatch, CornerCounts } from './review-queries.server.ts';
import { reviewText as words } from './text.ts';

type Queue = {
  readonly arriving: readonly Pick<ArrivingBatch, 'sentOn'>[];
  readonly statistics: readonly CornerCounts[];
  readonly listHref: string;
};

/** What waits at the Center and since when: bundles to receive, applications to begin with, applications to decide. */
export function listReviewWork({ arriving, statistics, listHref }: Queue) {
  const inState = (state: ReviewState) => ({
    count: statistics.reduce((sum, { counts }) => sum + counts[state], 0),
    days: statistics.flatMap(({ since }) => since[state] ?? []),
    href: `${listHref}?state=${state}`,
  });
  const received = { count: arriving.length, days: arriving.map(({ sentOn }) => sentOn), href: `${listHref}#arriving` };
  return [
    { ...words.toReceive, ...received },
    { ...words.toBegin, ...inState('sent') },
    { ...words.toDecide, ...inState('under-review') },
  ]
    .filter(({ count }) => count > 0)
    .map(({ label, lead, count, days, href }) => ({
      label,
      lead: `${lead}${sinceText(days)}`,
      count: String(count),
      unit: words.workCount,
      href,
    }));
}

function sinceText(days: readonly PlainDate[]): string {
  const [oldest] = days.toSorted();
  return oldest === undefined ? '' : words.since(formatSlashDate(oldest));
}
