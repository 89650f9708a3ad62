import { expect, test } from 'vitest';
import { aRequest, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { getStanding } from '#dispatch/stage-queries.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import {
  findConsultationOf,
  getConsultationLinks,
  listConsultations,
  listReferrals,
  proposeConsultationNumber,
  type ConsultationFilters,
} from './consultation-queries.server.ts';
import { consultationRecords } from './consultation-records.server.ts';
import { aConsultation } from './domain/consultation.fixture.ts';
import type { ConsultationInput } from './domain/consultation.ts';
import { draftRequestOf, makeRequestOf } from './make-request.server.ts';

const desk = useTestDatabase();
const day = plainDate;
const fiscalYear = 2022;
const clerk = () => desk.context({ role: 'clerk' });

async function consult(changes: Partial<ConsultationInput> = {}): Promise<string> {
  const created = await consultationRecords.create(clerk(), { input: aConsultation(changes), fiscalYear });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

const find = (filters: Partial<ConsultationFilters> = {}) =>
  listConsultations(clerk(), {
    filters: { fiscalYear, q: '', channel: '', kind: '', topic: '', state: '', ...filters },
    cursor: undefined,
  });
const numbersOf = async (filters: Partial<ConsultationFilters>) =>
  (await find(filters)).rows.map(({ number }) => number);

const entry = (number: string) => ({ ...aRequest({ number }), ...emptyApplication });
const request = (id: string, number: string, key?: string) =>
  makeRequestOf(clerk(), id, { input: entry(number), key, fiscalYear });

test('stores a consultation as it was entered [Y4-07]', async () => {
  await registerOrganization(desk.context());
  const entered = {
    organizationNumber: 'O-001',
    topics: ['facility', 'dispatch'],
    tradeCode: 'kikai-kako',
    advice: '一行目\n二行目',
    referredFrom: '産業振興財団',
    followUpOn: day('2022-12-05'),
    contactName: '架空 花子',
  } as const;
  const id = await consult(entered);
  expect((await consultationRecords.get(clerk(), id)).input).toEqual(aConsultation(entered));
  expect((await getConsultationLinks(clerk(), id)).organization?.name).toBe('架空精機株式会社');
});

test('finds consultations by every condition and by words in any spelling [SEA-01]', async () => {
  await registerOrganization(desk.context());
  await consult({ number: 'K-1', clientName: '髙﨑工業', detail: '訓練の進め方' });
  await consult({ number: 'K-2', channel: 'mail', clientKind: 'school', topics: ['facility', 'other'] });
  await consult({ number: 'K-3', receivedOn: day('2022-03-31'), followUpOn: day('2022-11-30') });
  await consult({ number: 'K-4', followUpOn: day('2022-12-01'), organizationNumber: 'O-001' });
  expect(await numbersOf({})).toEqual(['K-4', 'K-2', 'K-1']);
  expect(await numbersOf({ q: '高崎' })).toEqual(['K-1']);
  expect(await numbersOf({ q: '架空精機' })).toEqual(['K-4']);
  expect(await numbersOf({ channel: 'mail', kind: 'school' })).toEqual(['K-2']);
  expect(await numbersOf({ topic: 'other' })).toEqual(['K-2']);
  expect(await numbersOf({ state: 'follow-up' })).toEqual(['K-4']);
  expect(await numbersOf({ state: 'settled' })).toEqual(['K-2', 'K-1']);
  expect(await numbersOf({ fiscalYear: 2021 })).toEqual(['K-3']);
  // What has to be done does not end with the 年度.
  expect(await numbersOf({ state: 'due' })).toEqual(['K-3']);
});

test('pages have every consultation once, in both orders [SEA-10]', async () => {
  for (let index = 1; index <= 5; index += 1)
    await consult({ number: `K-${index}`, followUpOn: day(`2022-12-0${6 - index}`) });
  for (const state of ['', 'follow-up'] as const) {
    const filters = { fiscalYear, q: '', channel: '', kind: '', topic: '', state };
    const first = await listConsultations(clerk(), { filters, cursor: undefined, limit: 3 });
    const last = first.rows.at(-1);
    const values = [(state ? last?.followUpOn : last?.receivedOn) ?? '', last?.number ?? ''];
    const second = await listConsultations(clerk(), { filters, cursor: { values, before: false }, limit: 3 });
    expect([first.count, second.count]).toEqual([5, 5]);
    expect([...first.rows, ...second.rows].map(({ number }) => number)).toEqual(['K-5', 'K-4', 'K-3', 'K-2', 'K-1']);
  }
});

test('refuses a change made on an older version; a deleted consultation is in no list and becomes no request', async () => {
  const id = await consult();
  const change = { id, version: 1, fiscalYear };
  await consultationRecords.update(clerk(), { ...change, input: aConsultation({ outcome: '一度目' }) });
  const late = consultationRecords.update(clerk(), { ...change, input: aConsultation({ outcome: '二度目' }) });
  await expect(late).rejects.toThrow(Conflict);
  await consultationRecords.remove(desk.context(), { id, version: 2, reason: '二重入力' });
  expect((await find()).count).toBe(0);
  await expect(request(id, 'R-1')).rejects.toThrow(NotFound);
});

test('a consultation becomes a request once: each leads to the other, and the request begins as an enquiry [Y5-17]', async () => {
  await registerOrganization(desk.context());
  const id = await consult({ organizationNumber: 'O-001', followUpOn: day('2022-11-25') });
  const draft = await draftRequestOf(clerk(), { id, fiscalYear });
  expect(draft.texts).toMatchObject({ number: 'R2022-0001', organizationNumber: 'O-001', receivedOn: '2022-11-30' });
  const [made, again] = [await request(id, 'R-1', 'key'), await request(id, 'R-1', 'key')];
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  expect(again).toEqual(made);
  const { id: requestId } = made.value;
  expect((await getConsultationLinks(clerk(), id)).request).toMatchObject({ id: requestId, number: 'R-1' });
  expect(await findConsultationOf(clerk(), requestId)).toMatchObject({ id, number: 'K2022-0001' });
  expect((await getStanding(clerk(), requestId)).stage).toBe('enquiry');
  expect(await numbersOf({ state: 'requested' })).toEqual(['K2022-0001']);
  expect(await numbersOf({ state: 'due' })).toEqual([]);
  const second = await request(id, 'R-2');
  expect(second).toMatchObject({ ok: false, refusal: { problems: [{ problem: { request: 'R-1' } }] } });
  const { history } = await consultationRecords.get(clerk(), id);
  expect(history[0]).toMatchObject({ action: 'updated', after: { request: 'R-1' } });
});

test('an edit keeps the request; once the request is deleted the consultation may become another one', async () => {
  await registerOrganization(desk.context());
  const id = await consult({ organizationNumber: 'O-001' });
  const made = await request(id, 'R-1');
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const input = aConsultation({ organizationNumber: 'O-001', outcome: '要請に' });
  await consultationRecords.update(clerk(), { id, version: 1, input, fiscalYear });
  expect((await getConsultationLinks(clerk(), id)).request?.number).toBe('R-1');
  await requestEntries.remove(desk.context(), { id: made.value.id, version: 1, reason: '取りやめ' });
  expect((await getConsultationLinks(clerk(), id)).request).toBeUndefined();
  expect(await request(id, 'R-2')).toMatchObject({ ok: true });
});

test('a refused request leaves the consultation as it was', async () => {
  const id = await consult();
  expect(await request(id, 'R-1')).toMatchObject({ ok: false, refusal: { problems: [{ key: 'organizationNumber' }] } });
  expect((await getConsultationLinks(clerk(), id)).request).toBeUndefined();
});

test('a 派遣先 that a consultation names is not deleted', async () => {
  const organizationId = await registerOrganization(desk.context());
  await consult({ organizationNumber: 'O-001' });
  const removal = { id: organizationId, version: 1, reason: '廃業' };
  const refused = await organizationRecords.remove(desk.context(), removal);
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'in-use', by: '相談', count: 1 } });
});

test('offers the bodies of earlier referrals, the most frequent first, and the next number [Y4-08]', async () => {
  await consult({ number: 'K2022-0001', referredTo: '産業振興財団' });
  await consult({ number: 'K2022-0002', referredFrom: '商工会議所', referredTo: '産業振興財団' });
  expect(await listReferrals(clerk())).toEqual(['産業振興財団', '商工会議所']);
  expect(await proposeConsultationNumber(clerk(), fiscalYear)).toBe('K2022-0003');
});

test('staff record, auditors read, officers delete; another corner sees nothing [SEC-13]', async () => {
  const id = await consult();
  const auditor = desk.context({ role: 'auditor' });
  expect((await consultationRecords.get(auditor, id)).id).toBe(id);
  const creation = { input: aConsultation({ number: 'K-2' }), fiscalYear };
  expect(() => consultationRecords.create(auditor, creation)).toThrow(Forbidden);
  expect(() => consultationRecords.remove(clerk(), { id, version: 1, reason: '誤り' })).toThrow(Forbidden);
  expect(() => makeRequestOf(auditor, id, { input: entry('R-1'), fiscalYear })).toThrow(Forbidden);
  const neighbour = desk.context({ corner: '34' });
  await expect(consultationRecords.get(neighbour, id)).rejects.toThrow(NotFound);
  await expect(makeRequestOf(neighbour, id, { input: entry('R-1'), fiscalYear })).rejects.toThrow(NotFound);
});
