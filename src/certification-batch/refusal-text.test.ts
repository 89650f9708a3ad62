import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { CertificationBatchRefusal } from './domain/batch.ts';
import { batchRefusalText, fillRefusalText } from './refusal-text.ts';

const day = plainDate('2022-11-30');

const refusals: readonly CertificationBatchRefusal[] = [
  { kind: 'not-sent' },
  { kind: 'sent-already' },
  { kind: 'received-already' },
  { kind: 'empty' },
  { kind: 'not-empty', cases: 2 },
  { kind: 'none-chosen' },
  { kind: 'in-the-future', day, today: day },
  { kind: 'before-sending', day, sentOn: day },
  { kind: 'round-taken', fiscalYear: 2022, round: 3 },
];

test('every refusal of a bundle says what to do [FRM-32]', () => {
  for (const refusal of refusals) expect(batchRefusalText(refusal)).toMatch(/ください。$/u);
  expect(new Set(refusals.map(batchRefusalText)).size).toBe(refusals.length);
});

test('an application that stopped a command is named', () => {
  const refusal = { kind: 'case', caseId: 'a', refusal: { kind: 'reason-missing', command: 'return' } } as const;
  expect(fillRefusalText(refusal, () => 'C2022-0001 山田 太郎')).toMatch(/^C2022-0001 山田 太郎：.+ください。$/u);
});
