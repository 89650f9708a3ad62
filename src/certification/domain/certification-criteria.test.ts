import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findCriteria, shippedCriteria } from './certification-criteria.ts';

test.each([
  ['2013-03-31', undefined],
  ['2013-04-01', 'v1'],
  ['2022-09-30', 'v1'],
  ['2022-10-01', 'v2'],
  ['2025-03-31', 'v2'],
  ['2025-04-01', 'v3'],
  ['2030-01-01', 'v3'],
])('an application of %s is judged by %s [domain.md §5.1]', (day, code) => {
  expect(findCriteria(plainDate(day))?.code).toBe(code);
});

test('what the criteria ask for is as published, each with its source [domain.md §5.1]', () => {
  expect(
    shippedCriteria.map(({ code, practiceYears, practiceAfterBasis, instructionYears, chiefJudges, divisions }) => [
      code,
      practiceYears,
      practiceAfterBasis,
      instructionYears,
      chiefJudges,
      divisions.join(' '),
    ]),
  ).toEqual([
    ['v1', 15, false, 0, false, 'standard'],
    ['v2', 5, true, 3, false, 'standard dx it'],
    ['v3', 15, false, 0, true, 'standard'],
  ]);
  expect(shippedCriteria.every(({ sources }) => sources.length > 0)).toBe(true);
});

test('the five marks of 令和4年10月 stand beside their 根拠 [domain.md §5.1]', () => {
  const marks = findCriteria(plainDate('2022-11-01'))?.bases.map(({ mark, basis }) => `${mark} ${basis}`);
  expect(marks).toEqual([
    '① top-grade',
    '① highly-skilled',
    '① outstanding-skills',
    '② olympics-medal',
    '③ prefectural-award',
    '④ practical-exemption',
    '⑤ special-trade',
  ]);
});

test("a corner's own criteria stand before the published ones from their day until they end", () => {
  const [shipped] = shippedCriteria;
  if (!shipped) throw new Error('nothing shipped');
  const own = { ...shipped, code: 'own', validFrom: plainDate('2022-10-01'), validUntil: plainDate('2022-12-31') };
  const codeOn = (day: string) => findCriteria(plainDate(day), [own])?.code;
  expect(['2022-09-30', '2022-10-01', '2022-12-31', '2023-01-01'].map(codeOn)).toEqual(['v1', 'own', 'own', 'v2']);
});
