import { choice } from '#record/domain/choice-codecs.ts';
import type { AnyField, FieldProblem, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { multiline } from '#record/domain/text-codecs.ts';

/** 受講者の理解. How many could follow, as the instructor saw it. */
export const understandings = [
  { code: 'most', label: 'ほとんどの人が理解した' },
  { code: 'more-than-half', label: '半分より多くの人が理解した' },
  { code: 'less-than-half', label: '理解した人は半分より少ない' },
  { code: 'few', label: 'ほとんどの人が理解できなかった' },
] as const;

/** What an instructor reports of a visit (domain.md §3 ActivityReport; S2 指導実施後の報告事項). */
export const reportFields = [
  {
    key: 'content',
    header: '指導した内容',
    required: false,
    codec: multiline({ limit: 1000 }),
    hint: '課題、使った機械や材料、進み方など',
  },
  { key: 'trainees', header: '受講した人数', required: false, codec: integer({ max: 9999 }), unit: '人' },
  { key: 'understanding', header: '受講者の理解', required: false, codec: choice(understandings) },
  { key: 'problems', header: '困ったこと・気づいたこと', required: false, codec: multiline({ limit: 1000 }) },
  { key: 'nextTime', header: '次の指導に向けて', required: false, codec: multiline({ limit: 1000 }) },
] as const satisfies readonly AnyField[];

export type ReportInput = InputOf<typeof reportFields>;

/** What a draft may leave open and a submitted report may not. */
const neededToSubmit = ['content', 'trainees', 'understanding'] as const;

/** The fields as a form marks them: what is needed to hand the report in is 必須, though a draft may leave it open. */
export const shownReportFields: readonly AnyField[] = reportFields.map((field) => ({
  ...field,
  required: neededToSubmit.some((key) => key === field.key),
}));

/** What is missing before a report can be handed in. */
export function checkWhole(input: ReportInput): readonly FieldProblem[] {
  return neededToSubmit
    .filter((key) => input[key] === null)
    .map((key) => ({
      key,
      header: reportFields.find((field) => field.key === key)?.header ?? key,
      problem: { kind: 'missing' },
    }));
}
