import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { useTestDatabase } from '../../test/database.ts';

// The rules of the tables are taken away to fill each with a row of any content.
const desk = useTestDatabase({ ownEngine: true });

const survivor = '00000000-0000-0000-0000-000000000001';
const other = '00000000-0000-0000-0000-000000000002';

/** Trades are merged by the rule; the state of a registration stays with the record that it is of. */
const partsOfTheRecord = ['instructor', 'instructor_trade', 'upkeep', 'upkeep_event', 'intent_enquiry'];

type Reference = { readonly table: string; readonly column: string };

/** By name and by foreign key: a column that refers to an instructor under another name is found too. */
async function listReferences(): Promise<readonly Reference[]> {
  const rows = await desk.asOwner(`
    select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped and a.attname <> 'corner_code'
      and (a.attname ~ 'instructor_id$' or exists (
        select from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid = 'instructor'::regclass
          and a.attnum = any(conkey)))
      and c.relname not in (${partsOfTheRecord.map((table) => `'${table}'`).join()})
    order by c.relname, a.attname`);
  return rows as readonly Reference[];
}

/** A row of corner 35 that refers to the other one, with any value in the columns that must have one. */
async function fill({ table, column }: Reference): Promise<void> {
  await desk.asOwner(`do $fill$
    declare names text; vals text; con record;
    begin
      for con in select conname from pg_constraint where conrelid = '"${table}"'::regclass and contype in ('c', 'f') loop
        execute format('alter table %I drop constraint %I', '${table}', con.conname);
      end loop;
      select string_agg(quote_ident(column_name), ', '), string_agg(case
        when column_name = '${column}' then quote_literal('${other}') when column_name = 'corner_code' then quote_literal('35')
        when data_type = 'text' then quote_literal('x') when data_type = 'uuid' then 'gen_random_uuid()'
        when data_type in ('integer', 'bigint', 'smallint', 'numeric') then '1'
        when data_type = 'date' then quote_literal('2022-11-30') when data_type like 'time without%' then quote_literal('10:00')
        when data_type like 'timestamp%' then 'now()' when data_type = 'jsonb' then quote_literal('[]')
        when data_type = 'bytea' then quote_literal('') when data_type = 'boolean' then 'true'
        else quote_literal('{}') end, ', ')
      into names, vals from information_schema.columns
      where table_schema = 'public' and table_name = '${table}' and is_generated = 'NEVER'
        and (is_nullable = 'NO' or column_name = '${column}');
      execute format('insert into %I (%s) values (%s)', '${table}', names, vals);
    end $fill$`);
}

test('a merge moves the rows of every table that refers to an instructor, known to the catalogue', async () => {
  const references = await listReferences();
  expect(references.map(({ table }) => table)).toContain('visit_instructor');
  for (const reference of references) await fill(reference);
  await sql`select move_instructor_rows(${other}, ${survivor})`.execute(desk.context().db);
  for (const { table, column } of references) {
    const rows = await desk.asOwner(`select ${column} as id from ${table} where ${column} is not null`);
    expect([table, column, rows]).toEqual([table, column, [{ id: survivor }]]);
  }
});
