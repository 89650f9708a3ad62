import { expect, test } from 'vitest';
import { aRequest, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { requestEntries } from '#dispatch/request-entries.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import { Conflict, Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { addRecipients, listAskableHosts, removeRecipient } from './choose-recipients.server.ts';
import { aDemandSurvey, everyClass, fixtureKey, runDemandSurvey, wishTexts } from './demand-survey-fixture.server.ts';
import {
  findWishOf,
  getDemandSurvey,
  getRecipient,
  listDemandSurveys,
  listRecipients,
} from './demand-survey-queries.server.ts';
import { recipientStates } from './domain/recipient.ts';
import { enterAnswer } from './enter-answer.server.ts';
import { draftRequestOfWish, makeRequestOfWish } from './make-request.server.ts';
import { changeDemandSurvey, createDemandSurvey, stepDemandSurvey } from './save-survey.server.ts';

const desk = useTestDatabase();
const clerk = () => desk.context({ role: 'clerk' });
const fiscalYear = 2022;
const today = plainDate('2022-11-30');

async function registerHosts(): Promise<void> {
  const ctx = desk.context();
  await registerOrganization(ctx, { number: 'O-001', name: '架空精機', nameKana: 'ア', email: 'o1@example.jp' });
  await registerOrganization(ctx, {
    number: 'O-002',
    name: '架空小学校',
    nameKana: 'イ',
    kind: 'elementary-junior-high',
    schoolCode: 'B135299000001',
    municipalityCode: '352080',
  });
  await registerOrganization(ctx, { number: 'O-003', name: '架空工業高校', nameKana: 'ウ', kind: 'technical-school' });
}

const enter = (recipientId: string, texts: Readonly<Record<string, string>>, version = 0) =>
  enterAnswer(clerk(), { recipientId, texts, channel: 'fax', answeredOn: today, version });
const wishOf = async (recipientId: string, place = 0) =>
  (await getRecipient(clerk(), recipientId)).wishes[place] ?? { id: '', request: undefined };
const request = (wishId: string, number: string, key?: string) =>
  makeRequestOfWish(clerk(), wishId, { input: { ...aRequest({ number }), ...emptyApplication }, key, fiscalYear });

test('hosts are chosen by class and area, all at once and each one once [A7-05]', async () => {
  await registerHosts();
  const ctx = desk.context();
  const { id: surveyId } = await createDemandSurvey(ctx, { input: aDemandSurvey(), fiscalYear });
  const named = async (classes: readonly (typeof everyClass)[number][], area: string) =>
    (await listAskableHosts(ctx, surveyId, { classes, area })).map(({ name }) => name);
  expect(await named(['sme', 'high-school'], '')).toEqual(['架空精機', '架空工業高校']);
  expect(await named(everyClass, 'east')).toEqual(['架空小学校']);
  const add = (classes: readonly (typeof everyClass)[number][], key?: string) =>
    addRecipients(ctx, { surveyId, choice: { classes, area: '' }, linkKey: fixtureKey, key });
  expect(await add(['elementary'], 'key')).toEqual({ ok: true, value: { added: 1 } });
  expect(await add(['elementary'], 'key')).toEqual({ ok: true, value: { added: 1 } });
  expect(await add(everyClass)).toEqual({ ok: true, value: { added: 2 } });
  expect(await add(everyClass)).toMatchObject({ ok: false, refusal: { kind: 'nobody-new' } });
  const { rows } = await listRecipients(ctx, {
    filters: { surveyId, q: '', class: '', state: '' },
    cursor: undefined,
  });
  expect(rows.map((row) => [row.number, row.name, row.class, row.state])).toEqual([
    ['D2022-1-0001', '架空小学校', 'elementary', 'not-sent'],
    ['D2022-1-0002', '架空精機', 'sme', 'not-sent'],
    ['D2022-1-0003', '架空工業高校', 'high-school', 'not-sent'],
  ]);
});

test('a survey keeps its recipients apart by 年度, is changed by who saw it last, and starts with somebody to ask', async () => {
  const ctx = desk.context();
  const { id } = await createDemandSurvey(ctx, { input: aDemandSurvey(), fiscalYear, key: 'once' });
  expect(await createDemandSurvey(ctx, { input: aDemandSurvey(), fiscalYear, key: 'once' })).toEqual({ id });
  expect(await stepDemandSurvey(ctx, { id, command: 'start' })).toMatchObject({ refusal: { kind: 'no-recipient' } });
  await changeDemandSurvey(ctx, { id, version: 1, input: aDemandSurvey({ title: '改めた名称' }) });
  await expect(changeDemandSurvey(ctx, { id, version: 1, input: aDemandSurvey() })).rejects.toThrow(Conflict);
  expect((await listDemandSurveys(ctx, 2022)).map(({ title }) => title)).toEqual(['改めた名称']);
  expect(await listDemandSurveys(ctx, 2023)).toEqual([]);
});

test('staff enter an answer from paper, once, and correct it by its version; the receipt number stays [Y5-17]', async () => {
  await registerHosts();
  const { surveyId, recipientOf } = await runDemandSurvey(desk.context());
  const id = recipientOf('架空精機');
  expect(await enter(id, { wants: 'yes' })).toMatchObject({
    ok: false,
    refusal: { kind: 'fields', problems: [{ key: 'w0-tradeCode' }] },
  });
  expect(await enter(id, wishTexts(3))).toEqual({ ok: true, value: { receiptNumber: 'H20221130-0001' } });
  await expect(enter(id, wishTexts(4))).rejects.toThrow(Conflict);
  expect(await enter(id, { wants: 'no' }, 1)).toMatchObject({ ok: true });
  expect(await enter(id, wishTexts(5), 2)).toEqual({ ok: true, value: { receiptNumber: 'H20221130-0001' } });
  const { answer, wishes } = await getRecipient(clerk(), id);
  expect(answer).toMatchObject({ wants: true, channel: 'fax', enteredBy: clerk().actor.name, version: 3 });
  expect(wishes).toMatchObject([{ tradeCode: 'kikai-kako', sessions: 5, months: [6, 1], trainees: 5 }]);
  expect(await enter(recipientOf('架空小学校'), { wants: 'no' })).toMatchObject({
    value: { receiptNumber: 'H20221130-0002' },
  });
  expect((await getDemandSurvey(clerk(), surveyId)).states).toMatchObject({ answered: 2, 'not-sent': 1 });
});

test('a survey that is not running takes no answer', async () => {
  await registerHosts();
  const { surveyId, recipientOf } = await runDemandSurvey(desk.context());
  await stepDemandSurvey(desk.context(), { id: surveyId, command: 'close' });
  const refused = await enter(recipientOf('架空精機'), wishTexts());
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-running', state: 'closed' } });
});

test('a wish becomes a request without retyping, once; each leads to the other [A7-06]', async () => {
  await registerHosts();
  const { recipientOf } = await runDemandSurvey(desk.context());
  const id = recipientOf('架空精機');
  await enter(id, wishTexts());
  const wish = await wishOf(id);
  const draft = await draftRequestOfWish(clerk(), wish.id);
  expect(draft.texts).toMatchObject({
    number: 'R2022-0001',
    organizationNumber: 'O-001',
    wishedSessions: '3',
    expectedTrainees: '5',
    candidateDates: '2022-06-01〜2022-06-30;2023-01-01〜2023-01-31',
    contactName: '架空 花子',
    receivedOn: '2022-11-30',
  });
  const [made, again] = [await request(wish.id, 'R-1', 'key'), await request(wish.id, 'R-1', 'key')];
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  expect(again).toEqual(made);
  expect((await wishOf(id)).request).toEqual({ id: made.value.id, number: 'R-1' });
  expect(await findWishOf(clerk(), made.value.id)).toMatchObject({ recipientId: id, number: 'D2022-1-0001' });
  expect(await request(wish.id, 'R-2')).toMatchObject({
    ok: false,
    refusal: { problems: [{ problem: { kind: 'already-requested', request: 'R-1' } }] },
  });
});

test('a correction keeps a wish that is a request; once the request is deleted the wish is open again', async () => {
  await registerHosts();
  const { recipientOf } = await runDemandSurvey(desk.context());
  const id = recipientOf('架空精機');
  await enter(id, wishTexts(3));
  const made = await request((await wishOf(id)).id, 'R-1');
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  expect(await enter(id, { wants: 'no' }, 1)).toMatchObject({ ok: false, refusal: { problems: [{ key: 'wants' }] } });
  expect(await enter(id, wishTexts(7), 1)).toMatchObject({ ok: true });
  const sessions = async () => (await getRecipient(clerk(), id)).wishes.map((wish) => [wish.sessions, !!wish.request]);
  expect(await sessions()).toEqual([
    [3, true],
    [7, false],
  ]);
  await requestEntries.remove(desk.context(), { id: made.value.id, version: 1, reason: '取りやめ' });
  expect(await sessions()).toEqual([
    [3, false],
    [7, false],
  ]);
  expect(await request((await wishOf(id)).id, 'R-2')).toMatchObject({ ok: true });
});

test('the list tells every state as the rule does, and pages have everybody once [SEA-10]', async () => {
  await registerHosts();
  const { surveyId, recipientOf } = await runDemandSurvey(desk.context());
  await enter(recipientOf('架空小学校'), { wants: 'no' });
  await desk.asOwner(`update demand_recipient set sent_on = '2022-11-20', sent_way = 'post', reminded_on = '2022-11-28',
    reminders = 1 where number = 'D2022-1-0003'`);
  const list = (changes: object) =>
    listRecipients(clerk(), { filters: { surveyId, q: '', class: '', state: '', ...changes }, cursor: undefined });
  const { states } = await getDemandSurvey(clerk(), surveyId);
  for (const { code } of recipientStates)
    expect([code, (await list({ state: code })).count]).toEqual([code, states[code]]);
  expect((await list({ q: 'コウギョウ' })).rows.map(({ name }) => name)).toEqual([]);
  expect((await list({ q: '工業' })).rows.map(({ state }) => state)).toEqual(['reminded']);
  expect((await list({ q: 'd2022-1-0002' })).count).toBe(1);
  expect((await list({ class: 'sme' })).rows.map(({ name }) => name)).toEqual(['架空精機']);
  const filters = { surveyId, q: '', class: '', state: '' } as const;
  const first = await listRecipients(clerk(), { filters, cursor: undefined, limit: 2 });
  const cursor = { values: [first.rows.at(-1)?.number ?? ''], before: false };
  const second = await listRecipients(clerk(), { filters, cursor, limit: 2 });
  expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['架空精機', '架空小学校', '架空工業高校']);
});

test('only who was not written to yet is taken out; a 派遣先 that is asked is not deleted', async () => {
  await registerHosts();
  const { recipientOf } = await runDemandSurvey(desk.context());
  await enter(recipientOf('架空精機'), { wants: 'no' });
  const refused = await removeRecipient(desk.context(), recipientOf('架空精機'));
  expect(refused).toMatchObject({ ok: false, refusal: { state: 'answered' } });
  expect(await removeRecipient(desk.context(), recipientOf('架空小学校'))).toMatchObject({ ok: true });
  await expect(getRecipient(clerk(), recipientOf('架空小学校'))).rejects.toThrow(NotFound);
  const { organization } = await getRecipient(clerk(), recipientOf('架空精機'));
  const removal = { id: organization.id, version: 1, reason: '廃業' };
  const kept = await organizationRecords.remove(desk.context(), removal);
  expect(kept).toMatchObject({ ok: false, refusal: { kind: 'in-use', by: '派遣希望調査', count: 1 } });
});

test('officers manage, staff enter, auditors read; another corner sees nothing [SEC-13]', async () => {
  await registerHosts();
  const { surveyId, recipientOf } = await runDemandSurvey(desk.context());
  const id = recipientOf('架空精機');
  await enter(id, wishTexts());
  const wish = await wishOf(id);
  const auditor = desk.context({ role: 'auditor' });
  expect((await getDemandSurvey(auditor, surveyId)).recipients).toBe(3);
  const entry = { recipientId: id, texts: wishTexts(), channel: 'fax', answeredOn: today, version: 1 } as const;
  expect(() => enterAnswer(auditor, entry)).toThrow(Forbidden);
  expect(() => createDemandSurvey(clerk(), { input: aDemandSurvey(), fiscalYear })).toThrow(Forbidden);
  expect(() => stepDemandSurvey(clerk(), { id: surveyId, command: 'close' })).toThrow(Forbidden);
  expect(() => removeRecipient(clerk(), id)).toThrow(Forbidden);
  await expect(draftRequestOfWish(auditor, wish.id)).rejects.toThrow(Forbidden);
  const neighbour = desk.context({ corner: '34' });
  expect(await listDemandSurveys(neighbour, fiscalYear)).toEqual([]);
  await expect(getDemandSurvey(neighbour, surveyId)).rejects.toThrow(NotFound);
  await expect(getRecipient(neighbour, id)).rejects.toThrow(NotFound);
  await expect(enterAnswer(neighbour, entry)).rejects.toThrow(NotFound);
  await expect(draftRequestOfWish(neighbour, wish.id)).rejects.toThrow(NotFound);
});
