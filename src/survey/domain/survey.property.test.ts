import fc from 'fast-check';
import { expect, test } from 'vitest';
import { organizationKinds } from '#organization/domain/organization-kind.ts';
import { programs } from '#dispatch/domain/program.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { audiences } from './audience.ts';
import { buildFeedback } from './feedback.ts';
import { findNewAnswers } from './match-imported.ts';
import { countRatings, outcomeKeys, sum, tallyOutcome, tallyQuestion, type AnswerGroup } from './outcome.ts';
import { surveyFields, type SurveyInput } from './survey.ts';
import { wilsonInterval } from './wilson.ts';

const anAudience = fc.constantFrom(...audiences.map(({ code }) => code));
const aRating = fc.integer({ min: 1, max: 5 });

const aGroup: fc.Arbitrary<AnswerGroup> = fc
  .record({
    program: fc.constantFrom(...programs.map(({ code }) => code)),
    organizationKind: fc.constantFrom(...organizationKinds.map(({ code }) => code)),
    audience: anAudience,
    satisfaction: aRating,
    understanding: fc.option(aRating),
    prompted: fc.option(fc.boolean()),
    count: fc.integer({ min: 1, max: 50 }),
  })
  .map((group) => ({ ...group, prompted: group.audience === 'host' ? group.prompted : null }));

const groups = fc.array(aGroup, { maxLength: 30 });

test('no outcome has more that agree than that answered, nor more than there are answers', () => {
  fc.assert(
    fc.property(groups, (all) => {
      for (const key of outcomeKeys) {
        const { numerator, denominator } = tallyOutcome(key, all);
        expect(numerator).toBeLessThanOrEqual(denominator);
        expect(denominator).toBeLessThanOrEqual(sum(all));
      }
    }),
  );
});

test('outcomes of the parts add up to the outcome of the whole, however answers are parted', () => {
  fc.assert(
    fc.property(groups, groups, (one, other) => {
      for (const key of outcomeKeys) {
        const [left, right, whole] = [
          tallyOutcome(key, one),
          tallyOutcome(key, other),
          tallyOutcome(key, [...one, ...other]),
        ];
        expect([left.numerator + right.numerator, left.denominator + right.denominator]).toEqual([
          whole.numerator,
          whole.denominator,
        ]);
      }
    }),
  );
});

test('the counts of 1 to 5 are the answers, and those of 4 and 5 the ones that agree [contract.md §3]', () => {
  fc.assert(
    fc.property(groups, (all) => {
      const ratings = countRatings('understanding', all);
      const { numerator, denominator } = tallyQuestion('understanding', all);
      expect(ratings.reduce((total, count) => total + count, 0)).toBe(denominator);
      expect((ratings[3] ?? 0) + (ratings[4] ?? 0)).toBe(numerator);
    }),
  );
});

test('the interval holds the share, stays within 0 and 1, and narrows as answers come', () => {
  const numbers = fc
    .integer({ min: 1, max: 5000 })
    .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
  fc.assert(
    fc.property(numbers, ([numerator, denominator]) => {
      const { low, high } = wilsonInterval(numerator, denominator);
      const share = numerator / denominator;
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      const wider = wilsonInterval(numerator, denominator);
      const narrower = wilsonInterval(numerator * 4, denominator * 4);
      expect(narrower.high - narrower.low).toBeLessThan(wider.high - wider.low);
    }),
  );
});

test('fewer than five trainees or pupils show nothing but their number to readers outside the office', () => {
  const texts = fc.array(fc.record({ audience: anAudience, text: fc.string() }));
  fc.assert(
    fc.property(groups, texts, (all, said) => {
      for (const part of buildFeedback(all, said)) {
        if (part.audience === 'host' || part.answers >= 5) continue;
        expect([part.tooFew, part.lines, part.texts]).toEqual([true, [], []]);
      }
    }),
  );
});

const anInput: fc.Arbitrary<SurveyInput> = fc.record({
  visitNumber: fc.constantFrom('V-1', 'V-2'),
  audience: anAudience,
  satisfaction: aRating,
  understanding: fc.option(aRating),
  prompted: fc.option(fc.constantFrom('yes', 'no')),
  freeText: fc.option(fc.constantFrom('よかった', '長い\n文')),
  answeredOn: fc.option(fc.constantFrom(plainDate('2022-11-21'), plainDate('2022-11-22'))),
});

test('a file taken in twice changes nothing, and taken in in parts it is there once [contract.md §1]', () => {
  fc.assert(
    fc.property(fc.array(anInput, { maxLength: 40 }), fc.array(anInput, { maxLength: 10 }), (rows, before) => {
      const after = [...before, ...findNewAnswers(rows, before)];
      expect(findNewAnswers(rows, after)).toEqual([]);
      expect(findNewAnswers(rows.toReversed(), after)).toEqual([]);
      expect(findNewAnswers(rows, [])).toEqual(rows);
    }),
  );
});

test('what an answer is written as is read back as the same answer [contract.md §3]', () => {
  fc.assert(
    fc.property(anInput, (input) => {
      expect(parseFields(surveyFields, formatFields(surveyFields, input))).toEqual({ ok: true, value: input });
    }),
  );
});
