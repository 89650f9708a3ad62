import { pino } from 'pino';
import { expect, test } from 'vitest';
import { registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { createClock } from '#platform/context.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { answerDemandSurvey, openDemandSurvey } from './answer-link.server.ts';
import { tokenOfRecipient } from './demand-link.server.ts';
import { fixtureKey, runDemandSurvey, wishTexts } from './demand-survey-fixture.server.ts';
import { getRecipient } from './demand-survey-queries.server.ts';
import { LINK_PLACE } from './mail-text.ts';
import { renewRecipientLink, revokeRecipientLink, stepRecipient } from './move-recipient.server.ts';
import { putRecipientLink } from './put-recipient-link.server.ts';
import { stepDemandSurvey } from './save-survey.server.ts';
import { sendForms } from './write-to-recipients.server.ts';

const database = useTestDatabase();
const ctx = () => database.context();
const host = '架空精機株式会社';

async function runOne(email: string | null = null) {
  await registerOrganization(ctx(), { email });
  const { surveyId, recipientOf } = await runDemandSurvey(ctx());
  const recipientId = recipientOf(host);
  const tokenOf = (round: number) => tokenOfRecipient(fixtureKey, { corner: '35', recipientId, round });
  return { surveyId, recipientId, token: tokenOf(1), tokenOf };
}

const deskOn = (day: string) => ({
  database: database.database(),
  clock: createClock(day),
  log: pino({ level: 'silent' }),
});
const open = async (token: string, day = '2022-11-30') => {
  const opened = await openDemandSurvey(deskOn(day), { token, address: '192.0.2.1' });
  return opened.ok ? 'open' : opened.refusal.kind;
};
const send = (token: string, { key = 'form-1', texts = wishTexts() } = {}) =>
  answerDemandSurvey(deskOn('2022-11-30'), { token, address: '192.0.2.1', texts, submissionKey: key });

test('a host answers by its link without an account, once; a second press is the same answer [A7-05]', async () => {
  const { recipientId, token } = await runOne();
  expect(await open(token)).toBe('open');
  expect(await send(token, { texts: { wants: 'yes' } })).toMatchObject({ refusal: { kind: 'fields' } });
  const sent = await send(token);
  expect(sent).toEqual({ ok: true, value: { receiptNumber: 'H20221130-0001' } });
  expect(await send(token)).toEqual(sent);
  expect(await send(token, { key: 'form-2' })).toMatchObject({ ok: false, refusal: { kind: 'answered-before' } });
  const { answer, wishes } = await getRecipient(ctx(), recipientId);
  expect(answer).toMatchObject({ channel: 'web', enteredBy: null, contactName: '架空 花子' });
  expect(wishes).toMatchObject([{ sessions: 3, months: [6, 1] }]);
  const opened = await openDemandSurvey(deskOn('2022-11-30'), { token, address: '192.0.2.1' });
  expect(opened).toMatchObject({ value: { receipt: { number: 'H20221130-0001', on: '2022-11-30' } } });
  expect(JSON.stringify(opened)).not.toContain('花子');
});

test.each([
  ['2022-12-20', 'open'],
  ['2023-01-19', 'open'],
  ['2023-01-20', 'over'],
])('on %s the link of a survey to be answered by 2022-12-20 is %s', async (day, expected) => {
  const { token } = await runOne();
  expect(await open(token, day)).toBe(expected);
});

test('a link that was revoked, replaced or made up opens nothing; a closed survey takes no answer [SEC-13]', async () => {
  const { surveyId, recipientId, token, tokenOf } = await runOne();
  await revokeRecipientLink(ctx(), recipientId);
  expect(await open(token)).toBe('gone');
  expect(await send(token)).toMatchObject({ refusal: { kind: 'gone' } });
  await renewRecipientLink(ctx(), recipientId, fixtureKey);
  expect([await open(token), await open(tokenOf(2))]).toEqual(['gone', 'open']);
  expect([await open(`34.${token.slice(3)}`), await open('35'), await open(`35.${'x'.repeat(43)}`)]).toEqual([
    'gone',
    'gone',
    'gone',
  ]);
  await stepDemandSurvey(ctx(), { id: surveyId, command: 'close' });
  expect(await open(tokenOf(2))).toBe('over');
  expect(await send(tokenOf(2))).toMatchObject({ refusal: { kind: 'over' } });
  const kept = JSON.stringify(await database.asOwner('select * from demand_recipient'));
  expect(kept).not.toContain(token.slice(3));
});

test('whoever tries links is stopped like whoever tries passwords; a right link counts against nobody [SEC-08]', async () => {
  const { token } = await runOne();
  for (let attempt = 0; attempt < 30; attempt += 1) expect(await open(token)).toBe('open');
  const kinds: string[] = [];
  for (let attempt = 0; attempt <= 100; attempt += 1) kinds.push(await open(`35.${String(attempt).padStart(43, 'x')}`));
  expect(kinds.at(-1)).toBe('locked');
});

test('who declined may still answer; declining wants a reason, and is taken back', async () => {
  const { recipientId, token } = await runOne();
  const step = (command: 'decline' | 'restore', reason = '') => stepRecipient(ctx(), { recipientId, command, reason });
  expect(await step('decline')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await step('restore')).toMatchObject({ refusal: { state: 'not-sent' } });
  expect(await step('decline', '休校')).toMatchObject({ ok: true });
  expect(await step('restore')).toMatchObject({ ok: true });
  await step('decline', '休校');
  expect(await send(token)).toMatchObject({ ok: true });
  expect(await step('decline', '休校')).toMatchObject({ refusal: { state: 'answered' } });
});

test('a mail is drafted without the link; only who may write to recipients sees it in its place', async () => {
  const { surveyId, recipientId, token } = await runOne('host@example.jp');
  expect(await sendForms(ctx(), { surveyId, way: 'mail', class: '' })).toEqual({ ok: true, value: { sent: 1 } });
  expect(await sendForms(ctx(), { surveyId, way: 'post', class: '' })).toMatchObject({
    refusal: { kind: 'nobody-left' },
  });
  const [draft] = (await database.asOwner('select body, recipient, kind from mail_draft')) as {
    readonly body: string;
  }[];
  expect(draft).toMatchObject({ recipient: 'host@example.jp', kind: 'demand-survey' });
  const body = draft?.body ?? '';
  expect(body).toContain(LINK_PLACE);
  const mail = { body, entity: { kind: 'demand-recipient', id: recipientId } };
  const put = (role: 'clerk' | 'auditor') =>
    putRecipientLink(database.context({ role }), { mail, key: fixtureKey, origin: 'https://desk.example' });
  expect(await put('clerk')).toContain(`https://desk.example/demand/${token}`);
  expect(await put('auditor')).toBe(body);
  expect(() => revokeRecipientLink(database.context({ role: 'clerk' }), recipientId)).toThrow(Forbidden);
  expect((await getRecipient(ctx(), recipientId)).sentOn).toBe(plainDate('2022-11-30'));
});
