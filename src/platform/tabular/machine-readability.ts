/**
 * The machine-testable rules of 行政データの機械可読性に関するルール (令和8年3月31日), as conventions DAT-01 lists them.
 * Colour and objects are judged by the presence of fills and drawings. Left to people: L1-07, L1-09, L2-04, L2-05,
 * L3-02 to L3-04, L3-06, L3-07, L3-09.
 */
export const MACHINE_TESTABLE_RULES = {
  'several-sheets': 'L1-01',
  'outside-table': 'L1-01',
  'blank-row': 'L1-02',
  'blank-header': 'L1-03',
  'layout-space': 'L1-05',
  'line-break-in-sheet': 'L1-06',
  'special-character': 'L1-08',
  drawing: 'L1-10',
  fill: 'L1-11',
  'merged-cells': 'L1-12',
  hidden: 'L1-13',
  'line-break-in-field': 'L1-14',
  'ragged-row': 'L1-15',
  'decorated-number': 'L2-01',
  ditto: 'L2-02',
  'repeated-header': 'L2-03',
  formula: 'L2-06',
  'header-not-first': 'L3-01',
  'era-only-date': 'L3-05',
  'no-byte-order-mark': 'L3-08',
} as const;

type FindingKind = keyof typeof MACHINE_TESTABLE_RULES;

/** The first place where a rule is broken, per kind and column; null where a place says nothing. */
export type Finding = {
  readonly rule: (typeof MACHINE_TESTABLE_RULES)[FindingKind];
  readonly kind: FindingKind;
  readonly line: number | null;
  readonly column: number | null;
};

/** All rows of a file as they stand, blank ones included where the file lists them. */
export type GridRow = { readonly line: number; readonly cells: readonly string[] };

const DECORATED_NUMBER = /^-?[\d,]+(?:\.\d+)?(?:千?円|人日|人|名|回|件|社|時間|日|%|％)?$/;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const DITTO = /^(?:〃|″|"|''|々|同上|同左|上に同じ)$/;
const ERA_DATE = /^(?:明治|大正|昭和|平成|令和|[MTSHR])(?:元|\d{1,2})(?:年|[./-]\d)/;
const WESTERN_DATE = /(?:18|19|20|21)\d{2}[年./-]/;
const SPECIAL_CHARACTER = /[①-⑳Ⅰ-Ⅻⅰ-ⅻ㈱㈲㈹㊤-㊨㌀-㍗㎎-㏄№℡㍻㍼㍽㍾㋿]/u;
const PRIVATE_USE = /\p{Co}/u;

/** Places a finding; `column` is an index from 0. */
export function finding(kind: FindingKind, line: number | null = null, column?: number): Finding {
  return { rule: MACHINE_TESTABLE_RULES[kind], kind, line, column: column === undefined ? null : column + 1 };
}

/** Checks what the cells of a table show, whatever file they came from. */
export function checkGrid(
  grid: readonly GridRow[],
  lineBreak: 'line-break-in-field' | 'line-break-in-sheet',
): readonly Finding[] {
  const filled = grid.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [header, ...rows] = filled;
  if (header === undefined) return [];
  const columns = header.cells.map((_, index) => checkColumn(rows, index)).flat();
  const places = filled.flatMap(({ line, cells }) =>
    cells.flatMap((cell, index) => cellKinds(cell, lineBreak).map((kind) => finding(kind, line, index))),
  );
  return firstPlaces([
    ...(header.line === 1 ? [] : [finding('header-not-first', header.line)]),
    ...checkHeader(header),
    ...findBlankRows(filled),
    ...places,
    ...columns,
  ]);
}

function checkHeader({ line, cells }: GridRow): readonly Finding[] {
  return cells.flatMap((name, index) => {
    const kinds: FindingKind[] = [];
    if (name.trim() === '') kinds.push('blank-header');
    else if (cells.indexOf(name) !== index) kinds.push('repeated-header');
    if (/^\S(?:[ 　]\S)+$/u.test(name)) kinds.push('layout-space');
    // Proper nouns may use these characters, and headers are none.
    if (SPECIAL_CHARACTER.test(name)) kinds.push('special-character');
    return kinds.map((kind) => finding(kind, line, index));
  });
}

function findBlankRows(filled: readonly GridRow[]): readonly Finding[] {
  const gap = filled.find(({ line }, index) => index > 0 && line > endLine(filled[index - 1]) + 1);
  return gap === undefined ? [] : [finding('blank-row', gap.line - 1)];
}

function endLine(row: GridRow | undefined): number {
  if (row === undefined) return 0;
  return row.line + row.cells.reduce((breaks, cell) => breaks + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function cellKinds(cell: string, lineBreak: FindingKind): readonly FindingKind[] {
  const kinds: FindingKind[] = [];
  if (cell !== cell.trim()) kinds.push('layout-space');
  if (/[\r\n]/.test(cell)) kinds.push(lineBreak);
  if (PRIVATE_USE.test(cell)) kinds.push('special-character');
  if (DITTO.test(cell)) kinds.push('ditto');
  return kinds;
}

function checkColumn(rows: readonly GridRow[], index: number): readonly Finding[] {
  const findings: Finding[] = [];
  const values = rows.filter(({ cells }) => (cells[index] ?? '') !== '');
  if (values.every(({ cells }) => DECORATED_NUMBER.test(cells[index] ?? ''))) {
    const decorated = values.find(({ cells }) => !PLAIN_NUMBER.test(cells[index] ?? ''));
    if (decorated !== undefined) findings.push(finding('decorated-number', decorated.line, index));
  }
  const eraOnly = values.find(
    ({ cells }) => ERA_DATE.test(cells[index] ?? '') && !cells.some((cell) => WESTERN_DATE.test(cell)),
  );
  if (eraOnly !== undefined) findings.push(finding('era-only-date', eraOnly.line, index));
  return findings;
}

/** Keeps the first finding of each kind in each column. */
export function firstPlaces(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const found of findings) {
    const key = `${found.kind}:${found.column}`;
    if (!seen.has(key)) seen.set(key, found);
  }
  return [...seen.values()];
}
