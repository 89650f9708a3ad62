import { describe, expect, test } from 'vitest';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { budgetLine, findOverspending } from './expense-budget.ts';
import { priceClaim } from './expense-claim.ts';
import { aRate } from './expense-fixture.ts';
import type { ExpenseLineInput } from './expense-line.ts';
import { checkRate, findRateOn } from './expense-rate.ts';
import { checkPayday } from './payday.ts';
import { gatherPayments } from './payment.ts';
import { priceLine } from './price-line.ts';
import { withhold } from './withholding.ts';

const rate = aRate();
const material = { item: 'material', program: 'practical-instruction', days: 1 } as const;

describe('a line is priced by the rate table alone [domain.md §5.3]', () => {
  test.each<[ExpenseLineInput, number, number]>([
    [{ item: 'honorarium', instructorKind: 'meister', minutes: 180 }, 15_000, 0],
    [{ item: 'honorarium', instructorKind: 'meister', minutes: 100 }, 8333, 0],
    [{ item: 'travel', by: 'distance', metres: 24_600 }, 910, 0],
    [{ item: 'travel', by: 'fare', municipality: '352012' }, 2480, 0],
    [{ ...material, persons: 8, spentYen: yenOf(12_000), taxYen: yenOf(1200) }, 13_200, 0],
    [{ ...material, persons: 8, spentYen: yenOf(16_000), taxYen: yenOf(1600) }, 17_600, 0],
    [{ ...material, persons: 8, spentYen: yenOf(20_000), taxYen: yenOf(2000) }, 17_600, 4400],
    [{ ...material, persons: 0, spentYen: yenOf(500), taxYen: yenOf(50) }, 0, 550],
    [{ item: 'text-writing', pages: 3 }, 6000, 0],
  ])('%j is %i yen, %i yen stay with the host', (input, amount, excess) => {
    const priced = priceLine(rate, input);
    expect(priced.ok && [priced.value.amountYen, priced.value.excessYen]).toEqual([amount, excess]);
  });

  test.each<[ExpenseLineInput, string]>([
    [{ item: 'honorarium', instructorKind: 'senior-advisor', minutes: 60 }, 'no-honorarium'],
    [{ item: 'travel', by: 'fare', municipality: '350001' }, 'no-fare'],
    [{ item: 'travel', by: 'fare', municipality: 'constructor' }, 'no-fare'],
    [{ ...material, program: 'medalist-talk', persons: 1, spentYen: yenOf(1), taxYen: yenOf(0) }, 'no-material'],
    [{ item: 'travel', by: 'distance', metres: 0.5 }, 'not-a-quantity'],
    [{ item: 'text-writing', pages: -1 }, 'not-a-quantity'],
  ])('%j has no price: %s', (input, kind) => {
    expect(priceLine(rate, input)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test('a table without a rate pays nothing of it', () => {
    const bare = aRate({ travel: { perKilometreYen: null, fares: {} }, textPerPageYen: null });
    expect(priceLine(bare, { item: 'travel', by: 'distance', metres: 1 })).toMatchObject({ ok: false });
    expect(priceLine(bare, { item: 'text-writing', pages: 1 })).toMatchObject({ ok: false });
  });
});

test('a claim is the sum of its lines; 謝金 stands once, and a claim has lines', () => {
  const honorarium = { item: 'honorarium', instructorKind: 'meister', minutes: 60 } as const;
  const travel = { item: 'travel', by: 'distance', metres: 10_000 } as const;
  const priced = priceClaim(rate, [honorarium, travel, travel]);
  expect(priced.ok && priced.value).toMatchObject({ totalYen: 5740, withheldBaseYen: 5000, rateId: rate.id });
  expect(priceClaim(rate, [honorarium, honorarium])).toMatchObject({ refusal: { kind: 'item-twice', line: 1 } });
  expect(priceClaim(rate, [])).toMatchObject({ refusal: { kind: 'no-lines' } });
  const all = aRate({ withheldItems: ['honorarium', 'text-writing', 'travel'] });
  const withTravel = priceClaim(all, [honorarium, travel]);
  expect(withTravel.ok && withTravel.value.withheldBaseYen).toBe(5370);
});

test.each([
  ['2022-03-31', undefined],
  ['2022-04-01', 'a'],
  ['2022-09-30', 'a'],
  ['2022-10-01', 'c'],
  ['2023-03-31', 'c'],
  ['2023-04-01', undefined],
])('on %s the table %s holds: latest begun of the 年度, its last revision', (day, id) => {
  const tables = [
    aRate({ id: 'b', validFrom: plainDate('2022-10-01') }),
    aRate({ id: 'a' }),
    aRate({ id: 'c', validFrom: plainDate('2022-10-01'), revision: 2 }),
  ];
  expect(findRateOn(tables, plainDate(day))?.id).toBe(id);
});

test('a table begins in its 年度, and 謝金 is never paid without tax', () => {
  expect(checkRate(rate)).toBeUndefined();
  expect(checkRate(aRate({ validFrom: plainDate('2023-04-01') }))).toMatchObject({ kind: 'outside-year' });
  expect(checkRate(aRate({ withheldItems: ['text-writing'] }))).toEqual({ kind: 'honorarium-withheld' });
});

test.each([
  [0, 0],
  [1, 0],
  [9, 0],
  [10, 1],
  [15_000, 1531],
  [100_000, 10_210],
  [999_999, 102_099],
  [1_000_000, 102_100],
  [1_000_001, 102_100],
  [1_000_005, 102_101],
  [1_500_000, 204_200],
])('of %i yen, %i yen of income tax are withheld [所得税法205条1号]', (base, tax) => {
  const withheld = withhold(yenOf(base), plainDate('2022-12-15'));
  expect(withheld.ok && withheld.value.taxYen).toBe(tax);
});

test.each(['2012-12-31', '2038-01-01'])('no tax is guessed on %s', (day) => {
  expect(withhold(yenOf(1000), plainDate(day))).toMatchObject({ ok: false, refusal: { kind: 'no-tax-rate' } });
});

test('tax is withheld from what one person is paid at once, not from each claim', () => {
  const claim = (claimId: string, instructorId: string, yen: number) => ({
    claimId,
    instructorId,
    totalYen: yenOf(yen + 500),
    withheldBaseYen: yenOf(yen),
  });
  const gathered = gatherPayments(
    [claim('1', 'x', 600_005), claim('2', 'y', 9), claim('3', 'x', 600_004)],
    plainDate('2022-12-15'),
  );
  expect(gathered.ok && gathered.value).toMatchObject([
    { instructorId: 'x', claimIds: ['1', '3'], grossYen: 1_201_009, taxYen: 142_941, netYen: 1_058_068 },
    { instructorId: 'y', claimIds: ['2'], grossYen: 509, taxYen: 0, netYen: 509 },
  ]);
});

test.each([
  [1000, 0, 0, 1000, undefined],
  [1000, 500, 400, 100, undefined],
  [1000, 500, 401, 99, 'near'],
  [1000, 600, 400, 0, 'near'],
  [1000, 600, 401, -1, 'over'],
  [null, 600, 401, null, undefined],
])('of a budget of %s with %i paid and %i claimed, %s are left: %s', (budget, used, committed, ...expected) => {
  const line = budgetLine('travel', budget === null ? null : yenOf(budget), {
    usedYen: yenOf(used),
    committedYen: yenOf(committed),
  });
  expect([line.leftYen, line.warning]).toEqual(expected);
});

test('what would be overspent is told before it is', () => {
  const nothing = yenOf(0);
  const budget = [
    budgetLine('travel', yenOf(100), { usedYen: nothing, committedYen: yenOf(40) }),
    budgetLine('honorarium', yenOf(100), { usedYen: nothing, committedYen: nothing }),
    budgetLine('material', null, { usedYen: nothing, committedYen: nothing }),
  ];
  const further = (item: 'travel' | 'honorarium' | 'material', yen: number) => ({ item, amountYen: yenOf(yen) });
  expect(findOverspending(budget, [further('travel', 60), further('material', 9)])).toEqual([]);
  expect(findOverspending(budget, [further('travel', 60), further('travel', 1), further('honorarium', 101)])).toEqual([
    { item: 'travel', missingYen: 1 },
    { item: 'honorarium', missingYen: 1 },
  ]);
});

test.each([
  ['2022-11-29', 'past'],
  ['2022-11-30', undefined],
  ['2022-12-03', 'bank-closed'],
  ['2022-12-31', 'bank-closed'],
])('money is transferred on %s: %s', (day, kind) => {
  const checked = checkPayday(plainDate(day), plainDate('2022-11-30'));
  expect(checked.ok ? undefined : checked.refusal.kind).toBe(kind);
});

test('a day on which banks are closed names the next open one', () => {
  expect(checkPayday(plainDate('2022-12-31'), plainDate('2022-11-30'))).toMatchObject({
    refusal: { next: '2023-01-04' },
  });
});
