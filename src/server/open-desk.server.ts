import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { createAccounts } from '#account/accounts.server.ts';
import { createClock } from '#platform/context.server.ts';
import type { Database } from '#platform/db/database.server.ts';
import { openDatabase } from '#platform/db/open-database.server.ts';
import type { Environment } from '#platform/env.server.ts';
import type { Desk } from './desk.server.ts';

type Options = { readonly migrate: boolean; readonly origin: string };

/** Opens the configured database and builds the desk on it. Closing the desk's database closes everything. */
export async function openDesk(environment: Environment, { migrate, origin }: Options): Promise<Desk> {
  const database = await openDatabase(environment, { migrate });
  try {
    return await createDesk(database, environment, origin);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Builds the desk on an open database; the installation says whether it is a demonstration and on which date it works. */
export async function createDesk(database: Database, environment: Environment, origin: string): Promise<Desk> {
  const installation = await database.unbound
    .selectFrom('installation')
    .select(['kind', 'working_date'])
    .executeTakeFirst();
  const demonstration = installation?.kind === 'demonstration';
  return {
    database,
    accounts: createAccounts({ database, secret: readSecret(environment), origin: environment.origin ?? origin }),
    clock: createClock(environment.today ?? installation?.working_date ?? undefined),
    log: createLog(environment),
    demonstration,
    publicOrigin: environment.origin && new URL(environment.origin).origin,
    secretBefore: environment.secretBefore,
    proxies: environment.proxies,
  };
}

function createLog(environment: Environment): Logger {
  return pino({ level: environment.logLevel, base: null }, pino.destination({ dest: 2, sync: true }));
}

/** The configured secret, or one made at the first start and kept, readable by its owner only, beside the data. */
function readSecret({ secret, dataFolder }: Environment): string {
  if (secret !== undefined) return secret;
  const file = join(dataFolder, 'secret');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  mkdirSync(dataFolder, { recursive: true });
  const made = randomBytes(48).toString('base64url');
  writeFileSync(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}
