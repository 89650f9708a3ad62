import { zipOf, type FixturePart } from '#platform/tabular/workbook-fixture.server.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const HEADER_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml';

/** A relation of a part, as its attributes. */
export function relation(id: string, type: string, rest: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" ${rest}/>`;
}

/** The XML of a paragraph; each text is a run of its own, as Word parts them while somebody types. */
export function paragraph(...texts: readonly string[]): string {
  return `<w:p>${texts.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
}

type Parts = {
  /** What stands in the body. */
  readonly body: string;
  readonly header?: string;
  /** Further relations of the text. */
  readonly relations?: string;
  readonly types?: string;
  readonly mainType?: string;
  readonly more?: readonly FixturePart[];
};

/** The parts of a small Word document. */
export function docxParts({ body, header = '', relations = '', types = '', mainType = MAIN_TYPE, more = [] }: Parts) {
  const declared = `<w:sectPr><w:headerReference w:type="default" r:id="rIdHead"/><w:cols w:space="425"/></w:sectPr>`;
  const names = `xmlns:w="${WORD}" xmlns:r="${OFFICE}"`;
  return [
    {
      name: '[Content_Types].xml',
      data: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/header1.xml" ContentType="${HEADER_TYPE}"/>${types}</Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'Target="word/document.xml"')}</Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${names}><w:body>${body}${declared}</w:body></w:document>`,
    },
    { name: 'word/header1.xml', data: `<w:hdr ${names}>${header || paragraph('')}</w:hdr>` },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}/relationships">${relation('rIdHead', 'header', 'Target="header1.xml"')}${relations}</Relationships>`,
    },
    ...more,
  ] satisfies readonly FixturePart[];
}

/** A small Word document as Word would save it. */
export function docx(parts: Parts): Uint8Array {
  return zipOf(docxParts(parts));
}
