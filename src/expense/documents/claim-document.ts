import { formatEraDate } from '#kernel/japanese-era.ts';
import { formatYen, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { textCell, type DocumentModel } from '#platform/document-rendering/document-model.ts';
import { expenseItemLabel, type PricedLine } from '../domain/expense-line.ts';
import { expenseText as words, reckoningText } from '../text.ts';

type Claim = {
  readonly visitNumber: string;
  readonly visitOn: PlainDate;
  readonly time: string;
  readonly host: string;
  readonly instructorName: string;
  readonly instructorNumber: string;
  readonly lines: readonly PricedLine[];
  readonly totalYen: Yen;
  /** Whom the paper is addressed to. */
  readonly office: string;
};

/** 講師謝金等請求書 (domain.md §5.8): what an instructor claims for one visit, to sign and send in (DOC-06, DOC-07). */
export function buildClaimDocument(claim: Claim): DocumentModel {
  const row = (line: PricedLine) => [
    textCell(expenseItemLabel(line.input.item), { heads: true }),
    textCell(reckoningText(line)),
    textCell(formatYen(line.amountYen), { align: 'end' }),
  ];
  const total = [
    textCell(words.total, { heads: true }),
    textCell(''),
    textCell(formatYen(claim.totalYen), { align: 'end' }),
  ];
  return {
    opening: [
      { kind: 'paragraph', text: '令和　　年　　月　　日', align: 'end' },
      { kind: 'paragraph', text: `${claim.office}　御中` },
      {
        kind: 'paragraph',
        text: `登録番号　${claim.instructorNumber}\n氏名　${claim.instructorName}　　　　　　　　`,
        align: 'end',
      },
    ],
    title: words.documentTitle,
    byline: [],
    page: { orientation: 'portrait' },
    blocks: [
      { kind: 'paragraph', text: '次のとおり請求します。' },
      { kind: 'paragraph', text: `請求金額　${formatYen(claim.totalYen)}`, strong: true },
      {
        kind: 'table',
        caption: words.lines,
        captionHidden: true,
        widths: [22, 56, 22],
        header: [words.item, words.reckoning, words.amount],
        rows: [...claim.lines.map(row), total],
      },
      {
        kind: 'paragraph',
        text: `派遣番号　${claim.visitNumber}\n実施日　${formatEraDate(claim.visitOn)}　${claim.time}\n派遣先　${claim.host}`,
      },
      { kind: 'note', text: words.documentNote },
    ],
  };
}
