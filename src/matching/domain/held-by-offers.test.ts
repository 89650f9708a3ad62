import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideAssignment } from './assignment.ts';
import { aCandidate, cornerFacts, requestFacts } from './candidate.fixture.ts';
import type { CandidateFacts } from './candidate.ts';
import { findHeldByOffers, type OfferElsewhere } from './held-by-offers.ts';

const monday = plainDate('2022-12-05');
const tuesday = plainDate('2022-12-06');
const wednesday = plainDate('2022-12-07');

const offer = (changes: Partial<OfferElsewhere> = {}): OfferElsewhere => ({
  requestNumber: 'R-2',
  hostName: '見本工業',
  days: [monday],
  startsAt: '10:00',
  sessionMinutes: 120,
  municipalityCode: '352039',
  ...changes,
});

const decide = (candidate: CandidateFacts) =>
  decideAssignment({ candidate, request: requestFacts(), corner: cornerFacts(), chosen: [monday], startsAt: '13:00' });

type Row = readonly [string, Partial<CandidateFacts>, readonly OfferElsewhere[], readonly string[]];

test.each<Row>([
  ['nobody asked them', {}, [], []],
  ['they were asked for another day', {}, [offer({ days: [tuesday] })], []],
  ['there is time between the two', {}, [offer()], []],
  ['there is no time between the two', {}, [offer({ sessionMinutes: 170 })], ['R-2']],
  ['they were told no time', {}, [offer({ startsAt: null })], ['R-2']],
  ['it is too far', {}, [offer({ municipalityCode: '352012' })], ['R-2']],
  ['one visit is left in their year', { yearlyCap: 1 }, [offer({ days: [tuesday] })], ['R-2']],
  ['one visit is left in their month', { monthlyCap: 1 }, [offer({ days: [tuesday] })], ['R-2']],
  ['two are left in their year', { yearlyCap: 2 }, [offer({ days: [tuesday] })], []],
  [
    'two offers together fill their year',
    { yearlyCap: 2 },
    [offer({ days: [tuesday] }), offer({ requestNumber: 'R-3', days: [wednesday] })],
    ['R-2', 'R-3'],
  ],
  [
    'one of two offers is on the day',
    {},
    [offer({ days: [tuesday] }), offer({ requestNumber: 'R-3', startsAt: null })],
    ['R-3'],
  ],
])('where %s, an assignment is held by the offers that it would break', (_, changes, offers, held) => {
  const found = findHeldByOffers(aCandidate(changes), offers, decide);
  expect(found?.offers.map(({ requestNumber }) => requestNumber) ?? []).toEqual(held);
});
