import { expect, test } from 'vitest';
import type { Context } from '#platform/context.server.ts';
import { foldWidth, toFullKatakana } from '#kernel/japanese-text.ts';
import { fromCellText } from '#platform/tabular/cell-text.ts';
import type { AnyField } from '#record/domain/field.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { problemText } from '#record/text.ts';
import { useTestDatabase } from '../../test/database.ts';
import { naughtyStrings } from '../../test/naughty-strings.ts';
import type { TransferKindName } from './domain/transfer-kind.ts';
import { difficultRows, importRows, type FixtureRow } from './file-fixture.server.ts';
import { exportFile } from './export-file.server.ts';
import { importFile } from './import-file.server.ts';
import { problemLine } from './text.ts';
import { getTransferRecords } from './transfer-records.server.ts';

const desk = useTestDatabase();
const fiscalYear = 2022;

const kinds = difficultRows.map(([kind]) => kind);

/** A sentence of the product, whatever it quotes, is Japanese and shows no part of a program. */
const PROGRAM_WORDS = /undefined|NaN|\[object|Error:|不正な値|無効な値/u;

function expectSentence(sentence: string, naughty: string): void {
  expect(sentence).toMatch(/[ぁ-ん].*。/u);
  if (!PROGRAM_WORDS.test(naughty)) expect(sentence).not.toMatch(PROGRAM_WORDS);
}

/** The columns that people type freely into; lookups and codes read what they know, and numbers name a record. */
function textFieldsOf(kind: TransferKindName): readonly AnyField[] {
  const { fields } = getTransferRecords(kind).records.shape;
  const typed = ['text', 'multiline', 'kana'];
  // The first column names the record, also where it is the name of a person.
  return fields
    .slice(1)
    .filter(({ key, codec }) => !/numbers?$/iu.test(key) && codec.limit !== undefined && typed.includes(codec.control));
}

/** The last record of the fixture, under another number; answers have none of their own and keep that of their visit. */
function baseRow(kind: TransferKindName, number: string): FixtureRow {
  const { fields } = getTransferRecords(kind).records.shape;
  const row = difficultRows.find(([name]) => name === kind)?.[1].at(-1) ?? {};
  return kind === 'surveys' ? row : { ...row, [fields[0]?.header ?? '']: number };
}

function textsOf(kind: TransferKindName, row: FixtureRow): Record<string, string> {
  const { fields } = getTransferRecords(kind).records.shape;
  return Object.fromEntries(fields.map(({ key, header }) => [key, row[header] ?? '']));
}

/** CSV as a spreadsheet writes it, with nothing guarded, checked or refused. */
function rawCsv(row: FixtureRow): Uint8Array {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return Buffer.from(`${line(Object.keys(row))}\r\n${line(Object.values(row))}\r\n`);
}

/** What FRM-01, FRM-02 and FRM-20 let a stored text differ in: width, blanks, line ends, and kana as katakana. */
function isKept(typed: string, stored: string): boolean {
  const squeezed = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();
  return [typed, foldWidth(typed), toFullKatakana(typed)].some((spelling) => squeezed(spelling) === squeezed(stored));
}

async function fillDesk(ctx: Context): Promise<void> {
  for (const [kind, rows] of difficultRows) expect(await importRows(ctx, kind, rows)).toMatchObject({ ok: true });
}

test.for(kinds)(
  '%s: a form keeps every naughty string as typed or refuses it in words [FRM-20] [FRM-32]',
  async (kind) => {
    const ctx = desk.context();
    await fillDesk(ctx);
    const { records } = getTransferRecords(kind);
    const { fields } = records.shape;
    for (const [index, naughty] of naughtyStrings.entries()) {
      const kept = textFieldsOf(kind).filter(({ header, required, codec }) => {
        const read = naughty.trim() === '' && !required ? undefined : codec.parse(naughty);
        if (read && !read.ok) expectSentence(problemText(header, read.refusal), naughty);
        return read?.ok;
      });
      const texts = {
        ...textsOf(kind, baseRow(kind, `N-${index}`)),
        ...Object.fromEntries(kept.map(({ key }) => [key, naughty])),
      };
      const parsed = parseFields(fields, texts);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
      const created = await records.create(ctx, { input: parsed.value, fiscalYear });
      if (!created.ok) throw new Error(JSON.stringify(created.refusal));
      const stored = formatFields(fields, (await records.get(ctx, created.value.id)).input);
      const lost = kept.filter(({ key }) => !isKept(naughty, stored[key] ?? ''));
      expect(lost.map(({ header }) => [header, naughty])).toEqual([]);
    }
  },
);

test.for(kinds)(
  '%s: a file keeps every naughty string as it stands or is refused in words [FRM-20] [FRM-32]',
  async (kind) => {
    const ctx = desk.context();
    await fillDesk(ctx);
    const { records } = getTransferRecords(kind);
    for (const [index, naughty] of naughtyStrings.entries()) {
      const number = `N-${index}`;
      const everywhere = Object.fromEntries(textFieldsOf(kind).map(({ header }) => [header, naughty]));
      const first = await importRows(ctx, kind, rawCsv({ ...baseRow(kind, number), ...everywhere }));
      if (first.ok) continue;
      for (const problem of first.problems.listed) expectSentence(problemLine(problem), naughty);
      const refused = first.problems.listed.map(({ header }) => header);
      if (refused.includes(null)) continue;
      const rest = Object.fromEntries(Object.entries(everywhere).filter(([header]) => !refused.includes(header)));
      expect(await importRows(ctx, kind, rawCsv({ ...baseRow(kind, number), ...rest }))).toMatchObject({ ok: true });
    }
    const stored = await records.exportAll(ctx, { fiscalYear });
    for (const input of stored) {
      const texts = formatFields(records.shape.fields, input as never);
      const naughty = naughtyStrings[Number(/^N-(\d+)$/u.exec(texts['number'] ?? '')?.[1])];
      if (naughty === undefined) continue;
      // Bytes cannot hold half of a surrogate pair: it comes as U+FFFD.
      const base = textsOf(kind, baseRow(kind, ''));
      const lost = textFieldsOf(kind).filter(({ key }) =>
        [naughty.toWellFormed(), base[key] ?? ''].every((cell) => !isKept(fromCellText(cell), texts[key] ?? '')),
      );
      expect(lost.map(({ header }) => [header, naughty])).toEqual([]);
    }
  },
);

test.for(kinds)('%s: what holds naughty strings is exported and imported without any change [DAT-10]', async (kind) => {
  const ctx = desk.context();
  await fillDesk(ctx);
  const keys = textFieldsOf(kind);
  for (const [index, naughty] of naughtyStrings.entries()) {
    const row = { ...baseRow(kind, `N-${index}`), ...Object.fromEntries(keys.map(({ header }) => [header, naughty])) };
    await importRows(ctx, kind, rawCsv(row));
  }
  for (const format of ['csv', 'xlsx'] as const) {
    const file = await exportFile(ctx, { kind, fiscalYear, format, encoding: 'utf8' });
    if (!file.ok) throw new Error(JSON.stringify(file.refusal));
    const again = await importRows(ctx, kind, file.value.bytes, { fileName: `名簿.${format}` });
    expect(again).toMatchObject({ ok: true, counts: { created: 0, updated: 0, unchanged: file.value.count } });
  }
});

test.for(kinds)('%s: a naughty number is a number or refused in words', async (kind) => {
  const ctx = desk.context();
  await fillDesk(ctx);
  for (const naughty of naughtyStrings) {
    const outcome = await importRows(ctx, kind, rawCsv(baseRow(kind, naughty)));
    if (!outcome.ok) for (const problem of outcome.problems.listed) expectSentence(problemLine(problem), naughty);
  }
});

test('a naughty header, file name or whole file is refused in words', async () => {
  const ctx = desk.context();
  for (const naughty of naughtyStrings) {
    const files = [
      { bytes: rawCsv({ [naughty]: naughty, 名称: 'x' }), fileName: '名簿.csv' },
      { bytes: Buffer.from(naughty), fileName: `${naughty}.csv` },
    ];
    for (const file of files) {
      const outcome = await importFile(ctx, { ...file, kind: 'organizations', fiscalYear, dryRun: false });
      if (outcome.ok) throw new Error(naughty);
      for (const problem of outcome.problems.listed) expectSentence(problemLine(problem), naughty);
    }
  }
});
