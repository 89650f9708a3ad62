import { LoopPlugin, TemplateHandler, TextPlugin, Zip } from 'easy-template-x';
import { templateLimits } from './domain/template-refusal.ts';
import type { LetterValues } from './domain/letter-outline.ts';

/** Fills a template that has been inspected: texts and loops, nothing else that the library could do. */
export async function fillTemplate(template: Uint8Array, values: LetterValues): Promise<Uint8Array> {
  const handler = new TemplateHandler({
    plugins: [new LoopPlugin(), new TextPlugin()],
    maxXmlDepth: templateLimits.depth,
  });
  const data = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? cleanText(value) : value.map((row) => mapTexts(row)),
    ]),
  );
  return handler.process(Buffer.from(template), data);
}

function mapTexts(row: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(row).map(([name, text]) => [name, cleanText(text)]));
}

/** What XML can hold: a lone half of a character or a control character would make Word refuse the file. */
function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gu, '');
}

/** Puts a text where a letter was filled with a mark of plain letters and digits. */
export async function replaceMark(
  letter: Uint8Array,
  { mark, text }: { readonly mark: string; readonly text: string },
): Promise<Uint8Array> {
  const zip = await Zip.load(Buffer.from(letter));
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const name of zip.listFiles().filter((part) => /^word\/[^/]+\.xml$/u.test(part))) {
    const xml = await zip.getFile(name).getContentText();
    if (xml.includes(mark))
      zip.setFile(
        name,
        xml.replaceAll(mark, () => escaped),
      );
  }
  return zip.export<Buffer>(Buffer as unknown as new () => Buffer);
}
