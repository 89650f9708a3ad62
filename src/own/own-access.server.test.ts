import { pino } from 'pino';
import { beforeEach, expect, test } from 'vitest';
import { anInstructor, registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { mergeInstructors } from '#instructor/merge-instructors.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { findOwnSession, findSessionEnd, getAccess, listOwnDevices } from './access-queries.server.ts';
import { inviteInstructor, revokeAccess } from './invite-instructor.server.ts';
import { endOwnSessions, useOwnSession } from './own-devices.server.ts';
import { contextOfInstructor, signInWithCode, signInWithLink, type OwnDesk } from './own-sign-in.server.ts';

const database = useTestDatabase();
const key = 'the secret of a desk in tests, 32 letters';
const from = { address: '192.0.2.7', device: 'Mozilla/5.0 (iPhone) Safari/605' };
const start = Date.parse('2022-11-30T01:00:00.000Z');
const DAY = 24 * 60 * 60 * 1000;
let now = start;
let instructorId = '';

const clock = { today: () => plainDate('2022-11-30'), now: () => new Date(now).toISOString() };
const desk = (): OwnDesk => ({ database: database.database(), clock, log: pino({ level: 'silent' }), key });
const staff = (options = {}) => ({ ...database.context(options), now: clock.now });
const invite = (id = instructorId) => inviteInstructor(staff(), { instructorId: id, key });
const enter = (code: string, number = 'M-001') => signInWithCode(desk(), { number, code, from });
const sessionOf = (token: string) => findOwnSession(database.database(), { token, key, now: clock.now() });

beforeEach(async () => {
  now = start;
  instructorId = await registerInstructor(database.context());
});

test('a letter signs in once, by its code or by its link, and says on which device [A11-24]', async () => {
  const { code, token } = await invite();
  const entered = await enter(code.toLowerCase().replaceAll('-', ' '), 'ｍ－００１');
  if (!entered.ok) throw new Error(entered.refusal.kind);
  expect(await sessionOf(entered.value.token)).toMatchObject({ corner: '35', instructorId, name: '架空 太郎' });
  expect(await enter(code)).toEqual({ ok: false, refusal: { kind: 'wrong' } });
  expect(await signInWithLink(desk(), { token, from })).toEqual({ ok: false, refusal: { kind: 'wrong' } });
  const again = await invite();
  expect(await signInWithLink(desk(), { token: again.token, from })).toMatchObject({ ok: true });
  const { invitations, devices } = await getAccess(staff(), instructorId);
  expect(invitations.map(({ state }) => state)).toEqual(['used', 'used']);
  expect(devices).toHaveLength(2);
});

test('neither code, link nor session stand in the database [SEC-08]', async () => {
  const { code, token } = await invite();
  const entered = await enter(code);
  const rows = JSON.stringify([
    await database.asOwner('select * from own_invitation'),
    await database.asOwner('select * from own_session'),
    await database.asOwner('select * from audit_entry'),
  ]);
  for (const secret of [code, code.slice(3), code.replaceAll('-', ''), token, entered.ok ? entered.value.token : ''])
    expect(rows).not.toContain(secret);
});

test('a letter works for 14 days, a device that is not used for 30', async () => {
  const { code } = await invite();
  now = start + 14 * DAY;
  expect(await enter(code)).toMatchObject({ ok: false });
  const fresh = await invite();
  now += 14 * DAY - 1;
  const entered = await enter(fresh.code);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  now += 30 * DAY - 1;
  expect(await sessionOf(entered.value.token)).toBeDefined();
  now += 1;
  expect(await sessionOf(entered.value.token)).toBeUndefined();
});

test('a device that is used stays signed in, up to 180 days, and is told when it ended [SEC-11]', async () => {
  const entered = await enter((await invite()).code);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  const { token } = entered.value;
  for (let day = 25; day <= 175; day += 25) {
    now = start + day * DAY;
    const used = await useOwnSession(desk(), token);
    expect(Date.parse(used?.session.expiresAt ?? '')).toBe(start + Math.min(day + 30, 180) * DAY);
    expect(Date.parse(used?.session.lastEndAt ?? '')).toBe(start + 180 * DAY);
  }
  now = start + 180 * DAY - 1;
  expect(await useOwnSession(desk(), token)).toBeDefined();
  expect(await findSessionEnd(database.database(), { token, key, now: clock.now() })).toBeUndefined();
  now += 1;
  expect(await useOwnSession(desk(), token)).toBeUndefined();
  const endedAt = await findSessionEnd(database.database(), { token, key, now: clock.now() });
  expect(Date.parse(endedAt ?? '')).toBe(now);
});

test('using a device that was ended does not bring it back', async () => {
  const entered = await enter((await invite()).code);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  await revokeAccess(staff(), instructorId);
  now += 2 * DAY;
  expect(await useOwnSession(desk(), entered.value.token)).toBeUndefined();
  expect(
    await findSessionEnd(database.database(), { token: entered.value.token, key, now: clock.now() }),
  ).toBeUndefined();
});

test('a newer letter takes the place of an older one', async () => {
  const first = await invite();
  const second = await invite();
  expect(await enter(first.code)).toMatchObject({ ok: false });
  expect(await enter(second.code)).toMatchObject({ ok: true });
});

test("a right code with somebody else's number signs nobody in and stays good", async () => {
  const { code } = await invite();
  expect(await enter(code, 'M-002')).toEqual({ ok: false, refusal: { kind: 'wrong' } });
  expect(await enter(code)).toMatchObject({ ok: true });
});

test('after a merge the letter of either record works with either number [A11-24]', async () => {
  const kept = await registerInstructor(staff(), { number: 'M-002', name: '架空 花子' });
  const { code } = await invite();
  const [survivor, other] = [kept, instructorId].map((id) => ({ id, version: 1 }));
  if (!survivor || !other) throw new Error('nobody to merge');
  await mergeInstructors(staff(), { survivor, other, reason: '二重登録' });
  const entered = await enter(code, 'M-001');
  expect(await sessionOf(entered.ok ? entered.value.token : '')).toMatchObject({ instructorId: kept });
  const again = await invite(kept);
  expect(await enter(again.code, 'M-003')).toMatchObject({ ok: false });
  expect(await enter(again.code, 'M-002')).toMatchObject({ ok: true });
});

test('ten wrong codes lock the number for a while, known or not; the right one too [SEC-08]', async () => {
  const { code } = await invite();
  for (const number of ['M-001', 'M-999']) {
    for (let count = 0; count < 10; count += 1)
      expect(await enter('35-AAAA-AAAA', number)).toMatchObject({ refusal: { kind: 'wrong' } });
    expect(await enter(code, number)).toMatchObject({ refusal: { kind: 'locked', by: 'instructor', failures: 10 } });
  }
  const locked = await database.asOwner("select entity_id from audit_entry where action = 'locked-out'");
  expect(locked).toEqual([{ entity_id: instructorId }]);
  now += 16 * 60 * 1000;
  expect(await enter(code)).toMatchObject({ ok: true });
});

test('a hundred failures of one source lock it, whatever it names [SEC-08]', async () => {
  for (let count = 0; count < 100; count += 1) await enter('35-AAAA-AAAA', `N-${count}`);
  expect(await signInWithLink(desk(), { token: 'x', from })).toMatchObject({
    refusal: { kind: 'locked', by: 'address' },
  });
});

test('staff take letter and devices back at once; the person ends their own devices [SEC-11]', async () => {
  const entered = await enter((await invite()).code);
  const other = await enter((await invite()).code);
  if (!entered.ok || !other.ok) throw new Error('not signed in');
  const session = await sessionOf(entered.value.token);
  const own = contextOfInstructor(desk(), { corner: '35', owner: { id: instructorId, name: '架空 太郎' } });
  await endOwnSessions(own, { instructorId, sessionId: session?.id ?? '', which: 'others' });
  expect(await sessionOf(other.value.token)).toBeUndefined();
  const open = await invite();
  await revokeAccess(staff(), instructorId);
  expect(await sessionOf(entered.value.token)).toBeUndefined();
  expect(await enter(open.code)).toMatchObject({ ok: false });
  const actions = (await database.asOwner(
    "select action from audit_entry where entity_kind = 'own-access' order by sequence",
  )) as { action: string }[];
  expect(actions.map(({ action }) => action)).toEqual([
    'issued',
    'signed-in',
    'issued',
    'signed-in',
    'session-ended',
    'issued',
    'revoked',
  ]);
});

test('a deleted instructor is signed out, and no letter is written to one', async () => {
  const entered = await enter((await invite()).code);
  const open = await invite();
  await instructorRecords.remove(staff(), { id: instructorId, version: 1, reason: '退任' });
  expect(await sessionOf(entered.ok ? entered.value.token : '')).toBeUndefined();
  expect(await enter(open.code)).toMatchObject({ ok: false });
  await expect(invite()).rejects.toThrow(NotFound);
});

test.each(['clerk', 'coordinator', 'auditor', 'instructor', 'center'] as const)(
  'the %s writes no letters [SEC-13]',
  (role) => {
    expect(() => inviteInstructor(staff({ role }), { instructorId, key })).toThrow(Forbidden);
    expect(() => revokeAccess(staff({ role }), instructorId)).toThrow(Forbidden);
  },
);

test("another corner's staff find nobody to write to, and its tokens open nothing here [SEC-13]", async () => {
  const next = { corner: '34' };
  await expect(inviteInstructor(staff(next), { instructorId, key })).rejects.toThrow(NotFound);
  const entered = await enter((await invite()).code);
  const token = entered.ok ? entered.value.token : '';
  expect(await sessionOf(token.replace(/^35/u, '34'))).toBeUndefined();
});

test('an instructor sees the devices of nobody else [SEC-13]', async () => {
  const other = await instructorRecords.create(staff(), { input: anInstructor({ number: 'M-002' }), fiscalYear: 2022 });
  const otherId = other.ok ? other.value.id : '';
  const own = contextOfInstructor(desk(), { corner: '35', owner: { id: instructorId, name: '架空 太郎' } });
  expect(await listOwnDevices(own, instructorId)).toEqual([]);
  await expect(listOwnDevices(own, otherId)).rejects.toThrow(Forbidden);
  expect(() => endOwnSessions(own, { instructorId: otherId, sessionId: otherId, which: 'others' })).toThrow(Forbidden);
});

test('whoever is no longer registered comes in neither by a device nor by a letter [SEC-13]', async () => {
  const first = await invite();
  const entered = await enter(first.code);
  if (!entered.ok) throw new Error(entered.refusal.kind);
  const second = await invite();
  await database.asOwner(`insert into upkeep (corner_code, instructor_id, state, ended_on)
    values ('35', '${instructorId}', 'deregistered', '2022-11-30')`);
  expect(await sessionOf(entered.value.token)).toBeUndefined();
  expect(await enter(second.code)).toEqual({ ok: false, refusal: { kind: 'wrong' } });
});
