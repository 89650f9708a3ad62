import { expect, test } from 'vitest';
import { foldSearchText } from '#kernel/japanese-text.ts';
import { CANONICAL_KANJI } from '#kernel/kanji-variants.ts';

test('covers some hundred variants of the characters of names [SEA-03]', () => {
  expect(CANONICAL_KANJI.size).toBeGreaterThan(500);
});

test('every variant is one kanji that leads in one step to another kanji [SEA-03]', () => {
  for (const [variant, canonical] of CANONICAL_KANJI) {
    expect(variant).toMatch(/^\p{Unified_Ideograph}$/u);
    expect(canonical).toMatch(/^\p{Unified_Ideograph}$/u);
    expect(variant).not.toBe(canonical);
    expect(CANONICAL_KANJI.get(canonical), `${variant} → ${canonical}`).toBeUndefined();
  }
});

test('every variant is reached by the search fold [SEA-02]', () => {
  for (const [variant, canonical] of CANONICAL_KANJI) expect(foldSearchText(variant)).toBe(canonical);
});

test.each([
  ['髙橋', '高橋'],
  ['山﨑', '山崎'],
  ['渡邉', '渡辺'],
  ['渡邊', '渡辺'],
  ['齋藤', '斎藤'],
  ['齊藤', '斉藤'],
  ['濵田', '濱田'],
  ['嶋田', '島田'],
  ['桒原', '桑原'],
  ['𠮷野', '吉野'],
  ['櫻澤', '桜沢'],
  ['廣國', '広国'],
])('%s finds %s [FRM-26]', (typed, stored) => {
  expect(foldSearchText(typed)).toBe(foldSearchText(stored));
});
