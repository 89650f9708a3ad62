import { describe, expect, test } from 'vitest';
import { batchLetter } from '#certification-batch/documents/batch-letter-document.ts';
import { applicationForm } from '#certification-batch/documents/application-form-document.ts';
import { shippedWords } from '#certification-batch/words-text.ts';
import { courseCertificate, courseInvitation } from '#course/documents/course-letters.ts';
import { endLetter, intentLetter } from '#upkeep/documents/upkeep-letters.ts';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { readDocx } from '../../e2e/read-docx.ts';
import { useTestDatabase } from '../../test/database.ts';
import { bindLetters } from './bind-letters.server.ts';
import { judgeTemplate, readTemplateFile, removeTemplate, uploadTemplate } from './change-template.server.ts';
import { letterKinds, sampleValues } from './domain/letter-outline.ts';
import { drawLetter } from './draw-letter.server.ts';
import { recordLetters } from './web/record-letter-list.server.ts';
import { fillTemplate } from './fill-template.server.ts';
import { docx, paragraph } from './template-fixture.server.ts';
import { listTemplates } from './template-queries.server.ts';
import { templateRefusalTexts } from './text.ts';

const desk = useTestDatabase();
const words = shippedWords({ office: '山口県地域技能振興コーナー', host: '協会', contact: '電話' });
const forms = [
  applicationForm(words),
  batchLetter(words),
  intentLetter,
  endLetter,
  courseInvitation,
  courseCertificate,
  ...new Set(Object.values(recordLetters).flatMap((papers) => Object.values(papers).map(({ form }) => form))),
];

const textOf = (bytes: Uint8Array) => readDocx(Buffer.from(bytes));
const file = (body: string, name = 'ひな形.docx') => ({ name, bytes: docx({ body }) });
const own = (text: string) => file(paragraph('{文書番号}') + paragraph(text));

describe('every letter of the desk', () => {
  test('has a form', () => {
    expect(forms.map(({ kind }) => kind).toSorted()).toEqual(letterKinds.toSorted());
  });

  test.each(forms)('$kind: every placeholder has a meaning, an example and a name of its own', (form) => {
    for (const { name, meaning, sample } of form.placeholders) {
      expect([name, meaning, sample].every((text) => text !== '')).toBe(true);
      expect(name).not.toMatch(/[{}#/[\]\s]/u);
    }
    const names = form.placeholders.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(forms)(
    '$kind: its starting point is a template that is taken, and filled reads like the built-in letter',
    async (form) => {
      const ctx = desk.context();
      const starter = await readTemplateFile(ctx, { form, fiscalYear: 2022, file: 'built-in' });
      expect(await judgeTemplate(form, starter.bytes)).toEqual({ ok: true, value: null });
      const filled = await fillTemplate(starter.bytes, sampleValues(form));
      const builtIn = await drawLetter(ctx.db, { form, fiscalYear: 2022, values: sampleValues(form) });
      const flat = (bytes: Uint8Array) => textOf(bytes).replaceAll(/\s/gu, '');
      expect(flat(filled)).toBe(flat(builtIn));
    },
  );
});

describe('a template of the corner [DOC-20]', () => {
  test('is what the letter is made of from its 年度 on, until a later one or none stands in its place', async () => {
    const ctx = desk.context();
    const draw = async (fiscalYear: number) =>
      textOf(await drawLetter(ctx.db, { form: endLetter, fiscalYear, values: sampleValues(endLetter) }));
    expect(await uploadTemplate(ctx, { form: endLetter, fiscalYear: 2022, file: own('四年度 {氏名}') })).toMatchObject({
      ok: true,
    });
    expect(await uploadTemplate(ctx, { form: endLetter, fiscalYear: 2024, file: own('六年度 {氏名}') })).toMatchObject({
      ok: true,
    });
    expect(await draw(2021)).toContain('登録の解除について');
    expect(await draw(2022)).toContain('四年度 山口 太郎');
    expect(await draw(2023)).toContain('四年度 山口 太郎');
    expect(await draw(2024)).toContain('六年度 山口 太郎');
    expect(await listTemplates(ctx, 2023)).toMatchObject([
      { kind: 'registration-end', fiscalYear: 2022, fileName: 'ひな形.docx' },
    ]);
    await expect(removeTemplate(ctx, { form: endLetter, fiscalYear: 2023 })).rejects.toThrow(NotFound);
    await removeTemplate(ctx, { form: endLetter, fiscalYear: 2022 });
    expect(await draw(2023)).toContain('登録の解除について');
    const log = await desk.asOwner(`select action, entity_label from audit_entry order by sequence`);
    expect(log).toEqual([
      { action: 'uploaded', entity_label: '登録解除の通知（令和4年度）' },
      { action: 'uploaded', entity_label: '登録解除の通知（令和6年度）' },
      { action: 'deleted', entity_label: '登録解除の通知（令和4年度）' },
    ]);
  });

  test('replaces the one of the same 年度, and comes back byte for byte', async () => {
    const ctx = desk.context();
    const second = own('二つ目');
    await uploadTemplate(ctx, { form: endLetter, fiscalYear: 2022, file: own('一つ目') });
    await uploadTemplate(ctx, { form: endLetter, fiscalYear: 2022, file: second });
    const kept = await readTemplateFile(ctx, { form: endLetter, fiscalYear: 2022, file: 'own' });
    expect(Buffer.from(kept.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(await desk.asOwner('select count(*)::integer as rows from letter_template')).toEqual([{ rows: 1 }]);
  });

  test('with mistakes is refused, each of them named, and nothing is kept', async () => {
    const ctx = desk.context();
    const refused = await uploadTemplate(ctx, {
      form: endLetter,
      fiscalYear: 2022,
      file: file(paragraph('{氏明}{#誰}')),
    });
    if (refused.ok) throw new Error('it was taken');
    expect(templateRefusalTexts(refused.refusal)).toEqual([
      '差し込み{氏明}は、この文書にありません。打ち間違いの可能性があります。{氏名}に直してください。',
      expect.stringContaining('繰り返し{#誰}は、この文書にありません'),
      expect.stringContaining('繰り返し{#誰}が閉じられていません'),
      expect.stringContaining('差し込み{文書番号}がありません'),
    ]);
    expect(await listTemplates(ctx, 2022)).toEqual([]);
  });

  test('is seen in its own corner alone, and changed by officers alone [SEC-13]', async () => {
    await uploadTemplate(desk.context(), { form: endLetter, fiscalYear: 2022, file: own('山口') });
    expect(await listTemplates(desk.context({ corner: '34' }), 2022)).toEqual([]);
    for (const role of ['clerk', 'coordinator', 'auditor', 'center'] as const) {
      const ctx = desk.context({ role });
      await expect(uploadTemplate(ctx, { form: endLetter, fiscalYear: 2022, file: own('x') })).rejects.toThrow(
        Forbidden,
      );
      expect(() => removeTemplate(ctx, { form: endLetter, fiscalYear: 2022 })).toThrow(Forbidden);
    }
    const center = desk.context({ role: 'center' });
    await expect(readTemplateFile(center, { form: endLetter, fiscalYear: 2022, file: 'own' })).rejects.toThrow(
      Forbidden,
    );
  });
});

describe('filling', () => {
  test('keeps every character of a value as text, and its line breaks', async () => {
    const value = '<w:t>&amp;"\'{氏名}\n二行目 𠮷野\u0000';
    const filled = await fillTemplate(docx({ body: paragraph('{氏', '名}') }), { 氏名: value });
    expect(textOf(filled)).toContain('&lt;w:t&gt;&amp;&quot;&apos;');
    expect(textOf(filled)).toContain('{氏名}二行目 𠮷野');
  });

  test('repeats a table row for each application', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('{#申請}{番号}')}${cell('{氏名}{/申請}')}</w:tr></w:tbl>`;
    const rows = [
      { 番号: '1', 氏名: '甲' },
      { 番号: '2', 氏名: '乙' },
    ];
    expect(textOf(await fillTemplate(docx({ body: table }), { 申請: rows }))).toBe('1\n甲\n2\n乙\n');
    expect(textOf(await fillTemplate(docx({ body: table + paragraph('終') }), { 申請: [] })).trim()).toBe('終');
  });

  test('letters bound into one file each begin on a new page, numbered from one', async () => {
    const template = docx({ body: paragraph('{氏名}　様') });
    const letters = await Promise.all(['甲', '乙', '丙'].map((name) => fillTemplate(template, { 氏名: name })));
    const bound = await bindLetters(letters);
    expect(textOf(bound).split('\n').filter(Boolean)).toEqual(['甲　様', '乙　様', '丙　様']);
    const judged = await judgeTemplate({ ...endLetter, numbered: false }, bound);
    expect(judged).toEqual({ ok: true, value: null });
    expect(await bindLetters(letters.slice(0, 1))).toBe(letters[0]);
  });
});
