import { buildOrientation, readOrientation } from './exif-orientation.ts';
import { joinBytes } from './join-bytes.ts';
import { nameAt, read32 } from './picture-end.ts';

const START = 8;

/** Chunks beside the dots that change how they are shown; a chunk with a capital first letter is needed anyhow. */
const shown = new Set([
  'tRNS',
  'cHRM',
  'gAMA',
  'iCCP',
  'sBIT',
  'sRGB',
  'cICP',
  'mDCV',
  'cLLI',
  'bKGD',
  'hIST',
  'pHYs',
  'sPLT',
]);

/** A whole PNG without texts, times, EXIF and whatever else programs leave in it. */
export function stripPng(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, START)];
  let at = START;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + read32(bytes, at);
    const name = nameAt(bytes, at + 4);
    if (/^[A-Z]/u.test(name) || shown.has(name)) kept.push(bytes.subarray(at, end));
    else if (name === 'eXIf') kept.push(...turnOnly(bytes.subarray(at + 8, end - 4)));
    at = end;
  }
  return joinBytes(kept);
}

/** The EXIF chunk of a picture that is shown turned, with nothing but that. */
function turnOnly(tiff: Uint8Array): readonly Uint8Array[] {
  const orientation = readOrientation(tiff);
  if (orientation === undefined || orientation === 1) return [];
  const block = buildOrientation(orientation);
  const named = joinBytes([Uint8Array.from('eXIf', (letter) => letter.charCodeAt(0)), block]);
  return [toBytes(block.length), named, toBytes(checkSum(named))];
}

function toBytes(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);
}

/** CRC-32 as PNG asks for it (PNG specification, annex D). */
function checkSum(bytes: Uint8Array): number {
  let sum = 0xffff_ffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb8_8320 : sum >>> 1;
  }
  return (sum ^ 0xffff_ffff) >>> 0;
}
