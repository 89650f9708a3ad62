import { sql } from 'kysely';
import type { Db } from '#platform/db/database.server.ts';

type Series = {
  readonly table:
    'request' | 'visit' | 'organization' | 'certification_case' | 'scouting_visit' | 'scouting_lead' | 'consultation';
  readonly prefix: string;
};

/**
 * The first free number of a series such as V2022-0001, one above the highest in use, deleted records included. Gaps stay;
 * the number is only a proposal and may be overwritten.
 */
export async function proposeNumbers(db: Db, { table, prefix }: Series, count = 1): Promise<readonly string[]> {
  // The digits behind the prefix; any other number of the table is not of the series.
  const { rows } = await sql<{ last: number | null }>`
    select max(substring(number from ${`^${prefix}([0-9]{1,9})$`})::integer) as last
    from ${sql.table(table)} where number like ${`${prefix}%`}`.execute(db);
  const last = rows[0]?.last ?? 0;
  return Array.from({ length: count }, (_, index) => `${prefix}${String(last + 1 + index).padStart(4, '0')}`);
}
