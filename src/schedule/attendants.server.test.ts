import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignAttendants } from './assign-attendants.server.ts';
import { registerVisit } from './schedule-fixture.server.ts';
import { listAttendants } from './visit-attendant-queries.server.ts';
import { listVisitDays } from './visit-calendar-queries.server.ts';

const desk = useTestDatabase();
const day = plainDate('2022-12-05');

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
  await desk.asOwner(`
    insert into "user" (id, name, email, "emailVerified", role, "cornerCode") values
    ('u1', '職員 一', 'u1@example.jp', true, 'officer', '35'), ('u2', '巡回 二', 'u2@example.jp', true, 'coordinator', '35'),
    ('u3', '他県 三', 'u3@example.jp', true, 'officer', '34')`);
});

test('who was at a visit is kept, shown on the day sheet, and narrows it', async () => {
  const visitId = await registerVisit(desk.context());
  await registerVisit(desk.context(), { number: 'V-002', startsAt: '14:00', endsAt: '15:00' });
  expect(await assignAttendants(desk.context(), { visitId, userIds: ['u1', 'u2', 'u1'] })).toMatchObject({ ok: true });
  expect((await listAttendants(desk.context(), visitId)).map(({ name }) => name)).toEqual(['巡回 二', '職員 一']);
  const sheet = (filters = {}) => listVisitDays(desk.context(), { from: day, to: day, filters, perDay: 9 });
  expect((await sheet()).map(({ attendants }) => attendants)).toEqual([['巡回 二', '職員 一'], []]);
  expect((await sheet({ attendant: 'u2' })).map(({ number }) => number)).toEqual(['V-001']);
  expect(await sheet({ attendant: 'u3' })).toEqual([]);
});

test('nobody of another corner stands at a visit; who left the corner later still does', async () => {
  const visitId = await registerVisit(desk.context());
  expect(await assignAttendants(desk.context(), { visitId, userIds: ['u3'] })).toMatchObject({
    refusal: { kind: 'unknown-attendant' },
  });
  await assignAttendants(desk.context(), { visitId, userIds: ['u1'] });
  await desk.asOwner(`update "user" set "disabledAt" = now() where id = 'u1'`);
  expect(await assignAttendants(desk.context(), { visitId, userIds: ['u1', 'u2'] })).toMatchObject({ ok: true });
  await assignAttendants(desk.context(), { visitId, userIds: [] });
  expect(await listAttendants(desk.context(), visitId)).toEqual([]);
});

test('nobody writes it of another corner or without the permission [SEC-13]', async () => {
  const visitId = await registerVisit(desk.context());
  const attend = { visitId, userIds: ['u1'] };
  await expect(assignAttendants(desk.context({ corner: '34' }), { visitId, userIds: ['u3'] })).rejects.toThrow(
    NotFound,
  );
  await expect(async () => assignAttendants(desk.context({ role: 'auditor' }), attend)).rejects.toThrow(Forbidden);
});
