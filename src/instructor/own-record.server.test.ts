import { beforeEach, expect, test } from 'vitest';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { changeOwnRecord, getOwnRecord } from './own-record.server.ts';

const desk = useTestDatabase();
let instructorId = '';

beforeEach(async () => {
  instructorId = await registerInstructor(desk.context());
});

const me = (corner = '35') => desk.context({ corner, role: 'instructor', actor: { id: instructorId, instructorId } });

test('an instructor changes days and address of their own, by the lock and into the log of every save', async () => {
  const changes = { availableWeekdays: [1, 3], unavailableDates: [plainDate('2022-12-29')], yearlyCap: 10 };
  expect(await changeOwnRecord(me(), { instructorId, version: 1, changes })).toMatchObject({ ok: true });
  expect(await getOwnRecord(me(), instructorId)).toMatchObject({
    version: 2,
    input: { ...changes, name: '架空 太郎' },
  });
  await expect(changeOwnRecord(me(), { instructorId, version: 1, changes })).rejects.toThrow(Conflict);
  const [entry] = await desk.asOwner("select actor_id, after from audit_entry where action = 'updated'");
  expect(entry).toMatchObject({ actor_id: instructorId, after: { yearlyCap: 10 } });
});

test('what was certified, and who somebody is, stays as the staff entered it', async () => {
  const changes = { name: '別人', number: 'X', kind: 'medalist', course: { status: 'exempt' }, phone: '083-000-0000' };
  await changeOwnRecord(me(), { instructorId, version: 1, changes: changes as never });
  const { input } = await getOwnRecord(me(), instructorId);
  expect(input).toMatchObject({ name: '架空 太郎', number: 'M-001', kind: 'meister', phone: '083-000-0000' });
});

test('the rules of the record hold here too', async () => {
  const changes = { municipalityCode: '999999' };
  expect(await changeOwnRecord(me(), { instructorId, version: 1, changes })).toMatchObject({
    refusal: [{ key: 'municipalityCode' }],
  });
});

test('nobody reads or changes the record of somebody else or of another corner [SEC-13]', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const change = { instructorId: other, version: 1, changes: { yearlyCap: 0 } };
  await expect(getOwnRecord(me(), other)).rejects.toThrow(Forbidden);
  await expect(changeOwnRecord(me(), change)).rejects.toThrow(Forbidden);
  await expect(changeOwnRecord(desk.context({ role: 'clerk' }), change)).rejects.toThrow(Forbidden);
  await expect(getOwnRecord(me('34'), instructorId)).rejects.toThrow(NotFound);
});
