import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { organizationKinds, type OrganizationKind } from '#organization/domain/organization-kind.ts';
import { choice, choices } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import { findRuleOn } from '#record/domain/dated-rule.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import type { Program } from './program.ts';
import { sessionCaps, sessionHours } from './rule-codecs.ts';

const capScopes = [
  { code: 'request', label: '1件の要請ごと' },
  { code: 'year', label: '派遣先と年度ごと' },
] as const;

const largeEnterprises = [
  { code: 'own-cost', label: '費用を派遣先が負担すれば受け付ける' },
  { code: 'refused', label: '受け付けない' },
] as const;

const repeats = [
  { code: 'not-covered', label: '費用を負担しない' },
  { code: 'consult', label: '事前に協議する' },
] as const;

const declarations = [
  { code: 'needed', label: '申告を求める' },
  { code: 'not-needed', label: '求めない' },
] as const;

const days = integer({ max: 365 });
const age = integer({ max: 99 });
const times = integer({ min: 1, max: 99 });

/** What a chief enters of the 派遣の基準; an empty limit means that the corner sets none (domain.md §5.3, §5.4). */
export const dispatchRuleFields = [
  {
    key: 'validFrom',
    header: '適用開始日',
    required: true,
    codec: date(),
    hint: 'この日以後に受け付けた要請に使います',
  },
  { key: 'basis', header: '根拠', required: true, codec: text(), hint: 'コーナーの要領の名称と、決めた日' },
  { key: 'eligibleKinds', header: '対象の派遣先', required: true, codec: choices(organizationKinds) },
  { key: 'largeEnterprise', header: '大企業の扱い', required: true, codec: choice(largeEnterprises) },
  {
    key: 'sessionCaps',
    header: '回数の上限',
    required: false,
    codec: sessionCaps(),
    hint: '派遣先の区分＝回を「;」で区切ります。例：中小企業=20;工業高校等=10;小中学校/魅力講座=2',
  },
  { key: 'capPer', header: '上限の数え方', required: true, codec: choice(capScopes) },
  {
    key: 'sessionHours',
    header: '1回の時間',
    required: false,
    codec: sessionHours(),
    hint: '事業区分＝時間を「;」で区切ります。例：実技指導=1〜3;魅力講座=2',
  },
  { key: 'requestLeadDays', header: '依頼書の期限', required: false, codec: days, unit: '日前まで' },
  { key: 'planLeadDays', header: '計画書の期限', required: false, codec: days, unit: '日前まで' },
  {
    key: 'planFormFromDays',
    header: '計画書が要る回数',
    required: false,
    codec: times,
    unit: '回以上',
    hint: '必ず要るときは1、求めないときは空欄',
  },
  {
    key: 'reportDueDays',
    header: '活動報告書の期限',
    required: false,
    codec: days,
    unit: '日以内',
    hint: '実施日から。決めていないときは空欄',
  },
  {
    key: 'surveyDueDays',
    header: 'アンケートの期限',
    required: false,
    codec: days,
    unit: '日以内',
    hint: '実施日から。決めていないときは空欄',
  },
  { key: 'minAge', header: '受講者の年齢（下限）', required: false, codec: age, unit: '歳以上' },
  {
    key: 'maxAge',
    header: '受講者の年齢（上限）',
    required: false,
    codec: age,
    unit: '歳以下',
    hint: '35歳未満なら34',
  },
  { key: 'maxYearsRunning', header: '続けて使える年数', required: false, codec: times, unit: '年まで' },
  { key: 'maxPerYear', header: '同じ年度に使える件数', required: false, codec: times, unit: '件まで' },
  { key: 'onRepeat', header: '繰り返しのとき', required: true, codec: choice(repeats) },
  { key: 'subsidyDeclaration', header: 'ほかの補助との重複', required: true, codec: choice(declarations) },
] as const satisfies readonly AnyField[];

/** The terms of a 派遣の基準, as entered. */
export type DispatchTerms = InputOf<typeof dispatchRuleFields>;

/**
 * 派遣の基準. What a corner asks of a request received from a day on in a 年度. Corners differ and change their limits from
 * year to year (domain.md §0), so every limit is data; a table is only added, never changed.
 */
export type DispatchRule = DispatchTerms & {
  readonly id: string;
  readonly fiscalYear: number;
  /** A correction from the same day on has the next revision; the highest one counts. */
  readonly revision: number;
};

/** The rules that hold on a day: of the same 年度, begun latest, the highest revision of that beginning. */
export function findDispatchRuleOn(rules: readonly DispatchRule[], on: PlainDate): DispatchRule | undefined {
  const year = fiscalYearOf(on);
  return findRuleOn(
    rules.filter(({ fiscalYear }) => fiscalYear === year),
    on,
  );
}

export type DispatchRuleRefusal =
  | { readonly kind: 'outside-year'; readonly fiscalYear: number; readonly validFrom: PlainDate }
  | { readonly kind: 'ages-reversed'; readonly minAge: number; readonly maxAge: number };

/** Whether the terms may be kept for a 年度. */
export function checkDispatchTerms(terms: DispatchTerms, fiscalYear: number): DispatchRuleRefusal | undefined {
  const { validFrom, minAge, maxAge } = terms;
  if (fiscalYearOf(validFrom) !== fiscalYear) return { kind: 'outside-year', fiscalYear, validFrom };
  return minAge !== null && maxAge !== null && minAge > maxAge ? { kind: 'ages-reversed', minAge, maxAge } : undefined;
}

/** The cap of a class: that of the very 事業区分 before that of all. */
export function findSessionCap(
  { sessionCaps: caps }: Pick<DispatchTerms, 'sessionCaps'>,
  { kind, program }: { readonly kind: OrganizationKind; readonly program: Program },
): number | undefined {
  const own = (caps ?? []).filter((cap) => cap.kind === kind);
  return (own.find((cap) => cap.program === program) ?? own.find((cap) => cap.program === null))?.sessions;
}
