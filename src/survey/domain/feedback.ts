import { audiences, type Audience } from './audience.ts';
import { callsSomebody, mayShow } from './disclosure.ts';
import { countRatings, sum, tallyQuestion, type AnswerGroup, type Tally } from './outcome.ts';
import { standardQuestions, type StandardKey } from './standard-question.ts';

export type FeedbackLine = Tally & {
  readonly question: Exclude<StandardKey, 'freeText'>;
  /** How many gave 1 to 5; empty for 契機. */
  readonly ratings: readonly number[];
};

/** 回答のまとめ of one audience for readers outside the office. */
export type FeedbackPart = {
  readonly audience: Audience;
  readonly answers: number;
  /** Too few to be shown without telling whose they are: only their number is told. */
  readonly tooFew: boolean;
  readonly lines: readonly FeedbackLine[];
  /** What was written, each wording once with how many wrote it. */
  readonly texts: readonly { readonly text: string; readonly count: number }[];
  /** Texts that are left out because they call somebody by name. */
  readonly withheld: number;
};

export type Feedback = readonly FeedbackPart[];

/**
 * What readers outside the office may see of answers: counts and rates, and the words of those who cannot be recognised by
 * them. An audience without any answer is left out.
 */
export function buildFeedback(
  groups: readonly AnswerGroup[],
  texts: readonly { readonly audience: Audience; readonly text: string }[],
): Feedback {
  return audiences.flatMap(({ code: audience }): FeedbackPart[] => {
    const own = groups.filter((group) => group.audience === audience);
    const answers = sum(own);
    if (answers === 0) return [];
    if (!mayShow(audience, answers)) return [{ audience, answers, tooFew: true, lines: [], texts: [], withheld: 0 }];
    const said = texts.filter((text) => text.audience === audience).map(({ text }) => text);
    const shown = said.filter((text) => !callsSomebody(text));
    const lines = standardQuestions(audience).flatMap(({ key }): FeedbackLine[] => {
      if (key === 'freeText') return [];
      const ratings = key === 'prompted' ? [] : countRatings(key, own);
      return [{ question: key, ...tallyQuestion(key, own), ratings }];
    });
    return [
      { audience, answers, tooFew: false, lines, texts: countEqual(shown), withheld: said.length - shown.length },
    ];
  });
}

function countEqual(texts: readonly string[]): FeedbackPart['texts'] {
  return [...Map.groupBy(texts, (text) => text)].map(([text, equal]) => ({ text, count: equal.length }));
}
