import { expect, test } from 'vitest';
import { isNarrowed, readVisitFilters } from './visit-filters.ts';

const read = (query: string) => readVisitFilters(new URLSearchParams(query), 2022);

test('reads every condition of an address, days in any spelling [SEA-13] [FRM-10]', () => {
  const query =
    'from=R4.4.1&to=2022/11/30&program=medalist-talk&kind=sme&line=school&organization=O-1+架空&instructor=M-1&trade=機械加工&status=held&reply=declined&coordinator=u-1&attendant=u-2&q=架空';
  expect(read(query)).toEqual({
    filters: {
      fiscalYear: 2022,
      from: '2022-04-01',
      to: '2022-11-30',
      program: 'medalist-talk',
      kind: 'sme',
      line: 'school',
      organization: 'O-1',
      instructor: 'M-1',
      trade: 'kikai-kako',
      status: 'held',
      reply: 'declined',
      coordinator: 'u-1',
      attendant: 'u-2',
      q: '架空',
    },
    unread: [],
  });
});

test('leaves out words that it does not know and says which day it could not read', () => {
  const { filters, unread } = read('from=昨日&to=&program=x&kind=y&line=z&status=w&reply=u&trade=v');
  expect([isNarrowed(filters), unread]).toEqual([false, ['from']]);
});

test('a list with only its 年度 is not narrowed, one with a condition is', () => {
  expect([isNarrowed(read('').filters), isNarrowed(read('status=planned').filters)]).toEqual([false, true]);
});
