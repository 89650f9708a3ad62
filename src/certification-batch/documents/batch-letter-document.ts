import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { letterText, type LetterValues } from '#letter/domain/letter-outline.ts';
import type { LetterForm } from '#letter/letter-form.ts';
import { numberedPlaceholders, senderPlaceholders } from '#letter/text.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import type { BatchCase } from '../batch-queries.server.ts';
import type { CertificationBatch } from '../domain/batch.ts';
import type { CertificationFormWords } from '../domain/form-words.ts';
import { paperText as words } from '../paper-text.ts';
import { batchPlaceholders, caseLoop } from '../placeholder-text.ts';
import { batchSheetColumns, tabulateBatch } from './batch-list-document.ts';

/** 送付状 in the layout of official letters: number, date, addressee, sender, subject, 記, 以上, contact (DOC-06). */
export function batchLetter(formWords: CertificationFormWords): LetterForm {
  return {
    kind: 'batch-letter',
    title: words.letterTitle,
    numbered: true,
    bound: false,
    loops: [caseLoop],
    placeholders: [...numberedPlaceholders, ...Object.values(batchPlaceholders), ...Object.values(senderPlaceholders)],
    build: (values) => buildBatchLetter(values, formWords),
  };
}

type BatchFacts = {
  readonly batch: CertificationBatch;
  readonly cases: readonly BatchCase[];
  /** The day of the letter: of the sending, or today while the bundle is open. */
  readonly on: PlainDate;
};

/** The facts of a bundle as the letter's texts. */
export function describeBatch({ batch, cases, on }: BatchFacts): LetterValues {
  const columns = batchSheetColumns.map(({ header }) => header);
  const rows = tabulateBatch(cases).map((row) =>
    Object.fromEntries(
      caseLoop.placeholders.map(({ name }) => {
        const value = row[columns.indexOf(name)];
        return [name, value === null || value === undefined ? '' : String(value)];
      }),
    ),
  );
  return {
    日付: formatEraDate(on),
    [batchPlaceholders.round.name]: `${fiscalYearLabel(batch.fiscalYear)}　第${batch.round}回`,
    [batchPlaceholders.count.name]: words.caseCount(cases.length),
    [batchPlaceholders.deadline.name]: formatEraDate(batch.deadlineOn),
    [batchPlaceholders.enclosed.name]: words.enclosed(cases.length),
    [caseLoop.name]: rows,
  };
}

function buildBatchLetter(values: LetterValues, formWords: CertificationFormWords): DocumentModel {
  const { items } = words;
  const text = (name: string) => letterText(values, name);
  const lines = (whole: string, align?: 'end'): readonly Block[] =>
    whole.split('\n').map((line) => ({ kind: 'paragraph', text: line, ...(align && { align }) }));
  return {
    opening: [
      ...(text('文書番号') === '' ? [] : lines(text('文書番号'), 'end')),
      ...lines(text('日付'), 'end'),
      ...lines(formWords.letterAddressee),
      ...lines(formWords.letterSender, 'end'),
      { kind: 'paragraph', text: '' },
    ],
    title: formWords.letterSubject,
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: '' },
      ...formWords.letterBody.split('\n').map((line): Block => ({ kind: 'paragraph', text: `　${line}` })),
      { kind: 'paragraph', text: '' },
      { kind: 'paragraph', text: words.itemsMark, align: 'center' },
      {
        kind: 'table',
        caption: words.itemsMark,
        captionHidden: true,
        widths: [28, 72],
        header: [],
        rows: (['round', 'count', 'deadline', 'enclosed'] as const).map((key) => [
          textCell(items[key], { heads: true }),
          textCell(text(batchPlaceholders[key].name)),
        ]),
      },
      { kind: 'paragraph', text: words.end, align: 'end' },
      { kind: 'paragraph', text: '' },
      { kind: 'paragraph', text: `${words.contact}　${formWords.letterContact}` },
    ],
  };
}
