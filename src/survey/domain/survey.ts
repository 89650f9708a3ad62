import { recordNumber } from '#dispatch/domain/reference-codecs.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, FieldProblem, InputOf, Problem } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { multiline } from '#record/domain/text-codecs.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import { audienceLabel, audiences } from './audience.ts';

/** Longest free text in graphemes: what a phone's screen still shows at a glance. */
export const LONGEST_FREE_TEXT = 500;

export const yesNo = [
  { code: 'yes', label: 'はい' },
  { code: 'no', label: 'いいえ' },
] as const;

const rating = integer({ min: 1, max: 5 });

/** The columns of an answer in files and API (contract.md §3). */
export const surveyFields = [
  { key: 'visitNumber', header: '派遣番号', required: true, codec: recordNumber() },
  { key: 'audience', header: '回答者', required: true, codec: choice(audiences) },
  { key: 'satisfaction', header: '満足度', required: true, codec: rating, hint: '1〜5。4と5が満足' },
  { key: 'understanding', header: '理解', required: false, codec: rating, hint: '1〜5。4と5が理解し今後に生かせる' },
  { key: 'prompted', header: '契機', required: false, codec: choice(yesNo), hint: '回答者が派遣先のとき' },
  { key: 'freeText', header: '自由記述', required: false, codec: multiline({ limit: LONGEST_FREE_TEXT }) },
  { key: 'answeredOn', header: '回答日', required: false, codec: date() },
] as const satisfies readonly AnyField[];

/** One answer to a questionnaire, as files and API know it. */
export type SurveyInput = InputOf<typeof surveyFields>;

/** What is known of a visit that an answer is about. */
export type SurveyedVisit = { readonly id: string; readonly status: VisitStatus; readonly visitOn: PlainDate };

export type SurveyKnown = { readonly visits: ReadonlyMap<string, SurveyedVisit>; readonly today: PlainDate };

/** The rules over one answer: of a visit that took place, at a time that has come, 契機 from hosts alone. */
export function checkSurvey(input: SurveyInput, { visits, today }: SurveyKnown): readonly FieldProblem[] {
  const { visitNumber, audience, prompted, answeredOn } = input;
  const visit = visits.get(visitNumber);
  const problems: (FieldProblem | undefined)[] = [
    visit === undefined
      ? problemAt('visitNumber', { kind: 'unknown-record', value: visitNumber, record: 'visit' })
      : checkVisit(visitNumber, visit, today),
    prompted !== null && audience !== 'host'
      ? problemAt('prompted', { kind: 'only-when', other: '回答者', otherValue: audienceLabel('host') })
      : undefined,
    answeredOn !== null && answeredOn > today
      ? problemAt('answeredOn', { kind: 'in-the-future', day: answeredOn, today })
      : undefined,
  ];
  return problems.filter((problem) => problem !== undefined);
}

function checkVisit(number: string, { status, visitOn }: SurveyedVisit, today: PlainDate): FieldProblem | undefined {
  if (status === 'cancelled') return problemAt('visitNumber', { kind: 'visit-cancelled', value: number });
  return visitOn > today ? problemAt('visitNumber', { kind: 'visit-ahead', value: number, day: visitOn }) : undefined;
}

function problemAt(key: keyof SurveyInput, problem: Problem): FieldProblem {
  return { key, header: surveyFields.find((field) => field.key === key)?.header ?? key, problem };
}

/** アンケートの回答 as a kind of record. An answer has no number of its own: files find it by its visit. */
export const surveyShape: RecordShape<SurveyInput> = {
  name: 'survey',
  fields: surveyFields,
  numberOf: ({ visitNumber }) => visitNumber,
  labelOf: ({ visitNumber, audience }) => `${visitNumber} ${audienceLabel(audience)}`,
};
