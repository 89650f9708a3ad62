import { expect, test } from 'vitest';
import { listAreas } from './domain/corner-area.ts';
import {
  candidateRefusalText,
  leadVisitRefusalText,
  nextOfVisit,
  quotaShort,
  quotaText,
  rankReason,
  scoutingText,
} from './text.ts';

test.each([
  ['planned', { isDue: false, nextStep: '' }, '終わったら、コーディネーターが'],
  ['planned', { isDue: true, nextStep: '' }, '訪問日になりました'],
  ['held', { isDue: true, nextStep: '' }, '訪問しました。'],
  ['held', { isDue: true, nextStep: '認定の説明' }, 'コーディネーターが「認定の説明」を行います'],
  ['cancelled', { isDue: true, nextStep: '' }, '目標には数えません'],
] as const)('a %s visit with %j says what happens next', (status, visit, sentence) => {
  expect(nextOfVisit(status, visit)).toContain(sentence);
});

test('a refusal says why and what to do [FRM-32]', () => {
  const sentences = [
    leadVisitRefusalText({ kind: 'lead-closed', reason: '廃業' }),
    candidateRefusalText({ kind: 'not-held', state: '予定' }),
  ];
  for (const sentence of sentences) expect(sentence).toMatch(/。.+してください。$/u);
});

test('a quota tells what is missing only while something is', () => {
  expect(quotaText({ quota: 8, held: 5, planned: 2, missing: 1 })).toBe('実施5・予定2／目標8（あと1件）');
  expect(quotaText({ quota: 8, held: 9, planned: 0, missing: 0 })).toBe('実施9・予定0／目標8');
  expect(quotaShort({ quota: 8, held: 5, planned: 2, missing: 1 })).toBe('7／8');
  expect(quotaShort({ quota: 0, held: 0, planned: 0, missing: 0 })).toBe('');
});

test('a place in the ranking names the figures that it comes from [Y4-02]', () => {
  const [area] = listAreas('35');
  if (!area) throw new Error('corner 35 has areas');
  const supply = { registered: 1, available: 1, trained: 0, ready: 0 };
  const figures = {
    requests: 3,
    unserved: 2,
    unplaced: 0,
    unplacedSessions: 0,
    wishes: 0,
    wishedSessions: 0,
    ...supply,
  };
  const cell = { tradeCode: 'kashi', area, ...figures };
  expect(rankReason(cell, 'few-registered')).toBe(
    '要請3件（割当待ち2件）に対し、すぐ派遣できる人は0人（登録1人）。重点職種（登録が少ない）',
  );
  expect(rankReason({ ...cell, requests: 0, unserved: 0 }, undefined)).toContain('要請はなく');
  expect(rankReason({ ...cell, unplaced: 1, unplacedSessions: 3 }, undefined)).toContain(
    '要請3件（割当待ち2件、割当案で未割当1件）に対し、',
  );
  const wished = { ...cell, wishes: 2, wishedSessions: 9 };
  expect(rankReason(wished, undefined)).toContain('要請3件（割当待ち2件）と調査の希望9回（2件）に対し、');
  expect(rankReason({ ...wished, requests: 0, unserved: 0 }, undefined)).toMatch(/^調査の希望9回（2件）に対し、/u);
});

test('a leg without a known place has no distance', () => {
  expect([scoutingText.kilometres(12.34), scoutingText.kilometres(undefined)]).toEqual(['12.3km', '場所が不明']);
});
