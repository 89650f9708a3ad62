import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { readAnswer } from './answer.ts';
import { callsSomebody } from './disclosure.ts';
import { readQuestions, type OwnQuestion, type TypedQuestion } from './own-question.ts';
import { readGrid } from './sheet-grid.ts';
import { changeForm, type SurveyForm } from './survey-form.ts';
import { checkIssue, checkTicket } from './ticket.ts';

const own: readonly OwnQuestion[] = [
  { kind: 'choice', text: '何で知りましたか', choices: ['学校', 'ちらし'] },
  { kind: 'text', text: 'ほかに習いたいこと' },
];

describe('what a form needs, by who fills it in', () => {
  test.each([
    ['host', { satisfaction: '5', prompted: '1' }, []],
    ['host', { satisfaction: '5' }, ['prompted']],
    ['host', {}, ['satisfaction', 'prompted']],
    ['trainee', { satisfaction: '4' }, ['understanding']],
    ['trainee', { satisfaction: '０', understanding: '６' }, ['satisfaction', 'understanding']],
    ['pupil', { satisfaction: '４', understanding: '5' }, []],
    ['pupil', { satisfaction: '4', understanding: '5', freeText: 'あ'.repeat(501) }, ['freeText']],
    ['trainee', { satisfaction: '4', understanding: '5', 'own-0': '3' }, ['own-0']],
  ] as const)('%s with %o is stopped at %o', (audience, texts, fields) => {
    const read = readAnswer({ audience, questions: own }, texts, { strict: true });
    expect(read.ok ? [] : read.refusal.map(({ field }) => field)).toEqual(fields);
  });

  test('a sheet of paper may leave all but 満足度 blank, and 契機 is asked of nobody but hosts', () => {
    const read = readAnswer(
      { audience: 'trainee', questions: own },
      { satisfaction: '3', prompted: '1' },
      { strict: false },
    );
    expect(read).toEqual({
      ok: true,
      value: { satisfaction: 3, understanding: null, prompted: null, freeText: null, own: [] },
    });
  });

  test('the corner’s questions are kept with their words, a choice by its number or its words', () => {
    const read = readAnswer(
      { audience: 'pupil', questions: own },
      { satisfaction: '5', understanding: '5', 'own-0': '２', 'own-1': ' 溶接 ' },
      { strict: true },
    );
    expect(read.ok && read.value.own).toEqual([
      { question: '何で知りましたか', answer: 'ちらし' },
      { question: 'ほかに習いたいこと', answer: '溶接' },
    ]);
  });
});

test('a grid is kept whole or not at all, and every problem is named by its sheet', () => {
  const asked = { audience: 'trainee', questions: [] } as const;
  const rows = [
    { satisfaction: '5', understanding: '4' },
    {},
    { satisfaction: '9', understanding: '0' },
    { understanding: '4' },
  ];
  const read = readGrid(asked, rows);
  expect(read.ok ? [] : read.refusal.map(({ row, field }) => [row, field])).toEqual([
    [3, 'satisfaction'],
    [3, 'understanding'],
    [4, 'satisfaction'],
  ]);
  expect(readGrid(asked, rows.slice(0, 2))).toMatchObject({ ok: true, value: [{ satisfaction: 5 }] });
  expect(
    readGrid(
      asked,
      Array.from({ length: 45 }, () => ({ satisfaction: '4' })),
    ),
  ).toMatchObject({
    ok: true,
    value: { length: 40 },
  });
});

describe('questions of the corner’s own', () => {
  const choice = (text: string, choices: string): TypedQuestion => ({ kind: 'choice', text, choices });
  test.each([
    [choice('', 'はい\nいいえ'), 'text-missing'],
    [{ kind: '', text: '感想', choices: '' }, 'kind-missing'],
    [choice('感想', 'はい'), 'too-few-choices'],
    [choice('感想', Array.from({ length: 10 }, (_, index) => `${index}`).join('\n')), 'too-many-choices'],
    [choice('感想', 'はい\nはい'), 'choice-repeated'],
    [choice('感想', `はい\n${'あ'.repeat(41)}`), 'choice-too-long'],
    [choice('あ'.repeat(101), 'はい\nいいえ'), 'too-long'],
    [choice('\u{E000}', 'はい\nいいえ'), 'forbidden-character'],
  ])('%o is refused: %s', (typed, kind) => {
    expect(readQuestions([typed])).toMatchObject({ ok: false, refusal: [{ place: 0, kind }] });
  });

  test('empty places are skipped, the same words twice are refused', () => {
    const blank = { kind: '', text: '', choices: '' };
    expect(readQuestions([blank, { kind: 'text', text: ' 感想 ', choices: '' }])).toEqual({
      ok: true,
      value: [{ kind: 'text', text: '感想' }],
    });
    const twice = { kind: 'text', text: '感想', choices: '' };
    expect(readQuestions([twice, twice])).toMatchObject({ ok: false, refusal: [{ place: 1, kind: 'text-repeated' }] });
  });

  const form = (fiscalYear: number, answers: number): SurveyForm & { answers: number } => ({
    id: 'f',
    audience: 'host',
    fiscalYear,
    version: 3,
    questions: own,
    answers,
  });
  test.each([
    ['first questions', undefined, { kind: 'add', version: 1 }],
    ['a year of its own after an earlier one', form(2021, 0), { kind: 'add', version: 1 }],
    ['nobody has answered', form(2022, 0), { kind: 'replace', version: 3, replacedId: 'f' }],
    ['answered: locked, the next version', form(2022, 1), { kind: 'add', version: 4 }],
  ] as const)('%s', (_, current, expected) => {
    expect(changeForm(current, { fiscalYear: 2022, questions: [{ kind: 'text', text: '新しい' }] })).toEqual(expected);
  });

  test('the same questions again make no version', () => {
    expect(changeForm(form(2021, 5), { fiscalYear: 2022, questions: own })).toEqual({ kind: 'unchanged' });
    expect(changeForm(undefined, { fiscalYear: 2022, questions: [] })).toEqual({ kind: 'unchanged' });
  });
});

describe('when a link takes an answer', () => {
  const visitOn = plainDate('2022-11-21');
  test.each([
    ['2022-11-20', 'planned', 'not-yet'],
    ['2022-11-21', 'planned', 'open'],
    ['2022-12-21', 'held', 'open'],
    ['2022-12-22', 'held', 'expired'],
    ['2022-11-22', 'cancelled', 'visit-cancelled'],
  ] as const)('on %s, the visit %s: %s', (today, status, expected) => {
    const checked = checkTicket({ status, visitOn }, plainDate(today));
    expect(checked.ok ? 'open' : checked.refusal.kind).toBe(expected);
  });

  test.each([
    [20, 0, '2022-11-01', 'open'],
    [300, 0, '2022-11-21', 'open'],
    [1, 300, '2022-11-21', 'too-many'],
    [0, 0, '2022-11-21', 'no-number'],
    [1.5, 0, '2022-11-21', 'no-number'],
    [1, 0, '2022-12-22', 'expired'],
  ] as const)('%f more sheets after %i on %s: %s', (wanted, issued, today, expected) => {
    const checked = checkIssue({ status: 'planned', visitOn }, { wanted, issued, today: plainDate(today) });
    expect(checked.ok ? 'open' : checked.refusal.kind).toBe(expected);
  });
});

test.each([
  ['山田さんが親切だった', true],
  ['タナカくんと組んだ', true],
  ['先生の説明が分かりやすい', false],
  ['大工さんの手ぎわがすごい', false],
  ['たくさん練習したい', false],
  ['皆さん親切でした', false],
])('「%s」 calls somebody by name: %s', (text, expected) => {
  expect(callsSomebody(text)).toBe(expected);
});
