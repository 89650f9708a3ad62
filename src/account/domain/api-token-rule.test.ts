import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { checkApiToken } from './api-token-rule.ts';

const today = plainDate('2022-11-30');

test.each([
  ['集計', '2022-11-30', 'expires-too-early'],
  ['集計', '2022-12-01', 'ok'],
  ['集計', '2023-11-30', 'ok'],
  ['集計', '2023-12-01', 'expires-too-late'],
  ['', '2023-11-30', 'name-missing'],
])('a token named 「%s」 until %s: %s', (name, lastDay, expected) => {
  const checked = checkApiToken({ name, lastDay: plainDate(lastDay) }, today);
  expect(checked.ok ? 'ok' : checked.refusal.kind).toBe(expected);
});
