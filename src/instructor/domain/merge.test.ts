import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { InstructorInput } from './instructor.ts';
import { mergeInputs } from './merge.ts';

const blank: InstructorInput = {
  number: 'M-001',
  kind: 'meister',
  division: null,
  name: '架空 太郎',
  nameKana: 'カクウ タロウ',
  birthYear: null,
  trades: ['shiage'],
  employer: null,
  postalCode: null,
  municipalityCode: '352039',
  address: null,
  phone: null,
  email: null,
  certifiedOn: null,
  course: null,
  lastActivityOn: null,
  yearlyCap: null,
  availableWeekdays: null,
  unavailableDates: null,
  isPublic: null,
  monthlyCap: null,
  hostKinds: null,
  hostFounders: null,
};

test.each([
  ['a blank is filled from the other', { phone: null }, { phone: '083-000-0000' }, { phone: '083-000-0000' }],
  ['a value of the survivor stays', { phone: '083-1' }, { phone: '083-2' }, { phone: '083-1' }],
  ['no is a value', { isPublic: false }, { isPublic: true }, { isPublic: false }],
  ['none a year is a value', { yearlyCap: 0 }, { yearlyCap: 9 }, { yearlyCap: 0 }],
  ['trades are united', {}, { trades: ['kikai-kako', 'shiage'] }, { trades: ['kikai-kako', 'shiage'] }],
  [
    'the later activity counts',
    { lastActivityOn: plainDate('2020-01-01') },
    { lastActivityOn: plainDate('2021-01-01') },
    { lastActivityOn: '2021-01-01' },
  ],
  [
    'number and name are the survivor’s',
    {},
    { number: 'M-002', name: '架空 多郎' },
    { number: 'M-001', name: '架空 太郎' },
  ],
])('%s', (_, survivor, other, merged) => {
  expect(mergeInputs({ ...blank, ...survivor }, { ...blank, ...other })).toEqual({ ...blank, ...survivor, ...merged });
});
