import { textCell, type Block, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import { letterText, type LetterValues } from './domain/letter-outline.ts';

type Official = {
  readonly values: LetterValues;
  readonly addressee: string;
  readonly title: string;
  readonly body: readonly string[];
  /** What stands under 記; nothing is left out that has no value, so that a template shows its place. */
  readonly items?: readonly (readonly [label: string, value: string])[];
};

/** A numbered letter in the layout of official letters: number, date, addressee, sender, subject, 記, 以上 (DOC-06). */
export function officialLetter({ values, addressee, title, body, items = [] }: Official): DocumentModel {
  const text = (name: string) => letterText(values, name);
  return {
    opening: [
      paragraph(`${text('文書番号')}\n${text('日付')}`, 'end'),
      paragraph(addressee),
      paragraph(text('発信者'), 'end'),
    ],
    title,
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      ...body.map((line) => paragraph(`　${line}`)),
      ...(items.length > 0 ? [paragraph('記', 'center'), factTable('記', items)] : []),
      paragraph('以上', 'end'),
      { kind: 'note', text: text('連絡先') },
    ],
  };
}

/** A table of names and values, each on its line. */
export function factTable(caption: string, items: readonly (readonly [string, string])[]): Block {
  return {
    kind: 'table',
    caption,
    captionHidden: true,
    widths: [26, 74],
    header: [],
    rows: items.map(([label, value]) => [textCell(label, { heads: true }), textCell(value)]),
  };
}

export function paragraph(text: string, align?: 'center' | 'end'): Block {
  return { kind: 'paragraph', text, ...(align && { align }) };
}
