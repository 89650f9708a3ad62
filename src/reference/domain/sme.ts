import type { PlainDate } from '#kernel/plain-date.ts';
import data from '../data/sme-thresholds.json' with { type: 'json' };
import { findIndustry, listIndustries } from './industry.ts';
import type { SmeGroup } from './industry.ts';
import { isValidOn, toValidity } from './validity.ts';
import type { Validity } from './validity.ts';

/** What is known of a company; null is not known (or, for capital, that there is none). */
export type CompanySize = {
  /** 大分類 A to T, or its name. */
  readonly industry: string | null;
  readonly capitalYen: number | null;
  /** 常時使用する従業員. */
  readonly employees: number | null;
};

type Threshold = Validity & {
  readonly group: SmeGroup;
  readonly capitalYen: number;
  readonly employees: number;
};

const THRESHOLDS = data.items.map((item): Threshold => ({
  ...item,
  ...toValidity(item),
  group: item.group as SmeGroup,
}));

const EVERY_GROUP: readonly SmeGroup[] = [...new Set(listIndustries().flatMap((industry) => industry.smeGroups))];

/**
 * Whether a company is small or medium on that day by 中小企業基本法2条 (domain.md §8): capital or employees at or below
 * the limit of its industry. A letter that covers several groups (I is wholesale and retail) answers yes or no only when
 * every group answers so; 公務 and a day before the limits are unknown.
 */
export function isSmallOrMedium(company: CompanySize, on: PlainDate): 'yes' | 'no' | 'unknown' {
  const groups = company.industry === null ? EVERY_GROUP : (findIndustry(company.industry)?.smeGroups ?? EVERY_GROUP);
  const answers = new Set(groups.map((group) => answerForGroup(company, group, on)));
  const [answer] = answers;
  return answers.size === 1 && answer !== undefined ? answer : 'unknown';
}

function answerForGroup(company: CompanySize, group: SmeGroup, on: PlainDate): 'yes' | 'no' | 'unknown' {
  const threshold = THRESHOLDS.find((candidate) => candidate.group === group && isValidOn(candidate, on));
  if (threshold === undefined) return 'unknown';
  const { capitalYen, employees } = company;
  if (capitalYen !== null && capitalYen <= threshold.capitalYen) return 'yes';
  if (employees !== null && employees <= threshold.employees) return 'yes';
  return capitalYen === null || employees === null ? 'unknown' : 'no';
}
