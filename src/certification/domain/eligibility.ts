import { addYears, partsOf, type PlainDate } from '#kernel/plain-date.ts';
import { findTrade } from '#reference/domain/trade.ts';
import type { CertificationInput } from './certification.ts';
import type { CertificationBasis } from './certification-basis.ts';
import type { CertificationCriteria, CertificationDivision } from './certification-criteria.ts';

/** One criterion's answer and the fact it rests on; `to-judge` where a fact is not written down or a person decides. */
export type CriterionVerdict = { readonly answer: 'met' | 'not-met' | 'to-judge' } & CriterionFacts;

export type CriterionFacts =
  | { readonly criterion: 'trade'; readonly unknownTrades: readonly string[] }
  | { readonly criterion: 'division'; readonly division: CertificationDivision | null }
  | {
      readonly criterion: 'basis';
      readonly basis: CertificationBasis | null;
      readonly mark: string;
      readonly on: PlainDate | null;
      /** Why a named 根拠 does not count or is weighed; blank where it counts. */
      readonly remark: '' | 'not-accepted' | 'weighed-by-center' | 'other-trade';
    }
  | ({ readonly criterion: 'practice' | 'instruction' } & CountedYears)
  | { readonly criterion: 'occasions'; readonly written: boolean; readonly judgement: boolean | null }
  | { readonly criterion: 'dx'; readonly written: boolean }
  | { readonly criterion: 'will'; readonly judgement: boolean | null };

/** Whole years from a day to the application's; `from` is null where no day is written down. */
type CountedYears = {
  readonly from: PlainDate | null;
  readonly years: number | null;
  readonly needed: number;
  readonly afterBasis: boolean;
};

type Judging = { readonly criteria: CertificationCriteria; readonly on: PlainDate };

/** Trades whose 根拠 is a table of their own (domain.md §5.1 ⑤). */
const SPECIAL_TRADES: readonly string[] = ['電気溶接', '電工', '自動車工'];

/** 要件の確認. Each criterion of the application's day, in the order of the criteria (domain.md §5.1). Pure. */
export function judgeEligibility(application: CertificationInput, judging: Judging): readonly CriterionVerdict[] {
  const { criteria } = judging;
  return [
    judgeTrades(application, judging),
    judgeDivision(application, judging),
    judgeBasis(application, judging),
    judgePractice(application, judging),
    ...(criteria.instructionYears > 0 ? [judgeInstruction(application, judging)] : []),
    ...(criteria.chiefJudges ? [judgeOccasions(application)] : []),
    ...(application.division === 'dx' && criteria.divisions.includes('dx') ? [judgeDx(application)] : []),
    { criterion: 'will', answer: answerOf(application.chiefJudgement), judgement: application.chiefJudgement },
  ];
}

function answerOf(judgement: boolean | null): CriterionVerdict['answer'] {
  if (judgement === null) return 'to-judge';
  return judgement ? 'met' : 'not-met';
}

function judgeTrades({ trades }: CertificationInput, { on }: Judging): CriterionVerdict {
  const unknownTrades = trades.filter((code) => !findTrade(code, on));
  return { criterion: 'trade', answer: unknownTrades.length === 0 ? 'met' : 'not-met', unknownTrades };
}

function judgeDivision({ division }: CertificationInput, { criteria }: Judging): CriterionVerdict {
  if (division === null) return { criterion: 'division', answer: 'to-judge', division };
  return { criterion: 'division', answer: criteria.divisions.includes(division) ? 'met' : 'not-met', division };
}

function judgeBasis({ basisCode, basisOn, trades }: CertificationInput, { criteria }: Judging): CriterionVerdict {
  const rule = criteria.bases.find(({ basis }) => basis === basisCode);
  const facts = { criterion: 'basis', basis: basisCode, mark: rule?.mark ?? '', on: basisOn } as const;
  if (basisCode === null) return { ...facts, answer: 'to-judge', remark: '' };
  if (!rule) return { ...facts, answer: 'not-met', remark: 'not-accepted' };
  if (basisCode === 'special-trade' && !trades.every((code) => SPECIAL_TRADES.includes(findTrade(code)?.name ?? ''))) {
    return { ...facts, answer: 'not-met', remark: 'other-trade' };
  }
  return rule.judged
    ? { ...facts, answer: 'to-judge', remark: 'weighed-by-center' }
    : { ...facts, answer: 'met', remark: '' };
}

function judgePractice({ practiceFrom, basisOn }: CertificationInput, { criteria, on }: Judging): CriterionVerdict {
  const { practiceYears: needed, practiceAfterBasis: afterBasis } = criteria;
  const from = afterBasis ? laterOf(practiceFrom, basisOn) : practiceFrom;
  return { criterion: 'practice', ...countYears({ from, on, needed }), needed, afterBasis };
}

function judgeInstruction(
  { instructionFrom, basisOn }: CertificationInput,
  { criteria, on }: Judging,
): CriterionVerdict {
  const needed = criteria.instructionYears;
  const from = laterOf(instructionFrom, basisOn);
  return { criterion: 'instruction', ...countYears({ from, on, needed }), needed, afterBasis: true };
}

function judgeOccasions({ instructionNote, chiefJudgement }: CertificationInput): CriterionVerdict {
  const written = instructionNote !== null;
  const answer = chiefJudgement === false ? 'not-met' : written ? answerOf(chiefJudgement) : 'to-judge';
  return { criterion: 'occasions', answer, written, judgement: chiefJudgement };
}

/** Whether DX skill is enough is the Center's to judge: its four conditions are not published. */
function judgeDx({ dxSkill }: CertificationInput): CriterionVerdict {
  return { criterion: 'dx', answer: 'to-judge', written: dxSkill !== null };
}

/** The later of two days; nothing where one of them is not written down. */
function laterOf(day: PlainDate | null, basisOn: PlainDate | null): PlainDate | null {
  if (day === null || basisOn === null) return null;
  return day > basisOn ? day : basisOn;
}

function countYears({
  from,
  on,
  needed,
}: {
  readonly from: PlainDate | null;
  readonly on: PlainDate;
  readonly needed: number;
}) {
  if (from === null) return { answer: 'to-judge', from, years: null } as const;
  const years = wholeYears(from, on);
  return { answer: years >= needed ? 'met' : 'not-met', from, years } as const;
}

/** Whole years from a day until another; the anniversary completes the year. 0 where the day is still to come. */
function wholeYears(from: PlainDate, until: PlainDate): number {
  const years = partsOf(until).year - partsOf(from).year;
  return Math.max(0, years > 0 && addYears(from, years) > until ? years - 1 : years);
}
