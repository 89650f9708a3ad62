import { documentStyle } from './html-style.ts';
import type { Block, Cell, DocumentModel, TableBlock } from './document-model.ts';

/** Writes a document as one HTML file that needs nothing else: headings, header cells and captions are real (A11). */
export function renderHtml(model: DocumentModel): string {
  const title = escape(model.title);
  const size = `@page { size: A4 ${model.page.orientation}; }`;
  return `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${size}
${documentStyle}
</style>
</head>
<body>
<main>
${(model.opening ?? []).map(renderBlock).join('\n')}
<h1>${title}</h1>
${model.byline.map((line) => `<p class="byline">${escape(line)}</p>`).join('\n')}
${model.blocks.map(renderBlock).join('\n')}
</main>
</body>
</html>
`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${escape(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p${block.align ? ` class="${block.align}"` : ''}>${block.strong === true ? `<strong>${toLines(block.text)}</strong>` : toLines(block.text)}</p>`;
    case 'note':
      return `<p class="note">${toLines(block.text)}</p>`;
    case 'table':
      return renderTable(block);
  }
}

function renderTable({ caption, captionHidden, widths, header, rows }: TableBlock): string {
  const columns = widths.map((width) => `<col style="width:${width}%">`).join('');
  const head = header.map((text) => `<th scope="col">${escape(text)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map(renderCell).join('')}</tr>`).join('\n');
  return `<table>
<caption${captionHidden === true ? ' class="hidden"' : ''}>${escape(caption)}</caption>
<colgroup>${columns}</colgroup>
${header.length > 0 ? `<thead><tr>${head}</tr></thead>` : ''}
<tbody>
${body}
</tbody>
</table>`;
}

function renderCell({ blocks, heads, align, span }: Cell): string {
  const [only] = blocks;
  const isLine = blocks.length === 1 && only?.kind === 'paragraph' && only.strong !== true;
  const content = isLine ? toLines(only.text) : blocks.map(renderBlock).join('');
  const attributes = `${align ? ` class="${align}"` : ''}${span ? ` colspan="${span}"` : ''}`;
  return heads === true ? `<th scope="row"${attributes}>${content}</th>` : `<td${attributes}>${content}</td>`;
}

function toLines(text: string): string {
  return escape(text).replaceAll('\n', '<br>');
}

function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
