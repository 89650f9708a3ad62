import { expect, test } from 'vitest';
import { useTestDatabase } from '../../test/database.ts';
import { createFloodGate, floodLimits } from './domain/flood-gate.ts';
import { stampForm } from './form-stamp.server.ts';
import { anApplication } from './sample-application.ts';
import { submitApplication } from './submit-application.server.ts';

const desk = useTestDatabase();
const key = 'a-secret-of-the-test-with-32-letters';
const office = { corner: '35', name: '架空コーナー', phone: null, email: null };
const FLOOD = 400;
const FIRMS = 8;

test('in a flood from one address every application of others is kept, and of the flood no more than its share [SEC-08]', async () => {
  const ctx = desk.context();
  const publicDesk = { database: desk.database(), key, log: ctx.log, clock: ctx };
  const flood = createFloodGate(floodLimits);
  const ownStamp = () => stampForm({ key, corner: '35', nowMs: Date.now() - 10_000 });
  const replayed = ownStamp();
  const ways = [
    { stamp: () => '35.0.x.y', trap: '' },
    { stamp: () => replayed, trap: '' },
    { stamp: ownStamp, trap: '' },
    { stamp: ownStamp, trap: 'https://spam.example' },
  ] as const;
  const send = (address: string, { stamp, trap }: { stamp: string; trap: string }, name: string) =>
    submitApplication(
      publicDesk,
      { office, address, stamp, trap, content: anApplication(ctx.today(), { name }) },
      flood,
    );

  const answers = Array.from({ length: FLOOD }, (_, at) => {
    const way = ways[at % ways.length] ?? ways[0];
    const sent = send('127.0.0.1', { stamp: way.stamp(), trap: way.trap }, `株式会社洪水${at}`);
    const isFirm = at % (FLOOD / FIRMS) === 0;
    return {
      sent,
      firm: isFirm ? send(`192.0.2.${at % 251}`, { stamp: ownStamp(), trap: '' }, `株式会社架空${at}`) : null,
    };
  });
  const firms = await Promise.all(answers.flatMap(({ firm }) => firm ?? []));
  const kept = (await Promise.all(answers.map(({ sent }) => sent))).filter(({ ok }) => ok);

  expect(firms.map(({ ok }) => ok)).toEqual(Array.from({ length: FIRMS }, () => true));
  expect(kept).toHaveLength(floodLimits.perAddress);
  const rows = await desk.asOwner(
    "select count(*)::integer as firms from public_request where host_name like '%架空%'",
  );
  expect(rows).toEqual([{ firms: FIRMS }]);
  expect(await desk.asOwner('select count(*)::integer as every from public_request')).toEqual([
    { every: FIRMS + floodLimits.perAddress },
  ]);
});
