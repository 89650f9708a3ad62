import { setImmediate } from 'node:timers/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { accept, refuse, type Result } from '#kernel/result.ts';
import {
  WORKBOOK_COMPRESSION_RATIO_MAX,
  WORKBOOK_EXPANDED_BYTES_MAX,
  WORKBOOK_PARTS_MAX,
  WORKBOOK_RATIO_FREE_BYTES,
} from './limits.ts';
import type { TableProblem } from './raw-table.ts';

const CHUNK_BYTES = 64 * 1024;
const END_RECORD_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;

/** One part of an archive as its central directory declares it. */
export type ZipPart = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly expandedBytes: number;
  readonly headerAt: number;
};

export type ZipArchive = { readonly bytes: Buffer; readonly parts: ReadonlyMap<string, ZipPart> };

/** Reads the central directory and refuses, before anything is inflated, what would expand too far. */
export function openZip(input: Uint8Array): Result<ZipArchive, TableProblem> {
  const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
  const listed = listParts(bytes);
  if (listed === undefined) return refuse({ kind: 'broken-workbook', part: null });
  if (listed === 'encrypted') return refuse({ kind: 'foreign-format', format: 'encrypted-workbook' });
  const expanded = listed.reduce((sum, part) => sum + part.expandedBytes, 0);
  const compressed = listed.reduce((sum, part) => sum + part.compressedBytes, 0);
  const ratioExceeded = expanded > WORKBOOK_RATIO_FREE_BYTES && expanded > compressed * WORKBOOK_COMPRESSION_RATIO_MAX;
  if (expanded > WORKBOOK_EXPANDED_BYTES_MAX || ratioExceeded) {
    return refuse({ kind: 'expands-too-far', limitBytes: WORKBOOK_EXPANDED_BYTES_MAX });
  }
  const parts = new Map(listed.map((part) => [part.name, part]));
  // Overlapping or repeated parts let a small file declare more data than it holds.
  if (parts.size !== listed.length || compressed > bytes.length) return refuse({ kind: 'broken-workbook', part: null });
  return accept({ bytes, parts });
}

/**
 * Inflates one part in chunks of 64 KiB. A part that holds more than the directory declares is refused at the first
 * byte too many, so memory stays within the declared (and already judged) size.
 */
export async function* expandPart(archive: ZipArchive, part: ZipPart): AsyncGenerator<Result<Buffer, TableProblem>> {
  const broken: TableProblem = { kind: 'broken-workbook', part: part.name };
  const source = findPartData(archive.bytes, part);
  if (source === undefined) return yield refuse(broken);
  let total = 0;
  let crc = 0;
  try {
    for await (const chunk of part.method === STORED ? sliceStored(source) : inflate(source)) {
      total += chunk.length;
      if (total > part.expandedBytes) {
        return yield refuse({ kind: 'expands-too-far', limitBytes: WORKBOOK_EXPANDED_BYTES_MAX });
      }
      crc = crc32(chunk, crc);
      yield accept(chunk);
    }
  } catch {
    return yield refuse(broken);
  }
  if (total !== part.expandedBytes || crc !== part.crc) yield refuse(broken);
}

async function* sliceStored(source: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.length; at += CHUNK_BYTES) {
    yield source.subarray(at, at + CHUNK_BYTES);
    await setImmediate();
  }
}

async function* inflate(source: Buffer): AsyncGenerator<Buffer> {
  const stream = createInflateRaw({ chunkSize: CHUNK_BYTES });
  stream.end(source);
  for await (const chunk of stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** The parts in the central directory; undefined when it is damaged, ZIP64 or uses an unknown method. */
function listParts(bytes: Buffer): readonly ZipPart[] | 'encrypted' | undefined {
  const end = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end === -1 || end + END_RECORD_BYTES > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  if (count > WORKBOOK_PARTS_MAX) return undefined;
  const parts: ZipPart[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return 'encrypted';
    const part = readDirectoryRecord(bytes, at);
    if (part.method !== STORED && part.method !== DEFLATED) return undefined;
    parts.push(part);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function readDirectoryRecord(bytes: Buffer, at: number): ZipPart {
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    compressedBytes: bytes.readUInt32LE(at + 20),
    expandedBytes: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
}

function findPartData(bytes: Buffer, part: ZipPart): Buffer | undefined {
  const at = part.headerAt;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return undefined;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const end = start + part.compressedBytes;
  return end > bytes.length ? undefined : bytes.subarray(start, end);
}
