import { toCellText } from './cell-text.ts';
import { TABLE_CELL_LENGTH_MAX } from './limits.ts';

export type SheetColumn = {
  readonly header: string;
  readonly kind: 'text' | 'integer' | 'decimal' | 'date' | 'time';
};

/** Numbers may come as text (`'12.5'`), dates as `2022-11-21`, times as `09:30`. */
export type SheetValue = string | number | null;

export const SHEET_FORMATS = {
  text: '@',
  integer: '0',
  decimal: 'General',
  date: 'yyyy-mm-dd',
  time: 'hh:mm',
} as const satisfies Record<SheetColumn['kind'], string>;

const MS_A_DAY = 86_400_000;
const SERIAL_OF_1970 = 25_569;
/** 1 March 1900: before it spreadsheets count a day that never was, so earlier dates are written as text. */
const FIRST_SAFE_SERIAL = 61;
const SIGNIFICANT_DIGITS_MAX = 15;

/** The value as a workbook stores it. A value that is not of its column's kind is a bug of the caller and throws. */
export function toSheetCell(value: SheetValue, column: SheetColumn, row: number): string | number | null {
  if (value === null || value === '') return null;
  const cell = column.kind === 'text' ? toSheetText(String(value)) : toStoredNumber(value, column.kind);
  if (cell === undefined) throw new Error(`row ${row}, ${column.header}: ${value} is not of the kind ${column.kind}`);
  if (typeof cell === 'string' && cell.length > TABLE_CELL_LENGTH_MAX) {
    throw new Error(`row ${row}, ${column.header}: ${cell.length} characters are too many for a cell`);
  }
  return cell;
}

/** Text as a workbook stores it: no line break (DAT-07), and `_x000D_` typed by a person is not taken for an escape. */
export function toSheetText(value: string): string {
  return toCellText(value, false).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function toStoredNumber(value: string | number, kind: Exclude<SheetColumn['kind'], 'text'>) {
  switch (kind) {
    case 'integer':
      return typeof value === 'number' ? toExactInteger(value) : toExactNumber(value, /^-?\d+$/);
    case 'decimal':
      return typeof value === 'number' ? toRoundedDecimal(value) : toExactNumber(value, /^-?\d+(\.\d+)?$/);
    case 'date':
      return toDateSerial(String(value));
    case 'time':
      return toDayFraction(String(value));
  }
}

function toExactInteger(value: number): number | undefined {
  return Number.isInteger(value) && Math.abs(value) < 10 ** SIGNIFICANT_DIGITS_MAX ? value : undefined;
}

/** Drops the noise of calculation beyond the digits a spreadsheet keeps. */
function toRoundedDecimal(value: number): number | undefined {
  return Number.isFinite(value) ? Number(value.toPrecision(SIGNIFICANT_DIGITS_MAX)) : undefined;
}

function toExactNumber(text: string, shape: RegExp): number | undefined {
  const significant = text.replace(/[-.]/g, '').replace(/^0+/, '');
  return shape.test(text) && significant.length <= SIGNIFICANT_DIGITS_MAX ? Number(text) : undefined;
}

function toDateSerial(text: string): number | string | undefined {
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(milliseconds)) return undefined;
  if (new Date(milliseconds).toISOString().slice(0, 10) !== text) return undefined;
  const serial = milliseconds / MS_A_DAY + SERIAL_OF_1970;
  return serial < FIRST_SAFE_SERIAL ? text : serial;
}

function toDayFraction(text: string): number | undefined {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) / 1440;
}
