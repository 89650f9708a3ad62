import fc from 'fast-check';
import { expect, test } from 'vitest';
import { programs } from '#dispatch/domain/program.ts';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { sumYen, yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { priceClaim } from './expense-claim.ts';
import { aRate } from './expense-fixture.ts';
import type { ExpenseLineInput } from './expense-line.ts';
import type { ExpenseRate } from './expense-rate.ts';
import { gatherPayments } from './payment.ts';

const yen = fc.nat({ max: 9_999_999 }).map(yenOf);
const price = fc.option(yen);
const line = fc.oneof(
  fc.record({
    item: fc.constant('honorarium' as const),
    instructorKind: fc.constantFrom(...instructorKinds.map(({ code }) => code)),
    minutes: fc.nat({ max: 1440 }),
  }),
  fc.record({
    item: fc.constant('travel' as const),
    by: fc.constant('distance' as const),
    metres: fc.nat({ max: 9_999_999 }),
  }),
  fc.record({
    item: fc.constant('travel' as const),
    by: fc.constant('fare' as const),
    municipality: fc.constantFrom('352012', '350001'),
  }),
  fc.record({
    item: fc.constant('material' as const),
    program: fc.constantFrom(...programs.map(({ code }) => code)),
    persons: fc.nat({ max: 9999 }),
    days: fc.nat({ max: 99 }),
    spentYen: yen,
    taxYen: yen,
  }),
  fc.record({ item: fc.constant('text-writing' as const), pages: fc.nat({ max: 999 }) }),
);
const lines = fc.array<ExpenseLineInput>(line, { maxLength: 8 });
const rates: fc.Arbitrary<ExpenseRate> = fc
  .record({ hour: price, kilometre: price, fare: yen, cap: price, page: price, travelWithheld: fc.boolean() })
  .map(({ hour, kilometre, fare, cap, page, travelWithheld }) =>
    aRate({
      honorariumPerHourYen: { meister: hour, 'skilled-worker': hour, medalist: null, 'senior-advisor': hour },
      travel: { perKilometreYen: kilometre, fares: { '352012': fare } },
      materialCapYen: {
        ...aRate().materialCapYen,
        'practical-instruction': cap,
      },
      textPerPageYen: page,
      withheldItems: ['honorarium', 'text-writing', ...(travelWithheld ? (['travel'] as const) : [])],
    }),
  );

test('a claim is reproducible from its inputs and rates, never negative, and the sum of its lines', () => {
  fc.assert(
    fc.property(rates, lines, (rate, inputs) => {
      const priced = priceClaim(rate, inputs);
      const kept = structuredClone({ rate, inputs });
      expect(priceClaim(kept.rate, kept.inputs)).toEqual(priced);
      if (!priced.ok) return;
      const amounts = priced.value.lines.map(({ amountYen }) => amountYen);
      expect(priced.value.totalYen).toBe(sumYen(amounts));
      expect(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0)).toBe(true);
      expect(priced.value.withheldBaseYen).toBeLessThanOrEqual(priced.value.totalYen);
      for (const { input, amountYen, excessYen, unitYen } of priced.value.lines) {
        if (input.item !== 'material') continue;
        expect(amountYen + excessYen).toBe(input.spentYen + input.taxYen);
        const most = unitYen * input.persons * input.days;
        if (input.taxYen === 0) expect(amountYen).toBeLessThanOrEqual(most);
      }
    }),
  );
});

test('a later rate table never changes a claim that was priced by an earlier one', () => {
  fc.assert(
    fc.property(rates, rates, lines, (first, second, inputs) => {
      const before = JSON.stringify(priceClaim(first, inputs));
      priceClaim({ ...second, id: 'rate-2', revision: 2 }, inputs);
      expect(JSON.stringify(priceClaim(first, inputs))).toBe(before);
    }),
  );
});

test('gathered payments pay every claim once, and gross is net and tax', () => {
  const claim = fc
    .record({ instructorId: fc.constantFrom('a', 'b', 'c'), base: yen, rest: yen })
    .map(({ instructorId, base, rest }) => ({
      instructorId,
      totalYen: yenOf(base + rest),
      withheldBaseYen: base,
    }));
  fc.assert(
    fc.property(fc.array(claim, { maxLength: 12 }), (drawn) => {
      const claims = drawn.map((each, at) => ({ ...each, claimId: String(at) }));
      const gathered = gatherPayments(claims, plainDate('2022-12-15'));
      if (!gathered.ok) throw new Error('no tax rate');
      const payments = gathered.value;
      expect(payments.flatMap(({ claimIds }) => claimIds).toSorted()).toEqual(
        claims.map(({ claimId }) => claimId).toSorted(),
      );
      expect(new Set(payments.map(({ instructorId }) => instructorId)).size).toBe(payments.length);
      expect(sumYen(payments.map(({ grossYen }) => grossYen))).toBe(sumYen(claims.map(({ totalYen }) => totalYen)));
      for (const { grossYen, netYen, taxYen, withheldBaseYen } of payments) {
        expect(netYen + taxYen).toBe(grossYen);
        expect(taxYen).toBeLessThanOrEqual(withheldBaseYen * 0.2042 + 1);
      }
    }),
  );
});
