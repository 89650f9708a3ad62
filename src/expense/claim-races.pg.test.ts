import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { createFieldSeal } from '#platform/field-seal.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { setBankAccount } from './bank-accounts.server.ts';
import { getClaim } from './claim-queries.server.ts';
import { draftClaimOfReport } from './claim-of-report.server.ts';
import { draftClaim } from './draft-claim.server.ts';
import { anInput, drafted, heldVisit, stepped } from './expense-fixture.server.ts';
import { stepClaim } from './move-claim.server.ts';
import { makeBatch, stepBatch } from './pay-claims.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';

const desk = useTestDatabase();
const seal = createFieldSeal('a secret of the desk that is long enough');
const clerk = () => desk.context({ role: 'clerk', actor: { id: 'the-clerk', name: '係' } });
const chief = (at = 0) => desk.context({ role: 'chief', actor: { id: `chief-${at}`, name: `長${at}` } });
const eight = Array.from({ length: 8 }, (_, at) => at);
const paidOn = plainDate('2022-12-15');

/** A claim that waits for the approval, of somebody with an account. */
async function checkedClaim(): Promise<string> {
  const pair = await heldVisit(desk.context());
  const id = await drafted(clerk(), pair);
  await stepped(
    [
      [clerk(), 'submit'],
      [clerk(), 'check'],
    ],
    { id },
  );
  const typed = { bankCode: '0170', branchCode: '001', type: '1', number: '12345', holder: 'カクウ タロウ' };
  await setBankAccount(clerk(), { instructorId: pair.instructorId, version: 0, typed, seal });
  return id;
}

const conflicts = (settled: readonly PromiseSettledResult<unknown>[]) =>
  settled.filter((each) => each.status === 'rejected' && each.reason instanceof Conflict).length;

test('of eight people who approve one claim at the same moment one does, and the others are told that it changed', async () => {
  const id = await checkedClaim();
  const approvals = await Promise.allSettled(
    eight.map((at) => stepClaim(chief(at), { id, version: 3, command: 'approve', reason: null })),
  );
  expect(approvals.filter((each) => each.status === 'fulfilled' && each.value.ok)).toHaveLength(1);
  expect(conflicts(approvals)).toBe(7);
  const claim = await getClaim(chief(), id);
  expect(claim).toMatchObject({ state: 'approved', version: 4 });
  expect(claim.events.filter(({ command }) => command === 'approve')).toHaveLength(1);
  expect(await findBrokenLink(chief().db)).toBeUndefined();
}, 60_000);

test('one claim that eight people put into a transfer at the same moment is in one, and is paid once', async () => {
  const id = await checkedClaim();
  await stepped([[chief(), 'approve']], { id, version: 3 });
  const made = await Promise.all(eight.map((at) => makeBatch(chief(at), { claimIds: [id], paidOn, key: undefined })));
  const batches = made.flatMap((each) => (each.ok ? [each.value.id] : []));
  expect(batches).toHaveLength(1);
  for (const each of made) if (!each.ok) expect(each.refusal.kind).toBe('not-payable');
  expect(await desk.asOwner('select count(*)::int as payments from payment')).toEqual([{ payments: 1 }]);
  const later = { ...chief(), today: () => paidOn };
  const step = { id: batches[0] ?? '', version: 1, reason: '誤り' };
  const ends = await Promise.allSettled([
    stepBatch(later, { ...step, command: 'finish' }),
    stepBatch(later, { ...step, command: 'drop' }),
  ]);
  expect(conflicts(ends)).toBe(1);
  const { state, batchId } = await getClaim(chief(), id);
  expect([state, batchId !== null]).toEqual(
    (await desk.asOwner(`select 1 from payment_batch where state = 'paid'`)).length > 0
      ? ['paid', true]
      : ['approved', false],
  );
}, 60_000);

test('a claim that is returned while it is put into a transfer is either, never both', async () => {
  const id = await checkedClaim();
  await stepped([[chief(), 'approve']], { id, version: 3 });
  const [made, returned] = await Promise.allSettled([
    makeBatch(chief(1), { claimIds: [id], paidOn, key: undefined }),
    stepClaim(chief(2), { id, version: 4, command: 'return', reason: '時間' }),
  ]);
  const isPaid = made.status === 'fulfilled' && made.value.ok;
  const isReturned = returned.status === 'fulfilled' && returned.value.ok;
  expect([isPaid, isReturned].filter(Boolean)).toHaveLength(1);
  const { state, batchId } = await getClaim(chief(), id);
  expect([state, batchId !== null]).toEqual(isPaid ? ['approved', true] : ['returned', false]);
}, 60_000);

test('a report that is checked while its claim is entered by hand leaves one claim', async () => {
  const pair = await heldVisit(desk.context());
  const byHand = eight.map((at) => draftClaim(chief(at), { ...pair, input: anInput, key: undefined }));
  const byReport = eight.map(async (at) => {
    const ctx = chief(at);
    return inTransaction(ctx, (tx) => draftClaimOfReport(tx, ctx, pair));
  });
  const [hands] = await Promise.all([Promise.all(byHand), Promise.all(byReport)]);
  expect(hands.filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
  expect(await desk.asOwner('select count(*)::int as claims from expense_claim')).toEqual([{ claims: 1 }]);
}, 60_000);
