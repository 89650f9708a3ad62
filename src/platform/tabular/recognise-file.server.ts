import type { ForeignFormat } from './raw-table.ts';
import type { ZipArchive } from './zip-archive.server.ts';

const SIGNATURES: readonly (readonly [format: ForeignFormat, hex: string])[] = [
  ['pdf', '255044462d'],
  ['image', '89504e470d0a1a0a'],
  ['image', 'ffd8ff'],
  ['image', '474946383'],
  ['image', '424d'],
  ['rich-text', '7b5c72746631'],
  ['archive', '1f8b08'],
  ['archive', '377abcaf271c'],
  ['archive', '526172211a07'],
];
const OLE_SIGNATURE = 'd0cf11e0a1b11ae1';
const ZIP_SIGNATURES = ['504b0304', '504b0506'];
const WEB_PAGE = /^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype|html|\?xml|table|meta)/i;

/** Decides by the first bytes, not by the name, whether a file is text, a ZIP archive or something foreign. */
export function recogniseFile(bytes: Uint8Array): 'text' | 'zip' | ForeignFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.toString('hex', 0, 16);
  if (ZIP_SIGNATURES.some((signature) => start.startsWith(signature))) return 'zip';
  if (start.startsWith(OLE_SIGNATURE)) {
    return buffer.includes('EncryptedPackage', 0, 'utf16le') ? 'encrypted-workbook' : 'old-excel';
  }
  const found = SIGNATURES.find(([, signature]) => start.startsWith(signature));
  // "BM" also begins ordinary words, so a bitmap must hold a NUL byte as well.
  if (found !== undefined && (found[1] !== '424d' || buffer.subarray(0, 16).includes(0))) return found[0];
  return WEB_PAGE.test(buffer.toString('latin1', 0, 200)) ? 'web-page' : 'text';
}

/** Decides by the names of its parts what a ZIP archive is. */
export function recogniseArchive(archive: ZipArchive): 'xlsx' | ForeignFormat {
  const names = [...archive.parts.keys()];
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has('xl/vbaProject.bin')) return 'macro-excel';
  if (has('xl/workbook.bin')) return 'binary-excel';
  if (has('EncryptedPackage')) return 'encrypted-workbook';
  if (has('word/')) return 'word';
  if (has('ppt/')) return 'powerpoint';
  if (has('mimetype') && has('content.xml')) return 'open-document';
  return has('[Content_Types].xml') && has('_rels/.rels') ? 'xlsx' : 'archive';
}
