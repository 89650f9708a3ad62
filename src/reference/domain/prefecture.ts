import data from '../data/prefectures.json' with { type: 'json' };

/** 都道府県. The point is that of the prefectural office, in degrees. */
export type Prefecture = {
  /** JIS X 0401, 01 to 47. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly romaji: string;
  /** 全国地方公共団体コード, 6 digits. */
  readonly localGovernmentCode: string;
  readonly latitude: number;
  readonly longitude: number;
};

const PREFECTURES: readonly Prefecture[] = data.items;

const BY_KEY = new Map(
  PREFECTURES.flatMap((prefecture) =>
    [prefecture.code, prefecture.localGovernmentCode, prefecture.name].map((key) => [key, prefecture] as const),
  ),
);

/** The prefecture by its two-digit code, its six-digit code (DAT-30) or its full name. */
export function findPrefecture(codeOrName: string): Prefecture | undefined {
  return BY_KEY.get(codeOrName);
}

/** The 47 prefectures in code order. */
export function listPrefectures(): readonly Prefecture[] {
  return PREFECTURES;
}
