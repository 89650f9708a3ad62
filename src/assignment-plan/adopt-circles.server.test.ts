import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { noSettings } from '#matching/domain/planning-settings.ts';
import { recordMoved } from '#schedule/close-visit.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { listVisitEvents } from '#schedule/visit-event-queries.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { adoptProposals } from './adopt-proposals.server.ts';
import { changePlan, ensureBasePlan } from './change-plan.server.ts';
import { pinAssignment } from './pins.server.ts';
import { runNow } from './start-run.server.ts';

const desk = useTestDatabase();
const days = [5, 6, 7].map((day) => plainDate(`2022-12-0${day}`));
const [monday, tuesday, wednesday] = days as unknown as readonly [PlainDate, PlainDate, PlainDate];
const candidateDates = [{ from: monday, until: plainDate('2022-12-09') }];
let planId: string;
let instructorId: string;
let requestIds: readonly string[];

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  planId = (await ensureBasePlan(desk.context(), 2022)).id;
});

/** Requests of one session each, agreed on one day after the other. */
async function agree(...people: readonly string[]) {
  const made: string[] = [];
  for (const [at, instructorNumber] of people.entries()) {
    const number = `R-00${at + 1}`;
    made.push(await registerRequest(desk.context(), { number, wishedSessions: 1, candidateDates }));
    await registerVisit(desk.context(), {
      number: `V-00${at + 1}`,
      requestNumber: number,
      visitOn: days[at] ?? monday,
      instructorNumbers: [instructorNumber],
    });
  }
  requestIds = made;
}

/** What a plan proposes in which each request is fixed to a day and a person. */
async function reckon(...wanted: readonly (readonly [PlainDate, string])[]) {
  for (const [at, [visitOn, person]] of wanted.entries()) {
    const pinned = { planId, requestId: requestIds[at] ?? '', instructorId: person, visitOn };
    await pinAssignment(desk.context(), pinned);
  }
  const { version } = await ensureBasePlan(desk.context(), 2022);
  const settings = { ...noSettings, moveAgreed: true };
  await changePlan(desk.context({ role: 'chief' }), { planId, version, name: '基本案', settings });
  const done = await runNow(desk.context(), { planId });
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

const adopt = (runId: string, ids: readonly string[] = requestIds) =>
  adoptProposals(desk.context(), { runId, requestIds: ids, way: 'visit', answerBy: null, key: 'one' });

const listVisits = () =>
  desk.asOwner(`select visit.number as visit, visit_on::text as day, instructor.number as person from visit
    join visit_instructor using (corner_code, visit_id) join instructor using (corner_code, instructor_id)
    order by visit.number`);

test('two requests whose agreed visits change days are adopted together, each move on record; the same key answers the same', async () => {
  await agree('M-001', 'M-001');
  const runId = await reckon([tuesday, instructorId], [monday, instructorId]);
  const answer = await adopt(runId);
  expect(answer).toMatchObject({ adopted: requestIds.map((requestId) => ({ requestId, visits: 1 })), refused: [] });
  expect(await listVisits()).toEqual([
    { visit: 'V-001', day: tuesday, person: 'M-001' },
    { visit: 'V-002', day: monday, person: 'M-001' },
  ]);
  const [{ id } = { id: '' }] = (await desk.asOwner(`select visit_id as id from visit where number = 'V-001'`)) as {
    id: string;
  }[];
  expect(await listVisitEvents(desk.context(), id)).toMatchObject([
    { from: { visitOn: monday }, to: { visitOn: tuesday } },
  ]);
  expect(await adopt(runId)).toEqual(answer);
});

test('three that follow each other round are adopted together', async () => {
  await agree('M-001', 'M-001', 'M-001');
  const runId = await reckon([tuesday, instructorId], [wednesday, instructorId], [monday, instructorId]);
  expect(await adopt(runId)).toMatchObject({ adopted: [{}, {}, {}], refused: [] });
  expect(await listVisits()).toMatchObject([{ day: tuesday }, { day: wednesday }, { day: monday }]);
});

test('two who change places may have as many visits as they take on', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  await desk.asOwner(`update instructor set yearly_cap = 1`);
  await agree('M-001', 'M-002');
  const runId = await reckon([monday, other], [tuesday, instructorId]);
  expect(await adopt(runId)).toMatchObject({ adopted: [{}, {}], refused: [] });
  expect(await listVisits()).toMatchObject([{ person: 'M-002' }, { person: 'M-001' }]);
});

test('where one of them cannot move, the other one does not either, and each is told its own reason', async () => {
  await agree('M-001', 'M-001');
  const runId = await reckon([tuesday, instructorId], [monday, instructorId]);
  const [, second = ''] = requestIds;
  const before = await listVisits();
  expect(await adopt(runId, requestIds.slice(0, 1))).toMatchObject({
    refused: [{ refusal: { kind: 'day-not-free' } }],
  });
  const [{ id } = { id: '' }] = (await desk.asOwner(`select visit_id as id from visit where number = 'V-002'`)) as {
    id: string;
  }[];
  const slot = { visitOn: tuesday, startsAt: '10:30', endsAt: '12:30' };
  await recordMoved(desk.context(), { id, version: 1, slot, code: 'host', reason: '設備点検' });
  expect(await adopt(runId)).toMatchObject({
    adopted: [],
    refused: [
      { refusal: { kind: 'day-not-free' } },
      { requestId: second, refusal: { kind: 'visit-changed', visit: 'V-002' } },
    ],
  });
  expect(await listVisits()).toEqual(before);
});
