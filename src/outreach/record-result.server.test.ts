import { expect, test } from 'vitest';
import { getInstructorActivity } from '#instructor/instructor-activity.server.ts';
import { Conflict } from '#platform/errors.server.ts';
import { recordCancelled } from '#schedule/close-visit.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { outreachRecords } from './outreach-records.server.ts';
import { fair, lecture, outreachDesk } from './outreach-fixture.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });
const { registerPeople, register, hold } = outreachDesk(() => desk.context(), clerk);

test('visitors are counted at each booth and for the whole fair, and neither is the sum of the other', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  await hold(id, { visitOn: '2022-11-23', pupils: '120', parents: '95', visitors1: '150', visitors2: '130' });
  const { input } = await outreachRecords.get(clerk(), id);
  expect(input.booths?.map(({ visitors }) => visitors)).toEqual([150, 130]);
  expect([input.trainees, input.status]).toEqual([215, 'held']);
});

test('a result sent twice is recorded once, and may be mended later', async () => {
  await registerPeople();
  const id = await register('school-lecture', lecture);
  const counted = { visitOn: '2022-11-10', pupils: '28' };
  expect((await hold(id, counted, 1)).ok).toBe(true);
  expect((await hold(id, counted, 1)).ok).toBe(true);
  expect((await outreachRecords.get(clerk(), id)).version).toBe(2);
  await expect(hold(id, { ...counted, pupils: '29' }, 1)).rejects.toThrow(Conflict);
  expect((await hold(id, { ...counted, pupils: '29' })).ok).toBe(true);
  expect((await visitRecords.get(clerk(), id)).input.trainees).toBe(29);
});

test('an event to come and one that was called off have no result', async () => {
  await registerPeople();
  const ahead = await register('school-lecture', { ...lecture, visitOn: '2022-12-05' });
  expect(await hold(ahead, { visitOn: '2022-12-05', pupils: '28' })).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'status', problem: { kind: 'not-yet' } }] },
  });
  await recordCancelled(clerk(), { id: ahead, version: 1, code: 'infection', reason: '学級閉鎖' });
  expect(await hold(ahead, { visitOn: '2022-11-05', pupils: '28' })).toMatchObject({
    ok: false,
    refusal: { kind: 'not-planned', status: 'cancelled' },
  });
});

test('a held event is the last activity of everybody who led it [Y4-06]', async () => {
  await registerPeople();
  const id = await register('fair', fair);
  await hold(id, { visitOn: '2022-11-23', pupils: '10' });
  const ledgers = await desk.asOwner(`select instructor_id as id from instructor where number = 'M-002'`);
  const [person] = ledgers as { id: string }[];
  const activity = await getInstructorActivity(clerk(), { id: person?.id ?? '', fiscalYear });
  expect([activity.lastHeldOn, activity.held]).toEqual(['2022-11-23', 1]);
});
