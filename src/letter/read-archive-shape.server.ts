import { accept, refuse, type Result } from '#kernel/result.ts';
import { templateLimits as limits, type TemplateRefusal } from './domain/template-refusal.ts';

const DIRECTORY_RECORD = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_RECORD_BYTES = 22;

/**
 * Judges the outer shape of a ZIP file so strictly that every reader sees the same parts in it: one directory, right
 * before its end record, nothing after it; each part named alike in both its headers, by a path that stays inside; the
 * declared sizes and the number of parts within the limits.
 */
export function readArchiveShape(input: Uint8Array): Result<null, TemplateRefusal> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const broken = refuse<TemplateRefusal>({ kind: 'broken', part: null });
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end + END_RECORD_BYTES > bytes.length) return broken;
  const [disk, directoryDisk, here, count] = [4, 6, 8, 10].map((offset) => bytes.readUInt16LE(end + offset));
  const [size = 0, start = 0] = [12, 16].map((offset) => bytes.readUInt32LE(end + offset));
  const comment = bytes.readUInt16LE(end + 20);
  if (disk !== 0 || directoryDisk !== 0 || here !== count || count === undefined) return broken;
  if (start + size !== end || end + END_RECORD_BYTES + comment !== bytes.length) return broken;
  if (count > limits.parts) return refuse({ kind: 'too-many-parts', parts: count, limit: limits.parts });
  let at = start;
  let declared = 0;
  for (let index = 0; index < count; index++) {
    const record = readRecord(bytes, { at, end });
    if (!record) return broken;
    if (!isInside(record.name)) return refuse({ kind: 'bad-path', part: record.name });
    if (record.name !== record.localName) return refuse({ kind: 'bad-path', part: record.localName });
    declared += record.expandedBytes;
    at = record.next;
  }
  if (at !== end) return broken;
  return declared > limits.expandedBytes
    ? refuse({ kind: 'expands-too-far', limit: limits.expandedBytes })
    : accept(null);
}

function readRecord(bytes: Buffer, { at, end }: { readonly at: number; readonly end: number }) {
  if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_RECORD) return undefined;
  const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = [28, 30, 32].map((offset) =>
    bytes.readUInt16LE(at + offset),
  );
  const local = bytes.readUInt32LE(at + 42);
  const next = at + 46 + nameBytes + extraBytes + commentBytes;
  if (next > end || local + 30 > at || bytes.readUInt32LE(local) !== LOCAL_HEADER) return undefined;
  const localEnd = local + 30 + bytes.readUInt16LE(local + 26);
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
    localName: bytes.toString('utf8', local + 30, localEnd),
    expandedBytes: bytes.readUInt32LE(at + 24),
    next,
  };
}

/** A path of plain names below the root: no step upwards, no drive, no backslash, nothing invisible. */
function isInside(name: string): boolean {
  if (name.startsWith('/') || /[\\:\u0000-\u001f\u007f\ufffd]/u.test(name)) return false;
  return name
    .replace(/\/$/u, '')
    .split('/')
    .every((step) => step !== '' && step !== '.' && step !== '..');
}
