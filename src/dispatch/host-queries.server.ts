import { sql } from 'kysely';
import type { Db } from '#platform/db/database.server.ts';
import type { Host } from './domain/host.ts';

/** The live 派遣先 of these numbers, in one query; inside a transaction nobody deletes them until it ends. */
export async function loadHosts(db: Db, numbers: readonly string[]): Promise<ReadonlyMap<string, Host>> {
  if (numbers.length === 0) return new Map();
  const rows = await db
    .selectFrom('organization')
    .select(['organization_id as id', 'number', 'name', 'kind', 'municipality_code as municipalityCode'])
    .where(sql<boolean>`number = any(${[...new Set(numbers)]})`)
    .where('deleted_at', 'is', null)
    .forKeyShare()
    .execute();
  return new Map(rows.map((host) => [host.number, host]));
}

const SUGGESTED_HOSTS = 1000;

/** 「番号 名称」 of the hosts, for the form's list of suggestions; at most 1,000, in フリガナ order. */
export async function listHostSuggestions(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('organization')
    .select(['number', 'name'])
    .where('deleted_at', 'is', null)
    .orderBy('sort_key')
    .orderBy('number')
    .limit(SUGGESTED_HOSTS)
    .execute();
  return rows.map(({ number, name }) => `${number} ${name}`);
}
