import { eraYearOf, ERAS, findEra, formatEraYear, yearOfEra, type Era } from '#kernel/japanese-era.ts';
import { foldNumeric } from '#kernel/japanese-text.ts';
import { partsOf, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** The fiscal years the desk can hold. */
export const FIRST_FISCAL_YEAR = 2000;
export const LAST_FISCAL_YEAR = 2100;

export type FiscalYearRefusal =
  | { readonly kind: 'not-a-fiscal-year' }
  | { readonly kind: 'fiscal-year-out-of-range'; readonly first: number; readonly last: number }
  | { readonly kind: 'wrong-era'; readonly rightEra: string };

/** 年度. The western year in which the fiscal year of this day began, on 1 April (DAT-37). */
export function fiscalYearOf(date: PlainDate): number {
  const { year, month } = partsOf(date);
  return month >= 4 ? year : year - 1;
}

/** First and last day of a fiscal year, both included (DAT-37). */
export function fiscalYearRange(fiscalYear: number): { readonly from: PlainDate; readonly until: PlainDate } {
  return { from: plainDate(`${fiscalYear}-04-01`), until: plainDate(`${fiscalYear + 1}-03-31`) };
}

/** 令和4年度; a year that changed its era after 1 April has both names, 平成31年度（令和元年度） (DAT-37). */
export function fiscalYearLabel(fiscalYear: number, eras = ERAS): string {
  const [first, second] = namingDays(fiscalYear).map((date) => `${formatEraYear(date, eras)}度`);
  return first === second ? `${first}` : `${first}（${second}）`;
}

/** The fiscal year people write: 2022, 2022年度, 令和4年度, R4, or the label with both names (DAT-37). */
export function parseFiscalYear(text: string, eras = ERAS): Result<number, FiscalYearRefusal> {
  const folded = foldNumeric(text).replaceAll(/\s/g, '');
  const match = /^([^\d元()]*)(元|\d{1,4})(?:年度?)?(?:\([^()]*年度\))?$/.exec(folded);
  const [, prefix = '', typedYear = ''] = match ?? [];
  const era = findEra(prefix, eras);
  const western = /^\d{4}$/.test(typedYear) ? Number(typedYear) : undefined;
  const fiscalYear = prefix === '' ? western : era && yearOfEra(era, typedYear);
  if (fiscalYear === undefined) return refuse({ kind: 'not-a-fiscal-year' });
  if (fiscalYear < FIRST_FISCAL_YEAR || fiscalYear > LAST_FISCAL_YEAR) {
    return refuse({ kind: 'fiscal-year-out-of-range', first: FIRST_FISCAL_YEAR, last: LAST_FISCAL_YEAR });
  }
  if (era && !isYearOfEra(fiscalYear, era, eras)) {
    return refuse({ kind: 'wrong-era', rightEra: fiscalYearLabel(fiscalYear, eras) });
  }
  return accept(fiscalYear);
}

// A new era's 元年 is this fiscal year only where it begins by 31 December: 昭和63年度 never was a 平成元年度.
function namingDays(fiscalYear: number): readonly [PlainDate, PlainDate] {
  return [plainDate(`${fiscalYear}-04-01`), plainDate(`${fiscalYear}-12-31`)];
}

function isYearOfEra(fiscalYear: number, era: Era, eras: readonly Era[]): boolean {
  return namingDays(fiscalYear).some((date) => eraYearOf(date, eras)?.era === era);
}
