import { tallyOutcome, type AnswerGroup } from '#survey/domain/outcome.ts';
import { metrics, type Metric, type MetricKey, type MetricSource } from './metric.ts';
import { bucketOf, countsFor, isAmong, type VisitBucket, type VisitGroup } from './visit-group.ts';

/** A metric's two figures on the as-of date; null where this version keeps no records. */
export type MetricCount = { readonly actual: number | null; readonly scheduled: number | null };

export type CountedMetrics = {
  readonly counts: Readonly<Record<MetricKey, MetricCount>>;
  /** Planned visits whose day is over: neither done nor to come, until someone reports them. */
  readonly unreported: number;
  /** Held or planned visits that no metric counts, such as an appeal session at a technical school. */
  readonly uncounted: number;
};

/** Days of a year before and after the as-of date on which something other than a visit happened. */
export type DayCount = { readonly past: number; readonly ahead: number };

export type CountingFacts = {
  readonly visits: readonly VisitGroup[];
  /** Meisters certified in the year. */
  readonly certified: DayCount;
  /** Distinct days of the year on which 指導技法等講習 or 再講習 ended. */
  readonly courseDays: DayCount;
  /** Questionnaires that were in by the as-of date. */
  readonly answers: readonly AnswerGroup[];
};

/** Counts every metric of the status report (contract.md §4) from visits that the database has added up. */
export function countMetrics(facts: CountingFacts): CountedMetrics {
  const live = facts.visits.filter((group) => bucketOf(group) === 'actual' || bucketOf(group) === 'scheduled');
  const isCounted = (group: VisitGroup) => metrics.some(({ source }) => countsFor(source, group));
  return {
    counts: Object.fromEntries(
      metrics.map((metric) => [metric.key, countMetric(metric, facts)]),
    ) as CountedMetrics['counts'],
    unreported: sum(facts.visits.filter((group) => bucketOf(group) === 'unreported').map(({ visits }) => visits)),
    uncounted: sum(live.filter((group) => !isCounted(group)).map(({ visits }) => visits)),
  };
}

function countMetric({ source }: Metric, facts: CountingFacts): MetricCount {
  switch (source.kind) {
    case 'certified-meisters':
      return { actual: facts.certified.past, scheduled: facts.certified.ahead };
    case 'course-days':
      return { actual: facts.courseDays.past, scheduled: facts.courseDays.ahead };
    case 'answers': {
      const { numerator, denominator } = tallyOutcome(source.outcome, facts.answers);
      return { actual: denominator === 0 ? null : toPercent(numerator / denominator), scheduled: null };
    }
    case 'attendees':
      return countAttendees(source, facts.visits);
    case 'no-records':
      return { actual: null, scheduled: null };
    case 'visits': {
      const counted = facts.visits.filter((group) => countsFor(source, group));
      if (source.counts === 'places') return countPlaces(counted);
      const amountOf = (group: VisitGroup) => (source.counts === 'visits' ? group.visits : group.trainees);
      const total = (bucket: VisitBucket) => sum(counted.filter((group) => bucketOf(group) === bucket).map(amountOf));
      return { actual: total('actual'), scheduled: total('scheduled') };
    }
  }
}

/** Once somebody was counted in a line, people of whom nothing is told are counted as such; before, the line has no split. */
function countAttendees(
  source: Extract<MetricSource, { kind: 'attendees' }>,
  visits: readonly VisitGroup[],
): MetricCount {
  const among = visits.filter((group) => isAmong(source, group) && bucketOf(group) !== undefined);
  const isTold = among.some(({ split }) => split !== undefined);
  const amountOf = ({ split, trainees }: VisitGroup) =>
    split?.[source.attendee] ?? (isTold && source.attendee === 'untold' ? trainees : 0);
  const total = (bucket: VisitBucket) => sum(among.filter((group) => bucketOf(group) === bucket).map(amountOf));
  return { actual: total('actual'), scheduled: total('scheduled') };
}

/** With one decimal, as the report writes it. */
function toPercent(share: number): number {
  return Math.round(Number((share * 1000).toFixed(6))) / 10;
}

/** A place that was reached and is planned again is no further place. */
function countPlaces(groups: readonly VisitGroup[]): MetricCount {
  const hostsIn = (bucket: VisitBucket) =>
    new Set(groups.filter((group) => bucketOf(group) === bucket).flatMap(({ hosts }) => hosts));
  const reached = hostsIn('actual');
  const ahead = [...hostsIn('scheduled')].filter((host) => !reached.has(host));
  return { actual: reached.size, scheduled: ahead.length };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
