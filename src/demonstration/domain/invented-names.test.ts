import { expect, test } from 'vitest';
import { listInventedNames, MOST_INVENTED_NAMES } from './invented-names.ts';

test('no two invented people have one name, however many are asked for', () => {
  const names = listInventedNames(MOST_INVENTED_NAMES).map(({ name }) => name);
  expect(new Set(names).size).toBe(MOST_INVENTED_NAMES);
  expect(() => listInventedNames(MOST_INVENTED_NAMES + 1)).toThrow('only');
});

test('an invented name is written in kanji and read in katakana, family and given name apart', () => {
  for (const { name, kana } of listInventedNames(100)) {
    expect(name).toMatch(/^[\u4E00-\u9FFF々]+ [\u4E00-\u9FFF]+$/u);
    expect(kana).toMatch(/^[\u30A1-\u30FC]+ [\u30A1-\u30FC]+$/u);
  }
});
