import { fiscalYearRange } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { SoftConstraintId } from '#optimizer/constraint.ts';
import { isKnownMunicipality } from '#reference/domain/municipality.ts';
import { findTrade } from '#reference/domain/trade.ts';
import { planLines, type ExtraInstructor, type PlanLine, type PlanSettings } from './planning-settings.ts';
import { findWrongWeights } from './planning-weights.ts';

export const MOST_EXTRA_INSTRUCTORS = 20;
export const MOST_CLOSED_PERIODS = 50;
const MOST_SESSIONS = 100_000;
const MOST_YEN = 1_000_000_000;
const LONGEST_NAME = 60;

/** Why conditions of an 割当案 are not kept. */
export type SettingsRefusal =
  | { readonly kind: 'wrong-weight'; readonly rules: readonly SoftConstraintId[] }
  | { readonly kind: 'wrong-target'; readonly line: PlanLine }
  | { readonly kind: 'wrong-budget' }
  | { readonly kind: 'too-many-extra'; readonly limit: number }
  | { readonly kind: 'wrong-extra'; readonly name: string; readonly part: 'name' | 'trade' | 'municipality' | 'cap' }
  | { readonly kind: 'too-many-closed'; readonly limit: number }
  | { readonly kind: 'wrong-period'; readonly from: PlainDate; readonly until: PlainDate }
  | { readonly kind: 'outside-year'; readonly day: PlainDate; readonly fiscalYear: number };

/** Whether conditions can be reckoned with: weights within their limits, days in order and of the 年度, known trades and places. */
export function checkSettings(
  settings: PlanSettings,
  { fiscalYear, today }: { readonly fiscalYear: number; readonly today: PlainDate },
): Result<PlanSettings, SettingsRefusal> {
  const { weights, targets, budgetYen, extraInstructors, closedPeriods, from, until } = settings;
  const rules = findWrongWeights(weights, today);
  if (rules.length > 0) return refuse({ kind: 'wrong-weight', rules });
  const line = planLines.find(({ key }) => !isAmount(targets[key] ?? 0, MOST_SESSIONS));
  if (line) return refuse({ kind: 'wrong-target', line: line.key });
  if (budgetYen !== null && !isAmount(budgetYen, MOST_YEN)) return refuse({ kind: 'wrong-budget' });
  if (extraInstructors.length > MOST_EXTRA_INSTRUCTORS)
    return refuse({ kind: 'too-many-extra', limit: MOST_EXTRA_INSTRUCTORS });
  for (const extra of extraInstructors) {
    const part = findWrongPart(extra);
    if (part) return refuse({ kind: 'wrong-extra', name: extra.name, part });
  }
  if (closedPeriods.length > MOST_CLOSED_PERIODS)
    return refuse({ kind: 'too-many-closed', limit: MOST_CLOSED_PERIODS });
  const reversed = closedPeriods.find((period) => period.from > period.until);
  if (reversed) return refuse({ kind: 'wrong-period', from: reversed.from, until: reversed.until });
  if (from !== null && until !== null && from > until) return refuse({ kind: 'wrong-period', from, until });
  const year = fiscalYearRange(fiscalYear);
  const day = [from, until].find((each) => each !== null && (each < year.from || each > year.until));
  return day ? refuse({ kind: 'outside-year', day, fiscalYear }) : accept(settings);
}

function isAmount(value: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function findWrongPart({ name, tradeCodes, municipalityCode, yearlyCap }: ExtraInstructor) {
  if (name.trim() === '' || name.length > LONGEST_NAME) return 'name' as const;
  if (tradeCodes.length === 0 || tradeCodes.some((code) => !findTrade(code))) return 'trade' as const;
  if (!isKnownMunicipality(municipalityCode)) return 'municipality' as const;
  return yearlyCap === null || isAmount(yearlyCap, MOST_SESSIONS) ? undefined : ('cap' as const);
}
