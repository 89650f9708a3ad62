import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { programs } from '#dispatch/domain/program.ts';
import type { CandidateFacts, RequestFacts } from './candidate.ts';
import { aCandidate, cornerFacts, requestFacts, wholeDays } from './candidate.fixture.ts';
import { eligibilityRules } from './eligibility.ts';
import { monthOf, visitsInMonth } from './free-days.ts';
import { compareCandidates, rankCandidates } from './ranking.ts';

const day = fc.integer({ min: -1200, max: 120 }).map((offset): PlainDate => addDays(plainDate('2022-11-30'), offset));
const soon = fc.integer({ min: 0, max: 40 }).map((offset): PlainDate => addDays(plainDate('2022-11-25'), offset));
const kind = fc.constantFrom(...instructorKinds.map(({ code }) => code));
const municipalityCode = fc.constantFrom('352039', '352012', '340006', '341002', '999999');

const candidate: fc.Arbitrary<CandidateFacts> = fc
  .record({
    kind,
    tradeCodes: fc.subarray(['kikai-kako', 'senban', 'zoen']),
    employer: fc.constantFrom(null, '架空精機', '見本製作所'),
    municipalityCode,
    course: fc.constantFrom(
      null,
      { status: 'exempt' } as const,
      { status: 'not-taken' } as const,
      { status: 'completed', on: plainDate('2022-12-06') } as const,
    ),
    certifiedOn: fc.option(day),
    lastActivityOn: fc.option(day),
    yearlyCap: fc.option(fc.integer({ min: 0, max: 4 })),
    availableWeekdays: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6])),
    unavailableDates: fc.array(soon, { maxLength: 6 }),
    busy: fc.array(soon, { maxLength: 6 }).map(wholeDays),
    monthlyCap: fc.option(fc.integer({ min: 0, max: 4 })),
    held: fc.integer({ min: 0, max: 3 }),
    planned: fc.integer({ min: 0, max: 3 }),
    isDeleted: fc.boolean(),
  })
  .map((facts) => aCandidate(facts));

const candidates = fc
  .array(candidate, { maxLength: 12 })
  .map((all) => all.map((facts, index) => ({ ...facts, id: `id-${index}`, number: `M-${index % 5}` })));

const request: fc.Arbitrary<RequestFacts> = fc
  .record({
    program: fc.constantFrom(...programs.map(({ code }) => code)),
    tradeCode: fc.constantFrom('kikai-kako', 'senban', 'zoen'),
    municipalityCode,
    openSessions: fc.integer({ min: 0, max: 8 }),
    candidateDates: fc.array(
      fc.tuple(soon, fc.integer({ min: 0, max: 10 })).map(([from, length]) => ({ from, until: addDays(from, length) })),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((facts) => requestFacts(facts));

const corner = fc.boolean().map((hasMeister) => cornerFacts({ hasMeister }));

test('no ranked candidate breaks a rule, nobody is left out, and every excluded one broke at least one', () => {
  fc.assert(
    fc.property(candidates, request, corner, (all, wish, office) => {
      const { ranked, excluded, days } = rankCandidates(all, wish, office);
      expect(ranked.length + excluded.length).toBe(all.length);
      for (const { candidate: facts } of ranked) {
        for (const judge of Object.values(eligibilityRules))
          expect(judge({ candidate: facts, request: wish, corner: office, days }).passed).toBe(true);
      }
      for (const { eligibility } of excluded) expect(eligibility.verdicts.some(({ passed }) => !passed)).toBe(true);
    }),
  );
});

test('a free day is proposed, allowed by the weekday, and not taken by anything', () => {
  fc.assert(
    fc.property(candidates, request, corner, (all, wish, office) => {
      const { ranked, days } = rankCandidates(all, wish, office);
      for (const { candidate: facts, eligibility } of ranked) {
        for (const free of eligibility.freeDays) {
          expect(days).toContain(free);
          expect([...facts.busy.map(({ day: taken }) => taken), ...facts.unavailableDates]).not.toContain(free);
          expect(visitsInMonth(facts, monthOf(free))).toBeLessThan(facts.monthlyCap ?? Infinity);
        }
      }
    }),
  );
});

test('the order does not depend on the order of the question, and is total', () => {
  fc.assert(
    fc.property(candidates, request, corner, fc.infiniteStream(fc.nat()), (all, wish, office, keys) => {
      const shuffled = all
        .map((facts) => [keys.next().value ?? 0, facts] as const)
        .toSorted(([left], [right]) => left - right)
        .map(([, facts]) => facts);
      const { ranked } = rankCandidates(all, wish, office);
      expect(rankCandidates(shuffled, wish, office).ranked).toEqual(ranked);
      for (const [index, one] of ranked.entries()) {
        for (const other of ranked.slice(index + 1)) {
          expect(compareCandidates(one, other)).toBeLessThan(0);
          expect(compareCandidates(other, one)).toBeGreaterThan(0);
        }
      }
    }),
  );
});

test('points stay between nothing and the most of their part', () => {
  fc.assert(
    fc.property(candidates, request, corner, (all, wish, office) => {
      for (const { reasons, score } of rankCandidates(all, wish, office).ranked) {
        for (const { points, most } of reasons) expect(points >= 0 && points <= most).toBe(true);
        expect(score >= 0 && score <= 100).toBe(true);
      }
    }),
  );
});
