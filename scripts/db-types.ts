import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { format } from 'prettier';
import { embeddedExtensions } from '../src/platform/db/embedded-extensions.server.ts';

const migrations = new URL('../src/platform/db/migrations/', import.meta.url);
const target = new URL('../src/platform/db/schema.gen.ts', import.meta.url);

type Column = {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly has_default: boolean;
  readonly is_generated: 'ALWAYS' | 'NEVER';
};

const types: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  time: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  bytea: 'Buffer',
  jsonb: 'Json',
  tsrange: 'string',
  _text: 'string[]',
  _int2: 'number[]',
  _date: 'string[]',
  _uuid: 'string[]',
};

/** Migrates an empty database and writes the TypeScript shape of what came out. `--check` only compares. */
async function main(): Promise<void> {
  const generated = await format(render(await readColumns()), {
    parser: 'typescript',
    singleQuote: true,
    printWidth: 120,
  });
  if (!process.argv.includes('--check')) return writeFileSync(target, generated);
  if (readFileSync(target, 'utf8') === generated) return;
  console.error('src/platform/db/schema.gen.ts is stale: run npm run db:types');
  process.exitCode = 1;
}

async function readColumns(): Promise<readonly Column[]> {
  const database = await PGlite.create({ extensions: embeddedExtensions });
  for (const name of readdirSync(migrations).toSorted()) {
    await database.exec(readFileSync(new URL(name, migrations), 'utf8'));
  }
  const { rows } = await database.query<Column>(
    `select table_name, column_name, udt_name, is_nullable, column_default is not null as has_default, is_generated
     from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position`,
  );
  await database.close();
  return rows;
}

function render(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table_name);
  const members = [...tables].map(
    ([table, own]) =>
      `${JSON.stringify(table)}: {${own.map((column) => `${JSON.stringify(column.column_name)}: ${typeOf(column)};`).join('\n')}};`,
  );
  return `import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/* Written by npm run db:types from the migrations. */

/** JSON is read as unknown (a schema says what it is) and written as text. */
type Json = ColumnType<unknown, string, string>;

export type Schema = {\n${members.join('\n\n')}\n};\n`;
}

function typeOf(column: Column): string {
  const base = types[column.udt_name];
  if (!base) throw new Error(`${column.table_name}.${column.column_name}: no TypeScript type for ${column.udt_name}`);
  const nullable =
    column.is_nullable === 'YES'
      ? base === 'Json'
        ? 'ColumnType<unknown, string | null, string | null>'
        : `${base} | null`
      : base;
  if (column.is_generated === 'ALWAYS') return `GeneratedAlways<${nullable}>`;
  return column.has_default ? `Generated<${nullable}>` : nullable;
}

await main();
