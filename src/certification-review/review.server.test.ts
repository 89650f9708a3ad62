import { expect, test } from 'vitest';
import { certificationStates } from '#certification/domain/certification-state.ts';
import { createBatch } from '#certification-batch/change-batch.server.ts';
import { addToBatch, sendBatch } from '#certification-batch/fill-batch.server.ts';
import { getBatch } from '#certification-batch/batch-queries.server.ts';
import { insertWholeCase } from '#evidence/case-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { decodeCursor, PAGE_SIZE } from '#record/paging.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { reviewCase } from './review-case.server.ts';
import { countByCorner, findForReview, listArriving, listQueue } from './review-queries.server.ts';
import { listReviewWork } from './review-work.ts';

const desk = useTestDatabase();
const today = plainDate('2022-11-30');
const center = (corner = '35') => desk.context({ role: 'center', corner });
const corners = ['34', '35'];
const every = { fiscalYear: 2022, state: '', q: '' } as const;

/** Sends a bundle of one corner with so many applications. */
async function sendFrom(corner: string, { count = 1, sentOn = today, prefix = 'C' } = {}): Promise<readonly string[]> {
  const ctx = desk.context({ corner, today: sentOn });
  const caseIds: string[] = [];
  for (let index = 1; index <= count; index += 1) {
    caseIds.push(
      await insertWholeCase(ctx, { number: `${prefix}2022-${String(index).padStart(4, '0')}`, name: `山田 ${corner}` }),
    );
  }
  const input = { round: prefix === 'C' ? 1 : 2, deadlineOn: plainDate('2022-12-16'), note: null };
  const created = await createBatch(ctx, { input, fiscalYear: 2022 });
  const batchId = created.ok ? created.value.id : '';
  const address = async () => ({ batchId, version: (await getBatch(ctx, batchId)).batch.version });
  await addToBatch(ctx, { ...(await address()), caseIds });
  const sent = await sendBatch(ctx, { ...(await address()), sentOn, documentNumber: null });
  expect(sent.ok).toBe(true);
  return caseIds;
}

const queue = (filters: { fiscalYear: number; state: '' | 'sent'; q: string } = every, cursor?: string) =>
  listQueue(center, { corners, filters, cursor: decodeCursor(cursor, 3) });

test('the queue holds what every corner sent, longest waiting first, and nothing else [A7-03]', async () => {
  await sendFrom('35', { sentOn: plainDate('2022-11-29') });
  await sendFrom('34');
  await insertWholeCase(desk.context(), { number: 'C2022-0099', state: 'received' });
  const { rows } = await queue();
  expect(rows.map(({ corner, number, state }) => [corner, number, state])).toEqual([
    ['35', 'C2022-0001', 'sent'],
    ['34', 'C2022-0001', 'sent'],
  ]);
  expect((await queue({ ...every, fiscalYear: 2023 })).rows).toEqual([]);
  expect((await queue({ ...every, q: '山田 34' })).rows.map(({ corner }) => corner)).toEqual(['34']);
  expect((await listArriving(center, corners)).map(({ corner, cases }) => [corner, cases])).toEqual([
    ['35', 1],
    ['34', 1],
  ]);
});

test('pages of the queue go on over the corners, forth and back, without a gap and without a row twice', async () => {
  await sendFrom('34', { count: 30 });
  await sendFrom('35', { count: 30 });
  const first = await queue();
  const second = await queue(every, first.next);
  expect(first.rows).toHaveLength(PAGE_SIZE);
  expect(second.rows).toHaveLength(60 - PAGE_SIZE);
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(60);
  expect(second.next).toBeUndefined();
  expect((await queue(every, second.previous)).rows).toEqual(first.rows);
});

test('an application is opened by the Center in these states alone, and each time it is logged [SEC-11][SEC-13]', async () => {
  const [caseId = ''] = await sendFrom('35');
  const open: string[] = [];
  for (const state of certificationStates.filter(
    (each) => !['certified', 'scouted', 'drafting', 'received', 'interview'].includes(each),
  )) {
    await desk.asOwner(`update certification_case set state = '${state}'`);
    const opened = await findForReview(center(), caseId).then(
      () => true,
      () => false,
    );
    if (opened) open.push(state);
  }
  expect(open).toEqual(['sent', 'under-review', 'rejected']);
  const viewed = await desk.asOwner("select actor_id from audit_entry where action = 'viewed'");
  expect(viewed).toEqual(open.map(() => ({ actor_id: 'test-center' })));
  await desk.asOwner(`update certification_case set state = 'received', batch_id = null`);
  await expect(findForReview(center(), caseId)).rejects.toThrow('not found');
  await expect(findForReview(center('34'), caseId)).rejects.toThrow('not found');
});

test('the Center begins, returns with a reason, and the same key answers the same [FRM-34]', async () => {
  const [caseId = ''] = await sendFrom('35');
  const move = { caseId, happenedOn: today, reason: null };
  expect(await reviewCase(center(), { ...move, command: 'certify' })).toMatchObject({
    refusal: { kind: 'wrong-state' },
  });
  expect((await reviewCase(center(), { ...move, command: 'begin-review' })).ok).toBe(true);
  expect(await reviewCase(center(), { ...move, command: 'return' })).toMatchObject({
    refusal: { kind: 'reason-missing' },
  });
  const returned = { ...move, command: 'return', reason: '証明書に期間がない', key: 'once' } as const;
  const first = await reviewCase(center(), returned);
  expect(first).toMatchObject({ ok: true, value: { state: 'returned' } });
  expect(await reviewCase(center(), returned)).toEqual(first);
  expect((await queue()).rows.map(({ state }) => state)).toEqual(['returned']);
});

test('certifying enters the Meister in the ledger of the corner, at once', async () => {
  const [caseId = ''] = await sendFrom('35');
  await reviewCase(center(), { caseId, happenedOn: today, reason: null, command: 'begin-review' });
  const certificate = { registrationNumber: 'M-900', certifiedOn: today, course: 'not-taken' } as const;
  const certified = await reviewCase(center(), {
    caseId,
    happenedOn: today,
    reason: null,
    command: 'certify',
    certificate,
  });
  expect(certified).toMatchObject({ ok: true, value: { state: 'certified' } });
  const ledger = await desk.context().db.selectFrom('instructor').select(['number', 'name']).execute();
  expect(ledger).toEqual([{ number: 'M-900', name: '山田 35' }]);
  const [counted] = await countByCorner(center, { corners, fiscalYear: 2022 });
  expect(counted).toEqual({
    corner: '35',
    counts: { sent: 0, 'under-review': 0, returned: 0, certified: 1, rejected: 0 },
    since: { certified: today },
  });
});

test('nobody of a corner, no instructor and no owner of measures reads the queue or decides [SEC-13]', async () => {
  const [caseId = ''] = await sendFrom('35');
  for (const role of ['chief', 'officer', 'clerk', 'coordinator', 'auditor', 'instructor', 'measureOwner'] as const) {
    const inCorner = (corner: string) => desk.context({ role, corner, actor: { cornerCode: '35' } });
    await expect(listQueue(inCorner, { corners, filters: every, cursor: undefined })).rejects.toThrow('may not');
    await expect(countByCorner(inCorner, { corners, fiscalYear: 2022 })).rejects.toThrow('may not');
    await expect(listArriving(inCorner, corners)).rejects.toThrow('may not');
    await expect(findForReview(inCorner('35'), caseId)).rejects.toThrow('may not');
    await expect(
      reviewCase(inCorner('35'), { caseId, happenedOn: today, reason: null, command: 'begin-review' }),
    ).rejects.toThrow('may not');
  }
});

test('the Center sees what waits for it and since when, over all corners [Y5-14]', async () => {
  const [first = ''] = await sendFrom('35', { sentOn: plainDate('2022-11-29'), count: 2 });
  await sendFrom('34');
  await reviewCase(center(), { caseId: first, command: 'begin-review', happenedOn: today, reason: null });
  const [arriving, statistics] = [
    await listArriving(center, corners),
    await countByCorner(center, { corners, fiscalYear: 2022 }),
  ];
  const work = listReviewWork({ arriving, statistics, listHref: 'center/certifications' });
  expect(work.map(({ href, count, lead }) => [href, count, lead.split('。')[1]])).toEqual([
    ['center/certifications#arriving', '2', '最も古いものは2022/11/29（火）の送付です'],
    ['center/certifications?state=sent', '2', '最も古いものは2022/11/29（火）の送付です'],
    ['center/certifications?state=under-review', '1', '最も古いものは2022/11/29（火）の送付です'],
  ]);
  expect(listReviewWork({ arriving: [], statistics: [], listHref: '' })).toEqual([]);
});
