import { describe, expect, test } from 'vitest';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { mergeInstructors } from '#instructor/merge-instructors.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { createFieldSeal, SealBroken } from '#platform/field-seal.server.ts';
import { roles } from '#platform/permission/permission-table.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getBankAccount, getPayer, setBankAccount, setPayer } from './bank-accounts.server.ts';
import { getClaim, listPayable } from './claim-queries.server.ts';
import { drafted, heldVisit, heldVisitOn, stepped } from './expense-fixture.server.ts';
import { stepClaim } from './move-claim.server.ts';
import { exportTransferFile, makeBatch, stepBatch } from './pay-claims.server.ts';
import { getBatch, listBatches } from './payment-queries.server.ts';
import { getBudget } from './set-budget.server.ts';

const desk = useTestDatabase();
const seal = createFieldSeal('a secret of the desk that is long enough');
const officer = () => desk.context();
const chief = (today = '2022-11-30') => desk.context({ role: 'chief', actor: { id: 'the-chief', name: '長' }, today });
const clerk = (today = '2022-11-30') => desk.context({ role: 'clerk', actor: { id: 'the-clerk', name: '係' }, today });

const typed = { bankCode: '0170', branchCode: '001', type: '1', number: '12345', holder: 'カクウ タロウ' };
const { holder: _, ...place } = typed;
const payer = {
  ...place,
  number: '7654321',
  code: '1234567890',
  name: 'カクウシヨクギヨウノウリヨクカイハツキヨウカイ',
};
const paidOn = plainDate('2022-12-15');

async function enterAccount(ctx: Context, instructorId: string, changes: Partial<typeof typed> = {}) {
  const saved = await setBankAccount(ctx, { instructorId, version: 0, typed: { ...typed, ...changes }, seal });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

/** Two approved claims of one person and one of another, with accounts. */
async function threeApproved(): Promise<readonly string[]> {
  const ctx = officer();
  const { visitId, instructorId } = await heldVisit(ctx);
  const other = await registerInstructor(ctx, { number: 'M-002', name: '架空 次郎', nameKana: 'カクウ ジロウ' });
  const second = await heldVisitOn(ctx, 'V-002', '2022-11-22');
  const held = { number: 'V-003', visitOn: plainDate('2022-11-22'), status: 'held' } as const;
  const third = await registerVisit(ctx, { ...held, instructorNumbers: ['M-002'] });
  const ids = [
    await drafted(ctx, { visitId, instructorId }),
    await drafted(ctx, { visitId: second, instructorId }),
    await drafted(ctx, { visitId: third, instructorId: other }),
  ];
  for (const id of ids)
    await stepped(
      [
        [ctx, 'submit'],
        [ctx, 'check'],
        [chief(), 'approve'],
      ],
      { id },
    );
  await enterAccount(clerk(), instructorId);
  await enterAccount(clerk(), other, { number: '999', holder: 'かくう じろう' });
  return ids;
}

async function makeThree() {
  const claimIds = await threeApproved();
  const made = await makeBatch(clerk(), { claimIds, paidOn, key: 'k' });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return { claimIds, id: made.value.id };
}

describe('振込先の口座', () => {
  test('is sealed in the database, shown to clerk and chief alone, and no value is in the log [SEC-05][SEC-11]', async () => {
    const ctx = officer();
    const { instructorId } = await heldVisit(ctx);
    await enterAccount(clerk(), instructorId);
    const [row] = (await desk.asOwner('select sealed from bank_account')) as { sealed: string }[];
    expect(row?.sealed).toMatch(/^v1\./u);
    expect(row?.sealed).not.toContain('12345');
    const seen = await getBankAccount(clerk(), { instructorId, seal });
    expect(seen).toMatchObject({
      version: 1,
      account: { number: '0012345', holder: 'ｶｸｳ ﾀﾛｳ', bankKana: expect.any(String) },
    });
    expect((await getBankAccount(chief(), { instructorId, seal })).account?.bankCode).toBe('0170');
    const masked = await getBankAccount(ctx, { instructorId, seal });
    expect(masked).toMatchObject({ version: 1, account: undefined });
    expect(JSON.stringify(masked)).not.toContain('12345');
    const log = JSON.stringify(await desk.asOwner('select * from audit_entry'));
    expect(log).toContain('bank-account');
    expect(log).not.toMatch(/0012345|ｶｸｳ/u);
  });

  test('opens for the survivor of a merge too', async () => {
    const ctx = officer();
    const { instructorId } = await heldVisit(ctx);
    const survivor = await registerInstructor(ctx, { number: 'M-009' });
    await enterAccount(clerk(), instructorId);
    const merging = { survivor: { id: survivor, version: 1 }, other: { id: instructorId, version: 1 }, reason: '二重' };
    expect((await mergeInstructors(ctx, merging)).ok).toBe(true);
    expect((await getBankAccount(clerk(), { instructorId: survivor, seal })).account?.number).toBe('0012345');
  });

  test('has a bank and a branch that exist; another secret or corner opens nothing', async () => {
    const ctx = officer();
    const { instructorId } = await heldVisit(ctx);
    const tried = async (changes: Partial<typeof typed>) => {
      const saved = await setBankAccount(clerk(), { instructorId, version: 0, typed: { ...typed, ...changes }, seal });
      return saved.ok ? [] : saved.refusal.map(({ kind }) => kind);
    };
    expect(await tried({ bankCode: '0002' })).toEqual(['no-such-bank']);
    expect(await tried({ branchCode: '999' })).toEqual(['no-such-branch']);
    expect(await tried({ bankCode: '__proto__', holder: '山' })).toEqual(['wrong-digits', 'holder-letter']);
    expect(await tried({})).toEqual([]);
    const again = setBankAccount(clerk(), { instructorId, version: 0, typed, seal });
    await expect(again).rejects.toThrow(Conflict);
    const stranger = createFieldSeal('another secret of another desk, long');
    await expect(getBankAccount(clerk(), { instructorId, seal: stranger })).rejects.toThrow(SealBroken);
    const other = desk.context({ corner: '02', role: 'clerk' });
    await expect(getBankAccount(other, { instructorId, seal })).rejects.toThrow(NotFound);
    await expect(setBankAccount(other, { instructorId, version: 0, typed, seal })).rejects.toThrow(NotFound);
  });

  test.each(roles)('%s sees, enters and pays as the table says [SEC-13]', async (role) => {
    const ctx = desk.context({ role });
    const isForbidden = async (call: () => unknown) => {
      try {
        await call();
        return false;
      } catch (error) {
        return error instanceof Forbidden;
      }
    };
    const id = '00000000-0000-4000-8000-000000000000';
    const keeps = role === 'chief' || role === 'clerk';
    expect(await isForbidden(() => setBankAccount(ctx, { instructorId: id, version: 0, typed, seal }))).toBe(!keeps);
    expect(await isForbidden(() => getPayer(ctx, seal))).toBe(!keeps);
    expect(await isForbidden(() => exportTransferFile(ctx, { batchId: id, seal }))).toBe(!keeps);
    const pays = keeps || role === 'system';
    expect(await isForbidden(() => makeBatch(ctx, { claimIds: [], paidOn, key: undefined }))).toBe(!pays);
    const step = { id, version: 1, command: 'finish', reason: null } as const;
    expect(await isForbidden(() => stepBatch(ctx, step))).toBe(!pays);
  });
});

describe('from approved claims to paid ones', () => {
  test('one payment a person, tax from the sum, a file that adds up, and everything paid together', async () => {
    const { claimIds, id } = await makeThree();
    const batch = await getBatch(clerk(), id);
    expect(batch.payments).toMatchObject([
      { instructorNumber: 'M-002', grossYen: 10_740, taxYen: 1021, netYen: 9719 },
      { instructorNumber: 'M-001', grossYen: 21_480, taxYen: 2042, netYen: 19_438, claims: [{}, {}] },
    ]);
    expect(await listPayable(clerk())).toEqual([]);
    const none = await exportTransferFile(clerk(), { batchId: id, seal });
    expect(none).toMatchObject({ ok: false, refusal: { kind: 'no-payer' } });
    expect((await setPayer(clerk(), { version: 0, typed: payer, seal })).ok).toBe(true);
    const file = await exportTransferFile(clerk(), { batchId: id, seal });
    if (!file.ok) throw new Error('no file');
    const records = new TextDecoder('shift_jis').decode(file.value.bytes).split('\r\n');
    expect(records.slice(0, -1).map((record) => [record[0], record.length])).toEqual([
      ['1', 120],
      ['2', 120],
      ['2', 120],
      ['8', 120],
      ['9', 120],
    ]);
    expect(records[1]?.slice(43, 90)).toBe(`0000999${'ｶｸｳ ｼﾞﾛｳ'.padEnd(30)}0000009719`);
    expect(records[3]?.slice(1, 19)).toBe('000002000000029157');
    const early = await stepBatch(clerk(), { id, version: 1, command: 'finish', reason: null });
    expect(!early.ok && early.refusal.kind).toBe('not-yet');
    expect((await stepBatch(clerk('2022-12-15'), { id, version: 1, command: 'finish', reason: null })).ok).toBe(true);
    for (const claimId of claimIds) expect((await getClaim(clerk(), claimId)).state).toBe('paid');
    expect((await getBudget(clerk(), 2022)).lines[0]).toMatchObject({ usedYen: 30_000, committedYen: 0 });
    const again = stepBatch(clerk('2022-12-15'), { id, version: 1, command: 'finish', reason: null });
    await expect(again).rejects.toThrow(Conflict);
    expect((await listBatches(clerk(), { fiscalYear: 2022, cursor: undefined })).rows).toMatchObject([
      { id, people: 2, netYen: 29_157, state: 'paid' },
    ]);
  });

  test('a claim is in one batch; a batch that is given up lets its claims go', async () => {
    const { claimIds, id } = await makeThree();
    const [first = ''] = claimIds;
    const twice = await makeBatch(chief(), { claimIds: [first], paidOn, key: undefined });
    expect(!twice.ok && twice.refusal.kind).toBe('not-payable');
    const { version } = await getClaim(chief(), first);
    const returned = await stepClaim(chief(), { id: first, version, command: 'return', reason: '誤り' });
    expect(!returned.ok && returned.refusal.kind).toBe('in-batch');
    expect((await stepBatch(clerk(), { id, version: 1, command: 'drop', reason: '口座の誤り' })).ok).toBe(true);
    expect(await listPayable(clerk())).toHaveLength(3);
    expect((await makeBatch(clerk(), { claimIds, paidOn, key: 'k2' })).ok).toBe(true);
  });

  test('the file pays the account as it was when the batch was made', async () => {
    const { id } = await makeThree();
    await setPayer(clerk(), { version: 0, typed: payer, seal });
    const before = await exportTransferFile(clerk(), { batchId: id, seal });
    const { payments } = await getBatch(clerk(), id);
    const instructorId = payments[0]?.instructorId ?? '';
    await setBankAccount(clerk(), { instructorId, version: 1, typed: { ...typed, number: '1' }, seal });
    expect(await exportTransferFile(clerk(), { batchId: id, seal })).toEqual(before);
  });

  test('nothing of a batch is another corner’s', async () => {
    const { claimIds, id } = await makeThree();
    const other = desk.context({ corner: '02', role: 'clerk' });
    await expect(getBatch(other, id)).rejects.toThrow(NotFound);
    await expect(stepBatch(other, { id, version: 1, command: 'drop', reason: 'x' })).rejects.toThrow(NotFound);
    const made = await makeBatch(other, { claimIds, paidOn, key: undefined });
    expect(!made.ok && made.refusal.kind).toBe('nothing-chosen');
    expect((await listBatches(other, { fiscalYear: 2022, cursor: undefined })).rows).toEqual([]);
  });
});
