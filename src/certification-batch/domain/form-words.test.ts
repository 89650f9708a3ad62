import { expect, test } from 'vitest';
import { shippedHeadings, shippedWords } from '../words-text.ts';
import { formWordFields, readSectionHeadings } from './form-words.ts';

test('a corner writes its own headings line by line; an empty line keeps the shipped one [DOC-20]', () => {
  const headings = readSectionHeadings('第1 申請する人\n\n第3 根拠', shippedHeadings);
  expect(headings.applicant).toBe('第1 申請する人');
  expect(headings.trade).toBe(shippedHeadings.trade);
  expect(headings.basis).toBe('第3 根拠');
  expect(headings.consent).toBe(shippedHeadings.consent);
});

test('the shipped wording fits into its own fields', () => {
  const words = shippedWords({ office: '山口県地域技能振興コーナー', host: '山口県職業能力開発協会', contact: '電話' });
  for (const { key, limit } of formWordFields) {
    expect(words[key].length).toBeGreaterThan(0);
    expect(words[key].length).toBeLessThanOrEqual(limit);
  }
});
