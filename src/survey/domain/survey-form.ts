import type { Audience } from './audience.ts';
import type { OwnQuestion } from './own-question.ts';

/** 様式. The corner's own questions of an audience, from a 年度 on. */
export type SurveyForm = {
  readonly id: string;
  readonly audience: Audience;
  readonly fiscalYear: number;
  readonly version: number;
  readonly questions: readonly OwnQuestion[];
};

/** How a change of questions is kept: nothing to do, in the place of an unused version, or as the next one. */
export type FormChange =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'replace'; readonly version: number; readonly replacedId: string }
  | { readonly kind: 'add'; readonly version: number };

/**
 * Decides what becomes of the questions of a 年度. A version that somebody has answered stays as it was answered; one of
 * an earlier year holds until the year gets questions of its own.
 */
export function changeForm(
  current: (SurveyForm & { readonly answers: number }) | undefined,
  { fiscalYear, questions }: { readonly fiscalYear: number; readonly questions: readonly OwnQuestion[] },
): FormChange {
  if (JSON.stringify(current?.questions ?? []) === JSON.stringify(questions)) return { kind: 'unchanged' };
  if (current === undefined || current.fiscalYear < fiscalYear) return { kind: 'add', version: 1 };
  return current.answers === 0
    ? { kind: 'replace', version: current.version, replacedId: current.id }
    : { kind: 'add', version: current.version + 1 };
}
