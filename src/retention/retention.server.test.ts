import { expect, test } from 'vitest';
import { listAuditEntries } from '#audit/audit-log-queries.server.ts';
import { consultationRecords } from '#consultation/consultation-records.server.ts';
import { aConsultation } from '#consultation/domain/consultation.fixture.ts';
import { addPapers, insertCase } from '#evidence/case-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { listLetters, readLetter } from '#letter/register-queries.server.ts';
import { findBrokenLink, listHistory } from '#platform/audit/audit-queries.server.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { readDocx } from '../../e2e/read-docx.ts';
import { useTestDatabase } from '../../test/database.ts';
import { erasePlan, draftPlan, movePlan, setPeriod } from './retention.server.ts';
import { exportRetentionPaper, getPlan, getRetention } from './retention-queries.server.ts';

const desk = useTestDatabase();
const april = '2022-04-01';
const officer = (today = april) => desk.context({ role: 'officer', today });
const chief = (today = april) => desk.context({ role: 'chief', today });

/** An application that was withdrawn in 平成28年度, with its copies and a log of them. */
async function oldCase(number = 'N2016-0001', name = '架空 旧子'): Promise<string> {
  const caseId = await insertCase(desk.context(), { number, name });
  await addPapers(desk.context(), caseId);
  await inTransaction(desk.context(), (tx) =>
    recordAudit(tx, desk.context(), [
      { action: 'created', entity: { kind: 'certification', id: caseId, label: name }, after: { name } },
    ]),
  );
  await desk.asOwner(
    `update certification_case set state = 'withdrawn' where case_id = '${caseId}';
     insert into certification_event values
     ('35', '${caseId}', 1, now(), 'a', '職員', 'withdraw', 'received', 'withdrawn', '2017-03-31', '架空 旧子の都合')`,
  );
  return caseId;
}

async function draft(ctx = officer()): Promise<string> {
  const drafted = await draftPlan(ctx);
  if (!drafted.ok) throw new Error(JSON.stringify(drafted.refusal));
  return drafted.value.id;
}

const at = async (planId: string) => ({ planId, version: (await getPlan(chief(), planId)).plan.version });

async function eraseAll(planId: string): Promise<void> {
  expect(await movePlan(chief(), { ...(await at(planId)), command: 'approve' })).toMatchObject({ ok: true });
  expect(await erasePlan(chief(), await at(planId))).toMatchObject({ ok: true });
}

test.each([
  ['2022-03-31', 0],
  ['2022-04-01', 1],
])('what ended on the last day of 平成28年度 is due after five years: %s [SEC-12]', async (today, count) => {
  await oldCase();
  expect((await getRetention(chief(today))).due).toHaveLength(count);
  expect((await draftPlan(officer(today))).ok).toBe(count === 1);
});

test('the period of the corner holds from its 年度 on, set by the chief alone', async () => {
  await oldCase();
  const period = { kind: 'ended-application', fromFiscalYear: 2016, years: 10, source: '文書管理規程' } as const;
  await expect(async () => setPeriod(officer(), period)).rejects.toThrow('may not');
  await setPeriod(chief(), period);
  expect((await getRetention(chief())).due).toEqual([]);
  await setPeriod(chief(), { ...period, fromFiscalYear: 2017, years: 3 });
  expect((await getRetention(chief())).due).toEqual([]);
  await setPeriod(chief(), { ...period, years: 4 });
  expect((await getRetention(chief())).due).toHaveLength(1);
});

test('a second person approves, and then the values, the copies and what the log showed are gone [SEC-12]', async () => {
  const caseId = await oldCase();
  const planId = await draft();
  await expect(async () => movePlan(officer(), { ...(await at(planId)), command: 'approve' })).rejects.toThrow(
    'may not',
  );
  expect(await erasePlan(chief(), await at(planId))).toMatchObject({ refusal: { kind: 'wrong-state' } });
  await eraseAll(planId);
  const [row] = await desk.asOwner(`select * from certification_case`);
  expect(row).toMatchObject({ state: 'withdrawn', number: 'N2016-0001', name: '廃棄済み', phone: null, address: null });
  for (const table of [
    'certification_case',
    'certification_event',
    'evidence_file',
    'retention_item',
    'retention_plan',
  ]) {
    const rows = JSON.stringify(await desk.asOwner(`select * from ${table}`));
    expect(rows, table).not.toMatch(/旧子|083422|周南 一郎|旋盤/u);
  }
  expect(await desk.asOwner('select evidence_id from evidence_file')).toEqual([]);
  expect(JSON.stringify(await listHistory(chief().db, { kind: 'certification', id: caseId }))).not.toMatch(/旧子/u);
  const filters = { actor: '', kind: '', action: '', from: undefined, until: undefined };
  const log = await listAuditEntries(chief(), { filters, cursor: undefined });
  expect(JSON.stringify(log.rows)).not.toMatch(/旧子|qualification\.pdf/u);
  expect(await findBrokenLink(chief().db)).toBeUndefined();
  expect((await getRetention(chief())).due).toEqual([]);
});

test('a letter goes with its addressee, and its number stays in the register without a gap [SEC-12]', async () => {
  await desk.asOwner(`insert into issued_letter values ('35', gen_random_uuid(), 'course-invitation', 2016, 1, '山技振第1号',
    '2016-05-10', '架空 旧子', '講習の案内', 'course', 'c', null, gen_random_uuid(), null, 'a', '職員', '案内.docx',
    '${'0'.repeat(64)}', 'PK旧子', '架空 旧子', now())`);
  expect((await getRetention(chief())).due).toMatchObject([{ kind: 'issued-letter', label: '山技振第1号' }]);
  await eraseAll(await draft());
  const { rows } = await listLetters(chief(), { fiscalYear: 2016, filters: { kind: '', q: '' }, cursor: undefined });
  expect(rows).toMatchObject([{ number: '山技振第1号', addressee: '廃棄済み', isErased: true }]);
  await expect(readLetter(chief(), rows[0]?.id ?? '')).rejects.toThrow(NotFound);
});

test('a consultation goes with whom it was about and what was said, once nobody is to be called [SEC-12]', async () => {
  const consult = (changes: Parameters<typeof aConsultation>[0]) =>
    consultationRecords.create(chief(), {
      input: aConsultation({ receivedOn: plainDate('2016-05-10'), phone: '083-000-0199', ...changes }),
      fiscalYear: 2016,
    });
  await consult({ number: 'K2016-0001', clientKind: 'person', clientName: '架空 旧子', outcome: '旧子さんへ連絡した' });
  await consult({ number: 'K2016-0002', clientName: '架空金属', followUpOn: plainDate('2016-06-01') });
  expect((await getRetention(chief())).due).toMatchObject([{ kind: 'consultation', label: 'K2016-0001' }]);
  await eraseAll(await draft());
  const rows = await desk.asOwner(
    `select number, client_name, phone, outcome, follow_up_on from consultation order by number`,
  );
  expect(rows).toMatchObject([
    { number: 'K2016-0001', client_name: '廃棄済み', phone: null, outcome: null, follow_up_on: null },
    { number: 'K2016-0002', client_name: '架空金属', phone: '083-000-0199', outcome: null },
  ]);
  expect(JSON.stringify(await desk.asOwner('select * from consultation'))).not.toContain('旧子');
  const filters = { actor: '', kind: '', action: '', from: undefined, until: undefined };
  const log = await listAuditEntries(chief(), { filters, cursor: undefined });
  expect(JSON.stringify(log.rows)).not.toContain('旧子');
});

test('whoever put the list together does not approve it, chief or not', async () => {
  await oldCase();
  const planId = await draft(chief());
  expect(await movePlan(chief(), { ...(await at(planId)), command: 'approve' })).toMatchObject({
    refusal: { kind: 'same-person' },
  });
});

test('what is held back stays, with its reason, and comes again with the next list', async () => {
  const kept = await oldCase();
  await oldCase('N2016-0002', '架空 次子');
  const planId = await draft();
  const hold = async (reason: string) =>
    movePlan(officer(), { ...(await at(planId)), command: 'hold', itemId: kept, reason });
  expect(await hold(' ')).toMatchObject({ refusal: { kind: 'reason-missing' } });
  expect(await hold('訴訟中')).toMatchObject({ ok: true });
  expect(await draftPlan(officer())).toMatchObject({ refusal: { kind: 'list-open' } });
  await eraseAll(planId);
  const names = await desk.asOwner('select name from certification_case order by number');
  expect(names).toEqual([{ name: '架空 旧子' }, { name: '廃棄済み' }]);
  expect((await getRetention(chief())).due.map(({ label }) => label)).toEqual(['N2016-0001']);
});

test('what came back to life after the list was made is held back instead of erased', async () => {
  const caseId = await oldCase();
  const planId = await draft();
  await movePlan(chief(), { ...(await at(planId)), command: 'approve' });
  await desk.asOwner(`update certification_case set state = 'received' where case_id = '${caseId}'`);
  await erasePlan(chief(), await at(planId));
  const [item] = (await getPlan(chief(), planId)).items;
  expect(item).toMatchObject({ erasedAt: null, holdReason: '一覧を作った後に状態か保存期間が変わったため' });
  expect(await desk.asOwner('select name from certification_case')).toEqual([{ name: '架空 旧子' }]);
});

test('the 廃棄証明書 says what, how many, of which 年度, who and when, and nobody by name [SEC-12]', async () => {
  await oldCase();
  const planId = await draft();
  await eraseAll(planId);
  const { name, bytes } = await exportRetentionPaper(chief(), planId);
  const text = readDocx(Buffer.from(bytes));
  expect(name).toMatch(/^令和4年度_廃棄証明書_35山口_20220401\.docx$/u);
  expect(text).toMatch(/廃棄証明書.*令和4年4月1日.*認定申請と証拠書類（不認定・取下げ・削除）.*平成28年度/su);
  expect(text).toMatch(/一覧の作成　.+承認　.+廃棄の実行　/su);
  expect(text).not.toMatch(/旧子/u);
});

test('another corner, the Center, an instructor and coordinators see and do nothing of it [SEC-13]', async () => {
  await oldCase();
  const planId = await draft();
  const elsewhere = desk.context({ role: 'chief', corner: '34', today: april });
  expect((await getRetention(elsewhere)).due).toEqual([]);
  expect((await getRetention(elsewhere)).plans).toEqual([]);
  await expect(getPlan(elsewhere, planId)).rejects.toThrow('not found');
  await expect(erasePlan(elsewhere, { planId, version: 1 })).rejects.toThrow('not found');
  const strangers = [
    ...(['center', 'instructor', 'coordinator', 'clerk', 'measureOwner'] as const).map((role) =>
      desk.context({ role }),
    ),
    desk.context({ role: 'chief', actor: { cornerCode: '34' } }),
  ];
  for (const ctx of strangers) {
    await expect(getRetention(ctx)).rejects.toThrow('may not');
    await expect(getPlan(ctx, planId)).rejects.toThrow('may not');
    await expect(exportRetentionPaper(ctx, planId)).rejects.toThrow('may not');
    await expect(async () => draftPlan(ctx)).rejects.toThrow('may not');
    await expect(erasePlan(ctx, { planId, version: 1 })).rejects.toThrow('may not');
  }
});
