import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled, recordHeld } from './close-visit.server.ts';
import type { RosterLine } from './domain/roster.ts';
import { addToRoster, carryOverRoster, recordAttendance, saveRoster } from './keep-roster.server.ts';
import { countRosterOf, getRoster } from './roster-queries.server.ts';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { sumVisits } from './visit-queries.server.ts';
import { visitRecords } from './visit-records.server.ts';

const desk = useTestDatabase();
const visitOn = plainDate('2022-11-30');

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
});

const someone = (name: string): RosterLine => ({
  name,
  nameKana: 'ミホン',
  age: { kind: 'age', years: 17 },
  affiliation: '機械科2年',
  aimedGrade: '3級',
});
const people = ['見本 一郎', '見本 二郎', '見本 三郎'].map(someone);
const versionOf = async (id: string) => (await visitRecords.get(desk.context(), id)).version;
const rosterOf = async (id: string) => (await getRoster(desk.context(), id)).entries;

async function visitWithRoster(changes = {}): Promise<string> {
  const visitId = await registerVisit(desk.context(), { visitOn, ...changes });
  await addToRoster(desk.context(), { visitId, version: 1, lines: people });
  return visitId;
}

test('a roster is kept line by line, and the visit counts what was typed until 出席 is recorded', async () => {
  const visitId = await visitWithRoster();
  expect(await rosterOf(visitId)).toEqual(people.map((line) => ({ ...line, present: null })));
  expect(await countRosterOf(desk.context(), visitId)).toEqual({ listed: 3, present: null });
  expect((await visitRecords.get(desk.context(), visitId)).input.trainees).toBe(5);
});

test('the people of a visit follow from the ticks: held, corrected, and in every sum (contract.md §4)', async () => {
  const visitId = await visitWithRoster();
  await recordAttendance(desk.context(), { visitId, version: 2, came: [1, 3] });
  const held = { id: visitId, version: 3, visitOn };
  expect(await recordHeld(desk.context(), { ...held, trainees: 5 })).toMatchObject({
    refusal: { problems: [{ key: 'trainees', problem: { kind: 'ticked', typed: 5, came: 2 } }] },
  });
  expect(await recordHeld(desk.context(), { ...held, trainees: 2 })).toMatchObject({ ok: true });
  expect((await sumVisits(desk.context(), {})).held).toEqual({ visits: 1, trainees: 2 });
  await recordAttendance(desk.context(), { visitId, version: 4, came: [1, 2, 3] });
  expect((await sumVisits(desk.context(), {})).held).toEqual({ visits: 1, trainees: 3 });
  const input = aVisit({ visitOn, status: 'held', trainees: 4 });
  const rows = [{ line: 2, input }];
  expect(
    await visitRecords.importAll(desk.context(), rows, { fiscalYear: 2022, dryRun: true, absentKeys: [] }),
  ).toMatchObject({ ok: false, problems: [{ problem: { key: 'trainees' } }] });
});

test('a line that was mended keeps its tick, one that was taken out no longer counts, a new one waits for its tick', async () => {
  const visitId = await visitWithRoster();
  await recordAttendance(desk.context(), { visitId, version: 2, came: [1, 3] });
  const lines = [
    { ...someone('見本 三朗'), place: 3 },
    { ...someone('見本 四郎'), place: null },
  ];
  await saveRoster(desk.context(), { visitId, version: 3, lines });
  expect((await rosterOf(visitId)).map(({ name, present }) => [name, present])).toEqual([
    ['見本 三朗', true],
    ['見本 四郎', null],
  ]);
  expect((await visitRecords.get(desk.context(), visitId)).input.trainees).toBe(1);
});

test('the roster of the visit before of the same request is taken over in one act, and only once', async () => {
  await registerRequest(desk.context());
  await visitWithRoster({ requestNumber: 'R-001', visitOn: plainDate('2022-11-29') });
  const visitId = await registerVisit(desk.context(), { number: 'V-002', requestNumber: 'R-001', visitOn });
  const other = await registerVisit(desk.context(), { number: 'V-003', visitOn, startsAt: '14:00', endsAt: '15:00' });
  expect((await getRoster(desk.context(), visitId)).earlier).toMatchObject({ number: 'V-001', listed: 3 });
  expect(await carryOverRoster(desk.context(), { visitId, version: 1 })).toEqual({ ok: true, value: { listed: 3 } });
  expect(await carryOverRoster(desk.context(), { visitId, version: 2 })).toEqual({ ok: true, value: { listed: 3 } });
  expect(await versionOf(visitId)).toBe(2);
  expect(await carryOverRoster(desk.context(), { visitId: other, version: 1 })).toMatchObject({
    refusal: { kind: 'nothing-earlier' },
  });
});

test('the log keeps how many they are and never who [SEC-12]', async () => {
  const visitId = await visitWithRoster();
  await recordAttendance(desk.context(), { visitId, version: 2, came: [2] });
  const rows = await desk.context().db.selectFrom('audit_entry').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain('見本 二郎');
  const { history } = await visitRecords.get(desk.context(), visitId);
  expect(history.find(({ action }) => action === 'attended')).toMatchObject({
    after: { trainees: 1, roster: '3人（出席1人）' },
  });
});

test('nobody changes what another one changed meanwhile, a cancelled visit, one of another corner, or without permission [SEC-13]', async () => {
  const visitId = await visitWithRoster();
  const add = { visitId, version: 1, lines: people };
  await expect(addToRoster(desk.context(), add)).rejects.toThrow(Conflict);
  await expect(addToRoster(desk.context({ corner: '34' }), add)).rejects.toThrow(NotFound);
  await expect(getRoster(desk.context({ corner: '34' }), visitId)).rejects.toThrow(NotFound);
  await expect(async () => addToRoster(desk.context({ role: 'auditor' }), add)).rejects.toThrow(Forbidden);
  await expect(async () => getRoster(desk.context({ role: 'auditor' }), visitId)).rejects.toThrow(Forbidden);
  await recordCancelled(desk.context(), { id: visitId, version: 2, code: 'weather', reason: '大雪' });
  expect(await addToRoster(desk.context(), { ...add, version: 3 })).toMatchObject({ refusal: { kind: 'cancelled' } });
});
