import { addYears, type PlainDate } from '#kernel/plain-date.ts';
import type { InstructorKind } from './instructor-kind.ts';

/** 等級. The grade of the trade skills test; the first three are the highest of their trades. */
export const skillGrades = [
  { code: 'special', label: '特級' },
  { code: 'first', label: '1級' },
  { code: 'single', label: '単一等級' },
  { code: 'lower', label: 'それ以外' },
] as const;

/** 技能競技大会. */
export const skillContests = [
  { code: 'world', label: '技能五輪国際大会' },
  { code: 'national', label: '技能五輪全国大会' },
  { code: 'grand-prix', label: '技能グランプリ' },
  { code: 'youth', label: '若年者ものづくり競技大会' },
] as const;

/** 入賞. The first three places are a medal. */
export const contestPlaces = [
  { code: 'gold', label: '1位（金賞）' },
  { code: 'silver', label: '2位（銀賞）' },
  { code: 'bronze', label: '3位（銅賞）' },
  { code: 'other', label: 'それ以外' },
] as const;

export type SkillGrade = (typeof skillGrades)[number]['code'];
export type ContestPlace = (typeof contestPlaces)[number]['code'];

/** 資格要件. What somebody of a kind must have, from and until which day, and where it is written. */
export type QualificationRule = {
  readonly kind: InstructorKind;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
  readonly source: string;
  readonly grades: readonly SkillGrade[];
  readonly practiceYears: number;
  readonly places: readonly ContestPlace[];
};

const since = (day: string) => day as PlainDate;
const MEDALS = ['gold', 'silver', 'bronze'] as const;

/** The published rules. For senior advisers there is none: each corner sets its own (`adviser-rule.ts`). */
export const qualificationRules: readonly QualificationRule[] = [
  {
    kind: 'skilled-worker',
    validFrom: since('2017-04-01'),
    validUntil: null,
    source: 'domain.md §5.3',
    grades: ['special', 'first', 'single'],
    practiceYears: 15,
    places: MEDALS,
  },
  {
    kind: 'medalist',
    validFrom: since('2013-04-01'),
    validUntil: null,
    source: 'docs/glossary.md',
    grades: [],
    practiceYears: 0,
    places: MEDALS,
  },
];

export type QualificationFacts = {
  readonly kind: InstructorKind;
  /** The trades that are taught, whether Meisters are certified in them, and whether one of the corner teaches them. */
  readonly trades: readonly {
    readonly code: string;
    readonly isMeisterTrade: boolean;
    readonly hasMeister: boolean;
  }[];
  readonly grade: SkillGrade | null;
  readonly practiceFrom: PlainDate | null;
  readonly contestPlace: ContestPlace | null;
};

/** Which way a person can qualify; the one that is met, or the one that is asked for. */
export type QualificationWay = 'grade' | 'practice-or-contest' | 'practice' | 'contest';

/** 要件の確認. One trade of a skilled worker, or the person as a whole. */
export type QualificationFinding = {
  readonly tradeCode: string | null;
  readonly way: QualificationWay;
  readonly verdict: 'met' | 'unmet' | 'unknown';
  readonly years: number;
};

/** Whether somebody has what the rules of the day ask for their kind; nothing where no rule stands (Meisters are certified). */
export function judgeQualification(
  facts: QualificationFacts,
  day: PlainDate,
  rules: readonly QualificationRule[] = qualificationRules,
): readonly QualificationFinding[] {
  const rule = rules.find(
    ({ kind, validFrom, validUntil }) =>
      kind === facts.kind && validFrom <= day && (validUntil === null || day <= validUntil),
  );
  if (!rule) return [];
  if (facts.kind === 'skilled-worker') return facts.trades.map((trade) => judgeTrade(trade, { facts, rule, day }));
  const finding = { tradeCode: null, years: rule.practiceYears };
  if (facts.kind === 'senior-advisor') return [{ ...finding, way: 'practice', verdict: practised(facts, rule, day) }];
  return [{ ...finding, way: 'contest', verdict: wonBy(facts, rule) }];
}

type Judging = { readonly facts: QualificationFacts; readonly rule: QualificationRule; readonly day: PlainDate };

/**
 * In a trade of Meisters that has none the grade decides; otherwise (there is one, or the trade is none of theirs) years of
 * practice or a place in a contest (domain.md §5.3).
 */
function judgeTrade(
  { code, isMeisterTrade, hasMeister }: QualificationFacts['trades'][number],
  { facts, rule, day }: Judging,
): QualificationFinding {
  const finding = { tradeCode: code, years: rule.practiceYears };
  if (isMeisterTrade && !hasMeister) {
    const verdict = facts.grade === null ? 'unknown' : rule.grades.includes(facts.grade) ? 'met' : 'unmet';
    return { ...finding, way: 'grade', verdict };
  }
  const verdicts = [practised(facts, rule, day), wonBy(facts, rule)];
  if (verdicts.includes('met'))
    return { ...finding, way: verdicts[0] === 'met' ? 'practice' : 'contest', verdict: 'met' };
  return { ...finding, way: 'practice-or-contest', verdict: verdicts[0] === 'unknown' ? 'unknown' : 'unmet' };
}

function practised({ practiceFrom }: QualificationFacts, { practiceYears }: QualificationRule, day: PlainDate) {
  if (practiceFrom === null) return 'unknown';
  return addYears(practiceFrom, practiceYears) <= day ? 'met' : 'unmet';
}

function wonBy({ contestPlace }: QualificationFacts, { places }: QualificationRule) {
  if (contestPlace === null) return 'unknown';
  return places.includes(contestPlace) ? 'met' : 'unmet';
}
