/** Dots of the largest picture: an A3 page at 600 dpi has 70 million. More is no scan, but a picture that bursts. */
const MOST_DOTS = 150_000_000;

function isReasonable(width: number, height: number): boolean {
  return width > 0 && height > 0 && width * height <= MOST_DOTS;
}

/** Two bytes as a number, the larger first. */
export function read16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Four bytes as a number, the largest first. */
export function read32(bytes: Uint8Array, at: number): number {
  return read16(bytes, at) * 0x1_0000 + read16(bytes, at + 2);
}

/** Four bytes as letters. */
export function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

const PNG_START = 8;

/** Where a PNG ends: its chunks one after the other, from IHDR to IEND. Nothing where it is cut off or too large. */
export function findPngEnd(bytes: Uint8Array): number | undefined {
  if (read32(bytes, PNG_START) !== 13 || nameAt(bytes, PNG_START + 4) !== 'IHDR') return undefined;
  if (!isReasonable(read32(bytes, PNG_START + 8), read32(bytes, PNG_START + 12))) return undefined;
  let hasPicture = false;
  let at = PNG_START;
  while (at + 12 <= bytes.length) {
    const name = nameAt(bytes, at + 4);
    if (!/^[A-Za-z]{4}$/u.test(name)) return undefined;
    at += 12 + read32(bytes, at);
    if (name === 'IDAT') hasPicture = true;
    if (name === 'IEND') return hasPicture && at <= bytes.length ? at : undefined;
  }
  return undefined;
}

const MARKER = 0xff;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Whether a segment begins with the size of the picture: SOF0 to SOF15, without the three tables between them. */
function tellsSize(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Where a JPEG ends: its segments one after the other, then its scans to EOI. Nothing where it is cut off or too large. */
export function findJpegEnd(bytes: Uint8Array): number | undefined {
  let hasSize = false;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== MARKER) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === MARKER) {
      at += 1;
      continue;
    }
    if (marker < 0xc0 || marker === END_OF_IMAGE) return undefined;
    if (tellsSize(marker)) {
      if (!isReasonable(read16(bytes, at + 5), read16(bytes, at + 7))) return undefined;
      hasSize = true;
    }
    at += 2 + read16(bytes, at + 2);
    if (marker !== START_OF_SCAN) continue;
    at = findMarker(bytes, at);
    if (bytes[at + 1] === END_OF_IMAGE) return hasSize ? at + 2 : undefined;
  }
  return undefined;
}

/** The next marker in the dots of a scan: 0xFF 0x00 is a dot, D0 to D7 only part a scan. */
export function findMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(MARKER, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next >= 0xc0 && !(next >= 0xd0 && next <= 0xd7) && next !== MARKER) return at;
    at = bytes.indexOf(MARKER, at + 1);
  }
  return bytes.length;
}
