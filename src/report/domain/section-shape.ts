import { metricOf } from './metric.ts';
import type { MetricValue, StatusSection } from './status-report.ts';

/** A section that only names what follows it, as 【…】 does in the published report. */
export function isHeadingOnly(section: StatusSection): boolean {
  return isWordless(section) && section.metrics.length === 0;
}

/** A section of nothing but 成果目標 or 活動目標: these have their own tables at the end of the report. */
export function isGoalsOnly(section: StatusSection): boolean {
  return isWordless(section) && section.metrics.length > 0 && section.metrics.every(isGoal);
}

/** 成果目標 or 活動目標. */
export function isGoal({ key }: MetricValue): boolean {
  return key !== null && ['output', 'outcome'].includes(metricOf(key).family);
}

/** A figure that the plan does not ask for and that has nothing to tell. */
export function isSilent({ target, actual, scheduled }: MetricValue): boolean {
  return target === null && (actual ?? 0) === 0 && (scheduled ?? 0) === 0;
}

function isWordless({ guideline, plan, status }: StatusSection): boolean {
  return [guideline, plan, status].every((text) => text === '');
}
