import type { PlainDate } from '#kernel/plain-date.ts';
import { measureShare, outcomeKeys, tallyOutcome, type AnswerGroup, type OutcomeKey } from '#survey/domain/outcome.ts';
import type { CountedMetrics } from './domain/count-metrics.ts';
import { keepUncounted, measure } from './domain/measure.ts';
import { metricOf, metrics, type Metric, type MetricFamily, type MetricKey } from './domain/metric.ts';
import { findMetric } from './domain/metric-label.ts';
import type {
  MedalistTalk,
  MetricValue,
  NoRequestLine,
  Outcome,
  ReportedItem,
  StatusReport,
  StatusSection,
} from './domain/status-report.ts';
import { buildTables } from './build-status-tables.ts';
import { reportText as words } from './text.ts';

export type StatusFacts = {
  readonly corner: string;
  readonly fiscalYear: number;
  readonly asOf: PlainDate;
  readonly items: readonly ReportedItem[];
  readonly counted: CountedMetrics;
  readonly answers: readonly AnswerGroup[];
  readonly talks: readonly MedalistTalk[];
  /** Names of the trades of the skilled-worker visits that were held. */
  readonly skilledTrades: readonly string[];
  /** Lines of 魅力発信 for which nobody asked. */
  readonly noRequests: readonly NoRequestLine[];
  /** Whether the reader may see names of hosts and firms. */
  readonly named: boolean;
};

/**
 * Puts the plan's items, the counted figures and the embedded tables together (contract.md §4). A family of figures
 * stands at the first item that sets a target for one of them; figures without any item close the report, so that no
 * visit is lost because the plan does not name it.
 */
export function buildStatusReport(facts: StatusFacts): StatusReport {
  const { corner, fiscalYear, asOf, items, counted } = facts;
  const carried = items.map((item) => item.targets.map((target) => ({ target, metric: findMetric(target) })));
  const homes = findHomes(carried.map((list) => list.flatMap(({ metric }) => (metric ? [metric] : []))));
  const named = new Set(carried.flat().flatMap(({ metric }) => (metric ? [metric.key] : [])));
  const targetOf = (key: MetricKey) => carried.flat().find(({ metric }) => metric?.key === key)?.target;
  const sections = items.map((item, index): StatusSection => {
    const families = [...homes].filter(([, home]) => home === index).map(([family]) => family);
    const own = (carried[index] ?? []).map(({ metric, target }) =>
      metric ? measure(metric, counted.counts, target) : keepUncounted(target),
    );
    const brought = listMetrics(families, counted).filter(({ key }) => !named.has(key));
    return {
      number: item.number,
      title: item.heading,
      guideline: item.guideline ?? '',
      plan: item.plan ?? '',
      status: item.status ?? '',
      metrics: inOrder([...own, ...brought.map((metric) => measure(metric, counted.counts, undefined))]),
      tables: families.flatMap((family) => buildTables(family, facts)),
      noRequests: facts.noRequests.filter(({ line }) => families.includes(line)),
    };
  });
  return {
    corner,
    fiscalYear,
    asOf,
    sections: [...sections, ...buildRest(facts, homes)],
    outcomes: outcomeKeys.map((key) => toOutcome(key, targetOf(key)?.value ?? null, facts.answers)),
    outputs: [measure(metricOf('output.personDays'), counted.counts, targetOf('output.personDays'))],
    unreported: counted.unreported,
    uncounted: counted.uncounted,
  };
}

/** The first item that carries a metric of each family. */
function findHomes(carried: readonly (readonly Metric[])[]): ReadonlyMap<MetricFamily, number> {
  const homes = new Map<MetricFamily, number>();
  for (const [index, list] of carried.entries()) {
    for (const { family } of list) if (!homes.has(family)) homes.set(family, index);
  }
  return homes;
}

/** The metrics of families that are worth a line although no item names them. */
function listMetrics(families: readonly MetricFamily[], { counts }: CountedMetrics): readonly Metric[] {
  return metrics
    .map(({ key }) => metricOf(key))
    .filter(({ family, key, quiet }) => families.includes(family) && (quiet !== true || isSomething(counts[key])));
}

function isSomething({ actual, scheduled }: CountedMetrics['counts'][MetricKey]): boolean {
  return (actual ?? 0) > 0 || (scheduled ?? 0) > 0;
}

function buildRest(facts: StatusFacts, homes: ReadonlyMap<MetricFamily, number>): readonly StatusSection[] {
  const { counts } = facts.counted;
  const listed = (family: MetricFamily) => family !== 'output' && family !== 'outcome' && !homes.has(family);
  const families = [...new Set(metrics.map(({ family }) => family))].filter(
    (family) =>
      listed(family) &&
      (facts.noRequests.some(({ line }) => line === family) ||
        metrics.some((metric) => metric.family === family && isSomething(counts[metric.key]))),
  );
  if (families.length === 0) return [];
  const values = listMetrics(families, facts.counted).map((metric) => measure(metric, counts, undefined));
  const tables = families.flatMap((family) => buildTables(family, facts));
  const noRequests = facts.noRequests.filter(({ line }) => families.includes(line));
  const title = words.otherSection;
  return [{ number: '', title, guideline: '', plan: '', status: '', metrics: values, tables, noRequests }];
}

/** In the order of the definitions; targets that are no metric follow as the plan has them. */
function inOrder(values: readonly MetricValue[]): readonly MetricValue[] {
  const place = ({ key }: MetricValue) => {
    const index = metrics.findIndex((metric) => metric.key === key);
    return index === -1 ? metrics.length : index;
  };
  return values.toSorted((left, right) => place(left) - place(right));
}

/** A year that nobody has been asked in has no figures, which is not 0 of 0. */
function toOutcome(key: OutcomeKey, target: number | null, answers: readonly AnswerGroup[]): Outcome {
  const { numerator, denominator, ...share } = measureShare(
    tallyOutcome(key, answers),
    target === null ? undefined : target / 100,
  );
  const none = answers.length === 0;
  const { label } = metricOf(key);
  return { key, label, target, numerator: none ? null : numerator, denominator: none ? null : denominator, ...share };
}
