import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIME = 1083;
const TIMESTAMPTZ = 1184;
const DATE_ARRAY: number = 1182;
const TEXT_ARRAY: number = 1009;

/**
 * One reading of PostgreSQL's types on both engines: dates stay text (no time zone can move a day), times are HH:MM,
 * instants become RFC 3339 text, counts become numbers and anything above 2^53 stops loudly.
 */
export function configureTypeParsers(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(DATE_ARRAY, pg.types.getTypeParser(TEXT_ARRAY));
  pg.types.setTypeParser(TIME, (text) => text.slice(0, 'HH:MM'.length));
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());
  pg.types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error(`int8 ${text} is larger than a safe number`);
    return value;
  });
}
