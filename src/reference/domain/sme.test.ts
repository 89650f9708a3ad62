import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { isSmallOrMedium } from './sme.ts';

const TODAY = plainDate('2026-11-21');

const OKU = 100_000_000;

test.each<[string, number, number, string, string]>([
  ['E', 3 * OKU, 301, 'yes', 'capital at the limit'],
  ['E', 3 * OKU + 1, 300, 'yes', 'employees at the limit'],
  ['E', 3 * OKU + 1, 301, 'no', 'both above'],
  ['D', 3 * OKU + 1, 301, 'no', 'construction has the same limits'],
  ['H', 3 * OKU, 1000, 'yes', 'transport has the same limits'],
  ['R', OKU / 2, 101, 'yes', 'service: capital at the limit'],
  ['R', OKU / 2 + 1, 100, 'yes', 'service: employees at the limit'],
  ['R', OKU / 2 + 1, 101, 'no', 'service: both above'],
  ['I', OKU / 2, 1000, 'yes', 'small by the retail limit, so also by the wholesale one'],
  ['I', OKU, 51, 'unknown', 'small as wholesale, not as retail'],
  ['I', OKU + 1, 100, 'unknown', 'small as wholesale, not as retail'],
  ['I', OKU + 1, 101, 'no', 'above both'],
  ['M', OKU, 50, 'yes', 'small as restaurant and as hotel'],
  ['M', OKU, 51, 'unknown', 'small as hotel, not as restaurant'],
  ['G', OKU, 101, 'unknown', 'small as publisher, not as software house'],
  ['T', OKU / 2, 1000, 'yes', 'small in whatever industry'],
  ['S', 0, 1, 'unknown', 'public office is no company'],
])('%s with %i yen and %i people: %s (%s) [domain.md §8]', (industry, capitalYen, employees, answer) => {
  expect(isSmallOrMedium({ industry, capitalYen, employees }, TODAY)).toBe(answer);
});

test.each([
  ['E', null, 300, 'yes'],
  ['E', null, 301, 'unknown'],
  ['E', 3 * OKU, null, 'yes'],
  ['E', 3 * OKU + 1, null, 'unknown'],
  ['E', null, null, 'unknown'],
  [null, OKU / 2, null, 'yes'],
  [null, 3 * OKU + 1, 301, 'no'],
  [null, OKU, 80, 'unknown'],
] as const)('%s with capital %s and employees %s: %s', (industry, capitalYen, employees, answer) => {
  expect(isSmallOrMedium({ industry, capitalYen, employees }, TODAY)).toBe(answer);
});

test.each([
  ['1999-12-02', 'unknown'],
  ['1999-12-03', 'yes'],
] as const)('on %s a small maker is %s', (on, answer) => {
  expect(isSmallOrMedium({ industry: 'E', capitalYen: OKU, employees: 10 }, plainDate(on))).toBe(answer);
});
