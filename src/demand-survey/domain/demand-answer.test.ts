import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import {
  countShownLines,
  MOST_WISHES,
  readDemandAnswer,
  textsOfAnswer,
  type AnswerTexts,
  type DemandAnswer,
} from './demand-answer.ts';
import { textsOfWish, windowsOfMonths } from './request-of-wish.ts';

const today = plainDate('2022-11-30');
const wanted: AnswerTexts = {
  wants: 'yes',
  contactName: '架空 花子',
  'w0-tradeCode': '機械加工',
  'w0-sessions': '３',
  'w0-months': '1月;6月',
};
const read = (texts: AnswerTexts, options: { onPage?: boolean; kept?: number } = {}) =>
  readDemandAnswer(texts, { today, onPage: true, ...options });
const problemsOf = (texts: AnswerTexts, options?: { onPage?: boolean; kept?: number }) => {
  const answer = read(texts, options);
  return answer.ok ? [] : answer.refusal.map(({ key, problem }) => `${key} ${problem.kind}`);
};

test('reads the lines that are written, with the months in the order of the 年度 [A7-05]', () => {
  const answer = read({
    ...wanted,
    'w4-tradeCode': '左官',
    'w4-sessions': '1',
    'w4-months': '3月',
    'w4-trainees': '20',
  });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      wants: true,
      wishes: [
        { tradeCode: 'kikai-kako', sessions: 3, months: [6, 1], audience: null, trainees: null },
        { tradeCode: 'sakan', sessions: 1, months: [3], trainees: 20 },
      ],
    },
  });
});

test.each<readonly [string, AnswerTexts, { onPage?: boolean; kept?: number }, readonly string[]]>([
  ['says neither yes nor no', { ...wanted, wants: '' }, {}, ['wants missing']],
  ['wishes and writes no line', { wants: 'yes', contactName: '架空' }, {}, ['w0-tradeCode missing']],
  ['wishes, and a line is a request already', { wants: 'yes', contactName: '架空' }, { kept: 1 }, []],
  ['wishes nothing', { wants: 'no' }, {}, []],
  ['wishes nothing and writes a line', { ...wanted, wants: 'no' }, {}, ['wants only-when']],
  ['wishes nothing though a line is a request', { wants: 'no', contactName: '架空' }, { kept: 1 }, ['wants only-when']],
  ['names nobody on the page', { ...wanted, contactName: ' ' }, {}, ['contactName missing']],
  ['names nobody on paper', { ...wanted, contactName: '' }, { onPage: false }, []],
  [
    'writes half a line',
    { ...wanted, 'w1-content': '研ぎ方' },
    {},
    ['w1-tradeCode missing', 'w1-sessions missing', 'w1-months missing'],
  ],
  ['wishes no session', { ...wanted, 'w0-sessions': '0' }, {}, ['w0-sessions out-of-range']],
  ['names a month that is none', { ...wanted, 'w0-months': '13月' }, {}, ['w0-months not-a-choice']],
  ['names a trade that is none', { ...wanted, 'w0-tradeCode': '占い' }, {}, ['w0-tradeCode not-a-choice']],
])('an answer that %s [FRM-33]', (_, texts, options, expected) => {
  expect(problemsOf(texts, options)).toEqual(expected);
});

test('a line beyond the last one is not read', () => {
  const beyond = `w${MOST_WISHES}`;
  expect(problemsOf({ ...wanted, [`${beyond}-sessions`]: '1' })).toEqual([]);
});

const answer: DemandAnswer = {
  wants: true,
  contactName: '架空 花子',
  contactPhone: '083-000-0300',
  contactEmail: null,
  comment: '一行目\n二行目',
  wishes: [
    {
      tradeCode: 'kikai-kako',
      sessions: 3,
      months: [6, 7, 1],
      audience: '機械科2年生',
      trainees: 12,
      content: '段取り',
    },
    { tradeCode: 'sakan', sessions: 1, months: [4], audience: null, trainees: null, content: null },
  ],
};

test('the texts of an answer are read back as the same answer', () => {
  expect(read(textsOfAnswer(answer, today))).toEqual({ ok: true, value: answer });
});

test('a form shows three lines, and more where more are written', () => {
  expect([countShownLines({}), countShownLines({ 'w6-content': 'あ' })]).toEqual([3, 7]);
});

test.each<readonly [readonly number[], string]>([
  [[6], '2022-06-01〜2022-06-30'],
  [[1, 2, 3], '2023-01-01〜2023-03-31'],
  [[11, 12, 1, 6], '2022-06-01〜2022-06-30;2022-11-01〜2023-01-31'],
  [[2], '2023-02-01〜2023-02-28'],
  [[4, 3], '2022-04-01〜2022-04-30;2023-03-01〜2023-03-31'],
])('the months %j of 2022 are the days %s', (months, expected) => {
  expect(windowsOfMonths(months, 2022)).toBe(expected);
});

test('a request knows from a wish all that was said, and asks schools of children for 魅力講座 [A7-06]', () => {
  const [wish] = answer.wishes;
  if (!wish) throw new Error('no wish');
  const asked = { organizationNumber: 'O-001', class: 'sme', fiscalYear: 2022, contact: answer } as const;
  expect(textsOfWish(wish, asked)).toEqual({
    organizationNumber: 'O-001',
    program: '実技指導',
    tradeCode: '機械加工',
    content: '機械科2年生\n段取り',
    wishedSessions: '3',
    expectedTrainees: '12',
    candidateDates: '2022-06-01〜2022-07-31;2023-01-01〜2023-01-31',
    contactName: '架空 花子',
    contactPhone: '083-000-0300',
    contactEmail: '',
  });
  expect(textsOfWish(wish, { ...asked, class: 'elementary' })['program']).toBe('魅力講座');
});
