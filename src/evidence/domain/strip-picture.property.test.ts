import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunk, jpeg, png, segment } from '../evidence-fixture.ts';
import { recogniseEvidence } from './recognise-evidence.ts';
import { stripPicture } from './strip-picture.ts';

const data = fc.uint8Array({ maxLength: 60 });
const ofPrograms = fc
  .tuple(fc.constantFrom(0xe1, 0xe3, 0xe5, 0xec, 0xed, 0xef, 0xfe), fc.constantFrom('', 'Exif\0\0', 'Photoshop'), data)
  .map(([marker, name, bytes]) => segment(marker, name, bytes));
/** Tables of the dots: quantisation, Huffman, restart interval. */
const ofDots = fc.tuple(fc.constantFrom(0xdb, 0xc4, 0xdd), data).map(([marker, bytes]) => segment(marker, '', bytes));

/** The segments of a JPEG up to its first scan, without those of programs, and everything from the scan on. */
function dotsOf(bytes: Uint8Array): readonly string[] {
  const parts: string[] = [];
  let at = 2;
  while (bytes[at + 1] !== 0xda) {
    const marker = bytes[at + 1] ?? 0;
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (marker < 0xe0) parts.push(Buffer.from(bytes.subarray(at, end)).toString('hex'));
    at = end;
  }
  return [...parts, Buffer.from(bytes.subarray(at)).toString('hex')];
}

test('whatever programs leave in a JPEG, its dots are the same byte for byte and it is stripped once [SEC-13]', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(ofPrograms, ofDots), { maxLength: 8 }), (beside) => {
      const whole = jpeg({ beside });
      const stripped = stripPicture(whole, 'jpeg');
      expect(dotsOf(stripped)).toEqual(dotsOf(whole));
      expect(stripPicture(stripped, 'jpeg')).toEqual(stripped);
      expect(recogniseEvidence(stripped)).toEqual({ ok: true, value: { format: 'jpeg', length: stripped.length } });
    }),
  );
});

const names = fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'prVt', 'PLTE', 'gAMA', 'IDAT');

test('whatever programs leave in a PNG, the chunks of its dots are the same in the same order [SEC-13]', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, data), { maxLength: 8 }), (parts) => {
      const made = parts.map(([name, bytes]) => ({ name, bytes: chunk(name, bytes) }));
      const needed = made.filter(({ name }) => ['PLTE', 'gAMA', 'IDAT'].includes(name)).map(({ bytes }) => bytes);
      const stripped = Buffer.from(stripPicture(png({ beside: made.map(({ bytes }) => bytes) }), 'png'));
      const plain = Buffer.from(png({ beside: needed }));
      if (stripped.includes('eXIf')) expect(stripped.length).toBe(plain.length + 38);
      else expect(stripped).toEqual(plain);
    }),
  );
});
