import { instructorDivisions } from '#instructor/domain/instructor-kind.ts';
import { choices } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { text } from '#record/domain/text-codecs.ts';
import { certificationBases, isWeighed } from './certification-basis.ts';
import { answer } from './certification-codecs.ts';
import type { CertificationCriteria } from './certification-criteria.ts';

/** More years than anybody has worked. */
const MOST_YEARS = 60;

/** What a corner enters of criteria that stand in place of the published ones. */
export const criteriaFields = [
  {
    key: 'name',
    header: '基準の名称',
    required: true,
    codec: text({ limit: 60 }),
    hint: '例：令和6年10月改定の認定基準',
  },
  {
    key: 'validFrom',
    header: '始めの日',
    required: true,
    codec: date(),
    hint: 'この日からの申請に使います。例：2024/10/01、R6.10.1',
  },
  {
    key: 'validUntil',
    header: '終わりの日',
    required: false,
    codec: date(),
    hint: '決まっていないときは空けておきます',
  },
  { key: 'bases', header: '技能の根拠', required: true, codec: choices(certificationBases) },
  { key: 'practiceYears', header: '実務の年数', required: true, codec: integer({ max: MOST_YEARS }), unit: '年以上' },
  {
    key: 'practiceAfterBasis',
    header: '実務の数え方',
    required: true,
    codec: answer({ yes: '根拠の日より後だけ数える', no: '根拠の日より前も数える' }),
  },
  {
    key: 'instructionYears',
    header: '実技指導の年数',
    required: true,
    codec: integer({ max: MOST_YEARS }),
    unit: '年以上',
    hint: '根拠の日より後の年数。年数の定めがないときは0',
  },
  {
    key: 'chiefJudges',
    header: 'コーナー長の判断',
    required: true,
    codec: answer({ yes: '指導できることをコーナー長が判断する', no: '定めなし' }),
  },
  { key: 'divisions', header: '部門', required: true, codec: choices(instructorDivisions) },
  {
    key: 'source',
    header: '出典',
    required: true,
    codec: text({ limit: 300 }),
    hint: '基準を示した文書。例：中央技能振興センター通知（令和6年8月1日）',
  },
] as const satisfies readonly AnyField[];

/** 認定基準 as a corner enters it. */
export type CertificationCriteriaInput = InputOf<typeof criteriaFields>;

/** The last day is not before the first. */
export function checkCriteria({ validFrom, validUntil }: CertificationCriteriaInput): readonly FieldProblem[] {
  if (validUntil === null || validUntil >= validFrom) return [];
  const problem = { kind: 'not-after', value: validUntil, other: '始めの日', otherValue: validFrom } as const;
  return [{ key: 'validUntil', header: '終わりの日', problem }];
}

/** The criteria that applications are judged by. */
export function toCriteria(input: CertificationCriteriaInput): CertificationCriteria {
  return {
    code: input.name,
    validFrom: input.validFrom,
    validUntil: input.validUntil,
    bases: input.bases.map((basis) => ({ basis, mark: '', judged: isWeighed(basis) })),
    practiceYears: input.practiceYears,
    practiceAfterBasis: input.practiceAfterBasis,
    instructionYears: input.instructionYears,
    chiefJudges: input.chiefJudges,
    divisions: input.divisions,
    sources: [input.source],
  };
}
