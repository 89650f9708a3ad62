import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';

const desk = useTestDatabase({ ownEngine: true });

type Table = {
  readonly name: string;
  readonly owner: string;
  readonly secured: boolean;
  readonly hasCorner: boolean;
  readonly comment: string | null;
};

async function readTables(): Promise<readonly Table[]> {
  return (await desk.asOwner(`
    select c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as secured,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'corner_code') as "hasCorner",
      obj_description(c.oid) as comment
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)) as Table[];
}

test('every table is either walled by corner or says why it belongs to the whole installation', async () => {
  const tables = await readTables();
  const wrong = tables.filter(({ hasCorner, secured, comment }) =>
    hasCorner ? !secured : !comment?.startsWith('全体: '),
  );
  expect(tables.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});

test('the corner comes first in every key, foreign key and ordered index of its tables', async () => {
  const keys = (await desk.asOwner(`
    select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as key, a.attname as first
    from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where m.amname = 'btree' and exists (select from pg_attribute c where c.attrelid = i.indrelid and c.attname = 'corner_code')
      and i.indrelid::regclass::text not like 'pg_%'
    union all
    select c.conrelid::regclass::text, c.conname, a.attname from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and exists (select from pg_attribute k where k.attrelid = c.conrelid and k.attname = 'corner_code')`)) as {
    first: string;
  }[];
  expect(keys.length).toBeGreaterThan(15);
  expect(keys.filter(({ first }) => first !== 'corner_code')).toEqual([]);
});

test('the application owns nothing and cannot pass row-level security', async () => {
  const { rows } = await sql<{ current: string; super: boolean; bypass: boolean; owned: number }>`
    select current_user as current, rolsuper as super, rolbypassrls as bypass,
      (select count(*) from pg_class where relowner = r.oid) as owned
    from pg_roles r where rolname = current_user`.execute(desk.database().unbound);
  expect(rows).toEqual([{ current: 'takumi_app', super: false, bypass: false, owned: 0 }]);
});

test('a query without a corner returns no row of any corner table, though each has rows', async () => {
  const walled = (await readTables()).filter(({ hasCorner }) => hasCorner);
  for (const { name } of walled) await fillWithOneRow(name);
  for (const { name } of walled) {
    const seen = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
      desk.database().unbound,
    );
    const there = (await desk.asOwner(`select count(*)::int as count from "${name}"`)) as { count: number }[];
    expect([name, seen.rows[0]?.count, there[0]?.count]).toEqual([name, 0, 1]);
  }
});

test('a corner sees its own row and not that of another, in every corner table', async () => {
  const walled = (await readTables()).filter(({ hasCorner }) => hasCorner);
  for (const { name } of walled) await fillWithOneRow(name);
  for (const { name } of walled) {
    const count = async (corner: string) =>
      (
        await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
          desk.database().forCorner(corner),
        )
      ).rows[0]?.count;
    expect([name, await count('35'), await count('34')]).toEqual([name, 1, 0]);
  }
});

test('a row cannot be written into another corner', async () => {
  const insert = sql`insert into corner (corner_code, name, host_association) values ('34', 'x', 'x')`;
  await expect(insert.execute(desk.database().forCorner('35'))).rejects.toThrow(/row-level security/u);
});

/** A row of corner 35 with any value that its columns take; rules between columns and tables are switched off for it. */
async function fillWithOneRow(table: string): Promise<void> {
  await desk.asOwner(`do $fill$
    declare names text; vals text; con record;
    begin
      for con in select conname from pg_constraint where conrelid = '"${table}"'::regclass and contype in ('c', 'f') loop
        execute format('alter table %I drop constraint %I', '${table}', con.conname);
      end loop;
      select string_agg(quote_ident(column_name), ', '), string_agg(case
        when column_name = 'corner_code' then quote_literal('35')
        when data_type = 'text' then quote_literal('x') when data_type = 'uuid' then 'gen_random_uuid()'
        when data_type in ('integer', 'bigint', 'smallint') then '1' when data_type = 'date' then quote_literal('2022-11-30')
        when data_type like 'timestamp%' then 'now()' when data_type = 'jsonb' then quote_literal('[]')
        when data_type = 'bytea' then quote_literal('') when data_type = 'boolean' then 'true'
        else quote_literal('{}') end, ', ')
      into names, vals from information_schema.columns
      where table_schema = 'public' and table_name = '${table}' and is_nullable = 'NO' and is_generated = 'NEVER';
      execute format('truncate %I cascade', '${table}');
      execute format('insert into %I (%s) values (%s)', '${table}', names, vals);
    end $fill$`);
}
