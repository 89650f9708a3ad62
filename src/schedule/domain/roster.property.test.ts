import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePastedRoster } from './roster-paste.ts';

const cell = fc.string({ unit: fc.constantFrom('山', '田', ' ', '"', '\n', 'ア', '1'), maxLength: 6 });
const quoted = (content: string) => (/["\n]/u.test(content) ? `"${content.replaceAll('"', '""')}"` : content);

test('whatever people write into cells comes out of the same cells, as Excel copies them', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell, cell, cell), { maxLength: 8 }), (rows) => {
      const pasted = rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
      const flat = rows
        .map((cells) => cells.map((content) => content.replaceAll('\n', ' ').trim()))
        .filter((cells) => cells.some((content) => content !== ''));
      expect(parsePastedRoster(pasted).lines.map(({ texts }) => Object.values(texts))).toEqual(flat);
    }),
  );
});

test('any text at all is taken apart without an end missing', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '山') }), (pasted) => {
      const { lines } = parsePastedRoster(pasted);
      expect(lines.every(({ line }) => line >= 1 && line <= pasted.split(/\r\n?|\n/u).length)).toBe(true);
    }),
  );
});
