import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { answerRefusalText, entryRefusalText, issueRefusalText, questionProblemText } from './refusal-text.ts';

const visitOn = plainDate('2022-12-05');
const lastDay = plainDate('2023-01-04');
const sentences = [
  ...(['visit-cancelled', 'gone', 'questions-changed'] as const).map((kind) => answerRefusalText({ kind })),
  answerRefusalText({ kind: 'not-yet', visitOn }),
  answerRefusalText({ kind: 'expired', lastDay }),
  answerRefusalText({ kind: 'locked', by: 'address', failures: 100, until: '2022-11-30T00:00:00.000Z' }),
  issueRefusalText({ kind: 'no-number' }),
  issueRefusalText({ kind: 'too-many', most: 300, issued: 290 }),
  issueRefusalText({ kind: 'expired', lastDay }),
  entryRefusalText({ kind: 'no-rows' }),
  entryRefusalText({ kind: 'visit-cancelled' }),
  entryRefusalText({ kind: 'not-yet', visitOn }),
  entryRefusalText({ kind: 'answered-early', visitOn }),
  entryRefusalText({ kind: 'answered-later-than-today', today: visitOn }),
  ...(
    [
      'text-missing',
      'kind-missing',
      'too-long',
      'too-few-choices',
      'too-many-choices',
      'choice-too-long',
      'choice-repeated',
      'text-repeated',
      'forbidden-character',
    ] as const
  ).map((kind) => questionProblemText({ place: 0, field: 'text', kind })),
];

test('every refusal is a Japanese sentence of its own that says what to do [FRM-32]', () => {
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/[ぁ-ん].*。$/u);
    expect(sentence).not.toMatch(/undefined|NaN|不正な値|無効な値/u);
  }
});
