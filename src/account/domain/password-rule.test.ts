import { expect, test } from 'vitest';
import { checkPassword, ownWordsOf } from './password-rule.ts';

const facts = { secondFactor: false, ownWords: [], isGuessable: () => false };

test.each([
  [true, 7, 'too-short'],
  [true, 8, 'ok'],
  [false, 14, 'too-short'],
  [false, 15, 'ok'],
  [false, 128, 'ok'],
  [false, 129, 'too-long'],
] as const)('second factor %s, %i characters: %s [SEC-08]', (secondFactor, length, expected) => {
  const checked = checkPassword('あ'.repeat(length), { ...facts, secondFactor });
  expect(checked.ok ? 'ok' : checked.refusal.kind).toBe(expected);
});

test.each([
  'aaaaaaaabbbbbbbb',
  '1234 1234 9876 0',
  'あいうえお かきくけこ さしすせそ',
  '🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵🍵',
])('asks for no kind of character: %s [SEC-08]', (password) => {
  expect(checkPassword(password, facts).ok).toBe(true);
});

test.each([
  ['Takahashi-Hanako-22', 'own-words'],
  ['hanako.takahashi@', 'own-words'],
  ['hanako to umi ni iku', 'ok'],
] as const)('with the own name and address in it, %s is %s [SEC-08]', (password, expected) => {
  const ownWords = ownWordsOf(['高橋 花子', 'hanako.takahashi@example.jp']);
  const checked = checkPassword(password, { ...facts, ownWords });
  expect(checked.ok ? 'ok' : checked.refusal.kind).toBe(expected);
});

test('refuses what the block-list knows [SEC-08]', () => {
  expect(checkPassword('a password of 15', { ...facts, isGuessable: () => true })).toEqual({
    ok: false,
    refusal: { kind: 'guessable' },
  });
});
