import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization, registerRequest } from '#dispatch/dispatch-fixture.server.ts';
import { getRequestProgress } from '#dispatch/request-queries.server.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { findBrokenLink } from '#platform/audit/audit-queries.server.ts';
import { aVisit } from '#schedule/schedule-fixture.server.ts';
import { visitRecords } from '#schedule/visit-records.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { assignInstructor } from './assign-instructor.server.ts';
import type { AssignmentOrder } from './judge-assignment.server.ts';

const desk = useTestDatabase();
const [monday, tuesday] = [plainDate('2022-12-05'), plainDate('2022-12-06')] as const;
let requestId: string;
let instructorId: string;

beforeEach(async () => {
  await registerOrganization(desk.context());
  instructorId = await registerInstructor(desk.context());
  requestId = await registerRequest(desk.context());
});

const assign = (changes: Partial<AssignmentOrder> = {}) =>
  assignInstructor(desk.context(), { requestId, instructorId, days: [monday], startsAt: '10:00', ...changes });
const listPlanned = () =>
  desk.asOwner(`select visit_on::text as day, count(*)::integer as visits from visit group by 1 order by 1`);

test('of coordinators who assign one person to one day at the same moment one wins, the others are told', async () => {
  const requests = await Promise.all(
    Array.from({ length: 5 }, (_, index) => registerRequest(desk.context(), { number: `R-1${index}` })),
  );
  const answers = await Promise.all(requests.map((id) => assign({ requestId: id })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect(answer).toMatchObject({ refusal: { kind: 'day-not-free', days: [{ day: monday, block: 'busy' }] } });
  }
  expect(await listPlanned()).toEqual([{ day: monday, visits: 1 }]);
  expect(await findBrokenLink(desk.context().db)).toBeUndefined();
});

test('of an assignment and a visit entered by hand for the same person and hour one wins, the other is told', async () => {
  for (const [index, day] of [monday, tuesday].entries()) {
    const visit = aVisit({ number: `V-${index}`, visitOn: day, startsAt: '11:00', endsAt: '12:30' });
    const [assigned, entered] = await Promise.all([
      assign({ days: [day] }),
      visitRecords.create(desk.context(), { input: visit, fiscalYear: 2022 }),
    ]);
    expect([assigned.ok, entered.ok].filter(Boolean)).toHaveLength(1);
    if (!entered.ok) expect(entered.refusal).toMatchObject({ problems: [{ problem: { kind: 'overlaps' } }] });
    if (!assigned.ok) expect(assigned.refusal).toMatchObject({ kind: 'day-not-free' });
  }
  expect(await listPlanned()).toEqual([
    { day: monday, visits: 1 },
    { day: tuesday, visits: 1 },
  ]);
});

test('a request is not filled twice by coordinators who choose different people', async () => {
  const other = await registerInstructor(desk.context(), { number: 'M-002' });
  const days = [monday, tuesday];
  const answers = await Promise.all([assign({ days }), assign({ days, instructorId: other })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    refusal: {
      kind: 'day-not-free',
      days: [
        { day: monday, block: 'served' },
        { day: tuesday, block: 'served' },
      ],
    },
  });
  expect((await getRequestProgress(desk.context(), requestId)).visits).toHaveLength(2);
});

test('one assignment sent five times at the same moment plans once, and every answer is the same [FRM-34]', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => assign({ key: 'once' })));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await listPlanned()).toEqual([{ day: monday, visits: 1 }]);
});

test('an instructor who leaves the registry while being assigned has no visit, or stays', async () => {
  const [assigned, removed] = await Promise.all([
    assign(),
    instructorRecords.remove(desk.context(), { id: instructorId, version: 1, reason: '登録解除' }),
  ]);
  expect([assigned.ok, removed.ok].filter(Boolean)).toHaveLength(1);
});
