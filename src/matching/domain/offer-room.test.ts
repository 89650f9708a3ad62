import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { requestFacts } from './candidate.fixture.ts';
import { checkAssignmentRoom, checkOfferRoom, chooseOfferable, listOfferable, mostOffers } from './offer-room.ts';

const days = ['2022-12-05', '2022-12-06', '2022-12-07'].map(plainDate);
const [monday = plainDate('2022-12-05'), tuesday = monday, wednesday = monday] = days;

const anOffer = (instructorId: string, offered: readonly PlainDate[], startsAt: string | null = '13:30') => ({
  instructorId,
  instructorName: `架空 ${instructorId}`,
  days: offered,
  startsAt,
});
const wanted = (offered: readonly PlainDate[], startsAt: string | null = '13:30') => anOffer('B', offered, startsAt);
const session = { visitId: 'v1', day: monday, startsAt: '13:30', endsAt: '15:30', isPlanned: true, people: 1 };

test.each([
  ['nobody was asked', 1, [], [monday, tuesday], undefined],
  ['somebody was asked for the other days', 1, [anOffer('A', [monday])], [tuesday], undefined],
  ['somebody was asked for the day', 1, [anOffer('A', [monday])], [monday], 'day-offered'],
  ['one of two was asked for the day', 2, [anOffer('A', [monday])], [monday], undefined],
  ['both of two were asked', 2, [anOffer('A', [monday]), anOffer('C', [monday])], [monday], 'day-offered'],
  ['the person was asked', 2, [anOffer('B', [monday])], [tuesday], 'open-already'],
  ['all wished days are offered', 1, [anOffer('A', [monday, tuesday])], [wednesday], 'too-many-offered'],
  ['one more is wished than offered', 1, [anOffer('A', [monday])], [tuesday, wednesday], 'too-many-offered'],
  ['the other was told another time', 2, [anOffer('A', [monday], '10:00')], [monday], 'offered-at-other-time'],
  ['the other was told no time', 2, [anOffer('A', [monday], null)], [monday], 'offered-at-other-time'],
] as const)('of two wished sessions, where %s (team of %i)', (...row) => {
  const [, team, open, offered, refused] = row;
  const request = requestFacts({ team });
  expect(checkOfferRoom(wanted(offered), { request, open, offeredElsewhere: 0 })?.kind).toBe(refused);
});

test.each([
  ['nobody was asked', [], [monday], undefined],
  ['they were asked for the day', [anOffer('B', [monday])], [monday, tuesday], 'open-already'],
  ['they were asked for another day', [anOffer('B', [monday])], [tuesday], undefined],
  [
    'they were asked for another day, and one more is left',
    [anOffer('B', [monday])],
    [tuesday, wednesday],
    'too-many-offered',
  ],
  ['somebody else was asked for the day', [anOffer('A', [monday])], [monday], 'day-offered'],
] as const)('of two wished sessions, where %s, who is not asked is assigned: %s', (_, open, chosen, refused) => {
  const room = { request: requestFacts(), open, offeredElsewhere: 0 };
  expect(checkAssignmentRoom(wanted(chosen), room)?.kind).toBe(refused);
});

test('a session that waits for one more is offered once, and takes no day of those to be planned', () => {
  const request = requestFacts({ team: 2, openSessions: 1, sessions: [session] });
  const asked = { request, open: [], offeredElsewhere: 0 };
  expect(checkOfferRoom(wanted([monday, tuesday]), asked)).toBeUndefined();
  expect(mostOffers(asked)).toBe(2);
  const withOffer = { ...asked, open: [anOffer('A', [monday])] };
  expect(checkOfferRoom(wanted([monday]), withOffer)?.kind).toBe('day-offered');
  expect(checkOfferRoom(wanted([tuesday]), withOffer)).toBeUndefined();
  expect(mostOffers(withOffer)).toBe(1);
});

test.each([
  [0, 0, undefined],
  [1, 0, undefined],
  [1, 1, { left: 0, chosen: 1 }],
  [2, 0, { left: 0, chosen: 1 }],
])('where the host may have 3 and has one offered here: %i used and %i offered elsewhere', (used, elsewhere, over) => {
  const request = requestFacts({ hostCap: { sessions: 3, per: 'year', used } });
  const refusal = checkOfferRoom(wanted([tuesday]), {
    request,
    open: [anOffer('A', [monday])],
    offeredElsewhere: elsewhere,
  });
  expect(refusal).toEqual(over && { kind: 'over-host-cap', sessions: 3, per: 'year', used, ...over });
});

const someDays = fc.uniqueArray(fc.constantFrom(...days), { minLength: 1 });
const someOffers = fc
  .array(fc.tuple(someDays, fc.constantFrom('13:30', '10:00', null)), { maxLength: 3 })
  .map((all) => all.map(([offered, startsAt], index) => anOffer(`A${index}`, offered, startsAt)));

test('what is proposed for an offer can be offered, and no day of it to more people than are needed', () => {
  fc.assert(
    fc.property(someOffers, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 3 }), (open, team, wished) => {
      const asked = { request: requestFacts({ team, openSessions: wished }), open, offeredElsewhere: 0 };
      for (const day of listOfferable({ instructorId: 'B', days }, asked))
        expect(open.filter((offer) => offer.days.includes(day)).length).toBeLessThan(team);
      const together = chooseOfferable(wanted(days), asked);
      if (together.length > 0) expect(checkOfferRoom(wanted(together), asked)).toBeUndefined();
      expect(together.length).toBeLessThanOrEqual(mostOffers(asked));
    }),
  );
});
