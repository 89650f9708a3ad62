import { expect, test } from 'vitest';
import type { EvidenceUploadRefusal } from './domain/evidence-change.ts';
import { evidenceRefusalText, sizeText } from './text.ts';

const refusals: readonly EvidenceUploadRefusal[] = [
  { kind: 'closed', state: 'sent' },
  { kind: 'too-many', files: 31, limit: 30 },
  { kind: 'added-before', fileName: 'a\u202E.pdf' },
  ...(
    [
      { kind: 'empty' },
      { kind: 'too-large', bytes: 31_457_280, limit: 10_485_760 },
      { kind: 'not-allowed' },
      { kind: 'damaged', format: 'png' },
      { kind: 'active-content' },
    ] as const
  ).map((refusal) => ({ kind: 'file', fileName: 'scan.pdf', refusal }) as const),
];

test('every refusal says what happened and what to do [FRM-32]', () => {
  for (const refusal of refusals) {
    const text = evidenceRefusalText(refusal);
    expect(text).toMatch(/ください。$/u);
    expect(text).not.toMatch(/[\u202E]/u);
  }
  expect(new Set(refusals.map(evidenceRefusalText)).size).toBe(refusals.length);
});

test.each([
  [10, '10B'],
  [2048, '2KB'],
  [10_485_760, '10.0MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(sizeText(bytes)).toBe(text);
});
