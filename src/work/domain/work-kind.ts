/** 仕事の種類. What can wait for an act of somebody, in the order in which it is shown. */
export const workKinds = [
  'unreported',
  'application',
  'hearing',
  'unplanned',
  'offered',
  'declined',
  'preparing',
  'decision-waiting',
  'decision-returned',
  'follow-up',
  'demand-unanswered',
  'demand-wish',
  'report-missing',
  'report-submitted',
  'report-returned',
  'survey-missing',
  'outreach-uncounted',
  'unclaimed',
  'claim-drafted',
  'claim-submitted',
  'claim-checked',
  'claim-payable',
  'payment-open',
  'closing',
  'due',
  'returned',
  'received',
  'interview',
  'course-held',
  'course-unanswered',
  'asked',
  'willing',
  'unwilling',
  'unrecorded',
  'unwritten',
  'mail',
] as const;
export type WorkKind = (typeof workKinds)[number];

/**
 * Kinds that take a look at everything that was held in the year, too dear for a number that stands on every page; and
 * what the front page counts in people.
 */
const uncounted: readonly WorkKind[] = [
  'report-missing',
  'survey-missing',
  'unclaimed',
  'closing',
  'course-unanswered',
];

/** Kinds of which the number stands in the frame, and a line on the front page. */
export const countedKinds: readonly WorkKind[] = workKinds.filter((kind) => !uncounted.includes(kind));

/** 件数. How many wait of each kind, none counted beyond `MOST_COUNTED`; a kind that is not asked about is 0. */
export type WorkCounts = Readonly<Record<WorkKind, number>>;

/** From here on the number in the frame is 「100+」. */
export const MOST_COUNTED = 100;

/** Everything that waits, as the frame shows it. */
export function sumWork(counts: Readonly<Partial<WorkCounts>>): number {
  return countedKinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}
