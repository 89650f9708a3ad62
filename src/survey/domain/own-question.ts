import { findForbiddenCharacter, graphemeLength } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** コーナー独自の質問, beside the standard ones. */
export type OwnQuestion =
  | { readonly kind: 'choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly kind: 'text'; readonly text: string };

export const MOST_QUESTIONS = 10;
export const MOST_CHOICES = 9;
export const LONGEST_QUESTION = 100;
export const LONGEST_CHOICE = 40;

/** A question as somebody typed it; `choices` holds one choice a line. */
export type TypedQuestion = { readonly kind: string; readonly text: string; readonly choices: string };

export type QuestionProblem = {
  /** Which of the ten places, from 0. */
  readonly place: number;
  readonly field: 'kind' | 'text' | 'choices';
  readonly kind:
    | 'text-missing'
    | 'kind-missing'
    | 'too-long'
    | 'too-few-choices'
    | 'too-many-choices'
    | 'choice-too-long'
    | 'choice-repeated'
    | 'text-repeated'
    | 'forbidden-character';
};

/** Reads the ten places of a form; a place without kind and text is no question. All problems at once (FRM-33). */
export function readQuestions(
  typed: readonly TypedQuestion[],
): Result<readonly OwnQuestion[], readonly QuestionProblem[]> {
  const read = typed.slice(0, MOST_QUESTIONS).map((question, place) => readQuestion(question, place));
  const problems = read.flatMap(({ problems: found }) => found);
  const questions = read.flatMap(({ question }) => (question ? [{ question }] : []));
  const texts = new Set<string>();
  for (const [place, { question }] of read.entries()) {
    if (!question) continue;
    if (texts.has(question.text)) problems.push({ place, field: 'text', kind: 'text-repeated' });
    texts.add(question.text);
  }
  return problems.length > 0 ? refuse(problems) : accept(questions.map(({ question }) => question));
}

type ReadQuestion = { readonly question?: OwnQuestion; readonly problems: QuestionProblem[] };

function readQuestion({ kind, text: typed, choices: lines }: TypedQuestion, place: number): ReadQuestion {
  const text = typed.trim();
  const choices = lines.split(/\r\n|\r|\n/u).flatMap((line) => line.trim() || []);
  const problem = (field: QuestionProblem['field'], reason: QuestionProblem['kind']): ReadQuestion => ({
    problems: [{ place, field, kind: reason }],
  });
  if (text === '') return kind === '' && choices.length === 0 ? { problems: [] } : problem('text', 'text-missing');
  if (kind !== 'choice' && kind !== 'text') return problem('kind', 'kind-missing');
  if (graphemeLength(text) > LONGEST_QUESTION) return problem('text', 'too-long');
  if (findForbiddenCharacter(text)) return problem('text', 'forbidden-character');
  if (kind === 'text') return { question: { kind, text }, problems: [] };
  if (choices.length < 2) return problem('choices', 'too-few-choices');
  if (choices.length > MOST_CHOICES) return problem('choices', 'too-many-choices');
  if (choices.some((choice) => graphemeLength(choice) > LONGEST_CHOICE)) return problem('choices', 'choice-too-long');
  if (choices.some((choice) => findForbiddenCharacter(choice))) return problem('choices', 'forbidden-character');
  if (new Set(choices).size < choices.length) return problem('choices', 'choice-repeated');
  return { question: { kind, text, choices }, problems: [] };
}
