import { accept, refuse, type Result } from '#kernel/result.ts';
import type { RawTable, TableProblem } from './raw-table.ts';

type DecodedText = { readonly text: string; readonly encoding: NonNullable<RawTable['encoding']> };

const JAPANESE = /[\u3041-\u30FF\u4E00-\u9FFF\uFF01-\uFFEE]/gu;
const LINE_FEED = 0x0a;

/**
 * Decides the encoding of a text file and decodes it: UTF-8 with or without BOM, else CP932, both strictly (DAT-04).
 * A file that is neither, or UTF-8 in some lines and CP932 in others, is refused with its first bad byte.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, TableProblem> {
  if (looksLikeUtf16(bytes)) return refuse({ kind: 'utf-16' });
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf8 = decodeStrictly('utf-8', bytes);
  if (utf8 !== undefined) return accept({ text: utf8, encoding: hasMark ? 'utf-8-bom' : 'utf-8' });
  const badInUtf8 = findUndecodable('utf-8', bytes);
  if (hasMark) return refuse({ kind: 'undecodable', ...badInUtf8 });
  if (isPartlyUtf8(bytes)) return refuse({ kind: 'mixed-encodings', ...badInUtf8 });
  const cp932 = decodeStrictly('shift_jis', bytes);
  if (cp932 !== undefined) return accept({ text: cp932, encoding: 'cp932' });
  return refuse({ kind: 'undecodable', ...findUndecodable('shift_jis', bytes) });
}

function decodeStrictly(encoding: 'utf-8' | 'shift_jis', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 1000);
  return start.length >= 4 && start.filter((byte) => byte === 0).length > start.length / 4;
}

/**
 * True when a file that is not UTF-8 as a whole was still meant to be: some line reads as Japanese in UTF-8, or Japanese
 * outweighs what is broken. CP932 text read as UTF-8 does neither, but UTF-8 text read as CP932 often passes as nonsense.
 */
function isPartlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lines = text.split('\n').filter((line) => !line.includes('\uFFFD'));
  if (lines.some((line) => countMatches(line, JAPANESE) >= 2)) return true;
  return countMatches(text, JAPANESE) > countMatches(text, /\uFFFD/g);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Finds the byte that stops the strict decoder, by halving the line it stops on. */
function findUndecodable(encoding: 'utf-8' | 'shift_jis', bytes: Uint8Array) {
  const lines = lineRanges(bytes);
  const index = lines.findIndex(([start, end]) => decodeStrictly(encoding, bytes.subarray(start, end)) === undefined);
  const [start, end] = lines[index] ?? [0, bytes.length];
  let good = start;
  let bad = end;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodesAsStart(encoding, bytes.subarray(start, middle))) good = middle;
    else bad = middle;
  }
  return { line: index + 1, position: good + 1, byte: bytes[good] ?? 0 };
}

/** True when the bytes are fine as far as they go: a character cut off at the end is not an error yet. */
function decodesAsStart(encoding: 'utf-8' | 'shift_jis', bytes: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Lines as byte ranges; the line feed is a byte of its own in both encodings. */
function lineRanges(bytes: Uint8Array): (readonly [start: number, end: number])[] {
  const ranges: (readonly [number, number])[] = [];
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    ranges.push([start, end]);
    start = end;
  }
  return ranges;
}
