import { foldWidth } from '#kernel/japanese-text.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { rosterFields, type RosterLine } from './roster.ts';

type Key = (typeof rosterFields)[number]['key'];

/** How the columns are called on the rosters that hosts send. */
const headers: Readonly<Record<string, Key>> = {
  氏名: 'name',
  名前: 'name',
  受講者氏名: 'name',
  フリガナ: 'nameKana',
  ふりがな: 'nameKana',
  カナ: 'nameKana',
  年齢か生年: 'age',
  年齢: 'age',
  生年: 'age',
  所属: 'affiliation',
  学年: 'affiliation',
  所属学年: 'affiliation',
  勤務先: 'affiliation',
  目標の級: 'aimedGrade',
  目標級: 'aimedGrade',
  技能検定: 'aimedGrade',
};

/** One line as it was pasted: read, or with what is wrong in it. `line` is where the person finds it. */
export type PastedLine = {
  readonly line: number;
  readonly texts: Readonly<Record<Key, string>>;
  readonly read: RosterLine | undefined;
  readonly problems: readonly FieldProblem[];
};

/** What was pasted, and the columns of it that nobody needs. */
export type PastedRoster = { readonly lines: readonly PastedLine[]; readonly left: readonly string[] };

/**
 * 貼り付けた名簿. Lines as Excel copies them, cells parted by tabs; a first line of headings says which column is which, else
 * they stand as on our paper. Blank lines are passed over.
 */
export function parsePastedRoster(pasted: string): PastedRoster {
  const rows = splitCells(pasted);
  const [first] = rows;
  const named = first?.cells.map((cell) => headers[headingOf(cell)]);
  const hasHeadings = named?.includes('name') === true;
  const columns = hasHeadings ? named : rosterFields.map(({ key }) => key);
  const left = hasHeadings ? (first?.cells ?? []).filter((cell, index) => cell !== '' && !columns[index]) : [];
  return { lines: rows.slice(hasHeadings ? 1 : 0).map((row) => readLine(row, columns)), left };
}

function headingOf(cell: string): string {
  return foldWidth(cell).replaceAll(/[\s・･（()）]/gu, '');
}

type Row = { readonly line: number; readonly cells: readonly string[] };

function readLine({ line, cells }: Row, columns: readonly (Key | undefined)[]): PastedLine {
  const texts = Object.fromEntries(
    rosterFields.map(({ key }) => [
      key,
      columns
        .flatMap((column, index) => (column === key ? [cells[index] ?? ''] : []))
        .filter((cell) => cell !== '')
        .join(' '),
    ]),
  ) as Record<Key, string>;
  const read = parseFields(rosterFields, texts);
  return read.ok
    ? { line, texts, read: read.value, problems: [] }
    : { line, texts, read: undefined, problems: read.refusal };
}

/** Cells and lines of a copied range; Excel quotes a cell that holds a line end, and doubles the quotes in it. */
function splitCells(pasted: string): readonly Row[] {
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/uy;
  const text = pasted.replaceAll(/\r\n?/gu, '\n');
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let first = 1;
  while (cell.lastIndex < text.length) {
    const [whole = '', quoted, plain, end] = cell.exec(text) ?? [];
    cells.push((quoted?.replaceAll('""', '"') ?? plain ?? '').replaceAll('\n', ' ').trim());
    line += whole.split('\n').length - 1;
    if (end === '\t' && cell.lastIndex < text.length) continue;
    if (cells.some((content) => content !== '')) rows.push({ line: first, cells });
    [cells, first] = [[], line];
  }
  return rows;
}
