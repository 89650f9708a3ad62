import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';
import type { QualificationRule } from './qualification.ts';

/** What a corner enters of シニアアドバイザーの要件: no rule for the whole country was published (domain.md §7 H-04). */
export const adviserRuleFields = [
  {
    key: 'validFrom',
    header: '始めの日',
    required: true,
    codec: date(),
    hint: 'この日から使います。同じ日の要件があれば置き換えます',
  },
  {
    key: 'wording',
    header: '要件',
    required: true,
    codec: multiline({ limit: 1000 }),
    hint: '例：ものづくりの現場で指導的な立場にあった人で、企業の相談に応じられること',
  },
  {
    key: 'practiceYears',
    header: '実務の年数',
    required: false,
    codec: integer({ min: 1, max: 60 }),
    unit: '年以上',
    hint: '入力すると、台帳の「実務経験の開始日」から確かめます。年数を問わないときは空けておきます',
  },
  {
    key: 'decidedBy',
    header: '決めた人・会議',
    required: true,
    codec: text({ limit: 100 }),
    hint: '例：第1回連携会議（令和4年6月21日）',
  },
] as const satisfies readonly AnyField[];

/** シニアアドバイザーの要件. It holds until the day before the next one begins. */
export type AdviserRule = InputOf<typeof adviserRuleFields>;

/** What can be counted of the rule; its words are judged by people. */
export function countedRule({ validFrom, practiceYears, decidedBy }: AdviserRule): readonly QualificationRule[] {
  if (practiceYears === null) return [];
  const rule = { validFrom, validUntil: null, source: decidedBy, grades: [], places: [], practiceYears };
  return [{ kind: 'senior-advisor', ...rule }];
}
