import { expect, test } from 'vitest';
import { insertWholeCase } from '#evidence/case-fixture.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import { Conflict } from '#platform/errors.server.ts';
import { readTable } from '#platform/tabular/read-table.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { readDocx } from '../../e2e/read-docx.ts';
import { getBatch, listBatches, proposeRound } from './batch-queries.server.ts';
import { changeBatch, createBatch, receiveAtCenter, recordReceipt, removeBatch } from './change-batch.server.ts';
import { exportApplicationForm, exportBatchPaper } from './export-papers.server.ts';
import { addToBatch, sendBatch, takeFromBatch } from './fill-batch.server.ts';
import { changeFormWords, findFormWords } from './form-words.server.ts';

const desk = useTestDatabase();
const today = plainDate('2022-11-30');
const input = { round: 3, deadlineOn: plainDate('2022-12-16'), note: null };

async function newBatch(round = 3): Promise<string> {
  const created = await createBatch(desk.context(), { input: { ...input, round }, fiscalYear: 2022 });
  if (!created.ok) throw new Error(JSON.stringify(created));
  return created.value.id;
}

const versionOf = async (batchId: string) => (await getBatch(desk.context(), batchId)).batch.version;
const at = async (batchId: string) => ({ batchId, version: await versionOf(batchId) });

async function sentBatch() {
  const caseId = await insertWholeCase(desk.context());
  const batchId = await newBatch();
  const added = await addToBatch(desk.context(), { ...(await at(batchId)), caseIds: [caseId] });
  expect(added).toEqual({ ok: true, value: { cases: 1 } });
  const sent = await sendBatch(desk.context(), {
    ...(await at(batchId)),
    sentOn: today,
    documentNumber: '山能開発第123号',
  });
  expect(sent).toEqual({ ok: true, value: { cases: 1 } });
  return { batchId, caseId };
}

const read = ({ bytes }: { readonly bytes: Uint8Array }) => readDocx(Buffer.from(bytes));

const stateOf = async (caseId: string) => {
  const ctx = desk.context();
  const row = await ctx.db
    .selectFrom('certification_case')
    .select(['state', 'batch_id'])
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  return row;
};

test('a round of a 年度 is registered once, and the next one is proposed', async () => {
  await newBatch(1);
  expect(await proposeRound(desk.context(), 2022)).toBe(2);
  expect(await proposeRound(desk.context(), 2023)).toBe(1);
  const again = await createBatch(desk.context(), { input: { ...input, round: 1 }, fiscalYear: 2022 });
  expect(again).toMatchObject({ refusal: { kind: 'round-taken', round: 1 } });
  expect((await createBatch(desk.context(), { input: { ...input, round: 1 }, fiscalYear: 2023 })).ok).toBe(true);
});

test('a bundle goes out with its applications at once, and what went out stays written down [Y5-14]', async () => {
  const { batchId, caseId } = await sentBatch();
  expect(await stateOf(caseId)).toEqual({ state: 'sent', batch_id: batchId });
  const { batch, cases, candidates } = await getBatch(desk.context(), batchId);
  expect(batch).toMatchObject({
    state: 'sent',
    sentOn: today,
    documentNumber: '山能開発第123号',
    cases: 1,
    decided: 0,
  });
  expect(cases.map(({ id, elsewhere }) => [id, elsewhere])).toEqual([[caseId, false]]);
  expect(candidates).toEqual([]);
  await desk.asOwner(`update certification_case set state = 'received', batch_id = null`);
  const later = await getBatch(desk.context(), batchId);
  expect(later.cases.map(({ elsewhere }) => elsewhere)).toEqual([true]);
  expect(later.batch.returned).toBe(1);
});

test('one incomplete application keeps all of them out', async () => {
  const whole = await insertWholeCase(desk.context());
  const lacking = await insertWholeCase(desk.context(), { number: 'C2022-0002' });
  await desk.asOwner(`update certification_case set chief_judgement = null where case_id = '${lacking}'`);
  const batchId = await newBatch();
  const added = await addToBatch(desk.context(), { ...(await at(batchId)), caseIds: [whole, lacking] });
  expect(added).toMatchObject({ refusal: { kind: 'case', caseId: lacking, refusal: { kind: 'incomplete' } } });
  expect(await stateOf(whole)).toEqual({ state: 'received', batch_id: null });
});

test('what is chosen can be taken out again, but only out of its own bundle', async () => {
  const caseId = await insertWholeCase(desk.context());
  const [first, second] = [await newBatch(1), await newBatch(2)];
  await addToBatch(desk.context(), { ...(await at(first)), caseIds: [caseId] });
  const wrong = await takeFromBatch(desk.context(), { ...(await at(second)), caseIds: [caseId] });
  expect(wrong).toMatchObject({ refusal: { kind: 'none-chosen' } });
  expect(await removeBatch(desk.context(), await at(first))).toMatchObject({ refusal: { kind: 'not-empty' } });
  expect((await takeFromBatch(desk.context(), { ...(await at(first)), caseIds: [caseId] })).ok).toBe(true);
  expect((await removeBatch(desk.context(), await at(first))).ok).toBe(true);
  expect((await listBatches(desk.context(), { fiscalYear: 2022 })).map(({ round }) => round)).toEqual([2]);
});

test('whoever saw an older bundle is told before it goes out with something else', async () => {
  const caseId = await insertWholeCase(desk.context());
  const batchId = await newBatch();
  const seen = await at(batchId);
  await addToBatch(desk.context(), { ...seen, caseIds: [caseId] });
  await expect(sendBatch(desk.context(), { ...seen, sentOn: today, documentNumber: null })).rejects.toThrow(Conflict);
  await expect(changeBatch(desk.context(), { ...seen, input })).rejects.toThrow(Conflict);
});

test('an empty bundle does not go out, and one that went out is not changed', async () => {
  const batchId = await newBatch();
  const order = { sentOn: today, documentNumber: null };
  expect(await sendBatch(desk.context(), { ...(await at(batchId)), ...order })).toMatchObject({
    refusal: { kind: 'empty' },
  });
  await removeBatch(desk.context(), await at(batchId));
  const sent = await sentBatch();
  const other = await insertWholeCase(desk.context(), { number: 'C2022-0009' });
  const address = await at(sent.batchId);
  expect(await changeBatch(desk.context(), { ...address, input })).toMatchObject({ refusal: { kind: 'sent-already' } });
  expect(await addToBatch(desk.context(), { ...address, caseIds: [other] })).toMatchObject({
    refusal: { kind: 'sent-already' },
  });
});

test('the corner or the Center itself records the receipt, once', async () => {
  const { batchId } = await sentBatch();
  const address = await at(batchId);
  const center = desk.context({ role: 'center' });
  const received = await receiveAtCenter(center, { ...address, receivedOn: today });
  expect(received.ok).toBe(true);
  const again = await recordReceipt(desk.context(), { ...(await at(batchId)), receivedOn: today });
  expect(again).toMatchObject({ refusal: { kind: 'received-already' } });
});

test('bundles and papers belong to their corner and to those who may [SEC-13]', async () => {
  const { batchId, caseId } = await sentBatch();
  const address = await at(batchId);
  for (const role of ['center', 'instructor', 'measureOwner'] as const) {
    const ctx = desk.context({ role });
    await expect(getBatch(ctx, batchId)).rejects.toThrow('may not');
    await expect(listBatches(ctx, { fiscalYear: 2022 })).rejects.toThrow('may not');
    await expect(exportBatchPaper(ctx, { batchId, paper: 'sheet' })).rejects.toThrow('may not');
    await expect(exportApplicationForm(ctx, caseId)).rejects.toThrow('may not');
  }
  const coordinator = desk.context({ role: 'coordinator' });
  await expect(async () => sendBatch(coordinator, { ...address, sentOn: today, documentNumber: null })).rejects.toThrow(
    'may not',
  );
  const stranger = desk.context({ corner: '34' });
  await expect(getBatch(stranger, batchId)).rejects.toThrow('not found');
  await expect(exportBatchPaper(stranger, { batchId, paper: 'letter' })).rejects.toThrow('not found');
  await expect(exportApplicationForm(stranger, caseId)).rejects.toThrow('not found');
  await expect(
    receiveAtCenter(desk.context({ corner: '34', role: 'center' }), { ...address, receivedOn: today }),
  ).rejects.toThrow('not found');
});

test('the papers hold the facts of the bundle, and that they left is logged [DOC-06][SEC-11]', async () => {
  const { batchId, caseId } = await sentBatch();
  const ctx = desk.context();
  const letter = read(await exportBatchPaper(ctx, { batchId, paper: 'letter' }));
  expect(letter).toMatch(
    /山能開発第123号.*令和4年11月30日.*中央技能振興センター　御中.*認定申請書の送付について.*記.*第3回.*1件.*以上/su,
  );
  const list = read(await exportBatchPaper(ctx, { batchId, paper: 'list' }));
  expect(list).toMatch(/C2022-0001.*山田 太郎.*周南精機/su);
  const form = await exportApplicationForm(ctx, caseId);
  expect(form.name).toMatch(/^令和4年度_認定申請書_C2022-0001_35山口_20221130\.docx$/u);
  const text = read(form);
  expect(text).toMatch(/ものづくりマイスター認定申請書.*申請日　令和4年11月10日.*山田 太郎.*1級 機械加工.*周南 一郎/su);
  const sheet = await exportBatchPaper(ctx, { batchId, paper: 'sheet' });
  const table = await readTable(sheet.bytes, sheet.name);
  expect(JSON.stringify(table)).toMatch(/C2022-0001.*山田 太郎.*1965/u);
  const logged = await ctx.db
    .selectFrom('audit_entry')
    .select((each) => each.fn.countAll<number>().as('count'))
    .where('action', 'in', ['exported', 'downloaded'])
    .executeTakeFirstOrThrow();
  expect(logged.count).toBe(4);
});

test('a corner words its papers by 年度; a year without its own keeps the year before [DOC-20]', async () => {
  const ctx = desk.context();
  const shipped = await findFormWords(ctx, 2022);
  expect(shipped.source).toEqual({ kind: 'shipped' });
  const words = { ...shipped.words, applicationTitle: '認定申請書（山口様式）' };
  expect((await changeFormWords(ctx, { fiscalYear: 2022, words })).ok).toBe(true);
  expect((await changeFormWords(ctx, { fiscalYear: 2022, words })).ok).toBe(true);
  expect(await findFormWords(ctx, 2023)).toEqual({ words, source: { kind: 'earlier', year: 2022 } });
  expect((await findFormWords(ctx, 2021)).source).toEqual({ kind: 'shipped' });
  expect((await findFormWords(desk.context({ corner: '34' }), 2022)).source).toEqual({ kind: 'shipped' });
  const refused = await changeFormWords(ctx, {
    fiscalYear: 2022,
    words: { ...words, letterBody: ' ', letterSubject: 'a\u0000' },
  });
  expect(refused).toMatchObject({ refusal: [{ key: 'letterSubject' }, { key: 'letterBody' }] });
  await expect(changeFormWords(desk.context({ role: 'coordinator' }), { fiscalYear: 2022, words })).rejects.toThrow(
    'may not',
  );
});
