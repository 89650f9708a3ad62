import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { ANSWER_DAYS, forgetAnswers } from './forget-answers.server.ts';
import { answerOnce, IdempotencyKeyReused, inTransaction } from './transaction.server.ts';

const desk = useTestDatabase();

/** Sends 「架空 太郎」 once more, or somebody else under the same key. */
function send(name = '架空 太郎') {
  const ctx = desk.context();
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key: 'once',
      fingerprint: JSON.stringify(['create', { name, phone: '083-000-0000' }]),
      work: async () => ({ id: ctx.newId() }),
      isKept: () => true,
    }),
  );
}

test('what was asked under a key is kept as a digest alone, and still told from another content [SEC-12][FRM-34]', async () => {
  const first = await send();
  expect(await send()).toEqual(first);
  await expect(send('架空 次郎')).rejects.toThrow(IdempotencyKeyReused);
  const kept = JSON.stringify(await desk.asOwner('select * from idempotent_answer'));
  expect(kept).not.toContain('架空');
  expect(kept).not.toContain('083');
});

test.for([
  [`${ANSWER_DAYS - 1} days 23 hours`, 1],
  [`${ANSWER_DAYS} days`, 0],
] as const)('after %s there are %i answers, and the same request makes its own again [SEC-12]', async ([age, kept]) => {
  const first = await send();
  await desk.asOwner(`update idempotent_answer set created_at = now() - interval '${age}'`);
  expect(await forgetAnswers(desk.context({ corner: '34' }))).toBe(0);
  expect(await forgetAnswers(desk.context())).toBe(1 - kept);
  const again = await send();
  expect(again.id === first.id).toBe(kept === 1);
});
