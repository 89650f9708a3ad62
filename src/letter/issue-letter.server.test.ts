import { expect, test } from 'vitest';
import { endLetter, intentLetter } from '#upkeep/documents/upkeep-letters.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { decodeCursor } from '#record/paging.server.ts';
import { readDocx } from '../../e2e/read-docx.ts';
import { useTestDatabase } from '../../test/database.ts';
import { changeNumbering, readNumbering } from './change-numbering.server.ts';
import { uploadTemplate } from './change-template.server.ts';
import { sampleValues } from './domain/letter-outline.ts';
import { replaceMark } from './fill-template.server.ts';
import { issueLetters, secretMark, type LetterIssue } from './issue-letter.server.ts';
import { listLetters, listLettersOf, readIssue, readLetter } from './register-queries.server.ts';
import { docx, paragraph } from './template-fixture.server.ts';

const desk = useTestDatabase();

const order = (changes: Partial<LetterIssue> = {}): LetterIssue => ({
  form: endLetter,
  issuedOn: plainDate('2022-11-30'),
  subject: '登録の解除について',
  entity: { kind: 'instructor', id: '00000000-0000-4000-8000-000000000001' },
  letters: [{ values: sampleValues(endLetter), addressee: '山口 太郎' }],
  ...changes,
});

const issue = (ctx: Context, changes: Partial<LetterIssue> = {}) =>
  inTransaction(ctx, (tx) => issueLetters(tx, ctx, order(changes)));

const everything = { fiscalYear: 2022, filters: { kind: '', q: '' }, cursor: undefined };
const numbersOf = async (ctx: Context, changes: object = {}) =>
  (await listLetters(ctx, { ...everything, ...changes })).rows.map(({ number }) => number);

test('numbers follow one another in each 年度 and corner, whatever the kind of letter', async () => {
  const ctx = desk.context();
  const other = desk.context({ corner: '34' });
  const intent = { form: intentLetter, letters: [{ values: sampleValues(intentLetter), addressee: '甲' }] };
  const given = [
    await issue(ctx),
    await issue(ctx, intent),
    await issue(ctx, { issuedOn: plainDate('2022-03-31') }),
    await issue(other),
    await issue(ctx, { letters: [...order().letters, ...order().letters] }),
  ];
  expect(given.map(({ numbers }) => numbers)).toEqual([
    ['山技振第1号'],
    ['山技振第2号'],
    ['山技振第1号'],
    ['広技振第1号'],
    ['山技振第3号', '山技振第4号'],
  ]);
});

test('an issue that is rolled back leaves no letter, no entry and no gap', async () => {
  const ctx = desk.context();
  await issue(ctx);
  const failing = inTransaction(ctx, async (tx) => {
    await issueLetters(tx, ctx, order());
    throw new Error('the printer burns');
  });
  await expect(failing).rejects.toThrow('the printer burns');
  expect((await issue(ctx)).numbers).toEqual(['山技振第2号']);
  expect(await numbersOf(ctx)).toEqual(['山技振第2号', '山技振第1号']);
});

test('a number of another register is kept as it is and takes none of this one', async () => {
  const ctx = desk.context();
  expect((await issue(ctx, { given: '山能開発第170号' })).numbers).toEqual(['山能開発第170号']);
  expect((await issue(ctx)).numbers).toEqual(['山技振第1号']);
});

test('the prefix changes at any time, the next number only before the first of the 年度', async () => {
  const ctx = desk.context();
  expect(await readNumbering(ctx, 2022)).toEqual({ prefix: '山技振', next: 1, given: 0 });
  expect(await changeNumbering(ctx, { fiscalYear: 2022, prefix: '山能', next: 41 })).toMatchObject({ ok: true });
  expect((await issue(ctx)).numbers).toEqual(['山能第41号']);
  const again = await changeNumbering(ctx, { fiscalYear: 2022, prefix: '山能', next: 50 });
  expect(again).toEqual({ ok: false, refusal: { kind: 'numbers-given', last: 41 } });
  expect(await changeNumbering(ctx, { fiscalYear: 2022, prefix: '山技', next: 42 })).toMatchObject({ ok: true });
  expect((await issue(ctx)).numbers).toEqual(['山技第42号']);
  for (const role of ['clerk', 'coordinator', 'auditor'] as const)
    expect(() => changeNumbering(desk.context({ role }), { fiscalYear: 2022, prefix: '山', next: 1 })).toThrow(
      Forbidden,
    );
});

test('printing again gives the very letter that went out, also after its template has changed', async () => {
  const ctx = desk.context();
  await issue(ctx);
  const [letter] = await listLettersOf(ctx, order().entity);
  const first = await readLetter(ctx, letter?.id ?? '');
  const body = paragraph('{文書番号}') + paragraph('別の文面');
  await uploadTemplate(ctx, { form: endLetter, fiscalYear: 2022, file: { name: 'a.docx', bytes: docx({ body }) } });
  const again = await readLetter(ctx, letter?.id ?? '');
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  expect(readDocx(Buffer.from(again.bytes))).toContain('山技振第1号');
  expect(again.name).toBe('令和4年度_登録解除の通知_山技振第1号_35山口_20221130.docx');
  await issue(ctx);
  const [later] = await listLettersOf(ctx, order().entity);
  expect(readDocx(Buffer.from((await readLetter(ctx, later?.id ?? '')).bytes))).toContain('別の文面');
});

test('a secret of a letter lies in no register and is put in when the letter is printed', async () => {
  const ctx = desk.context();
  const secret = { name: '回答のアドレス', of: '00000000-0000-4000-8000-000000000002' };
  const address = 'https://desk.example.jp/replies/35.x?a=1&b=$&';
  const values = { ...sampleValues(intentLetter), 回答のアドレス: address };
  await issue(ctx, { form: intentLetter, letters: [{ values, addressee: '甲', secret }] });
  const [letter] = await listLettersOf(ctx, order().entity);
  const kept = await readLetter(ctx, letter?.id ?? '');
  expect(kept.secretOf).toBe(secret.of);
  expect(readDocx(Buffer.from(kept.bytes))).not.toContain('replies');
  const printed = await replaceMark(kept.bytes, { mark: secretMark(kept.id), text: address });
  expect(readDocx(Buffer.from(printed))).toContain(address);
  expect(readDocx(Buffer.from(printed))).not.toContain('takumi');
});

test('letters that went out together open as one file', async () => {
  const ctx = desk.context();
  const letters = ['甲', '乙'].map((name) => ({ values: { ...sampleValues(endLetter), 氏名: name }, addressee: name }));
  const { issueId } = await issue(ctx, { letters });
  const { name, bytes } = await readIssue(ctx, issueId);
  expect(name).toContain('山技振第1号から2通');
  expect(readDocx(Buffer.from(bytes))).toMatch(/山技振第1号[^]*甲　様[^]*山技振第2号[^]*乙　様/u);
  await expect(readIssue(ctx, 'nothing')).rejects.toThrow(NotFound);
});

test('the register is searched by number and addressee, filtered by kind and day, and paged without a line twice', async () => {
  const ctx = desk.context();
  const letters = Array.from({ length: 60 }, (_, index) => ({
    values: sampleValues(endLetter),
    addressee: index === 7 ? '髙橋 花子' : '山口 太郎',
  }));
  await issue(ctx, { letters });
  await issue(ctx, { form: intentLetter, letters: [{ values: sampleValues(intentLetter), addressee: '甲' }] });
  const first = await listLetters(ctx, everything);
  expect(first.count).toBe(61);
  const second = await listLetters(ctx, { ...everything, cursor: decodeCursor(first.next, 3) });
  const all = [...first.rows, ...second.rows].map(({ number }) => number);
  expect(all).toEqual(Array.from({ length: 61 }, (_, index) => `山技振第${61 - index}号`));
  expect(await numbersOf(ctx, { filters: { kind: '', q: '第8号' } })).toEqual(['山技振第8号']);
  expect(await numbersOf(ctx, { filters: { kind: '', q: '高橋' } })).toEqual(['山技振第8号']);
  expect(await numbersOf(ctx, { filters: { kind: 'intent-enquiry', q: '' } })).toEqual(['山技振第61号']);
  expect(await numbersOf(ctx, { filters: { kind: '', q: '', from: plainDate('2022-12-01') } })).toEqual([]);
  expect(await numbersOf(desk.context({ corner: '34' }))).toEqual([]);
}, 60_000);

test('who may not read letters reads none, and only officers issue [SEC-13]', async () => {
  await issue(desk.context());
  const [letter] = await listLettersOf(desk.context(), order().entity);
  const center = desk.context({ role: 'center' });
  await expect(listLetters(center, everything)).rejects.toThrow(Forbidden);
  expect(() => readLetter(center, letter?.id ?? '')).toThrow(Forbidden);
  await expect(readLetter(desk.context({ corner: '34' }), letter?.id ?? '')).rejects.toThrow(NotFound);
  for (const role of ['clerk', 'coordinator', 'auditor'] as const)
    await expect(issue(desk.context({ role }))).rejects.toThrow(Forbidden);
});
