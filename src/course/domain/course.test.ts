import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { courseRefusalText, exemptionRefusalText, invitationRefusalText, paymentRefusalText } from '../text.ts';
import { checkInvitation } from './attendance.ts';
import { courseFields } from './course-fields.ts';
import { checkPayment } from './course-payment.ts';
import { cancelCourse, checkCourse, holdCourse, type CourseInput } from './course.ts';
import { checkExemption } from './exemption.ts';

const today = plainDate('2022-11-30');

const course: CourseInput = {
  kind: 'technique',
  term: 'second',
  days: [plainDate('2023-02-14'), plainDate('2023-02-15')],
  startsAt: '13:00',
  endsAt: '16:00',
  mode: 'hybrid',
  place: '架空会館',
  url: 'https://example.jp/meeting',
  contents: ['technique', 'privacy'],
  capacity: 20,
  lecturer: null,
  material: null,
  note: null,
};

test('a course reads back what it writes', () => {
  expect(parseFields(courseFields, formatFields(courseFields, course))).toEqual({ ok: true, value: course });
});

test.each([
  ['https://example.jp/a?b=1', true],
  ['http://192.0.2.1/meet', true],
  ['javascript:alert(1)', false],
  ['example.jp', false],
  ['https://example.jp/a b', false],
])('参加用のURL %s is accepted: %s', (url, accepted) => {
  expect(parseFields(courseFields, { ...formatFields(courseFields, course), url }).ok).toBe(accepted);
});

test.each([
  ['all given', {}, []],
  ['onsite without a place', { mode: 'onsite', place: null, url: null }, ['place']],
  ['online without an address', { mode: 'online', place: null, url: null }, ['url']],
  ['both without either', { place: null, url: null }, ['place', 'url']],
  ['ends before it starts', { endsAt: '13:00' }, ['endsAt']],
] as const)('a course needs where to come to: %s', (_situation, changes, keys) => {
  expect(checkCourse({ ...course, ...changes }).map(({ key }) => key)).toEqual(keys);
});

test.each([
  ['its last day is today', 'planned', '2022-11-30', true],
  ['its last day is tomorrow', 'planned', '2022-12-01', false],
  ['it is held already', 'held', '2022-11-01', false],
  ['it was cancelled', 'cancelled', '2022-11-01', false],
] as const)('a course is held when %s: %s', (_situation, state, lastDay, held) => {
  const decision = holdCourse({ state, lastDay: plainDate(lastDay) }, today);
  expect(decision.ok).toBe(held);
  if (!decision.ok) expect(courseRefusalText(decision.refusal)).toMatch(/[ぁ-ん]/u);
});

test.each([
  ['a planned one with a reason', { state: 'planned', results: 0 }, '講師の都合', true],
  ['without a reason', { state: 'planned', results: 0 }, ' ', false],
  ['somebody has a result', { state: 'planned', results: 1 }, '講師の都合', false],
  ['it was held', { state: 'held', results: 0 }, '講師の都合', false],
] as const)('a course is cancelled: %s', (_situation, facts, reason, cancelled) => {
  const decision = cancelCourse(facts, reason);
  expect(decision.ok).toBe(cancelled);
  if (!decision.ok) expect(courseRefusalText(decision.refusal)).toMatch(/[ぁ-ん]/u);
});

test.each([
  [1, 20, 19, true],
  [2, 20, 19, false],
  [500, null, 19, true],
  [0, 20, 0, false],
])('%i more with a capacity of %s and %i taken: %s', (chosen, capacity, taken, invited) => {
  const decision = checkInvitation({ state: 'planned', capacity, taken }, chosen);
  expect(decision.ok).toBe(invited);
  if (!decision.ok) expect(invitationRefusalText(decision.refusal)).toMatch(/[ぁ-ん]/u);
});

describe('transport may be paid to who came, an allowance never [S1 3(4)ウ]', () => {
  test.each([
    ['transport', true, undefined],
    ['transport', false, 'not-there'],
    ['allowance', true, 'never-paid'],
    ['allowance', false, 'never-paid'],
  ] as const)('%s, came: %s', (kind, attended, refused) => {
    const decision = checkPayment({ kind, yen: 1200, attended }, today);
    expect(decision.ok ? undefined : decision.refusal.kind).toBe(refused);
    if (!decision.ok) expect(paymentRefusalText(decision.refusal)).toMatch(/[ぁ-ん]/u);
  });

  test('the refusal names the source', () => {
    const decision = checkPayment({ kind: 'allowance', yen: 1, attended: true }, today);
    expect(!decision.ok && paymentRefusalText(decision.refusal)).toBe(
      '受講手当は支払えません。受講者に支払えるのは交通費だけです（実施要領 3(4)ウ）。交通費のときは種類を「交通費」にしてください。',
    );
  });
});

describe('exemption is by a ground of the Center, with its evidence [S2 1(2)]', () => {
  const asked = {
    instructor: { kind: 'meister', course: { status: 'not-taken' } },
    criterion: 'instructor-licence',
    reason: '免許証第12号',
    today,
  } as const;
  test.each([
    ['a licence', {}, undefined],
    ['no ground', { criterion: '' }, 'no-criterion'],
    ['no reason', { reason: '  ' }, 'no-reason'],
    ['exempt already', { instructor: { kind: 'meister', course: { status: 'exempt' } } }, 'already-exempt'],
    [
      'completed already',
      { instructor: { kind: 'meister', course: { status: 'completed', on: today } } },
      'already-completed',
    ],
    ['a skilled worker', { instructor: { kind: 'skilled-worker', course: null } }, 'not-needed'],
  ] as const)('%s', (_situation, changes, refused) => {
    const decision = checkExemption({ ...asked, ...changes });
    expect(decision.ok ? undefined : decision.refusal.kind).toBe(refused);
    if (!decision.ok) expect(exemptionRefusalText(decision.refusal)).toMatch(/[ぁ-ん]/u);
  });
});
