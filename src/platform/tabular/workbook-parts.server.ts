import { accept, refuse, type Result } from '#kernel/result.ts';
import { decideNumberKind, type NumberKind } from './cell-value.server.ts';
import type { TableProblem } from './raw-table.ts';
import { readAttribute, scanXml, type XmlHandler } from './scan-xml.server.ts';
import { expandPart, type ZipArchive, type ZipPart } from './zip-archive.server.ts';

export type SheetPart = { readonly name: string; readonly hidden: boolean; readonly part: ZipPart };

/** What reading the cells of any sheet needs to know about its workbook. */
export type Workbook = {
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: readonly string[];
  /** The kind of number by the style index of a cell. */
  readonly numberKinds: readonly NumberKind[];
  /** True when any cell style fills its cell with a colour or pattern. */
  readonly hasFills: boolean;
  readonly from1904: boolean;
};

type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relation: string };
type Relation = { readonly id: string; readonly type: string; readonly target: string };

/** Reads everything of a workbook except its sheets' cells. Pictures, charts and other parts are never inflated. */
export async function readWorkbook(archive: ZipArchive): Promise<Result<Workbook, TableProblem>> {
  const root = await readRelations(archive, '_rels/.rels', '');
  if (!root.ok) return root;
  const path = root.value.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const relations = await readRelations(archive, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  if (!relations.ok) return relations;
  const listed = await readSheetList(archive, path);
  if (!listed.ok) return listed;
  const pathOf = (type: string) => relations.value.find((relation) => relation.type === type)?.target;
  const strings = await readSharedStrings(archive, pathOf('sharedStrings'));
  if (!strings.ok) return strings;
  const styles = await readStyles(archive, pathOf('styles'));
  if (!styles.ok) return styles;
  const sheets: SheetPart[] = [];
  for (const { name, hidden, relation } of listed.value.sheets) {
    const target = relations.value.find(({ id, type }) => id === relation && type === 'worksheet')?.target;
    const part = target === undefined ? undefined : archive.parts.get(target);
    if (part !== undefined) sheets.push({ name, hidden, part });
  }
  if (sheets.length === 0) return refuse({ kind: 'broken-workbook', part: path });
  return accept({ sheets, sharedStrings: strings.value, from1904: listed.value.from1904, ...styles.value });
}

/** Undoes `_x000D_` and the like, by which workbooks write characters that XML cannot hold. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

async function scanPart(
  archive: ZipArchive,
  path: string,
  handler: Partial<XmlHandler>,
): Promise<TableProblem | undefined> {
  const part = archive.parts.get(path);
  if (part === undefined) return { kind: 'broken-workbook', part: path };
  const ignore = () => undefined;
  return scanXml(path, expandPart(archive, part), {
    open: ignore,
    close: ignore,
    text: ignore,
    outcome: ignore,
    ...handler,
  });
}

async function readRelations(
  archive: ZipArchive,
  path: string,
  folder: string,
): Promise<Result<readonly Relation[], TableProblem>> {
  const relations: Relation[] = [];
  const problem = await scanPart(archive, path, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = readAttribute(attributes, 'Type') ?? '';
      const target = readAttribute(attributes, 'Target') ?? '';
      relations.push({
        id: readAttribute(attributes, 'Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolvePath(folder, target),
      });
    },
  });
  return problem === undefined ? accept(relations) : refuse(problem);
}

/** The archive name a relation points to: absolute from the root, else from the folder of its owner. */
function resolvePath(folder: string, target: string): string {
  const resolved: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}

async function readSheetList(archive: ZipArchive, path: string) {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const problem = await scanPart(archive, path, {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = isTrue(readAttribute(attributes, 'date1904'));
      if (name !== 'sheet') return;
      sheets.push({
        name: readAttribute(attributes, 'name') ?? '',
        hidden: (readAttribute(attributes, 'state') ?? 'visible') !== 'visible',
        relation: readAttribute(attributes, 'id') ?? '',
      });
    },
  });
  return problem === undefined ? accept({ sheets, from1904 }) : refuse(problem);
}

/** True for the two ways XML schema writes true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

async function readSharedStrings(archive: ZipArchive, path: string | undefined) {
  const strings: string[] = [];
  if (path === undefined) return accept(strings);
  let text = '';
  let capturing = false;
  let inReading = false;
  const problem = await scanPart(archive, path, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inReading = true;
      else if (name === 't') capturing = !inReading;
    },
    text(piece) {
      if (capturing) text += piece;
    },
    close(name) {
      if (name === 't') capturing = false;
      else if (name === 'rPh') inReading = false;
      else if (name === 'si') strings.push(decodeEscapes(text));
    },
  });
  return problem === undefined ? accept(strings) : refuse(problem);
}

async function readStyles(archive: ZipArchive, path: string | undefined) {
  const numberKinds: NumberKind[] = [];
  if (path === undefined) return accept({ numberKinds, hasFills: false });
  const codes = new Map<number, string>();
  let inCellFormats = false;
  let hasFills = false;
  const problem = await scanPart(archive, path, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      if (name === 'numFmt') {
        codes.set(Number(readAttribute(attributes, 'numFmtId')), readAttribute(attributes, 'formatCode') ?? '');
      }
      if (name !== 'xf' || !inCellFormats) return;
      const formatId = Number(readAttribute(attributes, 'numFmtId') ?? '0');
      numberKinds.push(decideNumberKind(formatId, codes.get(formatId)));
      // Fills 0 and 1 are the reserved "none" and "gray125" of every workbook.
      if (Number(readAttribute(attributes, 'fillId') ?? '0') > 1) hasFills = true;
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return problem === undefined ? accept({ numberKinds, hasFills }) : refuse(problem);
}
