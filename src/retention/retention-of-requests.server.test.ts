import { expect, test } from 'vitest';
import { writeReport } from '#activity-report/write-report.server.ts';
import { listAuditEntries } from '#audit/audit-log-queries.server.ts';
import { aDecidedRequest, staffAccounts } from '#decision/decision-fixture.server.ts';
import { runDemandSurvey, wishTexts } from '#demand-survey/demand-survey-fixture.server.ts';
import { enterAnswer } from '#demand-survey/enter-answer.server.ts';
import { registerInstructor, registerOrganization } from '#dispatch/dispatch-fixture.server.ts';
import { getBankAccount, setBankAccount, setPayer } from '#expense/bank-accounts.server.ts';
import { getClaim } from '#expense/claim-queries.server.ts';
import { anInput, drafted, heldVisit, heldVisitOn, stepped } from '#expense/expense-fixture.server.ts';
import { exportTransferFile, makeBatch, stepBatch } from '#expense/pay-claims.server.ts';
import { getBatch } from '#expense/payment-queries.server.ts';
import { getBudget } from '#expense/set-budget.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { recordMeeting } from '#instruction-plan/record-meeting.server.ts';
import { draftMail } from '#outbox/draft-mail.server.ts';
import { settleMailDraft } from '#outbox/settle-mail.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { createFieldSeal } from '#platform/field-seal.server.ts';
import { anApplication } from '#public-request/sample-application.ts';
import { takeApplication } from '#public-request/settle-application.server.ts';
import { addToRoster, recordAttendance } from '#schedule/keep-roster.server.ts';
import { countOwnAnswers, listFreeTexts } from '#survey/result-queries.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { draftPlan, erasePlan, movePlan } from './retention.server.ts';
import { getPlan, getRetention } from './retention-queries.server.ts';

const desk = useTestDatabase();
const seal = createFieldSeal('a secret of the desk that is long enough');
/** Five years after the end of 令和4年度. */
const due = '2028-04-01';
const officer = (today = due) => desk.context({ role: 'officer', actor: { id: 'the-officer', name: '職員' }, today });
const chief = (today = due) => desk.context({ role: 'chief', actor: { id: 'the-chief', name: '長' }, today });
const then = '2022-11-30';
const dueOf = async (today = due) =>
  (await getRetention(chief(today))).due.map(({ kind, label }) => `${kind} ${label}`).toSorted();

async function eraseAll(): Promise<void> {
  const drafted = await draftPlan(officer());
  const planId = drafted.ok ? drafted.value.id : '';
  const at = async () => ({ planId, version: (await getPlan(chief(), planId)).plan.version });
  expect((await movePlan(chief(), { ...(await at()), command: 'approve' })).ok).toBe(true);
  expect((await erasePlan(chief(), await at())).ok).toBe(true);
}

/** Nothing that the desk shows or keeps outside its log has the words any more. */
async function expectForgotten(words: RegExp, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    expect(JSON.stringify(await desk.asOwner(`select * from ${table}`)), table).not.toMatch(words);
  }
  const filters = { actor: '', kind: '', action: '', from: undefined, until: undefined };
  const { rows } = await listAuditEntries(chief(), { filters, cursor: undefined });
  expect(JSON.stringify(rows)).not.toMatch(words);
}

const typed = { bankCode: '0170', branchCode: '001', type: '1', number: '12345', holder: 'カクウ タロウ' };

/** One claim paid in December of 令和4年度 and one that was dropped; what was typed into them is 旧子's. */
async function payOne() {
  const [clerk, head] = [
    desk.context({ role: 'clerk', actor: { id: 'the-clerk', name: '係' }, today: then }),
    chief(then),
  ];
  const pair = await heldVisit(desk.context());
  const paid = await drafted(clerk, pair, { ...anInput, note: '旧子さんの分' });
  await stepped(
    [
      [clerk, 'submit'],
      [clerk, 'return', '旧子さんに確かめる'],
      [clerk, 'submit'],
      [clerk, 'check'],
      [head, 'approve'],
    ],
    { id: paid },
  );
  const dropped = await drafted(clerk, { ...pair, visitId: await heldVisitOn(clerk, 'V-002', '2022-11-22') });
  await stepped([[clerk, 'drop', '旧子さんの都合']], { id: dropped });
  const { instructorId } = pair;
  expect((await setBankAccount(clerk, { instructorId, version: 0, typed, seal })).ok).toBe(true);
  await desk.asOwner(`update bank_account set updated_at = '2022-11-30T00:00:00Z'`);
  const { holder: _, ...place } = typed;
  await setPayer(clerk, { version: 0, typed: { ...place, code: '1234567890', name: 'カクウキヨウカイ' }, seal });
  const made = await makeBatch(clerk, { claimIds: [paid], paidOn: plainDate('2022-12-15'), key: undefined });
  const batchId = made.ok ? made.value.id : '';
  await stepBatch(
    { ...clerk, today: () => plainDate('2022-12-15') },
    {
      id: batchId,
      version: 1,
      command: 'finish',
      reason: null,
    },
  );
  return { paid, batchId, instructorId };
}

test('claims, transfers and accounts go five years after the 年度 of the payment, and every amount stays [SEC-12]', async () => {
  const { paid, batchId, instructorId } = await payOne();
  expect(await dueOf('2028-03-31')).toEqual([]);
  expect(await dueOf()).toEqual([
    'bank-account M-001',
    'expense-claim V-001',
    'expense-claim V-002',
    'payment-batch 2022/12/15',
  ]);
  const figures = async () => ({
    budget: await getBudget(chief(), 2022),
    claim: { ...(await getClaim(chief(), paid)), note: '', version: 0, events: [] },
    payments: (await getBatch(chief(), batchId)).payments.map(({ sealed: _, ...row }) => row),
  });
  const before = await figures();
  await eraseAll();
  expect(await figures()).toEqual(before);
  await expectForgotten(/旧子|ｶｸｳ|12345/u, ['expense_claim', 'expense_claim_event', 'payment', 'bank_account']);
  expect((await getBankAccount(chief(), { instructorId, seal })).version).toBe(0);
  expect(await exportTransferFile(chief(), { batchId, seal })).toEqual({ ok: false, refusal: { kind: 'erased' } });
  expect(await dueOf()).toEqual([]);
});

test('whoever waits for money, or was paid or left later, keeps the account until then [SEC-12]', async () => {
  const { instructorId } = await payOne();
  const account = async (today: string) => (await dueOf(today)).includes('bank-account M-001');
  await desk.asOwner(`insert into upkeep (corner_code, instructor_id, state, ended_on)
    values ('35', '${instructorId}', 'deregistered', '2024-05-01')
    on conflict (corner_code, instructor_id) do update set ended_on = excluded.ended_on`);
  expect(await account('2030-03-31')).toBe(false);
  expect(await account('2030-04-01')).toBe(true);
  await drafted(officer(), { instructorId, visitId: await heldVisitOn(officer(), 'V-009', '2022-11-24') });
  expect(await account('2030-04-01')).toBe(false);
});

test('an account that nobody was ever paid to goes after the 年度 in which it was given', async () => {
  const { instructorId } = await heldVisit(desk.context());
  await setBankAccount(chief(), { instructorId, version: 0, typed, seal });
  await desk.asOwner(`update bank_account set updated_at = '2022-11-30T00:00:00Z'`);
  expect(await dueOf()).toEqual(['bank-account M-001']);
  const other = await registerInstructor(officer(), { number: 'M-002' });
  await setBankAccount(chief(), { instructorId: other, version: 0, typed, seal });
  await eraseAll();
  expect(await desk.asOwner('select instructor_id from bank_account')).toEqual([{ instructor_id: other }]);
});

test('an application and the request made of it lose whom to call; what was asked for stays [SEC-12]', async () => {
  const organizationId = await registerOrganization(officer(then));
  const content = JSON.stringify(anApplication(plainDate(then), { contactName: '架空 旧子' }));
  await desk.asOwner(`insert into public_request (corner_code, application_id, receipt_number, received_at, received_on,
    submission_key, content, host_name, state, link_hash, link_expires_on)
    select '35', gen_random_uuid(), 'W-' || n, '2022-11-30T00:00:00Z', '2022-11-30', 'k' || n, '${content}'::jsonb,
      '株式会社架空精工', 'new', 'hash ' || n, '2023-11-30' from generate_series(1, 2) as n`);
  const rows = (await desk.asOwner('select application_id as id from public_request order by receipt_number')) as {
    id: string;
  }[];
  const taken = await takeApplication(officer(then), { id: rows[0]?.id ?? '', organizationId });
  expect(taken.ok).toBe(true);
  expect(await dueOf()).toEqual(['public-request W-1', 'request-contact R2022-0001']);
  await eraseAll();
  const [erased, waiting] = (await desk.asOwner(
    'select content, link_hash, link_revoked_at from public_request order by receipt_number',
  )) as { content: Record<string, unknown>; link_hash: string; link_revoked_at: string | null }[];
  expect(erased?.content).toMatchObject({
    contactName: null,
    contactPhone: null,
    contactEmail: null,
    level: '技能検定2級',
  });
  expect(erased?.link_hash).not.toContain('hash 1');
  expect(erased?.link_revoked_at).not.toBeNull();
  expect(waiting?.content).toMatchObject({ contactName: '架空 旧子' });
  await expectForgotten(/旧子|083-000-0101|soumu@/u, ['request_application', 'request']);
});

test('questionnaires lose what was written in free words, not what was chosen [SEC-12]', async () => {
  await heldVisit(desk.context());
  await desk.asOwner(`insert into survey_form (corner_code, form_id, audience, fiscal_year, version, questions) values
    ('35', '00000000-0000-4000-8000-000000000001', 'trainee', 2022, 1,
     '[{"kind":"choice","text":"また受けたいですか","choices":["はい","いいえ"]},{"kind":"text","text":"ひとこと"}]');
    insert into survey_answer (corner_code, answer_id, visit_id, audience, satisfaction, understanding, free_text,
      own_answers, form_id, channel)
    select '35', gen_random_uuid(), visit_id, 'trainee', 5, 4, '旧子先生がよかった',
      '[{"question":"また受けたいですか","answer":"はい"},{"question":"ひとこと","answer":"旧子より"}]',
      '00000000-0000-4000-8000-000000000001', 'file' from visit`);
  const on = { fiscalYear: 2022, asOf: plainDate(then) };
  expect(await dueOf()).toEqual(['survey-text V-001']);
  await eraseAll();
  expect(await listFreeTexts(chief().db, on)).toEqual([]);
  expect((await countOwnAnswers(chief(), on)).map(({ question, answer, count }) => [question, answer, count])).toEqual([
    ['ひとこと', '廃棄済み', 1],
    ['また受けたいですか', 'はい', 1],
  ]);
  await expectForgotten(/旧子/u, ['survey_answer']);
  expect(await dueOf()).toEqual([]);
});

test('a mail that is done with goes; one that waits to be sent stays [SEC-12]', async () => {
  const ctx = officer(then);
  const word = async (to: string) => {
    const mail = { kind: 'application-receipt', to, subject: '旧子様', body: '旧子様へ', entity: null } as const;
    const drafted = await inTransaction(ctx, (tx) => draftMail(tx, ctx, mail));
    return drafted.ok ? drafted.value.id : '';
  };
  const done = await word('kyuko@example.jp');
  await word('new@example.jp');
  expect((await settleMailDraft(ctx, { id: done, command: 'hand-over', note: '旧子様に電話' })).ok).toBe(true);
  await desk.asOwner(`update mail_draft set settled_at = '2022-12-01T00:00:00Z' where settled_at is not null`);
  expect((await dueOf()).length).toBe(1);
  await eraseAll();
  const mails = await desk.asOwner(`select recipient, subject, body, note, state from mail_draft order by state`);
  expect(mails).toMatchObject([
    { state: 'draft', recipient: 'new@example.jp' },
    { state: 'handed-over', recipient: '廃棄済み', subject: '廃棄済み', body: '', note: '廃棄済み' },
  ]);
  await expectForgotten(/kyuko|旧子様に電話/u, ['mail_draft']);
  expect(await dueOf()).toEqual([]);
});

test('the people of a visit go five years after its 年度; how many came stays counted [SEC-12]', async () => {
  const { visitId } = await heldVisit(desk.context({ today: then }));
  const line = { name: '架空 旧子', nameKana: null, age: null, affiliation: null, aimedGrade: null };
  const ctx = officer(then);
  expect((await addToRoster(ctx, { visitId, version: 1, lines: [line, line] })).ok).toBe(true);
  expect((await recordAttendance(ctx, { visitId, version: 2, came: [2] })).ok).toBe(true);
  expect(await dueOf('2028-03-31')).toEqual([]);
  expect(await dueOf()).toEqual(['visit-roster V-001']);
  await eraseAll();
  await expectForgotten(/旧子/u, ['visit_trainee', 'visit', 'audit_entry']);
  expect(await desk.asOwner(`select trainees from visit`)).toEqual([{ trainees: 1 }]);
  expect(await dueOf()).toEqual([]);
});

test('whom a host named in a 派遣希望調査 goes; what it wished stays counted [SEC-12]', async () => {
  await registerOrganization(officer(then), { name: '架空精機' });
  const { recipientOf } = await runDemandSurvey(officer(then));
  const texts = { ...wishTexts(), contactName: '架空 旧子', comment: '旧子まで', 'w0-content': '旧子の旋盤' };
  const answer = { recipientId: recipientOf('架空精機'), channel: 'fax', answeredOn: plainDate(then) } as const;
  expect((await enterAnswer(officer(then), { ...answer, texts, version: 0 })).ok).toBe(true);
  expect((await dueOf('2028-03-31')).length).toBe(0);
  expect(await dueOf()).toEqual([expect.stringMatching(/^demand-answer /u)]);
  await eraseAll();
  await expectForgotten(/旧子|083-000-0300/u, ['demand_answer', 'demand_wish', 'demand_recipient']);
  expect(await desk.asOwner('select sessions, months from demand_wish')).toEqual([{ sessions: 3, months: [6, 1] }]);
  expect(await dueOf()).toEqual([]);
});

test('what was written on the way of a request goes; its steps and their days stay [SEC-12]', async () => {
  await desk.asOwner(staffAccounts);
  await registerOrganization(officer(then));
  await registerInstructor(officer(then));
  const requestId = await aDecidedRequest(officer(then));
  const talk = {
    means: 'phone',
    place: null,
    agreed: '旧子が決めた',
    hostPrepares: '旧子の机',
    present: '旧子',
  } as const;
  const input = { ...talk, heldOn: plainDate(then) };
  expect((await recordMeeting(officer(then), { requestId, input })).ok).toBe(true);
  await desk.asOwner(`update decision_approver set comment = '旧子に伝える'; update offer set note = '旧子';
    update request_event set reason = '旧子の都合' where sequence = 1`);
  const steps = () => desk.asOwner('select command, happened_on::text from request_event order by sequence');
  const before = await steps();
  expect(await dueOf()).toEqual(['request-note R-900']);
  await eraseAll();
  expect(await steps()).toEqual(before);
  const tables = ['pre_meeting', 'request_event', 'decision', 'decision_approver', 'decision_event', 'offer'];
  await expectForgotten(/旧子/u, tables);
  expect(await dueOf()).toEqual([]);
});

test('what an instructor wrote of a visit goes; people and understanding stay [SEC-12]', async () => {
  const pair = await heldVisit(desk.context({ today: then }));
  const words = { content: '旧子さんに教えた', problems: '旧子さん', nextTime: '旧子さん' };
  const input = { ...words, trainees: 4, understanding: 'most' } as const;
  const report = { ...pair, version: 0, input, command: 'submit', consent: undefined, files: [] } as const;
  expect((await writeReport(officer(then), report)).ok).toBe(true);
  expect(await dueOf()).toEqual(['activity-text V-001']);
  await eraseAll();
  await expectForgotten(/旧子/u, ['activity_report']);
  expect(await desk.asOwner('select trainees, understanding from activity_report')).toEqual([
    { trainees: 4, understanding: 'most' },
  ]);
  expect(await dueOf()).toEqual([]);
});
