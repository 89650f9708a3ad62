import { expect, test } from 'vitest';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { batchRefusalText, batchDecisionText } from '../payment-text.ts';
import { batchCommands, batchStates, batchTable, decideBatch, moveBatch, type ChosenClaim } from './payment-batch.ts';

const today = plainDate('2022-11-30');
const claim: ChosenClaim = {
  claimId: '1',
  label: 'V-001 架空 太郎',
  instructorId: 'a',
  instructorName: '架空 太郎',
  state: 'approved',
  inBatch: false,
  hasAccount: true,
  totalYen: yenOf(10_740),
  withheldBaseYen: yenOf(10_000),
};

test('a batch is finished on its day or given up with a reason; every other cell is refused with a sentence', () => {
  for (const { code: state } of batchStates)
    for (const command of batchCommands) {
      const moved = moveBatch({ state, paidOn: today }, { command, today, reason: '口座の誤り' });
      expect(moved.ok ? moved.value : undefined).toBe(batchTable[state][command]);
      if (!moved.ok) expect(batchRefusalText(moved.refusal)).toMatch(/[ぁ-ん]/u);
    }
  const early = moveBatch(
    { state: 'open', paidOn: plainDate('2022-12-01') },
    { command: 'finish', today, reason: null },
  );
  expect(early).toMatchObject({ refusal: { kind: 'not-yet' } });
  const silent = moveBatch({ state: 'open', paidOn: today }, { command: 'drop', today, reason: ' ' });
  expect(silent).toMatchObject({ refusal: { kind: 'reason-missing' } });
});

test.each<[string, readonly ChosenClaim[], string | undefined]>([
  ['2022-12-15', [claim], undefined],
  ['2022-12-17', [claim], 'bank-closed'],
  ['2022-11-29', [claim], 'past'],
  ['2022-12-15', [], 'nothing-chosen'],
  ['2022-12-15', [claim, { ...claim, state: 'paid' }], 'not-payable'],
  ['2022-12-15', [claim, { ...claim, inBatch: true }], 'not-payable'],
  ['2022-12-15', [claim, { ...claim, hasAccount: false }], 'no-account'],
  ['2038-01-04', [claim], 'no-tax-rate'],
])('on %s, %j are refused: %s', (day, claims, kind) => {
  const decided = decideBatch(claims, { paidOn: plainDate(day), today });
  expect(decided.ok ? undefined : decided.refusal.kind).toBe(kind);
  if (!decided.ok) expect(batchDecisionText(decided.refusal)).toMatch(/[ぁ-ん]/u);
});
