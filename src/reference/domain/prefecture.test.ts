import { expect, test } from 'vitest';
import { findPrefecture, listPrefectures } from './prefecture.ts';

test('lists the 47 prefectures in code order [DAT-30]', () => {
  expect(listPrefectures().map(({ code }) => Number(code))).toEqual(
    Array.from({ length: 47 }, (_, index) => index + 1),
  );
});

test.each(['35', '350001', '山口県'])('finds 山口県 by %s [DAT-30]', (key) => {
  expect(findPrefecture(key)).toMatchObject({
    code: '35',
    name: '山口県',
    kana: 'ヤマグチケン',
    romaji: 'Yamaguchi',
    localGovernmentCode: '350001',
  });
});

test('finds nothing for an unknown prefecture', () => {
  expect(findPrefecture('48')).toBeUndefined();
});
