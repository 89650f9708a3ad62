import { date } from '#record/domain/date-codecs.ts';
import { choices } from '#record/domain/choice-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { multiline, text } from '#record/domain/text-codecs.ts';
import { recipientClasses } from './recipient-class.ts';

/** What staff say of a 派遣希望調査. */
export const demandSurveyFields = [
  { key: 'title', header: '調査の名称', required: true, codec: text({ limit: 100 }) },
  { key: 'answerBy', header: '回答の期限', required: true, codec: date() },
  {
    key: 'classes',
    header: '調査先の区分',
    required: true,
    codec: choices(recipientClasses),
    hint: '調査先を選ぶときの初めの条件になります',
  },
  {
    key: 'note',
    header: '調査票に載せる説明',
    required: false,
    codec: multiline({ limit: 500 }),
    hint: '調査票と回答の画面に、この文がそのまま出ます',
  },
] as const satisfies readonly AnyField[];

export type DemandSurveyInput = InputOf<typeof demandSurveyFields>;
