import { expect, test } from 'vitest';
import { expandPart, openZip } from '#platform/tabular/zip-archive.server.ts';
import { textCell, type DocumentModel } from './document-model.ts';
import { renderDocx } from './render-docx.server.ts';

const model: DocumentModel = {
  title: '令和4年度 実施状況',
  byline: ['令和4年11月30日現在'],
  page: { orientation: 'portrait' },
  blocks: [
    { kind: 'heading', level: 2, text: '第1　認定' },
    {
      kind: 'table',
      caption: '実施状況',
      widths: [40, 60],
      header: ['実施計画の内容', '実施状況'],
      rows: [
        [
          textCell('一行目\n神㈱ <&> 髙', { heads: true }),
          {
            blocks: [
              {
                kind: 'table',
                caption: '派遣回数',
                widths: [50, 50],
                header: [],
                rows: [[textCell('計'), textCell('136回', { align: 'end' })]],
              },
            ],
          },
        ],
      ],
    },
  ],
};

async function readPart(bytes: Uint8Array, name: string): Promise<string> {
  const archive = openZip(bytes);
  const part = archive.ok ? archive.value.parts.get(name) : undefined;
  if (!archive.ok || !part) throw new Error(`no part ${name}`);
  const chunks: Buffer[] = [];
  for await (const chunk of expandPart(archive.value, part)) if (chunk.ok) chunks.push(chunk.value);
  return Buffer.concat(chunks).toString('utf8');
}

test('a Word file is A4 with page numbers in the foot and repeated header rows [DOC-11]', async () => {
  const bytes = await renderDocx(model);
  const body = await readPart(bytes, 'word/document.xml');
  expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/);
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  const foot = await readPart(bytes, 'word/footer1.xml');
  expect([foot.includes('PAGE'), foot.includes('NUMPAGES')]).toEqual([true, true]);
});

test('headings and text are of named styles in 明朝, and nothing stands in a text box [DOC-11][DOC-12]', async () => {
  const bytes = await renderDocx(model);
  const body = await readPart(bytes, 'word/document.xml');
  for (const style of ['Title', 'Heading2', 'cellText', 'tableHead', 'byline'])
    expect(body).toContain(`<w:pStyle w:val="${style}"/>`);
  expect(body).not.toMatch(/txbx|w:pict|mc:AlternateContent/);
  expect(await readPart(bytes, 'word/styles.xml')).toContain('w:eastAsia="ＭＳ 明朝"');
});

test('a table inside a cell stays a table, and the cell ends with a paragraph as Word requires', async () => {
  const body = await readPart(await renderDocx(model), 'word/document.xml');
  expect(body.match(/<w:tbl>/g)).toHaveLength(2);
  expect(body).not.toMatch(/<\/w:tbl><\/w:tc>/);
});

test('names keep their characters, and lines their breaks [FRM-20]', async () => {
  const body = await readPart(await renderDocx(model), 'word/document.xml');
  expect(body).toContain('神㈱ &lt;&amp;&gt; 髙');
  expect(body).toMatch(/一行目<\/w:t><\/w:r><w:r><w:br\/>/);
});
