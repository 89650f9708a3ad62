import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { anApplication } from './sample-application.ts';
import { stepApplication, takeApplication } from './settle-application.server.ts';
import { applicationRefusalText } from './text.ts';

const desk = useTestDatabase();
const people = ['架空 花子', '架空 次郎'] as const;
const [first, second] = people.map((name) => desk.context.bind(undefined, { actor: { name } })) as [
  () => Context,
  () => Context,
];

async function receive(ctx: Context): Promise<string> {
  const id = ctx.newId();
  const content = anApplication(plainDate('2022-11-30'));
  await inTransaction(ctx, async (tx) => {
    await tx
      .insertInto('public_request')
      .values({
        corner_code: ctx.corner,
        application_id: id,
        receipt_number: `P-${id.slice(0, 8)}`,
        received_at: ctx.now(),
        received_on: ctx.today(),
        submission_key: id,
        content: JSON.stringify(content),
        host_name: content.name,
        state: 'new',
        link_hash: id,
        link_expires_on: sql`'2023-05-30'::date` as never,
      })
      .execute();
  });
  return id;
}

const taking = (ctx: Context, id: string) => takeApplication(ctx, { id, organizationId: undefined });

test('of two people who take an application at the same moment one makes a request, and the other is told who and when', async () => {
  const id = await receive(first());
  const answers = await Promise.all([taking(first(), id), taking(second(), id)]);
  const refused = answers.find(({ ok }) => !ok);
  const winner = answers[0].ok ? people[0] : people[1];
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(refused).toMatchObject({ refusal: { kind: 'not-now', state: 'taken', settledBy: winner } });
  if (!refused || refused.ok) throw new Error('both took it');
  expect(applicationRefusalText(refused.refusal)).toMatch(
    /^この申込みは、\d{4}\/\d\d\/\d\d .*に架空 .*さんが「要請にした」にしました。/u,
  );
  expect(await desk.asOwner('select count(*)::integer as made from request')).toEqual([{ made: 1 }]);
  expect(await desk.asOwner('select count(*)::integer as made from organization')).toEqual([{ made: 1 }]);
});

test('an application that one takes while another refuses it ends once', async () => {
  const id = await receive(first());
  const refusing = { id, command: 'refuse', reason: '対象外のため' } as const;
  const answers = await Promise.all([taking(first(), id), stepApplication(second(), refusing)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const made = answers[0].ok ? 1 : 0;
  expect(await desk.asOwner('select count(*)::integer as made from request')).toEqual([{ made }]);
  expect(await desk.asOwner('select count(*)::integer as drafted from mail_draft')).toEqual([{ drafted: 1 - made }]);
});

test('ten applications taken at the same moment become ten requests with ten numbers', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, () => receive(first())));
  const answers = await Promise.all(ids.map((id, at) => taking(at % 2 ? first() : second(), id)));
  expect(answers.every(({ ok }) => ok)).toBe(true);
  expect(await desk.asOwner('select count(distinct number)::integer as numbers from request')).toEqual([
    { numbers: 10 },
  ]);
});
