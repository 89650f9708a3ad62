import type { Environment } from '../env.server.ts';
import type { Database } from './database.server.ts';
import { openEmbedded } from './embedded.server.ts';
import { openServer } from './server.server.ts';

/** Opens the database that the operator configured: a PostgreSQL server, or the embedded one in the data folder. */
export function openDatabase(environment: Environment, options: { readonly migrate: boolean }): Promise<Database> {
  const { databaseUrl, migrateUrl, poolSize, dataFolder } = environment;
  return databaseUrl === undefined
    ? openEmbedded(dataFolder, options)
    : openServer({ url: databaseUrl, migrateUrl: migrateUrl ?? databaseUrl, poolSize, migrate: options.migrate });
}
