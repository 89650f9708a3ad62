import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { changedConsents, consentEnds, decideOwnConsents, type ConsentChoices } from './own-consents.ts';
import type { Consent } from './public-profile.ts';

const today = plainDate('2022-11-30');
const day = (text: string | null) => (text === null ? null : plainDate(text));
const nothing = { name: null, trades: null, employer: null, introduction: null, municipality: null };
const choose = (name: string | null): ConsentChoices => ({ ...nothing, name: day(name) });
const held = (until: string, withdrawn: string | null = null): Consent => ({
  item: 'name',
  consentedOn: plainDate('2022-04-01'),
  expiresOn: plainDate(until),
  withdrawnOn: day(withdrawn),
});

test.each([
  ['2022-11-30', ['2023-03-31', '2024-03-31', '2025-03-31']],
  ['2023-03-30', ['2023-03-31', '2024-03-31', '2025-03-31']],
  ['2023-03-31', ['2024-03-31', '2025-03-31']],
  ['2023-04-01', ['2024-03-31', '2025-03-31', '2026-03-31']],
])('on %s a consent may last to the end of this fiscal year or of the next two', (from, ends) => {
  expect(consentEnds(plainDate(from))).toEqual(ends);
});

test.each([
  ['nothing is given, nothing is held', null, undefined, []],
  ['a first consent is of today', '2023-03-31', undefined, [['2022-11-30', '2023-03-31', null]]],
  ['what stands stays as it is', '2023-03-31', held('2023-03-31'), []],
  ['an odd last day that staff wrote may stay', '2022-12-24', held('2022-12-24'), []],
  ['a new last day is a new consent', '2024-03-31', held('2023-03-31'), [['2022-11-30', '2024-03-31', null]]],
  ['no day withdraws, today', null, held('2023-03-31'), [['2022-04-01', '2023-03-31', '2022-11-30']]],
  ['what ran out is not withdrawn as well', null, held('2022-11-29'), []],
  ['what was withdrawn stays so', null, held('2023-03-31', '2022-06-01'), []],
  ['it may be given again', '2023-03-31', held('2023-03-31', '2022-06-01'), [['2022-11-30', '2023-03-31', null]]],
] as const)('%s', (_, choice, before, expected) => {
  const decided = decideOwnConsents(choose(choice), before ? [before] : [], today);
  expect(decided.ok && decided.value.map((each) => [each.consentedOn, each.expiresOn, each.withdrawnOn])).toEqual(
    expected,
  );
});

test.each(['2022-11-30', '2023-04-01', '2026-03-31'])('%s is not offered, and nothing changes', (until) => {
  expect(decideOwnConsents(choose(until), [], today)).toEqual({
    ok: false,
    refusal: { kind: 'end-not-offered', item: 'name' },
  });
});

test('of what a form says only what differs from the books counts as changed', () => {
  const stood = held('2023-03-31');
  expect(changedConsents([stood], [stood])).toEqual([]);
  expect(changedConsents([stood], [held('2024-03-31')])).toEqual([held('2024-03-31')]);
  expect(changedConsents([], [stood])).toEqual([stood]);
});
