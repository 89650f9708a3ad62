import { expect, test } from 'vitest';
import { listAreas } from '#scouting/domain/corner-area.ts';
import { listResponseRates, tabulateDemand, type CountedRecipient, type CountedWish } from './demand-results.ts';

const [east, central] = listAreas('35');
if (!east || !central) throw new Error('no areas');

const aWish = (changes: Partial<CountedWish> = {}): CountedWish => ({
  id: 'w1',
  tradeCode: 'kikai-kako',
  area: east,
  months: [6, 7],
  sessions: 2,
  isRequested: false,
  ...changes,
});

test('counts wishes by trade and area; a wish counts in each month that it names [A7-05]', () => {
  const cells = tabulateDemand([
    aWish(),
    aWish({ id: 'w2', area: central, sessions: 10, months: [3] }),
    aWish({ id: 'w3', sessions: 5, months: [7], isRequested: true }),
  ]);
  expect(cells.map(({ area, wishes, sessions, requested }) => [area.name, wishes, sessions, requested])).toEqual([
    ['中部', 1, 10, 0],
    ['東部', 2, 7, 1],
  ]);
  expect(cells[1]?.byMonth).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 0, 0, 0, 0]);
});

test('the response rate is of those whom the form has reached, class by class and in all', () => {
  const recipients: readonly CountedRecipient[] = [
    { class: 'sme', state: 'answered', wants: true },
    { class: 'sme', state: 'answered', wants: false },
    { class: 'sme', state: 'reminded', wants: null },
    { class: 'sme', state: 'not-sent', wants: null },
    { class: 'elementary', state: 'not-sent', wants: null },
    { class: 'trade-body', state: 'declined', wants: null },
  ];
  const rates = listResponseRates(recipients);
  expect(rates.map((one) => [one.class, one.recipients, one.asked, one.answered, one.wanting, one.rate])).toEqual([
    ['elementary', 1, 0, 0, 0, undefined],
    ['sme', 4, 3, 2, 1, 66.7],
    ['trade-body', 1, 1, 0, 0, 0],
    ['all', 6, 4, 2, 1, 50],
  ]);
});
