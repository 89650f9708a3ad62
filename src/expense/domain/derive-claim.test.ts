import { expect, test } from 'vitest';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { derivedClaimRefusalText } from '../text.ts';
import { findClaimGap, type DerivedClaimRefusal } from './derive-claim.ts';
import { aRate } from './expense-fixture.ts';
import { suggestClaim } from './suggest-claim.ts';

const here = { latitude: 34.05, longitude: 131.8 };
const there = { latitude: 34.16, longitude: 131.47 };
const facts = { startsAt: '10:00', endsAt: '12:00', trainees: 5, municipality: '352101', from: here, to: there };
const unpaidWay = aRate({ travel: { perKilometreYen: null, fares: { '352012': yenOf(2480) } } });

test.each([
  ['a visit with times and two known places', aRate(), facts, undefined],
  ['no beginning', aRate(), { ...facts, startsAt: null }, 'no-times'],
  ['an end that is the beginning', aRate(), { ...facts, endsAt: '10:00' }, 'no-times'],
  ['no place of the instructor', aRate(), { ...facts, from: undefined }, 'no-way'],
  ['no place of the visit', aRate(), { ...facts, to: undefined }, 'no-way'],
  ['a fare stands in for a place', aRate(), { ...facts, municipality: '352012', from: undefined }, undefined],
  ['nobody pays the kilometre', unpaidWay, { ...facts, from: undefined }, undefined],
] as const)('%s: a claim that nobody enters lacks %s', (_, rate, known, gap) => {
  expect(findClaimGap(suggestClaim(rate, known))?.kind).toBe(gap);
});

test('a corner without a price for the kilometre claims no way, one with a fare the fare', () => {
  expect(suggestClaim(unpaidWay, facts)).toMatchObject({ travelBy: 'none', kilometres: null });
  expect(suggestClaim(unpaidWay, { ...facts, municipality: '352012' })).toMatchObject({ travelBy: 'fare' });
});

test('whatever is missing is told with what to do', () => {
  const visitOn = plainDate('2022-11-21');
  const refusals: readonly DerivedClaimRefusal[] = [
    { kind: 'no-times' },
    { kind: 'no-way' },
    { kind: 'dropped-before' },
    { kind: 'no-rate', visitOn },
    { kind: 'not-held', visitOn },
    { kind: 'price', problem: { kind: 'no-honorarium', instructorKind: 'senior-advisor', line: 0 } },
  ];
  for (const refusal of refusals) expect(derivedClaimRefusalText(refusal)).toMatch(/。.*ください。$/u);
});
