import { expect, test } from 'vitest';
import { aRequest, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { requestRecords } from '#dispatch/request-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listLines } from './line-queries.server.ts';
import { recordNoRequest, withdrawNoRequest } from './state-no-request.server.ts';
import { fair, lecture, outreachDesk } from './outreach-fixture.server.ts';

const desk = useTestDatabase();
const day = plainDate;
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });
const { registerPeople, register } = outreachDesk(() => desk.context(), clerk);

const noRequest = { statedOn: day('2022-11-30'), efforts: '全2か所を訪問して案内' };
const state = (line: 'station' | 'school' = 'station') => recordNoRequest(clerk(), { fiscalYear, line, noRequest });

test('要請なし stands for a line of a year with what was done, until somebody asks [Y4-11, domain.md §4.5]', async () => {
  await registerPeople();
  expect((await state()).ok).toBe(true);
  expect((await state()).ok).toBe(true);
  const stationOf = async (year = fiscalYear) =>
    (await listLines(clerk(), year)).find(({ line }) => line === 'station');
  expect(await stationOf()).toMatchObject({ state: 'no-request', noRequest: { efforts: noRequest.efforts } });
  expect(await stationOf(2021)).toMatchObject({ state: 'open', noRequest: undefined });
  const audit = await desk.asOwner(`select action from audit_entry where entity_kind = 'outreach-line'`);
  expect(audit).toHaveLength(1);
  await registerOrganization(desk.context(), { number: 'O-003', kind: 'support-station' });
  const asked = aRequest({ number: 'R-1', organizationNumber: 'O-003', program: 'support-station' });
  expect((await requestRecords.create(desk.context(), { input: asked, fiscalYear })).ok).toBe(true);
  expect(await stationOf()).toMatchObject({ state: 'asked', requests: 1 });
  expect(await state()).toMatchObject({ ok: false, refusal: { kind: 'asked', requests: 1, visits: 0 } });
  await withdrawNoRequest(clerk(), { fiscalYear, line: 'station' });
  expect(await stationOf()).toMatchObject({ noRequest: undefined });
});

test('a line counts its visits as the report does, without those that were called off', async () => {
  await registerPeople();
  await register('school-lecture', lecture);
  await register('fair', fair);
  const lines = await listLines(clerk(), fiscalYear);
  const counts = Object.fromEntries(lines.map(({ line, held, planned }) => [line, [held, planned]]));
  expect(counts).toEqual({ school: [0, 1], station: [0, 0], place: [0, 1], medalist: [0, 0], skilled: [0, 0] });
  expect(await state('school')).toMatchObject({ ok: false, refusal: { kind: 'asked', visits: 1 } });
});
