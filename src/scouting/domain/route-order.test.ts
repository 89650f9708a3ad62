import { expect, test } from 'vitest';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { orderByNearest } from './route-order.ts';

const place = (code: string) => findMunicipality(code);
const stop = (code: string) => ({ item: place(code)?.name ?? code, place: place(code) });
const office = place('352039') ?? { latitude: 0, longitude: 0 };

test('goes from the office always to the nearest stop that is left [Y5-11]', () => {
  const legs = orderByNearest(office, ['352080', '352152', '352063', '352071'].map(stop));
  expect(legs.map(({ item }) => item)).toEqual(['防府市', '周南市', '下松市', '岩国市']);
  expect(legs.map(({ kilometres }) => Math.round(kilometres ?? -1))).toEqual([16, 22, 7, 36]);
});

test('equally near stops keep their order, stops without a place come last and have no distance', () => {
  const legs = orderByNearest(office, [
    { item: 'nowhere', place: undefined },
    { item: 'first', place: office },
    { item: 'second', place: office },
  ]);
  expect(legs).toEqual([
    { item: 'first', kilometres: 0 },
    { item: 'second', kilometres: 0 },
    { item: 'nowhere', kilometres: undefined },
  ]);
});

test('a day without visits has no route', () => {
  expect(orderByNearest(office, [])).toEqual([]);
});
