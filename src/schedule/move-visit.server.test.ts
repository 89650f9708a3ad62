import { beforeEach, expect, test } from 'vitest';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { recordCancelled, recordMoved } from './close-visit.server.ts';
import { correctVisit } from './correct-visit.server.ts';
import { nameReason } from './name-reason.server.ts';
import type { VisitInput } from './domain/visit.ts';
import { aVisit, registerVisit } from './schedule-fixture.server.ts';
import { listVisits } from './visit-queries.server.ts';
import { showVisitEvent } from './web/visit-events.tsx';
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

const correct = (id: string, changes: Partial<VisitInput>) =>
  correctVisit(desk.context(), { id, version: 1, input: aVisit(changes), fiscalYear: 2022 });

test.each([
  ['実施日', { visitOn: plainDate('2022-12-06') }, 'move'],
  ['開始', { startsAt: '09:00' }, 'move'],
  ['終了', { endsAt: null }, 'move'],
  ['状態', { status: 'cancelled', cancelReason: '大雪' }, 'cancel'],
] as const)('the form of a planned visit that changes %s leads to the short form with its reason', async (...given) => {
  const [header, changes, form] = given;
  const id = await registerVisit(desk.context());
  const problems = [{ header, problem: { kind: 'own-form', form } }];
  expect(await correct(id, changes)).toMatchObject({ refusal: { kind: 'fields', problems } });
  expect(await listVisitEvents(desk.context(), id)).toEqual([]);
});

test('hours that were open are told by the form, and are no move', async () => {
  const id = await registerVisit(desk.context(), { startsAt: null, endsAt: null });
  expect(await correct(id, { startsAt: '09:00', endsAt: '11:00' })).toMatchObject({ ok: true });
  expect(await listVisitEvents(desk.context(), id)).toEqual([]);
});

test('the form of a visit mends all else, and the day of one that was held', async () => {
  const id = await registerVisit(desk.context());
  const held = { status: 'held', visitOn: plainDate('2022-11-29') } as const;
  expect(await correct(id, held)).toMatchObject({ ok: true });
  const input = aVisit({ ...held, visitOn: plainDate('2022-11-28'), trainees: 9 });
  expect(await correctVisit(desk.context(), { id, version: 2, input, fiscalYear: 2022 })).toMatchObject({ ok: true });
  await expect(correct(id, { trainees: 3 })).rejects.toThrow(Conflict);
});

test('a file brings moves and cancellations without a 区分: they are on record as such, once however often it comes (contract.md §3)', async () => {
  const rows = (changes: Partial<VisitInput>) => [
    { line: 2, input: aVisit(changes) },
    { line: 3, input: aVisit({ number: 'V-002', status: 'cancelled', cancelReason: '大雪のため' }) },
  ];
  const take = (changes: Partial<VisitInput>) =>
    visitRecords.importAll(desk.context(), rows(changes), { fiscalYear: 2022, dryRun: false, absentKeys: [] });
  await take({});
  await take(slot);
  await take(slot);
  const { rows: stored } = await listVisits(desk.context(), { filters: {}, order: 'earliest', cursor: undefined });
  const events = await Promise.all(stored.map(({ id }) => listVisitEvents(desk.context(), id)));
  expect(events.flat()).toMatchObject([
    { reasonCode: 'unknown', reason: '大雪のため', to: null },
    { reasonCode: 'unknown', reason: '', from: { visitOn: '2022-12-05' }, to: slot },
  ]);
  expect(events.flat().map((event) => showVisitEvent(event).why)).toEqual([
    '区分の記録なし：大雪のため',
    '区分の記録なし',
  ]);
});

test('what a file brought without a 区分 gets one, once and with a trace; one that has a 区分 keeps it', async () => {
  const cancelled = aVisit({ status: 'cancelled', cancelReason: '大雪のため' });
  await visitRecords.importAll(desk.context(), [{ line: 2, input: cancelled }], {
    fiscalYear: 2022,
    dryRun: false,
    absentKeys: [],
  });
  const { rows } = await listVisits(desk.context(), { filters: {}, order: 'earliest', cursor: undefined });
  const visitId = rows[0]?.id ?? '';
  const name = (code: string) => nameReason(desk.context(), { visitId, version: 1, code });
  expect(await name('unknown')).toMatchObject({ refusal: { kind: 'code-missing' } });
  expect(await name('weather')).toMatchObject({ ok: true });
  expect(await name('host')).toMatchObject({ ok: true });
  expect(await listVisitEvents(desk.context(), visitId)).toMatchObject([
    { reasonCode: 'weather', reason: '大雪のため' },
  ]);
  const { history } = await visitRecords.get(desk.context(), visitId);
  expect(history.filter(({ after }) => after?.['reasonCode'] === '天候')).toHaveLength(1);
  const far = { visitId, version: 1, code: 'host' };
  await expect(nameReason(desk.context({ corner: '34' }), far)).rejects.toThrow(NotFound);
  await expect(async () => nameReason(desk.context({ role: 'auditor' }), far)).rejects.toThrow(Forbidden);
});
