import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/**
 * One reading of PostgreSQL's types on both engines: dates stay text (no time zone can move a day), instants become
 * RFC 3339 text, counts become numbers and anything above 2^53 stops loudly.
 */
export function configureTypeParsers(): void {
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(TIMESTAMPTZ, (text) => new Date(text).toISOString());
  pg.types.setTypeParser(INT8, (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new Error(`int8 ${text} is larger than a safe number`);
    return value;
  });
}
