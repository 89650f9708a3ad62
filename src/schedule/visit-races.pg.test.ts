import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled, recordHeld } from './close-visit.server.ts';
import { sql } from 'kysely';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { visitRecords } from './visit-records.server.ts';
import { loadVisitKnown, lockSchedule } from './visit-references.server.ts';
import { visitStore } from './visit-store.server.ts';
import type { VisitInput } from './domain/visit.ts';
import type { Tx } from '#platform/db/database.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

beforeEach(async () => {
  await registerOrganization(desk.context());
  await registerInstructor(desk.context());
});

const at = (number: string, startsAt: string, endsAt: string) => aVisit({ number, startsAt, endsAt });
const overlaps = { refusal: { problems: [{ key: 'instructorNumbers', problem: { kind: 'overlaps' } }] } };

test('of visits entered at the same moment for one person at overlapping times one is kept, the others are told', async () => {
  const inputs = [at('V-1', '10:00', '12:00'), at('V-2', '11:59', '13:00'), at('V-3', '09:00', '17:00')];
  const answers = await Promise.all(inputs.map((input) => visitRecords.create(desk.context(), { input, fiscalYear })));
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused).toHaveLength(2);
  for (const answer of refused) expect(answer).toMatchObject(overlaps);
});

test('of two visits moved to one hour at the same moment one is moved, the other one is told', async () => {
  const ids = [
    await registerVisit(desk.context(), at('V-1', '09:00', '10:00')),
    await registerVisit(desk.context(), at('V-2', '11:00', '12:00')),
  ];
  const moves = ids.map((id, index) =>
    visitRecords.update(desk.context(), { id, version: 1, input: at(`V-${index + 1}`, '14:00', '15:00'), fiscalYear }),
  );
  const answers = await Promise.all(moves);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject(overlaps);
});

test('an import and a visit entered meanwhile do not book one person twice', async () => {
  const rows = [{ line: 2, input: at('V-9', '10:30', '11:30') }];
  const [imported, entered] = await Promise.all([
    visitRecords.importAll(desk.context(), rows, { fiscalYear, dryRun: false, absentKeys: [] }),
    visitRecords.create(desk.context(), { input: at('V-1', '10:00', '12:00'), fiscalYear }),
  ]);
  expect([imported.ok, entered.ok].filter(Boolean)).toHaveLength(1);
});

test('of holding and cancelling one visit at the same moment one counts, the other gets Conflict or is told', async () => {
  const visitOn = plainDate('2022-11-30');
  const id = await registerVisit(desk.context(), { visitOn });
  const answers = await Promise.allSettled([
    recordHeld(desk.context(), { id, version: 1, visitOn, trainees: 5 }),
    recordCancelled(desk.context(), { id, version: 1, code: 'weather', reason: '大雪' }),
  ]);
  const kept = answers.filter((answer) => answer.status === 'fulfilled' && answer.value.ok);
  expect(kept).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Conflict);
  }
  expect((await visitRecords.get(desk.context(), id)).version).toBe(2);
});

test('a corner that holds its schedule keeps no other corner waiting', async () => {
  const other = desk.context({ corner: '34' });
  await registerOrganization(other, { municipalityCode: '341002' });
  await registerInstructor(other, { municipalityCode: '341002' });
  await desk
    .context()
    .db.transaction()
    .execute(async (tx) => {
      await lockSchedule(tx);
      expect(await registerVisit(other)).toBeTruthy();
    });
});

/** Writes a visit as a program would that neither waits for the schedule nor looks at it. */
async function writeUnseen(tx: Tx, visit: VisitInput): Promise<void> {
  const ctx = desk.context();
  const known = await loadVisitKnown(tx, [visit], { ctx, replacedId: undefined });
  await visitStore.save(tx, ctx, [{ id: ctx.newId(), version: 0, input: visit }], known);
}

const storedNumbers = async () =>
  (await desk.context().db.selectFrom('visit').select('number').orderBy('number').execute()).map(
    ({ number }) => number,
  );

test('the database itself keeps one of two bookings of one person for one minute, whoever writes them and however', async () => {
  const both = Promise.withResolvers<void>();
  let written = 0;
  const book = (number: string, startsAt: string) =>
    desk
      .context()
      .db.transaction()
      .execute(async (tx) => {
        await writeUnseen(tx, at(number, startsAt, '12:00'));
        written += 1;
        if (written === 2) both.resolve();
        await both.promise;
      });
  const answers = await Promise.allSettled([book('V-1', '10:00'), book('V-2', '11:59')]);
  const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as { code?: string }] : []));
  expect(lost).toHaveLength(1);
  expect(['23P01', '40P01']).toContain(lost[0]?.code);
  expect(await storedNumbers()).toHaveLength(1);
});

/** Waits until some session waits for the transaction of another one. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await desk.asOwner(`select from pg_locks where locktype = 'transactionid' and not granted`);
    if (waiting.length > 0) return;
  }
}

test('who is beaten by a booking that their own check could not see yet is told by whom, where and when', async () => {
  const first = await desk
    .context()
    .db.transaction()
    .execute(async (tx) => {
      await writeUnseen(tx, at('V-1', '10:00', '12:00'));
      const beaten = visitRecords.create(desk.context(), { input: at('V-2', '11:00', '13:00'), fiscalYear });
      await somebodyWaits();
      return { beaten };
    });
  expect(await first.beaten).toMatchObject({
    refusal: { problems: [{ problem: { kind: 'overlaps', visit: 'V-1', startsAt: '10:00', endsAt: '12:00' } }] },
  });
  expect(await storedNumbers()).toEqual(['V-1']);
});

test('a file that is beaten in the same way changes nothing and names its line', async () => {
  const first = await desk
    .context()
    .db.transaction()
    .execute(async (tx) => {
      await writeUnseen(tx, at('V-1', '10:00', '12:00'));
      const rows = [
        { line: 2, input: at('V-2', '08:00', '09:00') },
        { line: 3, input: at('V-3', '11:00', '13:00') },
      ];
      const beaten = visitRecords.importAll(desk.context(), rows, { fiscalYear, dryRun: false, absentKeys: [] });
      await somebodyWaits();
      return { beaten };
    });
  expect(await first.beaten).toMatchObject({
    ok: false,
    problems: [{ line: 3, problem: { key: 'instructorNumbers' } }],
  });
  expect(await storedNumbers()).toEqual(['V-1']);
});

test('a visit is moved onto the hour of its new instructor only when that instructor is free', async () => {
  await registerVisit(desk.context(), at('V-1', '10:00', '12:00'));
  const moving = await registerVisit(desk.context(), at('V-2', '13:00', '14:00'));
  const move = sql`update visit set starts_at = '11:00', ends_at = '12:30' where visit_id = ${moving}`;
  await expect(move.execute(desk.context().db)).rejects.toMatchObject({ constraint: 'visit_instructor_occupied' });
});
