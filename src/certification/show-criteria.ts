import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { CriterionVerdict } from './domain/eligibility.ts';
import { certificationText as words, criteriaNames } from './page-text.ts';
import type { CaseStanding } from './read-case.server.ts';
import { answerNames, criterionFactText, criterionNames } from './text.ts';

export type ShownVerdict = {
  readonly criterion: string;
  readonly answer: CriterionVerdict['answer'];
  readonly answerName: string;
  readonly fact: string;
};

/** Which criteria an application was held against, of which day, and how it meets each of them. */
export function showCriteria(
  { input, criteria, verdicts }: Pick<CaseStanding, 'input' | 'criteria' | 'verdicts'>,
  today: PlainDate,
): { readonly criteria: string | undefined; readonly verdicts: readonly ShownVerdict[] } {
  const day = input.appliedOn
    ? words.onApplication(formatSlashDate(input.appliedOn))
    : words.onToday(formatSlashDate(today));
  return {
    criteria: criteria && words.criteriaOf(criteriaNames[criteria.code] ?? criteria.code, day),
    verdicts: verdicts.map((verdict) => ({
      criterion: criterionNames[verdict.criterion],
      answer: verdict.answer,
      answerName: answerNames[verdict.answer],
      fact: criterionFactText(verdict),
    })),
  };
}
