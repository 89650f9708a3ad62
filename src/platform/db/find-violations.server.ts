import { sql } from 'kysely';
import type { Db } from './database.server.ts';

/** Rows that break a rule of the schema: the database keeps them out, so they came past it (a damaged disk, another program). */
export type Violation = { readonly table: string; readonly constraint: string; readonly count: number };

type Constraint = {
  readonly table: string;
  readonly constraint: string;
  /** The condition of a check; null for a foreign key. */
  readonly condition: string | null;
  readonly columns: readonly string[];
  readonly referenced: string | null;
  readonly referencedColumns: readonly string[] | null;
};

/**
 * Tests every check and every foreign key again, as the catalogue holds them, on the rows that `db` sees: the tables of
 * its corner, or those of the whole installation when it is bound to none.
 */
export async function findViolations(db: Db, { walled }: { readonly walled: boolean }): Promise<readonly Violation[]> {
  const constraints = await listConstraints(db, walled);
  const counts = constraints.map(
    (constraint) =>
      sql`select ${constraint.table}::text as "table", ${constraint.constraint}::text as "constraint",
        count(*) as count from ${sql.table(constraint.table)} as child where ${breaks(constraint)}`,
  );
  const { rows } = await sql<Violation>`
    select * from (${sql.join(counts, sql` union all `)}) as counted where count > 0 order by 1, 2`.execute(db);
  return rows;
}

async function listConstraints(db: Db, walled: boolean): Promise<readonly Constraint[]> {
  const names = (keys: string, relation: string) => sql`
    (select array_agg(a.attname::text order by key.position)
     from unnest(${sql.ref(keys)}) with ordinality as key(number, position)
     join pg_attribute a on a.attrelid = ${sql.ref(relation)} and a.attnum = key.number)`;
  const { rows } = await sql<Constraint>`
    select t.relname::text as "table", c.conname::text as "constraint",
      case c.contype when 'c' then pg_get_expr(c.conbin, c.conrelid) end as condition,
      ${names('c.conkey', 'c.conrelid')} as columns,
      r.relname::text as referenced,
      ${names('c.confkey', 'c.confrelid')} as "referencedColumns"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    left join pg_class r on r.oid = c.confrelid
    where t.relnamespace = 'public'::regnamespace and c.contype in ('c', 'f')
      and t.relrowsecurity = ${walled} and has_table_privilege(t.oid, 'select')`.execute(db);
  return rows;
}

/** A check breaks where it is false; a foreign key where all its columns are there and the row they name is not. */
function breaks({ condition, columns, referenced, referencedColumns }: Constraint) {
  if (condition !== null) return sql`not (${sql.raw(condition)})`;
  const present = columns.map((column) => sql`${sql.ref(`child.${column}`)} is not null`);
  const same = columns.map(
    (column, index) => sql`${sql.ref(`parent.${referencedColumns?.[index] ?? ''}`)} = ${sql.ref(`child.${column}`)}`,
  );
  return sql`${sql.join(present, sql` and `)} and not exists (
    select from ${sql.table(referenced ?? '')} as parent where ${sql.join(same, sql` and `)})`;
}
