import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clipGraphemes,
  foldNumeric,
  foldSearchText,
  foldWidth,
  graphemeLength,
  toFullKatakana,
} from '#kernel/japanese-text.ts';

const anything = fc.string({ unit: 'binary' });
const mark = fc.constantFrom('\u3099', '\u309A', 'ﾞ', 'ﾟ', ' ', '　', 'ー', '〜', '-', 'Ａ', 'z');
const kana = fc.integer({ min: 0x3041, max: 0x30ff }).map((codePoint) => String.fromCodePoint(codePoint));
const wide = fc.integer({ min: 0xff01, max: 0xffe6 }).map((codePoint) => String.fromCodePoint(codePoint));
const kanji = fc.integer({ min: 0x4e00, max: 0x9fff }).map((codePoint) => String.fromCodePoint(codePoint));
const japanese = fc.array(fc.oneof(mark, kana, wide, kanji)).map((characters) => characters.join(''));

test('folding twice is folding once [FRM-20, FRM-21, FRM-02]', () => {
  fc.assert(
    fc.property(fc.oneof(anything, japanese), (text) => {
      for (const fold of [foldWidth, foldNumeric, toFullKatakana]) expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});

test('what differs in width alone is found alike [SEA-01]', () => {
  fc.assert(
    fc.property(japanese, (text) => {
      expect(foldSearchText(foldWidth(text))).toBe(foldSearchText(text));
    }),
  );
});

test('a text within the limit is whole, a longer one is its first characters and the mark [FRM-22]', () => {
  fc.assert(
    fc.property(anything, fc.integer({ min: 0, max: 20 }), (text, limit) => {
      const clipped = clipGraphemes(text, limit);
      if (graphemeLength(text) <= limit) {
        expect(clipped).toBe(text);
        return;
      }
      expect(text.startsWith(clipped.slice(0, -1))).toBe(true);
      expect(graphemeLength(clipped.slice(0, -1))).toBe(limit);
    }),
  );
});
