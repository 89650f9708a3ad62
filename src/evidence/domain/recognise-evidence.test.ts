import { expect, test } from 'vitest';
import { jpeg, pdf, png } from '../evidence-fixture.ts';
import { recogniseEvidence } from './recognise-evidence.ts';

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const kindOf = (bytes: Uint8Array) => {
  const recognised = recogniseEvidence(bytes);
  return recognised.ok ? recognised.value.format : recognised.refusal.kind;
};

test.each([
  ['pdf', pdf()],
  ['pdf', pdf('', '\r\n\0 ')],
  ['pdf', bytesOf(`%PDF-1.4\n4 0 obj<</Length 9>>stream\n/JS <html> endstream endobj\n%%EOF`.replace('<html>', 'xx'))],
  ['jpeg', jpeg()],
  ['png', png()],
])('a whole file is recognised by its content: %s [FRM-37]', (format, bytes) => {
  expect(kindOf(bytes)).toBe(format);
});

test.each([
  ['empty', bytesOf('')],
  ['not-allowed', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['not-allowed', bytesOf('<!doctype html><script>alert(1)</script>')],
  ['not-allowed', bytesOf(`<!-- a page before -->${Buffer.from(pdf()).toString('latin1')}`)],
  ['not-allowed', bytesOf(`PK\u0003\u0004${'\0'.repeat(200)}PK\u0005\u0006`)],
  ['not-allowed', bytesOf('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1 Office of old')],
  ['not-allowed', bytesOf('GIF89a')],
  ['not-allowed', bytesOf('%!PS-Adobe-3.0')],
  ['damaged', pdf().subarray(0, 40)],
  ['active-content', pdf('', '\n<script>alert(1)</script>')],
  ['damaged', pdf('', `\n${' '.repeat(2000)}<script>alert(1)</script>`)],
  ['damaged', jpeg().subarray(0, 30)],
  ['damaged', bytesOf('\u00ff\u00d8\u00ff\u00d9')],
  ['damaged', png().subarray(0, 50)],
  ['damaged', png({ width: 60_000, height: 60_000 })],
  ['damaged', jpeg({ width: 65_000, height: 65_000 })],
  ['active-content', pdf('/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>')],
  ['active-content', pdf('/OpenAction<</S/J#61vaScript>>')],
  ['active-content', pdf('/AA<</O<</S/Launch/F(cmd.exe)>>>>')],
  ['active-content', pdf('/Names<</EmbeddedFiles 3 0 R>>')],
  ['active-content', bytesOf('%PDF-1.7\n% <html><body>polyglot\n1 0 obj<<>>endobj\n%%EOF')],
  ['active-content', bytesOf('%PDF-1.7\nPK\u0003\u0004 whole archive PK\u0005\u0006\n%%EOF')],
])('anything else is refused, whatever its name: %s [FRM-37]', (kind, bytes) => {
  expect(kindOf(bytes)).toBe(kind);
});

test('ten megabytes are taken, and not one byte more [FRM-37]', () => {
  const largest = 10 * 1024 * 1024;
  const padded = Buffer.alloc(largest + 1, ' ');
  padded.set(pdf());
  expect(kindOf(padded.subarray(0, largest))).toBe('pdf');
  expect(recogniseEvidence(padded)).toMatchObject({ refusal: { kind: 'too-large', bytes: largest + 1 } });
});

test.each([
  ['jpeg', jpeg, 'SEFT of a camera<script>'],
  ['png', png, 'PK\u0003\u0004 an archive PK\u0005\u0006'],
])('what hangs behind the end of a picture is not kept: %s', (format, make, after) => {
  const recognised = recogniseEvidence(make({ after }));
  expect(recognised).toEqual({ ok: true, value: { format, length: make().length } });
});
