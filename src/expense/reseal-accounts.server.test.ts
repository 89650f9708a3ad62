import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { createFieldSeal, SealBroken, type FieldSeal } from '#platform/field-seal.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { getBankAccount, getPayer, setBankAccount, setPayer } from './bank-accounts.server.ts';
import { drafted, heldVisit, stepped } from './expense-fixture.server.ts';
import { exportTransferFile, makeBatch } from './pay-claims.server.ts';
import { resealAccounts } from './reseal-accounts.server.ts';

const desk = useTestDatabase();
const [first, second] = ['the secret that was there before the change', 'the secret that is there after the change'];
const old = createFieldSeal(first);
const both = createFieldSeal(second, first);
const present = createFieldSeal(second);
const clerk = () => desk.context({ role: 'clerk', actor: { id: 'the-clerk', name: '係' } });
const chief = () => desk.context({ role: 'chief', actor: { id: 'the-chief', name: '長' } });
const typed = { bankCode: '0170', branchCode: '001', type: '1', number: '12345', holder: 'カクウ タロウ' };

/** An account, the corner's own, and a transfer to the first, all sealed by the secret before. */
async function sealThree() {
  const pair = await heldVisit(desk.context());
  const id = await drafted(clerk(), pair);
  await stepped(
    [
      [clerk(), 'submit'],
      [clerk(), 'check'],
      [chief(), 'approve'],
    ],
    { id },
  );
  const { instructorId } = pair;
  await setBankAccount(clerk(), { instructorId, version: 0, typed, seal: old });
  const { holder: _, ...place } = typed;
  await setPayer(clerk(), { version: 0, typed: { ...place, code: '1234567890', name: 'カクウキヨウカイ' }, seal: old });
  const made = await makeBatch(clerk(), { claimIds: [id], paidOn: plainDate('2022-12-15'), key: undefined });
  return { instructorId, batchId: made.ok ? made.value.id : '' };
}

/** What is read of the three with a seal. */
async function readThree({ instructorId, batchId }: { instructorId: string; batchId: string }, seal: FieldSeal) {
  const file = await exportTransferFile(clerk(), { batchId, seal });
  return [
    (await getBankAccount(clerk(), { instructorId, seal })).account?.number,
    (await getPayer(clerk(), seal)).payer?.account.number,
    file.ok ? Buffer.from(file.value.bytes).toString('latin1') : file.refusal,
  ];
}

test('every account reads the same before, while and after the secret changes, and then by the new one alone [SEC-05]', async () => {
  const three = await sealThree();
  const before = await readThree(three, old);
  expect(await readThree(three, both)).toEqual(before);
  await expect(readThree(three, present)).rejects.toThrow(SealBroken);
  expect(await resealAccounts(chief(), both)).toEqual({ resealed: 3, unreadable: 0 });
  expect(await readThree(three, present)).toEqual(before);
  expect(await resealAccounts(chief(), both)).toEqual({ resealed: 0, unreadable: 0 });
});

test.each([0, 1, 2])(
  'a run that is killed after %i accounts leaves all of them readable, and the next one goes on',
  async (most) => {
    const three = await sealThree();
    const before = await readThree(three, old);
    let left = most;
    const killed: FieldSeal = {
      ...both,
      seal: (text, about) => {
        if (left-- === 0) throw new Error('killed');
        return both.seal(text, about);
      },
    };
    await expect(resealAccounts(chief(), killed)).rejects.toThrow('killed');
    expect(await readThree(three, both)).toEqual(before);
    expect(await resealAccounts(chief(), both)).toEqual({ resealed: 3 - most, unreadable: 0 });
    expect(await readThree(three, present)).toEqual(before);
  },
);

test('what a third secret sealed is left as it is, and another corner’s is not touched', async () => {
  const three = await sealThree();
  const before = await readThree(three, old);
  const strangers = createFieldSeal(second, 'a secret that nobody ever sealed with here');
  expect(await resealAccounts(chief(), strangers)).toEqual({ resealed: 0, unreadable: 3 });
  expect(await resealAccounts(desk.context({ corner: '02', role: 'chief' }), both)).toEqual({
    resealed: 0,
    unreadable: 0,
  });
  expect(await readThree(three, old)).toEqual(before);
});
