import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import type { Block, Cell, DocumentModel, TableBlock } from './document-model.ts';
import { A4, CELL_MARGIN, documentStyles, MARGIN } from './docx-style.server.ts';

/**
 * Writes a document as Word: A4, 明朝, real heading styles and tables that people can edit, header rows repeated on
 * every page, 「1 / 3」 in the foot (DOC-11, DOC-12).
 */
export async function renderDocx(model: DocumentModel): Promise<Uint8Array> {
  const landscape = model.page.orientation === 'landscape';
  const textWidth = (landscape ? A4.height : A4.width) - 2 * MARGIN;
  const document = new Document({
    title: model.title,
    creator: '匠デスク',
    styles: documentStyles,
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
          titlePage: true,
        },
        headers: { default: runningHead(model.title) },
        footers: { default: pageNumbers(), first: pageNumbers() },
        children: [
          ...renderBlocks(model.opening ?? [], { width: textWidth, inCell: false }),
          new Paragraph({ text: model.title, heading: HeadingLevel.TITLE }),
          ...model.byline.map((text) => new Paragraph({ text, style: 'byline' })),
          ...renderBlocks(model.blocks, { width: textWidth, inCell: false }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** Where blocks stand: how wide they may be, in twentieths of a point, and in which style their text is. */
type Place = { readonly width: number; readonly inCell: boolean };

function renderBlocks(blocks: readonly Block[], place: Place): FileChild[] {
  return blocks.flatMap((block): FileChild[] => {
    switch (block.kind) {
      case 'heading': {
        const heading = block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3;
        return [new Paragraph({ text: block.text, heading })];
      }
      case 'paragraph':
        return [
          toParagraph(block.text, {
            style: place.inCell ? 'cellText' : 'bodyText',
            bold: block.strong === true,
            align: block.align,
          }),
        ];
      case 'note':
        return [toParagraph(block.text, { style: 'note' })];
      case 'table':
        return renderTable(block, place);
    }
  });
}

function toParagraph(
  text: string,
  { style, bold = false, align }: { style: string; bold?: boolean; align?: 'center' | 'end' | undefined },
): Paragraph {
  const alignment = align === 'end' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : undefined;
  const runs = text
    .toWellFormed()
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(bold && { bold }), ...(index > 0 && { break: 1 }) }));
  return new Paragraph({ style, children: runs, ...(alignment && { alignment }) });
}

function renderTable(table: TableBlock, place: Place): FileChild[] {
  const columnWidths = table.widths.map((share) => Math.floor((place.width * share) / 100));
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.header.map((text, index) => renderHeaderCell(text, columnWidths[index] ?? 0)),
  });
  const drawn = new Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    rows: [
      ...(table.header.length > 0 ? [header] : []),
      ...table.rows.map((cells) => renderRow(cells, columnWidths, place)),
    ],
  });
  const caption = table.captionHidden === true ? [] : [new Paragraph({ text: table.caption, style: 'tableCaption' })];
  return [...caption, drawn, new Paragraph({ text: '', style: 'afterTable' })];
}

function renderHeaderCell(text: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGIN,
    shading: { fill: 'F2F2F2' },
    children: [new Paragraph({ text, style: 'tableHead', alignment: AlignmentType.CENTER })],
  });
}

function renderRow(cells: readonly Cell[], columnWidths: readonly number[], place: Place): TableRow {
  let column = 0;
  const children = cells.map((cell) => {
    const span = cell.span ?? 1;
    const width = columnWidths.slice(column, column + span).reduce((sum, part) => sum + part, 0);
    column += span;
    return renderCell(cell, { span, width });
  });
  return new TableRow({ cantSplit: place.inCell || longestText(cells) < LONG_CELL, children });
}

/** A row with more text than this in one cell may be parted by a page; shorter ones move to the next page whole. */
const LONG_CELL = 500;

function longestText(cells: readonly Cell[]): number {
  const lengthOf = (block: Block) => (block.kind === 'table' ? block.rows.length * 40 : block.text.length);
  return Math.max(0, ...cells.map(({ blocks }) => blocks.reduce((sum, block) => sum + lengthOf(block), 0)));
}

function renderCell(
  { blocks, align }: Cell,
  { span, width }: { readonly span: number; readonly width: number },
): TableCell {
  const inner = { width: width - CELL_MARGIN.left - CELL_MARGIN.right, inCell: true };
  const lines = blocks.map((block) => (block.kind === 'paragraph' ? block.text : undefined));
  const alignment = align === 'end' ? AlignmentType.RIGHT : align === 'center' ? AlignmentType.CENTER : undefined;
  const aligned = (text: string) => new Paragraph({ text, style: 'cellText', ...(alignment && { alignment }) });
  const isText = alignment !== undefined && lines.every((line) => line !== undefined);
  const children = isText ? lines.map((line) => aligned(line ?? '')) : renderBlocks(blocks, inner);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: CELL_MARGIN,
    ...(span > 1 && { columnSpan: span }),
    // A cell ends with a paragraph; Word repairs a file in which one ends with a table.
    children: (children.length > 0 ? children : [new Paragraph({ text: '', style: 'cellText' })]) as (
      Paragraph | Table
    )[],
  });
}

function runningHead(title: string): Header {
  return new Header({ children: [new Paragraph({ text: title, style: 'running' })] });
}

function pageNumbers(): Footer {
  const children = [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ style: 'running', alignment: AlignmentType.CENTER, children: [new TextRun({ children })] }),
    ],
  });
}
