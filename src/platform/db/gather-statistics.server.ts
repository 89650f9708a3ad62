import { sql } from 'kysely';
import type { Db } from './database.server.ts';

/** As autovacuum counts: so many changed rows at least, and so great a part of the table. */
const CHANGED_ROWS_MIN = 50;
const CHANGED_SHARE_MIN = 0.1;
/** A sample of 9,000 rows of a table instead of 30,000: who imports waits for it. */
const STATISTICS_TARGET = '30';

/**
 * Lets the planner know what changed tables hold now. The embedded database has nobody who does so in the background;
 * on a server only tables that the login owns are looked at, and its autovacuum looks at the others. Call it after many
 * rows were written, outside of a transaction.
 */
export async function gatherStatistics(db: Db): Promise<void> {
  // Counts of changed rows are told to others a second late, unless a session is asked to tell them.
  await sql`select pg_stat_force_next_flush()`.execute(db);
  await db.transaction().execute(async (tx) => {
    // Until the transaction ends: the application's role owns nothing.
    await sql`set local role none`.execute(tx);
    await sql`select set_config('default_statistics_target', ${STATISTICS_TARGET}, true)`.execute(tx);
    const { rows } = await sql<{ name: string }>`
      select s.relname as name
      from pg_stat_user_tables s join pg_class c on c.oid = s.relid
      where s.schemaname = 'public' and pg_has_role(c.relowner, 'usage')
        and s.n_mod_since_analyze > ${CHANGED_ROWS_MIN} + ${CHANGED_SHARE_MIN} * greatest(c.reltuples, 0)
      order by 1`.execute(tx);
    if (rows.length > 0) await sql`analyze ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(tx);
  });
}
