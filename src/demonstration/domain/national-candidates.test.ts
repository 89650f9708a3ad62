import { expect, test } from 'vitest';
import { listPrefectures } from '#reference/domain/prefecture.ts';
import { buildNationalCandidates, buildNationalScouting } from './national-candidates.ts';

test('every office has applications in several states, each of another person than the next one', () => {
  for (const { code } of listPrefectures()) {
    const { certifications } = buildNationalCandidates(code);
    const last = certifications.map(({ moves }) => moves.at(-1)?.command);
    expect(new Set(last)).toEqual(new Set(['return', 'begin-review', 'send', 'receive', 'start-draft']));
    expect(new Set(certifications.map(({ input }) => input.name)).size).toBe(certifications.length);
  }
});

test('offices are the same at every call, and their bundles do not all lie at the Center since one day', () => {
  const sent = listPrefectures().map(({ code }) => buildNationalCandidates(code).batches[0]?.sentOn);
  expect(new Set(sent).size).toBe(7);
  expect(buildNationalCandidates('13')).toEqual(buildNationalCandidates('13'));
  expect(buildNationalScouting('13')).toEqual(buildNationalScouting('13'));
});

test('every office was visited for and has visits to come', () => {
  for (const { code } of listPrefectures()) {
    const { visits, territories } = buildNationalScouting(code);
    expect(new Set(visits.map(({ status }) => status))).toEqual(new Set(['held', 'planned']));
    expect(visits.every(({ municipalityCode }) => territories[0]?.municipalities.includes(municipalityCode))).toBe(
      true,
    );
  }
});
