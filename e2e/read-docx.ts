import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** The words of a Word document in their order: the text of `word/document.xml`, one line for each paragraph. */
export function readDocx(file: Buffer): string {
  return unzip(file, 'word/document.xml')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll('&amp;', '&');
}

/** One file of a ZIP archive, found through its directory (APPNOTE 4.3.12 and 4.3.16). */
function unzip(file: Buffer, name: string): string {
  let end = file.length - 22;
  while (end >= 0 && file.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('not a ZIP archive');
  let entry = file.readUInt32LE(end + 16);
  for (let count = file.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => file.readUInt16LE(entry + offset));
    const nameEnd = entry + 46 + (nameLength ?? 0);
    if (file.toString('utf8', entry + 46, nameEnd) === name) {
      const local = file.readUInt32LE(entry + 42);
      const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
      const content = file.subarray(start, start + file.readUInt32LE(entry + 20));
      return (file.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(content) : content).toString('utf8');
    }
    entry = nameEnd + (extraLength ?? 0) + (commentLength ?? 0);
  }
  throw new Error(`no ${name} in the archive`);
}
