import { expect, test } from 'vitest';
import { attendeesOf, noSplit, splitState, sumAttendees } from './attendee.ts';
import { outreachKinds } from './outreach-kind.ts';

test.each([
  [{}, undefined, 'missing'],
  [{ pupils: 38, teachers: 2 }, 40, 'agrees'],
  [{ pupils: 38, teachers: 0, parents: 3 }, 41, 'differs'],
  [{ pupils: 0 }, 0, 'differs'],
] as const)('the split %j has the sum %s, and beside 40 people it %s [Y5-20]', (counted, sum, state) => {
  const split = { ...noSplit, ...counted };
  expect(sumAttendees(split)).toBe(sum);
  expect(splitState(split, 40)).toBe(state);
});

test('a サポステ counts its young people apart from pupils, and every kind asks for somebody [Y5-19]', () => {
  expect(attendeesOf('station')).toEqual(['youths', 'others']);
  for (const { code } of outreachKinds) expect(attendeesOf(code).length).toBeGreaterThan(0);
});
