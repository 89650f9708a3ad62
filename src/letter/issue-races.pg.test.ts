import { expect, test } from 'vitest';
import { endLetter } from '#upkeep/documents/upkeep-letters.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { sampleValues } from './domain/letter-outline.ts';
import { issueLetters } from './issue-letter.server.ts';

const desk = useTestDatabase();

test('two hundred letters issued at the same moment, every fifth of which fails, leave no gap and no number twice', async () => {
  const ctx = desk.context();
  const issues = Array.from({ length: 200 }, (_, index) =>
    inTransaction(ctx, async (tx) => {
      const { numbers } = await issueLetters(tx, ctx, {
        form: endLetter,
        issuedOn: plainDate('2022-11-30'),
        subject: '登録の解除について',
        entity: { kind: 'instructor', id: String(index) },
        letters: [{ values: sampleValues(endLetter), addressee: `宛先 ${index}` }],
      });
      if (index % 5 === 0) throw new Error('rolled back');
      return numbers[0];
    }),
  );
  const settled = await Promise.allSettled(issues);
  const given = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  expect(given).toHaveLength(160);
  expect(new Set(given)).toEqual(new Set(Array.from({ length: 160 }, (_, index) => `山技振第${index + 1}号`)));
  const kept = await desk.asOwner('select serial from issued_letter order by serial');
  expect(kept).toEqual(Array.from({ length: 160 }, (_, index) => ({ serial: index + 1 })));
  expect(await desk.asOwner('select last_number from document_counter')).toEqual([{ last_number: 160 }]);
  expect(await findBrokenLink(ctx.db)).toBeUndefined();
}, 120_000);
