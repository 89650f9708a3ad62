import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { embeddedExtensions } from '../src/platform/db/embedded-extensions.server.ts';
import { migrate, migrations } from '../src/platform/db/migrate.server.ts';

const cacheFolder = new URL('../node_modules/.cache/takumi-desk/', import.meta.url);

/** Migrates one empty database a run; every test file starts from a copy of it. Kept while the migrations stay the same. */
export default async function setup(): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16);
  process.env['TAKUMI_TEST_TEMPLATE'] = `takumi_template_${version}`;
  const url = process.env['DATABASE_URL_TEST'];
  if (process.env['TAKUMI_TEST_ENGINE'] === 'postgres')
    await makeServerTemplate(url ?? '', `takumi_template_${version}`);
  else await makeEmbeddedTemplate(new URL(`takumi_template_${version}.tar`, cacheFolder));
}

async function makeEmbeddedTemplate(file: URL): Promise<void> {
  if (existsSync(file)) return;
  const pglite = await PGlite.create({ extensions: embeddedExtensions });
  await migrate({ query: (sql) => pglite.exec(sql).then((results) => results.at(-1)?.rows ?? []) });
  const dump = await pglite.dumpDataDir('none');
  await pglite.close();
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(file, Buffer.from(await dump.arrayBuffer()));
}

async function makeServerTemplate(url: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) await admin.query(`create database ${name}`);
  await admin.end();
  const target = new URL(url);
  target.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: target.href });
  await client.connect();
  await migrate({ query: (sql) => client.query(sql).then((result) => [result].flat().at(-1)?.rows ?? []) });
  await client.end();
}
