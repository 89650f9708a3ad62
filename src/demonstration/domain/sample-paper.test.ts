import { expect, test } from 'vitest';
import { recogniseEvidence } from '#evidence/domain/recognise-evidence.ts';
import { buildSamplePaper } from './sample-paper.ts';

test('the papers of the demonstration are PDFs that the desk takes, each with its own content', () => {
  const paper = buildSamplePaper(['SAMPLE', 'N2022-0001 (見本)']);
  expect(recogniseEvidence(paper)).toEqual({ ok: true, value: { format: 'pdf', length: paper.length } });
  expect(paper).not.toEqual(buildSamplePaper(['SAMPLE', 'N2022-0002']));
});
