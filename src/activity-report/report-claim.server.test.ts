import { expect, test } from 'vitest';
import { findClaimOfReport } from '#expense/claim-of-report.server.ts';
import { getClaim, listClaims } from '#expense/claim-queries.server.ts';
import { draftClaim } from '#expense/draft-claim.server.ts';
import { anInput, heldVisit, newRate, stepped } from '#expense/expense-fixture.server.ts';
import { addRate } from '#expense/set-rates.server.ts';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { yenOf } from '#kernel/money.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict } from '#platform/errors.server.ts';
import { registerVisit } from '#schedule/schedule-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { ReportPair } from './domain/activity-report.ts';
import { answerReport, writeReport } from './write-report.server.ts';

const desk = useTestDatabase();
const clerk = () => desk.context({ role: 'clerk', actor: { id: 'the-clerk', name: '事務' } });
const input = { content: '段取り', trainees: 5, understanding: 'most', problems: null, nextTime: null } as const;
const claims = async () =>
  (await listClaims(clerk(), { filters: { state: '', q: '' }, fiscalYear: 2022, cursor: undefined })).rows;

/** Hands the report in and answers it; `version` is what the report has before. */
async function report(pair: ReportPair, version: number, command: 'check' | 'return' = 'check') {
  const written = { ...pair, version, input, command: 'submit', consent: undefined, files: [] } as const;
  expect((await writeReport(clerk(), written)).ok).toBe(true);
  const reason = command === 'return' ? '人数' : null;
  expect((await answerReport(clerk(), { ...pair, version: version + 1, command, reason })).ok).toBe(true);
}

test('checking a report drafts its claim once, by the rates of the day of the visit', async () => {
  const ctx = desk.context();
  const pair = await heldVisit(ctx);
  const dearer = { ...newRate().honorariumPerHourYen, meister: yenOf(9000) };
  const later = newRate({ validFrom: plainDate('2022-11-22'), honorariumPerHourYen: dearer });
  expect((await addRate(ctx, { rate: later, key: undefined })).ok).toBe(true);
  await report(pair, 0, 'return');
  expect(await claims()).toEqual([]);
  await report(pair, 2);
  const [row] = await claims();
  // Two hours at 5,000 yen; the instructor lives where the host is.
  expect(await getClaim(clerk(), row?.id ?? '')).toMatchObject({
    state: 'draft',
    totalYen: 10_000,
    draftedBy: 'the-clerk',
    events: [{ command: 'draft', reason: '活動報告書の確認から' }],
  });
  expect(await findClaimOfReport(clerk(), pair)).toEqual({ ok: true, value: { id: row?.id } });
  await answerReport(clerk(), { ...pair, version: 4, command: 'return', reason: '時刻' });
  await report(pair, 5);
  expect((await claims()).map(({ id }) => id)).toEqual([row?.id]);
});

test('a claim that stands is left alone, and one that was dropped is not made again', async () => {
  const pair = await heldVisit(desk.context());
  const own = await draftClaim(clerk(), { ...pair, input: { ...anInput, minutes: 60 }, key: undefined });
  await report(pair, 0);
  expect(await claims()).toMatchObject([{ totalYen: 5740 }]);
  await stepped([[clerk(), 'drop', '二重']], { id: own.ok ? own.value.id : '' });
  await answerReport(clerk(), { ...pair, version: 2, command: 'return', reason: '時刻' });
  await report(pair, 3);
  expect(await claims()).toMatchObject([{ state: 'dropped' }]);
  expect(await findClaimOfReport(clerk(), pair)).toEqual({ ok: false, refusal: { kind: 'dropped-before' } });
});

test.each([
  ['no rate of its day', { visitOn: plainDate('2022-03-31') }, 'no-rate'],
  ['no times', { visitOn: plainDate('2022-11-22'), startsAt: null, endsAt: null }, 'no-times'],
])('a visit with %s: the report is checked, and the page tells why there is no claim', async (_, changes, kind) => {
  const { instructorId } = await heldVisit(desk.context());
  const visitId = await registerVisit(desk.context(), { number: 'V-002', status: 'held', ...changes });
  const pair = { visitId, instructorId };
  await report(pair, 0);
  expect(await claims()).toEqual([]);
  expect(await findClaimOfReport(clerk(), pair)).toMatchObject({ ok: false, refusal: { kind } });
});

test('a check that comes too late makes no claim', async () => {
  const ctx = desk.context();
  await registerOrganization(ctx);
  const instructorId = await registerInstructor(ctx);
  const visitId = await registerVisit(ctx, { visitOn: plainDate('2022-11-21'), status: 'held' });
  expect((await addRate(ctx, { rate: newRate(), key: undefined })).ok).toBe(true);
  const pair = { visitId, instructorId };
  await writeReport(clerk(), { ...pair, version: 0, input, command: 'submit', consent: undefined, files: [] });
  const late = answerReport(clerk(), { ...pair, version: 9, command: 'check', reason: null });
  await expect(late).rejects.toThrow(Conflict);
  expect(await claims()).toEqual([]);
});
