import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive built for a test; `declaredBytes` makes the directory lie about the expanded size. */
export type FixturePart = {
  readonly name: string;
  readonly data: string | Buffer;
  readonly declaredBytes?: number;
  readonly encrypted?: boolean;
};

export type FixtureSheet = {
  readonly name: string;
  /** The content of `sheetData`. */
  readonly rows: string;
  /** What follows `sheetData`. */
  readonly after?: string;
  /** What precedes `sheetData`. */
  readonly before?: string;
  readonly state?: string;
};

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Builds a ZIP archive for a test. */
export function zipOf(parts: readonly FixturePart[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, declaredBytes, encrypted } of parts) {
    const content = Buffer.from(data);
    const packed = deflateRawSync(content);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(encrypted === true ? 1 : 0, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(declaredBytes ?? content.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), fields, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

/** The parts of a workbook as Excel lays them out; `more` adds or replaces parts. */
export function workbookParts(
  sheets: readonly FixtureSheet[],
  more: { readonly styles?: string; readonly sharedStrings?: string; readonly properties?: string } = {},
): readonly FixturePart[] {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`;
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}" ${state === undefined ? '' : `state="${state}" `}r:id="rId${index + 1}"/>`,
  );
  const relations = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  return [
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<?xml version="1.0"?><workbook xmlns:r="${DOCUMENT}"><workbookPr ${more.properties ?? ''}/><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${relations.join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', data: `<styleSheet>${more.styles ?? ''}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `<sst>${more.sharedStrings ?? ''}</sst>` },
    ...sheets.map(({ rows, before, after }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `<worksheet>${before ?? ''}<sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`,
    })),
  ];
}

/** A row of inline text cells. */
export function textRow(line: number, cells: readonly string[]): string {
  const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`);
  return `<row r="${line}">${written.join('')}</row>`;
}
