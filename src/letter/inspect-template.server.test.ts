import { expect, test } from 'vitest';
import { zipOf } from '#platform/tabular/workbook-fixture.server.ts';
import { templateLimits } from './domain/template-refusal.ts';
import { inspectTemplate } from './inspect-template.server.ts';
import { docx, docxParts, paragraph, relation } from './template-fixture.server.ts';
import { templateRefusalTexts } from './text.ts';

const body = paragraph('{氏', '名}　様');
const plain = docxParts({ body });

test('reads a document paragraph by paragraph, whatever runs Word parted them into, and tells heads from text', async () => {
  const template = docx({ body: body + paragraph('&lt;以上&gt;'), header: paragraph('{文書番号}') });
  expect(await inspectTemplate(template)).toEqual({
    ok: true,
    value: [
      { place: 'body', text: '{氏名}　様' },
      { place: 'body', text: '<以上>' },
      { place: 'margin', text: '{文書番号}' },
    ],
  });
});

test('takes what a letterhead has: pictures inside, links to be clicked, printer settings', async () => {
  const template = docx({
    body,
    relations:
      relation('rId7', 'hyperlink', 'Target="https://example.jp/" TargetMode="External"') +
      relation('rId8', 'hyperlink', 'Target="mailto:corner@example.jp" TargetMode="External"') +
      relation('rId9', 'image', 'Target="media/image1.png"'),
    more: [
      { name: 'word/media/image1.png', data: Buffer.from('89504e470d0a1a0a', 'hex') },
      { name: 'word/printerSettings/printerSettings1.bin', data: 'x' },
    ],
  });
  expect((await inspectTemplate(template)).ok).toBe(true);
});

const field = (instruction: string) =>
  `<w:p><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const external = (type: string, target: string) => relation('rId7', type, `Target="${target}" TargetMode="External"`);
const bomb = Buffer.alloc(51 * 1024 * 1024, 32);

/** Points the first directory record at another name than the local header has. */
function renamed(): Uint8Array {
  const bytes = Buffer.from(docx({ body, more: [{ name: 'word/aaa.xml', data: '<a/>' }] }));
  const at = bytes.lastIndexOf('word/aaa.xml');
  bytes.write('word/bbb.xml', at);
  return bytes;
}

const hostile: readonly (readonly [what: string, file: () => Uint8Array, refusal: object])[] = [
  ['nothing', () => new Uint8Array(), { kind: 'no-file' }],
  ['more than 5 MB', () => new Uint8Array(templateLimits.fileBytes + 1), { kind: 'too-large' }],
  ['a PDF called .docx', () => Buffer.from('%PDF-1.7 ...'), { kind: 'not-docx', found: 'pdf' }],
  ['an old .doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), { kind: 'not-docx', found: 'old-word' }],
  ['plain text', () => Buffer.from('{氏名}'), { kind: 'not-docx', found: 'other' }],
  ['another archive', () => zipOf([{ name: 'a.txt', data: 'a' }]), { kind: 'not-docx', found: 'other' }],
  ['a document without content types', () => zipOf(plain.slice(1)), { kind: 'not-docx', found: 'other' }],
  [
    'a .dotx',
    () => docx({ body, mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' }),
    { kind: 'not-docx', found: 'template' },
  ],
  [
    'a .docm',
    () => docx({ body, mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
    { kind: 'macro' },
  ],
  ['a macro', () => docx({ body, more: [{ name: 'word/vbaProject.bin', data: 'x' }] }), { kind: 'macro' }],
  [
    'a macro under another name',
    () =>
      docx({ body, types: '<Override PartName="/word/x.dat" ContentType="application/vnd.ms-office.vbaProject"/>' }),
    { kind: 'macro' },
  ],
  ['a control', () => docx({ body, more: [{ name: 'word/activeX/activeX1.xml', data: '<a/>' }] }), { kind: 'macro' }],
  [
    'an embedded workbook',
    () => docx({ body, more: [{ name: 'word/embeddings/Sheet.xlsx', data: 'x' }] }),
    { kind: 'embedded' },
  ],
  [
    'a web page to be merged in',
    () => docx({ body, relations: relation('rId7', 'aFChunk', 'Target="other.txt"') }),
    { kind: 'embedded' },
  ],
  [
    'a remote template',
    () => docx({ body, relations: external('attachedTemplate', 'http://example.com/a.dotm') }),
    { kind: 'external' },
  ],
  [
    'a remote picture',
    () => docx({ body, relations: external('image', 'http://example.com/a.png') }),
    { kind: 'external' },
  ],
  [
    'a picture on a share',
    () => docx({ body, relations: relation('rId7', 'image', String.raw`Target="\\host\a.png"`) }),
    { kind: 'external' },
  ],
  [
    'a link to a file',
    () => docx({ body, relations: external('hyperlink', 'file:///etc/passwd') }),
    { kind: 'external' },
  ],
  [
    'a link that runs a script',
    () => docx({ body, relations: external('hyperlink', 'javascript:alert(1)') }),
    { kind: 'external' },
  ],
  [
    'a field that fetches a picture',
    () => docx({ body: field('INCLUDEPICTURE "http://example.com/a.png"') }),
    { kind: 'remote-field', field: 'INCLUDEPICTURE' },
  ],
  [
    'a field that starts a program',
    () => docx({ body: `<w:p><w:fldSimple w:instr=" DDEAUTO c:\\a"/></w:p>` }),
    { kind: 'remote-field', field: 'DDEAUTO' },
  ],
  [
    'a document type',
    () =>
      zipOf(
        plain.map((part) =>
          part.name === 'word/header1.xml'
            ? { ...part, data: `<!DOCTYPE a [<!ENTITY b "c">]>${String(part.data)}` }
            : part,
        ),
      ),
    { kind: 'entities' },
  ],
  [
    'a document type in a part that is not called XML',
    () => docx({ body, more: [{ name: 'word/x.dat', data: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' }] }),
    { kind: 'entities' },
  ],
  ['XML that breaks off', () => docx({ body: '<w:p>' }), { kind: 'broken', part: 'word/document.xml' }],
  ['XML of 300 levels', () => docx({ body: '<w:p>'.repeat(300) + '</w:p>'.repeat(300) }), { kind: 'broken' }],
  ['a part outside', () => docx({ body, more: [{ name: '../evil.xml', data: '<a/>' }] }), { kind: 'bad-path' }],
  [
    'a part outside by backslashes',
    () => docx({ body, more: [{ name: String.raw`word\..\..\evil.xml`, data: '<a/>' }] }),
    { kind: 'bad-path' },
  ],
  ['a part at the root', () => docx({ body, more: [{ name: '/etc/evil.xml', data: '<a/>' }] }), { kind: 'bad-path' }],
  ['a part on a drive', () => docx({ body, more: [{ name: 'C:evil.xml', data: '<a/>' }] }), { kind: 'bad-path' }],
  ['a part with two names', renamed, { kind: 'bad-path' }],
  [
    'the same part twice',
    () => docx({ body, more: [{ name: 'word/document.xml', data: '<a/>' }] }),
    { kind: 'broken' },
  ],
  [
    'more than 1,000 parts',
    () => docx({ body, more: Array.from({ length: 1000 }, (_, index) => ({ name: `word/x${index}.txt`, data: '' })) }),
    { kind: 'too-many-parts' },
  ],
  [
    'a bomb that says so',
    () => docx({ body, more: [{ name: 'word/media/a.bmp', data: bomb }] }),
    { kind: 'expands-too-far' },
  ],
  [
    'a bomb that says otherwise',
    () => docx({ body, more: [{ name: 'word/media/a.bmp', data: bomb, declaredBytes: 10 }] }),
    { kind: 'expands-too-far' },
  ],
  [
    'something encrypted',
    () => docx({ body, more: [{ name: 'word/a.txt', data: 'x', encrypted: true }] }),
    { kind: 'encrypted' },
  ],
  ['something after its end', () => Buffer.concat([docx({ body }), Buffer.from('PK')]), { kind: 'broken' }],
  [
    'something before its beginning',
    () => Buffer.concat([Buffer.from('PK\u0003\u0004'), docx({ body })]),
    { kind: 'broken' },
  ],
  ['half of it', () => docx({ body }).slice(0, 600), { kind: 'broken' }],
];

test.each(hostile)('refuses %s, and says what to do', async (_, file, refusal) => {
  const inspected = await inspectTemplate(file());
  expect(inspected).toMatchObject({ ok: false, refusal });
  if (inspected.ok) return;
  for (const text of templateRefusalTexts(inspected.refusal))
    expect(text).toMatch(/ください。|ないもの。|替えてください。/u);
});
