import { accept, refuse, type Result } from '#kernel/result.ts';
import { recogniseFile } from '#platform/tabular/recognise-file.server.ts';
import { readAttribute, scanXml, type XmlHandler } from '#platform/tabular/scan-xml.server.ts';
import { expandPart, openZip, type ZipArchive, type ZipPart } from '#platform/tabular/zip-archive.server.ts';
import { templateLimits as limits, type TemplateRefusal } from './domain/template-refusal.ts';
import type { TemplateLine, TemplatePlace } from './domain/template-tags.ts';
import { readArchiveShape } from './read-archive-shape.server.ts';
import { findForeignTarget, findMacro, readPartTypes } from './template-parts.server.ts';

const MAIN = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * Reads a file as a template, by its content and not by its name: a Word document without macros, embedded files or
 * anything fetched from elsewhere, small once expanded, its XML well-formed and without declarations (SEC). Answers its
 * lines, in which the placeholders stand.
 */
export async function inspectTemplate(bytes: Uint8Array): Promise<Result<readonly TemplateLine[], TemplateRefusal>> {
  if (bytes.length === 0) return refuse({ kind: 'no-file' });
  if (bytes.length > limits.fileBytes)
    return refuse({ kind: 'too-large', bytes: bytes.length, limit: limits.fileBytes });
  const format = recogniseFile(bytes);
  if (format !== 'zip') return refuse(foreign(format));
  const shape = readArchiveShape(bytes);
  if (!shape.ok) return shape;
  const opened = openZip(bytes);
  if (!opened.ok) return refuse(ofArchive(opened.refusal));
  const archive = opened.value;
  const refusal = judgeParts(archive);
  if (refusal) return refuse(refusal);
  return readParts(archive);
}

function foreign(format: string): TemplateRefusal {
  switch (format) {
    case 'encrypted-workbook':
      return { kind: 'encrypted' };
    case 'old-excel':
      return { kind: 'not-docx', found: 'old-word' };
    case 'pdf':
      return { kind: 'not-docx', found: 'pdf' };
    default:
      return { kind: 'not-docx', found: 'other' };
  }
}

function ofArchive(problem: {
  readonly kind: string;
  readonly format?: string;
  readonly part?: string | null;
}): TemplateRefusal {
  if (problem.kind === 'expands-too-far') return { kind: 'expands-too-far', limit: limits.expandedBytes };
  if (problem.format === 'encrypted-workbook') return { kind: 'encrypted' };
  return { kind: 'broken', part: problem.part ?? null };
}

function judgeParts({ parts }: ZipArchive): TemplateRefusal | undefined {
  const macro = findMacro(parts.keys());
  if (macro) return macro;
  if (parts.has('xl/workbook.xml')) return { kind: 'not-docx', found: 'excel' };
  if (!parts.has(MAIN) || !parts.has(TYPES) || !parts.has('_rels/.rels')) return { kind: 'not-docx', found: 'other' };
  return undefined;
}

async function readParts(archive: ZipArchive): Promise<Result<readonly TemplateLine[], TemplateRefusal>> {
  const lines: TemplateLine[] = [];
  let expanded = 0;
  for (const part of archive.parts.values()) {
    const read = await readPart(archive, part);
    if (!read.ok) return read;
    expanded += read.value.bytes;
    if (expanded > limits.expandedBytes) return refuse({ kind: 'expands-too-far', limit: limits.expandedBytes });
    lines.push(...read.value.lines);
  }
  return accept(lines);
}

type PartRead = { readonly bytes: number; readonly lines: readonly TemplateLine[] };

/** Expands a part, whatever it is: what it declares and holds must agree. XML is read to its end. */
async function readPart(archive: ZipArchive, part: ZipPart): Promise<Result<PartRead, TemplateRefusal>> {
  const chunks: Buffer[] = [];
  for await (const chunk of expandPart(archive, part)) {
    if (!chunk.ok) return refuse(ofArchive(chunk.refusal));
    chunks.push(chunk.value);
  }
  const content = Buffer.concat(chunks);
  if (!isXml(part.name, content)) return accept({ bytes: content.length, lines: [] });
  const xml = content.toString('utf8');
  // A declaration stands before the root; the pattern also finds one that a parser might still honour further down.
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/iu.test(xml)) return refuse({ kind: 'entities', part: part.name });
  const reader = readXml(part.name);
  const problem = await scanXml(part.name, pour(content), reader.handler);
  if (problem) return refuse({ kind: 'broken', part: part.name });
  const refusal = reader.refusal() ?? judgeTypes(part.name, xml);
  return refusal ? refuse(refusal) : accept({ bytes: content.length, lines: reader.lines() });
}

/** By its name or its content: a relation may call any part the text of a page. */
function isXml(name: string, content: Buffer): boolean {
  return /\.(?:xml|rels|vml)$/iu.test(name) || /^(?:\u00ef\u00bb\u00bf)?\s*</u.test(content.toString('latin1', 0, 64));
}

async function* pour(content: Buffer): AsyncGenerator<Result<Uint8Array, never>> {
  for (let at = 0; at < content.length; at += 65_536) yield accept(content.subarray(at, at + 65_536));
}

function judgeTypes(name: string, xml: string): TemplateRefusal | undefined {
  if (name !== TYPES) return undefined;
  const types = readPartTypes(xml);
  const main = types.get(`/${MAIN}`) ?? '';
  if ([...types.values()].some((type) => /macroEnabled|vbaProject|activeX/iu.test(type)))
    return { kind: 'macro', part: TYPES };
  if (/template\.main\+xml/u.test(main)) return { kind: 'not-docx', found: 'template' };
  return main === MAIN_TYPE ? undefined : { kind: 'not-docx', found: 'other' };
}

function placeOf(name: string): TemplatePlace {
  if (name === MAIN) return 'body';
  return /^word\/(?:header|footer)\d*\.xml$/u.test(name) ? 'margin' : 'elsewhere';
}

/** Fields that bring in something from outside when Word opens the letter. */
const REMOTE_FIELD = /^\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDE|DDEAUTO|LINK|DATABASE|RD|MACROBUTTON|AUTOTEXT)\b/iu;

/** Collects the lines of a part, paragraph by paragraph, and what it may not hold. */
function readXml(name: string) {
  const lines: TemplateLine[] = [];
  const texts: string[][] = [];
  let depth = 0;
  let inside = '';
  let instruction = '';
  let refusal: TemplateRefusal | undefined;
  const judgeField = () => {
    const [, field] = REMOTE_FIELD.exec(instruction) ?? [];
    if (field) refusal ??= { kind: 'remote-field', field: field.toUpperCase() };
    instruction = '';
  };
  const handler: XmlHandler = {
    open(element, attributes) {
      depth += 1;
      if (depth > limits.depth) refusal ??= { kind: 'broken', part: name };
      inside = element;
      if (element === 'p') texts.push([]);
      if (element === 'br' || element === 'tab') texts.at(-1)?.push(' ');
      if (element === 'Relationship') refusal ??= findForeignTarget(attributes);
      if (element === 'fldChar') judgeField();
      if (element === 'fldSimple') {
        instruction = readAttribute(attributes, 'instr') ?? '';
        judgeField();
      }
    },
    close(element) {
      depth -= 1;
      inside = '';
      if (element !== 'p') return;
      const text = texts.pop()?.join('') ?? '';
      if (text.trim() !== '') lines.push({ place: placeOf(name), text });
    },
    text(text) {
      if (inside === 't') texts.at(-1)?.push(text);
      if (inside === 'instrText') instruction += text;
    },
    outcome: () => (refusal ? 'enough' : undefined),
  };
  return { handler, lines: () => lines, refusal: () => refusal };
}
