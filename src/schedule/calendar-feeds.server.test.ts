import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { createClock } from '#platform/context.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { createFloodGate } from '#public-request/domain/flood-gate.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignCoordinator } from './assign-coordinator.server.ts';
import { getCalendarFeed, issueCalendarFeed, revokeCalendarFeed } from './calendar-feeds.server.ts';
import { recordCancelled, recordMoved } from './close-visit.server.ts';
import { feedLimits, lastFeedDay, type FeedSubject } from './domain/calendar-feed.ts';
import { addToRoster } from './keep-roster.server.ts';
import { readCalendarFeed } from './read-calendar-feed.server.ts';
import { registerVisit } from './schedule-fixture.server.ts';

const desk = useTestDatabase();
let instructor: FeedSubject;
let host: FeedSubject;
const coordinator: FeedSubject = { kind: 'coordinator', id: 'u1' };

beforeEach(async () => {
  host = { kind: 'host', id: await registerOrganization(desk.context()) };
  instructor = { kind: 'instructor', id: await registerInstructor(desk.context()) };
  await desk.asOwner(`insert into "user" (id, name, email, "emailVerified", role, "cornerCode")
    values ('u1', '職員 一', 'u1@example.jp', true, 'officer', '35')`);
});

const readOn = (token: string, today = '2022-11-30', gate = createFloodGate(feedLimits)) =>
  readCalendarFeed(
    { database: desk.database(), clock: createClock(plainDate(today)) },
    { token, address: '192.0.2.1' },
    gate,
  );

async function calendarOf(subject: FeedSubject): Promise<string> {
  const { token } = await issueCalendarFeed(desk.context(), subject);
  const read = await readOn(token);
  if (!read.ok) throw new Error(read.refusal.kind);
  return read.value.replaceAll('\r\n ', '');
}

test.each([
  ['2022-11-30', '2024-03-31'],
  ['2023-03-31', '2024-03-31'],
  ['2023-04-01', '2025-03-31'],
])('an address made on %s holds until %s, the end of the following 年度', (today, until) => {
  expect(lastFeedDay(plainDate(today))).toBe(until);
});

test('a visit that moves keeps its UID and counts up; one that is called off says so [RFC 5545]', async () => {
  const id = await registerVisit(desk.context());
  const { token } = await issueCalendarFeed(desk.context(), instructor);
  const lines = async () => {
    const read = await readOn(token);
    return read.ok ? read.value.split('\r\n').filter((line) => /^(UID|SEQUENCE|STATUS|DTSTART)/u.test(line)) : [];
  };
  const uid = `UID:${id}.35@takumi-desk`;
  expect(await lines()).toEqual([uid, 'SEQUENCE:1', 'STATUS:CONFIRMED', 'DTSTART:20221205T010000Z']);
  const slot = { visitOn: plainDate('2022-12-06'), startsAt: '08:00', endsAt: '09:00' };
  await recordMoved(desk.context(), { id, version: 1, code: 'host', reason: '点検', slot });
  expect(await lines()).toEqual([uid, 'SEQUENCE:2', 'STATUS:CONFIRMED', 'DTSTART:20221205T230000Z']);
  await recordCancelled(desk.context(), { id, version: 2, code: 'weather', reason: '大雪' });
  expect(await lines()).toEqual([uid, 'SEQUENCE:3', 'STATUS:CANCELLED', 'DTSTART:20221205T230000Z']);
});

test('each feed tells its own visits, and nothing of trainees or of why', async () => {
  const visitId = await registerVisit(desk.context());
  await registerOrganization(desk.context(), { number: 'O-002', name: '別の架空工業' });
  await registerInstructor(desk.context(), { number: 'M-002', name: '見本 花子', nameKana: 'ミホン ハナコ' });
  await registerVisit(desk.context(), { number: 'V-002', organizationNumber: 'O-002', instructorNumbers: ['M-002'] });
  await assignCoordinator(desk.context(), { visitId, coordinatorId: 'u1' });
  const line = { name: '受講 秘子', nameKana: null, age: null, affiliation: null, aimedGrade: null };
  await addToRoster(desk.context(), { visitId, version: 1, lines: [line] });
  for (const subject of [instructor, host, coordinator]) {
    const calendar = await calendarOf(subject);
    expect(calendar.match(/^BEGIN:VEVENT/gmu)).toHaveLength(1);
    expect(calendar).toContain('V-001');
    expect(calendar).not.toMatch(/受講|秘子|V-002|5人/u);
  }
});

test('only the hash is kept; a new address ends the one before, and whoever stops it ends it at once', async () => {
  const first = await issueCalendarFeed(desk.context(), host);
  const second = await issueCalendarFeed(desk.context(), host);
  expect(await readOn(first.token)).toEqual({ ok: false, refusal: { kind: 'ended' } });
  expect((await readOn(second.token)).ok).toBe(true);
  const kept = JSON.stringify([
    await desk.asOwner('select * from calendar_feed'),
    await desk.asOwner('select * from audit_entry'),
  ]);
  expect(kept).not.toContain(second.token.slice(3));
  expect((await getCalendarFeed(desk.context(), host)).feed).toMatchObject({ expiresOn: '2024-03-31' });
  await revokeCalendarFeed(desk.context(), host);
  expect(await readOn(second.token)).toEqual({ ok: false, refusal: { kind: 'ended' } });
  expect((await getCalendarFeed(desk.context(), host)).feed).toBeUndefined();
});

test('an address ends after its last day, and with whom it is about', async () => {
  const { token } = await issueCalendarFeed(desk.context(), host);
  expect((await readOn(token, '2024-03-31')).ok).toBe(true);
  expect(await readOn(token, '2024-04-01')).toEqual({ ok: false, refusal: { kind: 'ended' } });
  const own = await issueCalendarFeed(desk.context(), coordinator);
  await desk.asOwner(`update "user" set "disabledAt" = now()`);
  expect(await readOn(own.token)).toEqual({ ok: false, refusal: { kind: 'ended' } });
});

test('a token that is no token of ours, of another corner, or asked too often shows nothing', async () => {
  const { token } = await issueCalendarFeed(desk.context(), host);
  for (const other of ['', 'x', `34${token.slice(2)}`, `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`]) {
    expect(await readOn(other)).toEqual({ ok: false, refusal: { kind: 'unknown' } });
  }
  const gate = createFloodGate({ ...feedLimits, perAddress: 2 });
  expect((await readOn(token, '2022-11-30', gate)).ok).toBe(true);
  expect((await readOn(token, '2022-11-30', gate)).ok).toBe(true);
  expect(await readOn(token, '2022-11-30', gate)).toEqual({ ok: false, refusal: { kind: 'too-often' } });
});

test('nobody makes an address for another corner, without the permission, or as an instructor for somebody else [SEC-13]', async () => {
  const at = (role: 'auditor' | 'officer' | 'instructor', corner = '35') => desk.context({ role, corner });
  await expect(async () => issueCalendarFeed(at('auditor'), host)).rejects.toThrow(Forbidden);
  await expect(issueCalendarFeed(at('officer', '34'), host)).rejects.toThrow(NotFound);
  await expect(issueCalendarFeed(at('officer', '34'), coordinator)).rejects.toThrow(NotFound);
  await expect(async () => issueCalendarFeed(at('instructor'), instructor)).rejects.toThrow(Forbidden);
  await expect(async () => issueCalendarFeed(at('instructor'), host)).rejects.toThrow(Forbidden);
});
