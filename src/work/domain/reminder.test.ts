import { expect, test } from 'vitest';
import { readReminded } from './reminder.ts';

const [visit, person] = ['11111111-2222-3333-4444-555555555555', '99999999-2222-3333-4444-555555555555'];

test.each([
  [`report-missing:${visit}:${person}`, { kind: 'report-missing', recordId: visit, personId: person }],
  [`survey-missing:${visit}:`, { kind: 'survey-missing', recordId: visit, personId: '' }],
  [`survey-missing:${visit}:${person}`, undefined],
  [`report-missing:${visit}:`, undefined],
  [`unreported:${visit}:${person}`, undefined],
  [`report-missing:${visit}:${person}:more`, undefined],
  ["report-missing:' or true:--", undefined],
  ['', undefined],
])('%s is read as one thing to remind of, or as nothing [SEC-02]', (text, expected) => {
  expect(readReminded(text)).toEqual(expected);
});
