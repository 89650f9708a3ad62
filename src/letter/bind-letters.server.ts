import { Zip } from 'easy-template-x';

const MAIN = 'word/document.xml';

/**
 * Binds letters that were filled from one template into one file: each begins on a new page, its pages counted from
 * one. The letters share everything but their text, so the first one's styles, heads and feet serve them all.
 */
export async function bindLetters(letters: readonly Uint8Array[]): Promise<Uint8Array> {
  const [first, ...others] = letters;
  if (first === undefined) throw new Error('no letter to bind');
  if (others.length === 0) return first;
  const bound = await Zip.load(Buffer.from(first));
  const parsed = await Promise.all(letters.map(readBody));
  const last = parsed.length - 1;
  const bodies = parsed.map(
    ({ content, section }, index) => content + (index === last ? restart(section) : breakAfter(section)),
  );
  const { before, after } = parsed[0] as Body;
  bound.setFile(MAIN, `${before}${bodies.join('')}${after}`);
  for (const name of bound.listFiles().filter((part) => /^word\/(?:header|footer)\d*\.xml$/u.test(part))) {
    const xml = await bound.getFile(name).getContentText();
    // 「1 / 2」 counts the pages of one letter, not of the file.
    bound.setFile(name, xml.replaceAll('NUMPAGES', 'SECTIONPAGES'));
  }
  return bound.export<Buffer>(Buffer as unknown as new () => Buffer);
}

type Body = { readonly before: string; readonly content: string; readonly section: string; readonly after: string };

async function readBody(letter: Uint8Array): Promise<Body> {
  const xml = await (await Zip.load(Buffer.from(letter))).getFile(MAIN).getContentText();
  const opened = /<w:body(?:\s[^>]*)?>/u.exec(xml);
  const end = xml.lastIndexOf('</w:body>');
  if (!opened || end === -1) throw new Error('a letter without a body');
  const start = opened.index + opened[0].length;
  const content = xml.slice(start, end);
  // The section of the whole letter is the body's last child; sections before it stand inside paragraphs.
  const at = content.lastIndexOf('<w:sectPr');
  const isLast = at !== -1 && !content.slice(at).includes('</w:p>');
  return {
    before: xml.slice(0, start),
    content: isLast ? content.slice(0, at) : content,
    section: isLast ? content.slice(at) : '<w:sectPr></w:sectPr>',
    after: xml.slice(end),
  };
}

/** The section's end as the last paragraph of its letter; it takes no room of its own. */
function breakAfter(section: string): string {
  const properties = `<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>${restart(section)}`;
  return `<w:p><w:pPr>${properties}</w:pPr></w:p>`;
}

/** Page numbers begin with one in each section; `pgNumType` has its place after `lnNumType`, before `cols`. */
function restart(section: string): string {
  const whole = /^<w:sectPr([^>]*)\/>$/u.test(section) ? section.replace(/\/>$/u, '></w:sectPr>') : section;
  const plain = whole.replace(/<w:pgNumType[^>]*\/>/u, '');
  const numbering = '<w:pgNumType w:start="1"/>';
  const following =
    /<w:(?:cols|formProt|vAlign|noEndnote|titlePg|textDirection|bidi|rtlGutter|docGrid|printerSettings|sectPrChange)\b/u;
  const at = following.exec(plain)?.index ?? plain.lastIndexOf('</w:sectPr>');
  return plain.slice(0, at) + numbering + plain.slice(at);
}
