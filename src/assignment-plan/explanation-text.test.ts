import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { Blocker, ConstraintPart, Remedy } from '#matching/domain/proposal.ts';
import { constraints } from '#optimizer/constraint.ts';
import { amountText, constraintName } from './constraint-text.ts';
import { blockerText, differenceText, pointsText, reasonLine, remedyWords } from './explanation-text.ts';

const part = (rule: ConstraintPart['rule'], amount: number, points: number): ConstraintPart => ({
  rule,
  amount,
  points,
});

test('every constraint has a name of its own', () => {
  const names = constraints.map(({ id }) => constraintName(id));
  expect(new Set(names).size).toBe(constraints.length);
  expect(names.every((name) => name.length > 0)).toBe(true);
});

test('an amount is told with its unit, and a weighted count without one', () => {
  expect(amountText('travel-distance', 1204)).toBe('1,204km');
  expect(amountText('fairness', 7)).toBe('7');
});

test('reasons tell gains first and the heaviest of each first; what counts for nothing is left out', () => {
  const parts = [
    part('travel-distance', 12, 12),
    part('fairness', 3, 6),
    part('dormancy', -1, -30),
    part('unserved-session', -2, -600),
    part('budget', 0, 0),
  ];
  expect(reasonLine(parts)).toBe('要請に応えられる・3年の期限が近い人が活動できる・移動距離 12km・回数の偏り +6点');
});

test('the difference of a runner-up names the amount with its sign, or the points where there is no unit', () => {
  expect(differenceText([part('travel-distance', 9, 9), part('fairness', -1, -2), part('budget', 0, 0)])).toBe(
    '移動距離 +9km、回数の偏り −2点',
  );
  expect([pointsText(12), pointsText(-1600), pointsText(0)]).toEqual(['+12点', '−1,600点', '0点']);
});

test('a blocker tells how many people it keeps away', () => {
  const blocker: Blocker = { rule: 'weekday', instructors: 4 };
  expect(blockerText(blocker)).toBe('4人は候補日が活動できる曜日ではありません');
});

const remedies: readonly Remedy[] = [
  { kind: 'day', points: 300, day: plainDate('2022-12-05'), instructorId: 'i' },
  { kind: 'instructor', points: 300, tradeCode: 'kikai-kako', withinKilometres: 30 },
  { kind: 'cap', points: 300, instructorId: 'i', by: 1 },
  { kind: 'course', points: 300, instructorId: 'i' },
  { kind: 'host-limit', points: 300, by: 2 },
  {
    kind: 'pair',
    points: 300,
    changes: [
      { kind: 'host-limit', by: 1 },
      { kind: 'cap', instructorId: 'i', by: 1 },
    ],
  },
];

test.each(remedies)('the remedy $kind says what to change and where', (remedy) => {
  const { text, act, path } = remedyWords(remedy, { requestId: 'r', nameOf: () => '山田 太郎' });
  expect(text).toMatch(/割り当てられます$/u);
  expect(act.length).toBeGreaterThan(0);
  expect(path).toMatch(/^(requests|instructors|shortage|courses)/u);
});
