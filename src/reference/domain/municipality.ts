import { foldSearchText } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import data from '../data/municipalities.json' with { type: 'json' };
import { findNearest } from './edit-distance.ts';
import { findPrefecture } from './prefecture.ts';

/** 市区町村. Wards of designated cities are entries of their own, named with their city (札幌市中央区). */
export type Municipality = {
  /** 全国地方公共団体コード, 6 digits with the check digit (DAT-30). */
  readonly code: string;
  readonly prefectureCode: string;
  readonly name: string;
  /** Full-width katakana. */
  readonly kana: string;
  /** Degrees: the municipal office, or the centre where the map has no office. */
  readonly latitude: number;
  readonly longitude: number;
  readonly source: 'openstreetmap' | 'hand';
  /** The code of the designated city, for a ward. */
  readonly wardOf?: string;
  readonly validFrom?: PlainDate;
  readonly validUntil?: PlainDate;
};

const MUNICIPALITIES = data.items as readonly Municipality[];

const BY_CODE = new Map(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));

const BY_CODE_WITHOUT_CHECK_DIGIT = new Map(MUNICIPALITIES.map((entry) => [entry.code.slice(0, 5), entry]));

const BY_PREFECTURE = Map.groupBy(MUNICIPALITIES, (municipality) => municipality.prefectureCode);

const SUGGESTIONS = MUNICIPALITIES.filter((municipality) => municipality.validUntil === undefined).flatMap(listNames);

/** The municipality or ward by its six-digit code; abolished wards are found too, so that old records stay readable. */
export function findMunicipality(code: string): Municipality | undefined {
  return BY_CODE.get(code);
}

/** Whether the six-digit code names a municipality or a ward, present or abolished. */
export function isKnownMunicipality(code: string): boolean {
  return BY_CODE.has(code);
}

/** The municipalities and wards of a prefecture (01 to 47) in code order: those of that day, or the present ones. */
export function listMunicipalities(prefectureCode: string, on?: PlainDate): readonly Municipality[] {
  return (BY_PREFECTURE.get(prefectureCode) ?? []).filter((municipality) =>
    on === undefined
      ? municipality.validUntil === undefined
      : (municipality.validFrom ?? on) <= on && on <= (municipality.validUntil ?? on),
  );
}

/**
 * The present municipality that was probably meant: a code without its check digit or with a wrong one, or the nearest
 * name, in kanji or kana, with or without the prefecture, with or without 市町村区. Of equal names (府中市) the one in the preferred prefecture wins.
 */
export function suggestMunicipality(text: string, preferredPrefectureCode?: string): Municipality | undefined {
  const typed = foldSearchText(text);
  if (typed === '') return undefined;
  if (/^\d+$/u.test(typed)) return BY_CODE_WITHOUT_CHECK_DIGIT.get(typed.slice(0, 5));
  const own = SUGGESTIONS.filter(([, { prefectureCode }]) => prefectureCode === preferredPrefectureCode);
  return findNearest(typed, [...own, ...SUGGESTIONS], Math.floor([...typed].length / 2));
}

function listNames(municipality: Municipality): readonly (readonly [string, Municipality])[] {
  const prefectureName = findPrefecture(municipality.prefectureCode)?.name ?? '';
  const { name, kana } = municipality;
  const stem = name.replace(/[市町村区]$/u, '');
  return [name, stem, kana, prefectureName + name].map((text) => [foldSearchText(text), municipality]);
}
