import { buildOrientation, readOrientation } from './exif-orientation.ts';
import { joinBytes } from './join-bytes.ts';
import { findMarker, read16 } from './picture-end.ts';

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;

const EXIF = 'Exif\0\0';
const JFIF = 'JFIF\0';

/** Segments of programs that change how the dots are shown: the size of a dot, the colours. All others are left out. */
const shown: Readonly<Record<number, string>> = { [APP0]: JFIF, [APP2]: 'ICC_PROFILE\0', [APP14]: 'Adobe' };

/** A whole JPEG without EXIF, XMP, IPTC, comments, previews and whatever else programs leave in it. */
export function stripJpeg(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let isTurned = false;
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at + 1] !== END_OF_IMAGE) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === MARKER) {
      at += 1;
      continue;
    }
    const segmentEnd = at + 2 + read16(bytes, at + 2);
    const end = marker === START_OF_SCAN ? findMarker(bytes, segmentEnd) : segmentEnd;
    const segment = bytes.subarray(at, end);
    const turning = isTurned || marker !== APP1 ? undefined : turnOnly(segment);
    if (turning) isTurned = true;
    const part = turning ?? keepSegment(marker, segment);
    if (part) kept.push(part);
    at = end;
  }
  return joinBytes([...kept, Uint8Array.of(MARKER, END_OF_IMAGE)]);
}

function keepSegment(marker: number, segment: Uint8Array): Uint8Array | undefined {
  const isOfProgram = (marker >= APP0 && marker <= APP15) || marker === COMMENT;
  if (!isOfProgram) return segment;
  const name = shown[marker];
  if (name === undefined || !beginsWith(segment.subarray(4), name)) return undefined;
  return marker === APP0 ? withoutPreview(segment) : segment;
}

/** JFIF says how large a dot is; a preview behind that may show more than the picture does now. */
function withoutPreview(segment: Uint8Array): Uint8Array | undefined {
  if (segment.length < 18) return undefined;
  return joinBytes([segment.subarray(0, 2), Uint8Array.of(0, 16), segment.subarray(4, 16), Uint8Array.of(0, 0)]);
}

/** The EXIF segment of a picture that is shown turned, with nothing but that. */
function turnOnly(segment: Uint8Array): Uint8Array | undefined {
  if (!beginsWith(segment.subarray(4), EXIF)) return undefined;
  const orientation = readOrientation(segment.subarray(4 + EXIF.length));
  if (orientation === undefined || orientation === 1) return undefined;
  const block = buildOrientation(orientation);
  const name = Uint8Array.from(EXIF, (letter) => letter.charCodeAt(0));
  return joinBytes([Uint8Array.of(MARKER, APP1, 0, 2 + name.length + block.length), name, block]);
}

function beginsWith(bytes: Uint8Array, name: string): boolean {
  return [...name].every((letter, index) => bytes[index] === letter.charCodeAt(0));
}
