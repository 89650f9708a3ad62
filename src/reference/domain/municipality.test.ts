import { expect, test } from 'vitest';
import { isMunicipalityCode } from '#kernel/check-digit.ts';
import { kilometresBetween } from '#kernel/distance.ts';
import { plainDate } from '#kernel/plain-date.ts';
import data from '../data/municipalities.json' with { type: 'json' };
import { findMunicipality, isKnownMunicipality, listMunicipalities, suggestMunicipality } from './municipality.ts';
import type { Municipality } from './municipality.ts';
import { listPrefectures } from './prefecture.ts';

const ALL = data.items.flatMap(({ code }) => findMunicipality(code) ?? []);

/** Villages of remote islands, more than 150 km from the middle of their prefecture. */
const REMOTE = new Set(
  [
    '石垣市 竹富町 与那国町 宮古島市 多良間村 南大東村 北大東村',
    '大島町 利島村 新島村 神津島村 三宅村 御蔵島村 八丈町 青ヶ島村 小笠原村',
    '十島村 奄美市 大和村 宇検村 瀬戸内町 龍郷町 喜界町 徳之島町 天城町 伊仙町 和泊町 知名町 与論町',
    '色丹村 泊村 留夜別村 留別村 紗那村 蘂取村',
  ].flatMap((names) => names.split(' ')),
);

/** Hokkaido is wider than 150 km from its middle without any island. */
const WIDE_PREFECTURE = '01';

test('every municipality code passes its check digit [DAT-30]', () => {
  const failed = data.items.filter(({ code }) => !isMunicipalityCode(code));
  expect(failed).toEqual([]);
});

test('every code is given once', () => {
  expect(new Set(data.items.map(({ code }) => code)).size).toBe(data.items.length);
});

test('has 1,747 municipalities, the present 171 wards and the 7 former wards of Hamamatsu', () => {
  expect(ALL.filter(({ wardOf }) => wardOf === undefined)).toHaveLength(1747);
  expect(ALL.filter(({ wardOf, validUntil }) => wardOf !== undefined && validUntil === undefined)).toHaveLength(171);
  expect(ALL.filter(({ validUntil }) => validUntil !== undefined)).toHaveLength(7);
});

test.each([
  ['01', 185],
  ['13', 62],
  ['20', 77],
  ['35', 19],
  ['40', 60],
  ['47', 41],
])('prefecture %s has %i municipalities', (prefectureCode, count) => {
  expect(listMunicipalities(prefectureCode).filter(({ wardOf }) => wardOf === undefined)).toHaveLength(count);
});

test('every ward belongs to a designated city of its prefecture and carries its name', () => {
  for (const ward of ALL.filter(({ wardOf }) => wardOf !== undefined)) {
    const city = findMunicipality(ward.wardOf ?? '');
    expect(city?.prefectureCode).toBe(ward.prefectureCode);
    expect(ward.name.startsWith(city?.name ?? '-')).toBe(true);
  }
});

test('every point lies in Japan', () => {
  const outside = ALL.filter(
    ({ latitude, longitude }) => !(latitude > 24 && latitude < 46 && longitude > 122.9 && longitude < 149),
  );
  expect(outside).toEqual([]);
});

test('every point lies within 150 km of the median point of its prefecture, remote islands excepted', () => {
  const far = listPrefectures().flatMap(({ code }) => {
    const own = ALL.filter(({ prefectureCode }) => prefectureCode === code);
    const middle = { latitude: median(own, 'latitude'), longitude: median(own, 'longitude') };
    const limitKm = code === WIDE_PREFECTURE ? 330 : 150;
    return own.filter((entry) => kilometresBetween(entry, middle) > limitKm && !REMOTE.has(entry.name));
  });
  expect(far.map(({ code, name }) => code + name)).toEqual([]);
});

test('every ward lies within 40 km of its city', () => {
  const far = ALL.filter((ward) => {
    const city = findMunicipality(ward.wardOf ?? ward.code);
    return city === undefined || kilometresBetween(ward, city) > 40;
  });
  expect(far.map(({ name }) => name)).toEqual([]);
});

test('finds a municipality with its katakana name', () => {
  expect(findMunicipality('064289')).toMatchObject({ name: '庄内町', kana: 'ショウナイマチ', prefectureCode: '06' });
  expect(findMunicipality('352039')?.name).toBe('山口市');
});

test('the two 泊村 of Hokkaido are different places', () => {
  expect(findMunicipality('014036')?.longitude).toBeLessThan(141);
  expect(findMunicipality('016969')?.longitude).toBeGreaterThan(145);
});

test.each([
  ['352039', true],
  ['221317', true],
  ['352030', false],
  ['350001', false],
  ['35203', false],
  ['', false],
])('knows the code %s: %s', (code, known) => {
  expect(isKnownMunicipality(code)).toBe(known);
});

test.each([
  ['2023-12-31', '浜松市中区', '浜松市中央区'],
  ['2024-01-01', '浜松市中央区', '浜松市中区'],
])('on %s lists %s and not %s', (on, present, absent) => {
  const names = listMunicipalities('22', plainDate(on)).map(({ name }) => name);
  expect(names).toContain(present);
  expect(names).not.toContain(absent);
});

test.each([
  ['35203', undefined, '352039'],
  ['山口', undefined, '352039'],
  ['山口県防府', undefined, '352063'],
  ['周南氏', undefined, '352152'],
  ['萩', undefined, '352047'],
  ['はぎし', undefined, '352047'],
  ['352030', undefined, '352039'],
  ['府中市', '34', '342084'],
  ['府中市', '13', '132063'],
])('suggests for %s (near %s) the municipality %s', (text, near, code) => {
  expect(suggestMunicipality(text, near)?.code).toBe(code);
});

test('suggests nothing for a text that resembles no municipality', () => {
  expect(suggestMunicipality('')).toBeUndefined();
  expect(suggestMunicipality('abcdefgh')).toBeUndefined();
});

type Point = Pick<Municipality, 'latitude' | 'longitude'>;

function median(entries: readonly Point[], axis: keyof Point): number {
  return entries.map((entry) => entry[axis]).sort((left, right) => left - right)[Math.floor(entries.length / 2)] ?? 0;
}
