import { expect, test } from 'vitest';
import { naughtyStrings } from '../../../test/naughty-strings.ts';
import { cleanEvidenceName } from './evidence-name.ts';

const clean = (name: string) => cleanEvidenceName(name, 'pdf', '証拠書類');

test.each([
  ['技能士証.pdf', '技能士証.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['..\\..\\Windows\\system32\\x.exe', 'x.pdf'],
  ['技能士証.pdf\0.exe', '技能士証.pdf.pdf'],
  ['\u202Efdp.exe', 'fdp.pdf'],
  ['a:b*c?.png', 'a_b_c.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['nul.tar.pdf', '_nul.tar.pdf'],
  ['%2e%2e%2fx.pdf', '2e_2e_2fx.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['   ', '証拠書類.pdf'],
  ['...', '証拠書類.pdf'],
  ['\ud800.pdf', '証拠書類.pdf'],
  ['実務 経験　証明.jpeg', '実務_経験_証明.pdf'],
])('a name loses everything that a file system or a reader could trip over: %j', (name, kept) => {
  expect(clean(name)).toBe(kept);
});

test('a long name keeps its beginning and its ending', () => {
  expect(clean(`${'長'.repeat(300)}.pdf`)).toBe(`${'長'.repeat(70)}.pdf`);
  expect(Buffer.byteLength(clean(`か${'\u3099'.repeat(500)}`))).toBeLessThan(255);
});

test('whatever was typed, the name is one part of a path and ends as what the file is', () => {
  for (const name of naughtyStrings) {
    expect(clean(name)).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.pdf$/u);
    expect(Buffer.byteLength(clean(name))).toBeLessThan(256);
  }
});
