import { foldNumeric } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { Problem } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { multiline, text as line } from '#record/domain/text-codecs.ts';
import type { Audience } from './audience.ts';
import type { OwnQuestion } from './own-question.ts';
import { standardQuestions, type StandardKey } from './standard-question.ts';
import { LONGEST_FREE_TEXT } from './survey.ts';

/** Longest answer to a question of the corner's own, in graphemes. */
export const LONGEST_OWN_ANSWER = 200;

/** 回答. What somebody said, with the words of the corner's questions as they stood (style.md §4.11). */
export type SurveyAnswer = {
  readonly satisfaction: number;
  readonly understanding: number | null;
  readonly prompted: boolean | null;
  readonly freeText: string | null;
  readonly own: readonly { readonly question: string; readonly answer: string }[];
};

/** What is asked: of whom, and which questions beside the standard ones. */
export type Asked = { readonly audience: Audience; readonly questions: readonly OwnQuestion[] };

/** Which question is at fault. `own-2` is the corner's third. */
export type AnswerProblem = { readonly field: StandardKey | `own-${number}`; readonly problem: Problem };

/** Texts of a form by the name of the field: a choice is the number of its place, 契機 is 1 はい or 2 いいえ. */
export type AnswerTexts = Readonly<Record<string, string | undefined>>;

const rating = integer({ min: 1, max: 5 });
const freeText = multiline({ limit: LONGEST_FREE_TEXT });
const ownText = line({ limit: LONGEST_OWN_ANSWER });

/**
 * Reads one filled-in form. `strict` is the form that somebody fills in for themselves, where the questions that count must
 * be answered; a sheet of paper may leave all but 満足度 blank, as people do.
 */
export function readAnswer(
  { audience, questions }: Asked,
  texts: AnswerTexts,
  { strict }: { readonly strict: boolean },
): Result<SurveyAnswer, readonly AnswerProblem[]> {
  const problems: AnswerProblem[] = [];
  const take = <Value>(
    field: AnswerProblem['field'],
    parse: (text: string) => Result<Value, Problem>,
    required: boolean,
  ): Value | null => {
    const typed = texts[field] ?? '';
    const blank = typed.trim() === '';
    if (blank && !required) return null;
    const read: Result<Value, Problem> = blank ? refuse({ kind: 'missing' }) : parse(typed);
    if (read.ok) return read.value;
    problems.push({ field, problem: read.refusal });
    return null;
  };
  const standard = new Map(standardQuestions(audience).map(({ key, required }) => [key, required]));
  const needs = (key: StandardKey) => key === 'satisfaction' || (strict && standard.get(key) === true);
  const satisfaction = take('satisfaction', rating.parse, true);
  const understanding = take('understanding', rating.parse, needs('understanding'));
  const prompted = standard.has('prompted') ? take('prompted', parseYesNo, needs('prompted')) : null;
  const own = questions.flatMap((question, place) => {
    const answer = take(`own-${place}`, (typed) => parseOwn(question, typed), false);
    return answer === null ? [] : [{ question: question.text, answer }];
  });
  const said = take('freeText', freeText.parse, false);
  if (problems.length > 0 || satisfaction === null) return refuse(problems);
  return accept({ satisfaction, understanding, prompted, freeText: said, own });
}

const yes = ['1', 'はい', 'yes', '○'];
const no = ['2', 'いいえ', 'no', '×'];

function parseYesNo(typed: string): Result<boolean, Problem> {
  const text = foldNumeric(typed).trim();
  if (yes.includes(text)) return accept(true);
  return no.includes(text)
    ? accept(false)
    : refuse({ kind: 'not-a-choice', value: typed, choices: ['1 はい', '2 いいえ'] });
}

/** The number of a choice as the sheet shows it, or its words. */
function parseOwn(question: OwnQuestion, typed: string): Result<string, Problem> {
  if (question.kind === 'text') return ownText.parse(typed);
  const text = typed.trim();
  const chosen = question.choices[Number(foldNumeric(text)) - 1] ?? question.choices.find((choice) => choice === text);
  const choices = question.choices.map((choice, index) => `${index + 1} ${choice}`);
  return chosen === undefined ? refuse({ kind: 'not-a-choice', value: typed, choices }) : accept(chosen);
}
