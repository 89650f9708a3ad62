import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import type { CertificationBatch } from '../domain/batch.ts';
import type { CertificationFormWords } from '../domain/form-words.ts';
import { paperText as words } from '../text.ts';

type BatchLetter = {
  readonly batch: CertificationBatch;
  readonly cases: number;
  /** The day of the letter: of the sending, or today while the bundle is open. */
  readonly on: PlainDate;
  readonly words: CertificationFormWords;
};

/** 送付状 in the layout of official letters: number, date, addressee, sender, subject, 記, 以上, contact (DOC-06). */
export function buildBatchLetter({ batch, cases, on, words: formWords }: BatchLetter): DocumentModel {
  const { items } = words;
  const lines = (text: string, align?: 'end'): readonly Block[] =>
    text.split('\n').map((line) => ({ kind: 'paragraph', text: line, ...(align && { align }) }));
  return {
    opening: [
      ...(batch.documentNumber ? lines(batch.documentNumber, 'end') : []),
      ...lines(formatEraDate(on), 'end'),
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
        rows: [
          [items.round, `${fiscalYearLabel(batch.fiscalYear)}　第${batch.round}回`],
          [items.count, words.caseCount(cases)],
          [items.deadline, formatEraDate(batch.deadlineOn)],
          [items.enclosed, words.enclosed(cases)],
        ].map(([label = '', value = '']) => [textCell(label, { heads: true }), textCell(value)]),
      },
      { kind: 'paragraph', text: words.end, align: 'end' },
      { kind: 'paragraph', text: '' },
      { kind: 'paragraph', text: `${words.contact}　${formWords.letterContact}` },
    ],
  };
}
