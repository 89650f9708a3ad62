import { expect, test } from 'vitest';
import { yenOf } from '#kernel/money.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { checkClaimInput, claimFields, claimInputOf, claimLines, type ClaimInput } from './claim-fields.ts';
import { aRate } from './expense-fixture.ts';
import { suggestClaim } from './suggest-claim.ts';

const input: ClaimInput = {
  minutes: 120,
  travelBy: 'distance',
  kilometres: 24.6,
  persons: 8,
  days: 1,
  spent: 12_000,
  tax: 1200,
  pages: 3,
  note: '領収書2枚',
};
const facts = { instructorKind: 'meister', program: 'practical-instruction', municipality: '352039' } as const;

test('what was entered reads back from its texts and from its lines', () => {
  expect(parseFields(claimFields, formatFields(claimFields, input))).toEqual({ ok: true, value: input });
  expect(claimInputOf(claimLines(input, facts), '領収書2枚')).toEqual(input);
});

test('lines stand in the order of the paper, and what is nothing is no line', () => {
  expect(claimLines(input, facts)).toEqual([
    { item: 'honorarium', instructorKind: 'meister', minutes: 120 },
    { item: 'travel', by: 'distance', metres: 24_600 },
    {
      item: 'material',
      program: 'practical-instruction',
      persons: 8,
      days: 1,
      spentYen: yenOf(12_000),
      taxYen: yenOf(1200),
    },
    { item: 'text-writing', pages: 3 },
  ]);
  const little: ClaimInput = { ...input, minutes: 0, travelBy: 'none', spent: 0, pages: null };
  expect(claimLines(little, facts)).toEqual([]);
  expect(claimLines({ ...little, travelBy: 'fare' }, facts)).toEqual([
    { item: 'travel', by: 'fare', municipality: '352039' },
  ]);
});

test.each<[Partial<ClaimInput>, readonly string[]]>([
  [{}, []],
  [{ kilometres: null }, ['kilometres']],
  [{ persons: null, days: null }, ['persons', 'days']],
  [{ persons: null, days: null, spent: null }, []],
  [{ travelBy: 'none', kilometres: null }, []],
])('with %j, %j are asked for', (changes, keys) => {
  expect(checkClaimInput({ ...input, ...changes }).map(({ key }) => key)).toEqual(keys);
});

test.each([
  ['352012', 'fare', null],
  ['352039', 'distance', 222.4],
])('a visit in %s is suggested by %s, %s km there and back', (municipality, travelBy, kilometres) => {
  const suggested = suggestClaim(aRate(), {
    startsAt: '13:30',
    endsAt: '16:00',
    trainees: 7,
    municipality,
    from: { latitude: 34, longitude: 131 },
    to: { latitude: 35, longitude: 131 },
  });
  expect(suggested).toMatchObject({ minutes: 150, persons: 7, days: 1, travelBy, kilometres, spent: null });
});

test('nothing is suggested that is not known, and no way within one municipality', () => {
  const place = { latitude: 34, longitude: 131 };
  const facts = { startsAt: null, endsAt: null, trainees: 1, municipality: '352039', from: place, to: place };
  expect(suggestClaim(aRate(), facts)).toMatchObject({ minutes: null, travelBy: 'none', kilometres: null });
  expect(suggestClaim(undefined, { ...facts, to: undefined })).toMatchObject({
    travelBy: 'distance',
    kilometres: null,
  });
});
