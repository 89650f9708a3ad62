import { expect, test } from 'vitest';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { buildNationalOffice } from './national-office.ts';

test('47 offices have more than 15,000 people in their ledgers [domain.md §5.1]', () => {
  const people = listPrefectures().flatMap(({ code }) => buildNationalOffice(code)[1]?.rows ?? []);
  expect(people.length).toBeGreaterThan(15_000);
});

test('an office is the same at every call, and another than that of the next prefecture', () => {
  expect(buildNationalOffice('13')).toEqual(buildNationalOffice('13'));
  expect(buildNationalOffice('13')).not.toEqual(buildNationalOffice('14'));
});

test('nobody of a national office is sent to two places on one day', () => {
  const visits = buildNationalOffice('01').at(-1);
  const place = (cells: readonly string[]) =>
    ['登録番号', '実施日'].map((name) => cells[visits?.header.indexOf(name) ?? 0]).join();
  const places = visits?.rows.map(place) ?? [];
  expect(new Set(places).size).toBe(places.length);
});
