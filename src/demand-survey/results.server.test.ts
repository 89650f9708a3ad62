import { expect, test } from 'vitest';
import { aRequest, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { emptyApplication } from '#dispatch/domain/request-application.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { fixtureKey, runDemandSurvey, wishTexts } from './demand-survey-fixture.server.ts';
import { getDemandSurvey, getRecipient } from './demand-survey-queries.server.ts';
import { yearMonths } from './domain/demand-answer.ts';
import { enterAnswer } from './enter-answer.server.ts';
import { makeRequestOfWish } from './make-request.server.ts';
import { listPapers, listSilentRecipients } from './paper-queries.server.ts';
import { countUnmappable, exportWishes, getDemandResults } from './result-queries.server.ts';
import { stepDemandSurvey } from './save-survey.server.ts';
import { remindRecipients, sendForms } from './write-to-recipients.server.ts';

const desk = useTestDatabase();
const ctx = () => desk.context();

async function runThree() {
  await registerOrganization(ctx(), { number: 'O-001', name: '架空精機', nameKana: 'ア', email: 'o1@example.jp' });
  await registerOrganization(ctx(), { number: 'O-002', name: '架空髙校', nameKana: 'イ', kind: 'technical-school' });
  await registerOrganization(ctx(), { number: 'O-003', name: '架空組合', nameKana: 'ウ', kind: 'trade-body' });
  return runDemandSurvey(ctx());
}

const enter = (recipientId: string, texts: Readonly<Record<string, string>>) =>
  enterAnswer(ctx(), { recipientId, texts, channel: 'post', answeredOn: plainDate('2022-11-20'), version: 0 });

const papers = (surveyId: string, changes: object = {}) =>
  listPapers(ctx(), {
    surveyId,
    recipientId: '',
    isReminder: false,
    cursor: undefined,
    key: fixtureKey,
    origin: 'https://desk.example',
    ...changes,
  });

test('reminds whoever has the form and said nothing, once a day: by mail where there is an address, else on paper', async () => {
  const { surveyId, recipientOf } = await runThree();
  expect(await remindRecipients(ctx(), surveyId)).toMatchObject({ refusal: { kind: 'nobody-left' } });
  expect(await sendForms(ctx(), { surveyId, way: 'post', class: '' })).toMatchObject({ value: { sent: 3 } });
  await enter(recipientOf('架空組合'), { wants: 'no' });
  expect((await listSilentRecipients(ctx(), surveyId)).map(({ host }) => host)).toEqual(['架空精機', '架空髙校']);
  expect(await remindRecipients(ctx(), surveyId)).toEqual({ ok: true, value: { mailed: 1, printed: 1 } });
  expect(await remindRecipients(ctx(), surveyId)).toMatchObject({ refusal: { kind: 'nobody-left' } });
  const tomorrow = desk.context({ today: '2022-12-01' });
  expect(await remindRecipients(tomorrow, surveyId)).toMatchObject({ ok: true });
  expect(await getRecipient(ctx(), recipientOf('架空髙校'))).toMatchObject({ remindedOn: '2022-12-01', reminders: 2 });
  const mails = await desk.asOwner(`select kind, recipient from mail_draft`);
  expect(mails).toEqual(Array(2).fill({ kind: 'demand-reminder', recipient: 'o1@example.jp' }));
  const { states } = await getDemandSurvey(ctx(), surveyId);
  expect(states).toMatchObject({ reminded: 2, answered: 1, sent: 0 });
  await stepDemandSurvey(ctx(), { id: surveyId, command: 'close' });
  expect(await remindRecipients(ctx(), surveyId)).toMatchObject({ refusal: { kind: 'not-running', state: 'closed' } });
});

test('prints a sheet for everybody who has said nothing, each with a link of its own', async () => {
  const { surveyId, recipientOf } = await runThree();
  const all = await papers(surveyId);
  expect(all.rows.map(({ number, host }) => [number, host])).toEqual([
    ['D2022-1-0001', '架空精機'],
    ['D2022-1-0002', '架空髙校'],
    ['D2022-1-0003', '架空組合'],
  ]);
  expect(new Set(all.rows.map(({ address }) => address)).size).toBe(3);
  for (const { address } of all.rows) expect(address).toMatch(/^https:\/\/desk\.example\/demand\/35\.[\w-]{43}$/u);
  expect((await papers(surveyId, { recipientId: recipientOf('架空組合') })).count).toBe(1);
  await sendForms(ctx(), { surveyId, way: 'post', class: '' });
  expect((await papers(surveyId, { isReminder: true })).rows.map(({ host }) => host)).toEqual(['架空髙校', '架空組合']);
  await enter(recipientOf('架空組合'), { wants: 'no' });
  expect((await papers(surveyId)).count).toBe(2);
  const auditor = desk.context({ role: 'auditor' });
  const asAuditor = listPapers(auditor, {
    surveyId,
    recipientId: '',
    isReminder: false,
    cursor: undefined,
    key: fixtureKey,
    origin: '',
  });
  await expect(asAuditor).rejects.toThrow(Forbidden);
});

test('every figure of the results is the number of wishes behind it, and a month counts each wish that names it [A7-05]', async () => {
  const { surveyId, recipientOf } = await runThree();
  await enter(recipientOf('架空精機'), {
    ...wishTexts(3),
    'w1-tradeCode': '左官',
    'w1-sessions': '2',
    'w1-months': '6月',
  });
  await enter(recipientOf('架空髙校'), wishTexts(5));
  await enter(recipientOf('架空組合'), { wants: 'no' });
  const [wish] = (await getRecipient(ctx(), recipientOf('架空髙校'))).wishes;
  const input = { ...aRequest({ number: 'R-1' }), ...emptyApplication };
  expect(await makeRequestOfWish(ctx(), wish?.id ?? '', { input, fiscalYear: 2022 })).toMatchObject({ ok: true });
  const { cells, wishes, rates } = await getDemandResults(ctx(), surveyId);
  expect(cells.map((cell) => [cell.tradeCode, cell.area.name, cell.wishes, cell.sessions, cell.requested])).toEqual([
    ['kikai-kako', '中部', 2, 8, 1],
    ['sakan', '中部', 1, 2, 0],
  ]);
  for (const cell of cells) {
    const behind = wishes.filter((one) => one.tradeCode === cell.tradeCode && one.area.code === cell.area.code);
    expect(behind).toHaveLength(cell.wishes);
    for (const [place, month] of yearMonths.entries())
      expect(behind.filter(({ months }) => months.includes(month))).toHaveLength(cell.byMonth[place] ?? -1);
  }
  expect(rates.at(-1)).toMatchObject({ class: 'all', recipients: 3, answered: 3, wanting: 2, rate: 100 });
  await expect(getDemandResults(desk.context({ corner: '34' }), surveyId)).rejects.toThrow(NotFound);
});

test('the wishes leave as CSV or workbook without whom to ask, and the log says so [DAT-01] [SEC-11]', async () => {
  const { surveyId, recipientOf } = await runThree();
  await enter(recipientOf('架空髙校'), { ...wishTexts(5), 'w0-content': '=1+1\n二行目' });
  const file = { format: 'csv', encoding: 'utf8', replaceUnmappable: false } as const;
  const written = await exportWishes(ctx(), surveyId, file);
  const text = written.ok ? new TextDecoder().decode(written.value) : '';
  expect(text.split('\r\n')).toEqual([
    '調査票番号,年度,派遣先,区分,市区町村コード,市区町村,地域,職種,希望回数,希望する月,対象,人数,内容,回答日,要請番号',
    `D2022-1-0002,2022,架空髙校,高等学校等,352039,山口市,中部,機械加工,5,"6;1",,5,'=1+1[改行]二行目,2022-11-20,`,
    '',
  ]);
  expect(text).not.toContain('花子');
  expect(await exportWishes(ctx(), surveyId, { ...file, format: 'xlsx' })).toMatchObject({ ok: true });
  expect(await countUnmappable(ctx(), surveyId)).toBe(0);
  const log = await desk.asOwner(`select action from audit_entry where action = 'exported'`);
  expect(log).toHaveLength(2);
  await expect(exportWishes(desk.context({ role: 'clerk' }), surveyId, file)).rejects.toThrow(Forbidden);
});
