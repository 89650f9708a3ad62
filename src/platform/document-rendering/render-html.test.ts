import { expect, test } from 'vitest';
import { textCell, type DocumentModel, type TableBlock } from './document-model.ts';
import { renderHtml } from './render-html.ts';

const inner: TableBlock = {
  kind: 'table',
  caption: '派遣回数',
  widths: [50, 50],
  header: [],
  rows: [[textCell('計', { heads: true }), textCell('136回', { align: 'end' })]],
};
const outer: TableBlock = {
  kind: 'table',
  caption: '実施状況',
  captionHidden: true,
  widths: [40, 60],
  header: ['計画', '状況'],
  rows: [[textCell('<b>&"\n二行目', { heads: true }), { blocks: [inner, { kind: 'note', text: '注' }] }]],
};
const model: DocumentModel = {
  title: '題 <1>',
  byline: ['令和4年'],
  page: { orientation: 'portrait' },
  blocks: [outer],
};

test('tables have captions, column headers and row headers, also inside a cell [A11]', () => {
  const html = renderHtml(model);
  expect(html).toContain('<html lang="ja">');
  expect(html.match(/<caption/g)).toHaveLength(2);
  expect(html).toContain('<thead><tr><th scope="col">計画</th><th scope="col">状況</th></tr></thead>');
  expect(html).toContain('<th scope="row">計</th><td class="end">136回</td>');
});

test('what people wrote is text, never markup', () => {
  const html = renderHtml(model);
  expect(html).toContain('<title>題 &lt;1&gt;</title>');
  expect(html).toContain('&lt;b&gt;&amp;&quot;<br>二行目');
});

test('the file needs nothing from outside and prints on A4 with repeated header rows [DOC-11][ENV-02]', () => {
  const html = renderHtml(model);
  expect(html).not.toMatch(/https?:|<script|<link|url\(/);
  expect(html).toContain('size: A4 portrait');
  expect(html).toContain('display: table-header-group');
});
