import { accept, refuse, type Result } from '#kernel/result.ts';
import { evidenceLimits, type EvidenceFormat } from './evidence-file.ts';
import { findJpegEnd, findPngEnd } from './picture-end.ts';

/** Why a file is not taken. */
export type EvidenceFileRefusal =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'damaged'; readonly format: EvidenceFormat }
  | { readonly kind: 'active-content' };

/** A file as it is kept: its format, and how many of its bytes belong to it. */
type RecognisedEvidence = { readonly format: EvidenceFormat; readonly length: number };

/**
 * 証拠書類の判定. PDF, JPEG or PNG by its first bytes and its own end; everything else is refused whatever its name says.
 * What a camera hangs behind the end of a picture is cut off, so that a picture is nothing else besides. A PDF that
 * carries a program, or that is also a page or an archive, is refused. [SEC-13]
 */
export function recogniseEvidence(bytes: Uint8Array): Result<RecognisedEvidence, EvidenceFileRefusal> {
  if (bytes.length === 0) return refuse({ kind: 'empty' });
  if (bytes.length > evidenceLimits.bytes) {
    return refuse({ kind: 'too-large', bytes: bytes.length, limit: evidenceLimits.bytes });
  }
  const format = formatOf(bytes);
  if (format === undefined) return refuse({ kind: 'not-allowed' });
  if (format === 'pdf') return checkPdf(bytes);
  const length = format === 'jpeg' ? findJpegEnd(bytes) : findPngEnd(bytes);
  return length === undefined ? refuse({ kind: 'damaged', format }) : accept({ format, length });
}

const signatures: readonly (readonly [EvidenceFormat, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
];

function formatOf(bytes: Uint8Array): EvidenceFormat | undefined {
  return signatures.find(([, signature]) => signature.every((value, index) => bytes[index] === value))?.[0];
}

const ZIP_START = 'PK\u0003\u0004';
const ZIP_END = 'PK\u0005\u0006';
/** Where a browser looks for signs of a page. */
const SNIFFED = 1024;
const PAGE_SIGNS = /<(?:!doctype\s+html|html|head|body|script|svg|iframe|object|embed|img)[\s>/]/u;
/** Names of PDF that run something, or carry a file inside the file. */
const ACTIVE_NAMES = /\/(?:javascript|launch|embeddedfiles?|richmedia)(?![a-z])/u;
/** The same, but so short that the dots of a scan hold them by chance. */
const SHORT_ACTIVE_NAMES = /\/(?:js|xfa)(?![a-z])/u;
const BLANK = /^[\s\0]*$/u;

function checkPdf(bytes: Uint8Array): Result<RecognisedEvidence, EvidenceFileRefusal> {
  const text = latin(bytes).toLowerCase();
  const end = text.lastIndexOf('%%eof');
  if (!/^%pdf-[12]\.\d/u.test(text) || end === -1) return refuse({ kind: 'damaged', format: 'pdf' });
  const isAlsoArchive = text.includes(ZIP_END.toLowerCase()) && text.includes(ZIP_START.toLowerCase());
  if (isAlsoArchive || PAGE_SIGNS.test(text.slice(0, SNIFFED))) return refuse({ kind: 'active-content' });
  if (ACTIVE_NAMES.test(unescape(text)) || SHORT_ACTIVE_NAMES.test(unescape(withoutStreams(text)))) {
    return refuse({ kind: 'active-content' });
  }
  if (!BLANK.test(text.slice(end + 5))) return refuse({ kind: 'damaged', format: 'pdf' });
  return accept({ format: 'pdf', length: bytes.length });
}

/** A name of PDF may write any letter by its number: `#4a` is a J. */
function unescape(text: string): string {
  return text
    .replaceAll(/#([\da-f]{2})/gu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
    .toLowerCase();
}

/** The objects of a PDF without their contents. */
function withoutStreams(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('stream', from);
    const stop = start === -1 ? -1 : text.indexOf('endstream', start);
    kept.push(text.slice(from, stop === -1 ? undefined : start));
    if (stop === -1) break;
    from = stop + 'endstream'.length;
  }
  return kept.join('\n');
}

const CHUNK = 8192;

/** Bytes as characters of the same numbers. */
function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += CHUNK) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + CHUNK)));
  }
  return parts.join('');
}
