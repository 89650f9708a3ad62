import { deflateSync } from 'node:zlib';

/** The smallest whole files of each format, and what tests hang on to them. */
export const pdf = (inside = '', after = '\n'): Uint8Array =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${inside}>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF${after}`,
    'latin1',
  );

/** A chunk of a PNG. */
export function chunk(name: string, data: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  // Nothing here looks at the check sum.
  return Buffer.concat([head, data, Buffer.alloc(4)]);
}

export function png({ width = 1, height = 1, after = '', beside = [] as readonly Uint8Array[] } = {}): Uint8Array {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const dots = deflateSync(Buffer.from([0, 0]));
  return Buffer.concat([
    Buffer.from(signature),
    chunk('IHDR', size),
    ...beside,
    chunk('IDAT', dots),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(after, 'latin1'),
  ]);
}

const JFIF = [0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 0, 0, 1, 0, 1, 0, 0];

/** A segment of a JPEG that a program leaves in it. */
export function segment(marker: number, name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const length = 2 + name.length + data.length;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), Buffer.from(name, 'latin1'), data]);
}

export function jpeg({ width = 1, height = 1, after = '', beside = [] as readonly Uint8Array[] } = {}): Uint8Array {
  const size = [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0];
  return Buffer.concat([
    Buffer.from([0xff, 0xd8, ...JFIF]),
    ...beside,
    Buffer.from([0xff, 0xc0, 0, 11, ...size]),
    Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]),
    Buffer.from([1, 2, 0xff, 0x00, 3, 0xff, 0xd0, 4, 0xff, 0xd9]),
    Buffer.from(after, 'latin1'),
  ]);
}
