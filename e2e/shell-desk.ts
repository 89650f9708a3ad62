import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { embeddedExtensions } from '../src/platform/db/embedded-extensions.server.ts';
import { expect, test as base } from '@playwright/test';
import { newFolder, startDesk, stopDesk } from './fixtures.ts';
import { runCommand, type Ran } from './http-desk.ts';

type Desk = Awaited<ReturnType<typeof startDesk>>;

type Fixtures = {
  /** A data folder of the test's own with the demonstration office. */
  readonly folder: string;
  /** A data folder in which nothing is yet. */
  readonly emptyFolder: string;
  /** Starts the desk on `folder`; the test's end stops it, however the test ended. */
  readonly start: () => Promise<Desk>;
};

/** The shell alone: every command is a process of the built program, and nobody opens a browser. */
export const test = base.extend<Fixtures, { readonly furnished: string }>({
  furnished: [
    // Playwright asks for the object pattern even where nothing is taken from it.
    async ({}, use) => {
      const folder = newFolder();
      answerOf(await runCommand(folder, ['demo', '--json']), 0);
      await use(folder);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  folder: async ({ furnished }, use) => {
    const folder = newFolder();
    cpSync(furnished, folder, { recursive: true });
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  emptyFolder: async ({}, use) => {
    const folder = newFolder();
    await use(folder);
    rmSync(folder, { recursive: true });
  },
  start: async ({ folder }, use) => {
    const desks: Desk[] = [];
    await use(async () => {
      const desk = await startDesk(folder);
      desks.push(desk);
      return desk;
    });
    for (const desk of desks)
      if (desk.process.exitCode === null && desk.process.signalCode === null) await stopDesk(desk);
  },
});

/** The one JSON document on standard output, with nothing before or behind it. */
export function answerOf(ran: Ran, code: number): unknown {
  expect(ran, ran.stderr).toMatchObject({ code, stdout: expect.stringMatching(/^[^\n]+\n$/u) });
  return JSON.parse(ran.stdout);
}

/** Traces of the program's inside: an operator gets sentences. */
const insides = /^\s+at |node_modules|\.server\.[jt]s|\bundefined\b|\[object /mu;

/** A reason in Japanese on standard error, and no stack. */
export function expectReason({ stderr }: Ran, reason: RegExp): void {
  expect(stderr).toMatch(reason);
  expect(stderr).not.toMatch(insides);
}

export type Content = Readonly<Record<string, string>>;

/** A digest of the rows of every table, past every rule of the application: equal before and after is 「何も変わらない」. */
export async function contentOf(folder: string): Promise<Content> {
  const database = await PGlite.create({ dataDir: join(folder, 'pg'), extensions: embeddedExtensions });
  const tables = await database.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await database.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t`,
    );
    digests[name] = rows[0]?.digest ?? '';
  }
  await database.close();
  return digests;
}

export { expect };
