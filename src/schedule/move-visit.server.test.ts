import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled, recordMoved } from './close-visit.server.ts';
import { registerVisit } from './schedule-fixture.server.ts';
import { listVisitEvents } from './visit-event-queries.server.ts';
import { visitRecords } from './visit-records.server.ts';

const desk = useTestDatabase();

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
});

const slot = { visitOn: plainDate('2022-12-06'), startsAt: '13:00', endsAt: '15:00' };
const why = { code: 'host', reason: '設備点検のため' } as const;

test('a moved visit stands at its new time with the old one, the reason and the person on record, once however often sent', async () => {
  const id = await registerVisit(desk.context());
  const move = { id, version: 1, slot, ...why };
  expect(await recordMoved(desk.context(), move)).toMatchObject({ ok: true });
  expect(await recordMoved(desk.context(), move)).toMatchObject({ ok: true });
  expect((await visitRecords.get(desk.context(), id)).input).toMatchObject({ ...slot, status: 'planned' });
  expect(await listVisitEvents(desk.context(), id)).toMatchObject([
    {
      reasonCode: 'host',
      reason: '設備点検のため',
      from: { visitOn: '2022-12-05', startsAt: '10:00', endsAt: '12:00' },
      to: slot,
      actorName: '試験 花子',
    },
  ]);
});

test('a move onto somebody who stands elsewhere is refused with who and when, and nothing is kept of it', async () => {
  const id = await registerVisit(desk.context());
  await registerVisit(desk.context(), { number: 'V-002', ...slot });
  const refused = await recordMoved(desk.context(), { id, version: 1, slot, ...why });
  expect(refused).toMatchObject({
    refusal: { kind: 'fields', problems: [{ problem: { kind: 'overlaps', visit: 'V-002' } }] },
  });
  expect(await listVisitEvents(desk.context(), id)).toEqual([]);
});

test('a visit that was called off keeps the 区分 beside the reason', async () => {
  const id = await registerVisit(desk.context());
  await recordCancelled(desk.context(), { id, version: 1, code: 'infection', reason: '学級閉鎖のため' });
  expect(await listVisitEvents(desk.context(), id)).toMatchObject([
    { reasonCode: 'infection', reason: '学級閉鎖のため', to: null },
  ]);
});

test('nobody moves what another one changed meanwhile, a visit of another corner, or without the permission [SEC-13]', async () => {
  const id = await registerVisit(desk.context());
  const move = { id, version: 2, slot, ...why };
  await expect(recordMoved(desk.context(), move)).rejects.toThrow(Conflict);
  await expect(recordMoved(desk.context({ corner: '34' }), move)).rejects.toThrow(NotFound);
  await expect(async () => recordMoved(desk.context({ role: 'auditor' }), move)).rejects.toThrow(Forbidden);
  expect(await listVisitEvents(desk.context({ corner: '34' }), id)).toEqual([]);
});
