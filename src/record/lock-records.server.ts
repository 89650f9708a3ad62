import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.server.ts';

/**
 * Waits until nobody else of the corner is writing records of this kind, and holds the place until the transaction ends:
 * numbers that are free and records that are as they were read stay so until they are written. Saving waits at the end of
 * the audit log anyway, so this makes nobody wait much longer.
 */
export async function lockRecords(tx: Tx, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`records ${kind} `} || current_corner(), 0))`.execute(tx);
}
