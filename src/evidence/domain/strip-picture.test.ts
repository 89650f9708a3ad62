import { expect, test } from 'vitest';
import { chunk, jpeg, pdf, png, segment } from '../evidence-fixture.ts';
import { buildOrientation, readOrientation, type Orientation } from './exif-orientation.ts';
import { recogniseEvidence } from './recognise-evidence.ts';
import { stripPicture } from './strip-picture.ts';

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const secret = (name: string) => Buffer.from(`${name}: 34.1859N 131.4714E SmartPhone 7`, 'latin1');

/** An EXIF block of a camera, in either order of bytes: the maker, the place, and how the picture is turned. */
function exif(orientation: number, little = true): Uint8Array {
  const block = Buffer.alloc(8 + 2 + 3 * 12 + 4);
  const [write16, write32] = little
    ? ([block.writeUInt16LE.bind(block), block.writeUInt32LE.bind(block)] as const)
    : ([block.writeUInt16BE.bind(block), block.writeUInt32BE.bind(block)] as const);
  block.write(little ? 'II' : 'MM', 'latin1');
  write16(42, 2);
  write32(8, 4);
  write16(3, 8);
  for (const [index, [tag, value]] of [
    [0x010f, 46],
    [0x0112, orientation],
    [0x8825, 60],
  ].entries()) {
    const at = 10 + index * 12;
    write16(tag ?? 0, at);
    write16(3, at + 2);
    write32(1, at + 4);
    write16(value ?? 0, at + 8);
  }
  return Buffer.concat([block, secret('GPS')]);
}

const ofExif = (block: Uint8Array) => segment(0xe1, 'Exif\0\0', block);
const turned = (orientation: Orientation) => ofExif(buildOrientation(orientation));

test.each([
  ['EXIF with the place', ofExif(exif(1))],
  ['EXIF that is cut off', ofExif(exif(6).subarray(0, 12))],
  ['XMP', segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', secret('xmp'))],
  ['IPTC of a photo program', segment(0xed, 'Photoshop 3.0\0', secret('iptc'))],
  ['a comment', segment(0xfe, '', secret('comment'))],
  ['more pictures behind the first', segment(0xe2, 'MPF\0', secret('mpf'))],
  ['a preview beside JFIF', segment(0xe0, 'JFXX\0', secret('preview'))],
  ['what a maker keeps for itself', segment(0xe5, 'Maker\0', secret('maker'))],
])('a JPEG is kept without %s [SEC-13]', (_, beside) => {
  expect(Buffer.from(stripPicture(jpeg({ beside: [beside] }), 'jpeg'))).toEqual(Buffer.from(jpeg()));
});

test.each([
  ['texts', chunk('tEXt', secret('Location'))],
  ['packed texts', chunk('zTXt', secret('Comment'))],
  ['texts of every language', chunk('iTXt', secret('XML:com.adobe.xmp'))],
  ['the time', chunk('tIME', Buffer.alloc(7))],
  ['EXIF', chunk('eXIf', exif(1))],
  ['chunks of its own', chunk('caBX', secret('maker'))],
])('a PNG is kept without %s [SEC-13]', (_, beside) => {
  expect(Buffer.from(stripPicture(png({ beside: [beside] }), 'png'))).toEqual(Buffer.from(png()));
});

test.each([2, 3, 4, 5, 6, 7, 8] as const)('a picture that is shown turned stays turned: %i', (orientation) => {
  for (const little of [true, false]) {
    const photo = stripPicture(jpeg({ beside: [ofExif(exif(orientation, little))] }), 'jpeg');
    expect(Buffer.from(photo)).toEqual(Buffer.from(jpeg({ beside: [turned(orientation)] })));
    const drawing = stripPicture(png({ beside: [chunk('eXIf', exif(orientation, little))] }), 'png');
    expect(textOf(drawing)).not.toMatch(/GPS|Smart/u);
    const at = textOf(drawing).indexOf('eXIf') + 4;
    expect(readOrientation(drawing.subarray(at))).toBe(orientation);
  }
});

test('the check sum of a chunk that was written anew is the one of PNG', () => {
  const drawing = stripPicture(png({ beside: [chunk('eXIf', exif(6))] }), 'png');
  const at = textOf(drawing).indexOf('eXIf');
  const length = Buffer.from(drawing).readUInt32BE(at - 4);
  // CRC-32 of this chunk, worked out with zlib's crc32.
  expect(
    Buffer.from(drawing)
      .readUInt32BE(at + 4 + length)
      .toString(16),
  ).toBe('d6674b69');
});

test('the colours, the size of a dot and what programs must know stay', () => {
  const beside = [segment(0xe2, 'ICC_PROFILE\0', Buffer.from([1, 1, 7])), segment(0xee, 'Adobe', Buffer.alloc(7))];
  expect(Buffer.from(stripPicture(jpeg({ beside }), 'jpeg'))).toEqual(Buffer.from(jpeg({ beside })));
  const chunks = ['gAMA', 'pHYs', 'iCCP', 'tRNS'].map((name) => chunk(name, Buffer.from([1, 2, 3, 4])));
  expect(Buffer.from(stripPicture(png({ beside: chunks }), 'png'))).toEqual(Buffer.from(png({ beside: chunks })));
});

test('a preview inside JFIF is left out', () => {
  const plain = Buffer.from(jpeg());
  const preview = Buffer.concat([plain.subarray(0, 18), Buffer.from([1, 1, 9, 9, 9]), plain.subarray(20)]);
  preview.writeUInt16BE(19, 4);
  expect(Buffer.from(stripPicture(preview, 'jpeg'))).toEqual(plain);
});

test('a second EXIF says nothing, and one between two scans goes too', () => {
  const twice = jpeg({ beside: [ofExif(exif(6)), ofExif(exif(3))] });
  expect(Buffer.from(stripPicture(twice, 'jpeg'))).toEqual(Buffer.from(jpeg({ beside: [turned(6)] })));
  const plain = Buffer.from(jpeg());
  const scan = plain.subarray(plain.indexOf(Buffer.from([0xff, 0xda])), -2);
  const end = plain.subarray(-2);
  const between = (parts: readonly Uint8Array[]) => Buffer.concat([plain.subarray(0, -2), ...parts, scan, end]);
  const left = between([segment(0xfe, '', secret('comment'))]);
  expect(Buffer.from(stripPicture(left, 'jpeg'))).toEqual(between([]));
});

test('what is kept is a whole picture again, and a PDF is untouched', () => {
  const photo = stripPicture(jpeg({ beside: [ofExif(exif(6))] }), 'jpeg');
  expect(recogniseEvidence(photo)).toEqual({ ok: true, value: { format: 'jpeg', length: photo.length } });
  expect(stripPicture(pdf(), 'pdf')).toEqual(pdf());
});
