/** One SQL text, several statements; the rows of the last one. Runs as the owner of the tables. */
export type OwnerConnection = { readonly query: (sql: string) => Promise<readonly unknown[]> };

export type Migration = { readonly name: string; readonly sql: string };

const texts = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true });

/** The migrations of this version in order: forward only, plain SQL, never changed once released. */
export const migrations: readonly Migration[] = Object.entries(texts)
  .map(([path, sql]) => ({ name: path.replace(/^.*\/|\.sql$/gu, ''), sql }))
  .toSorted((left, right) => (left.name < right.name ? -1 : 1));

/** The database is newer than this program: opening it could lose what the newer version wrote. */
export class DatabaseTooNew extends Error {
  constructor(unknown: readonly string[]) {
    super(
      `データベースはこの版より新しい版で作られています（${unknown.join('、')}）。新しい版の匠デスクで開いてください。`,
    );
  }
}

const LOCK_NUMBER = 3_504_715;

/** Brings the database to this version's schema; each migration is one transaction. Answers the names it applied. */
export async function migrate(owner: OwnerConnection): Promise<readonly string[]> {
  await owner.query(`select pg_advisory_lock(${LOCK_NUMBER})`);
  try {
    await owner.query(
      `create table if not exists schema_migration (
         name text primary key, applied_at timestamptz not null default now());
       comment on table schema_migration is '全体: 適用済みの構造変更'`,
    );
    const applied = new Set(
      (await owner.query('select name from schema_migration')).map((row) => (row as { name: string }).name),
    );
    const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
    if (unknown.length > 0) throw new DatabaseTooNew(unknown);
    const pending = migrations.filter((migration) => !applied.has(migration.name));
    for (const { name, sql } of pending) {
      await applyOne(owner, { name, sql });
    }
    return pending.map((migration) => migration.name);
  } finally {
    await owner.query(`select pg_advisory_unlock(${LOCK_NUMBER})`);
  }
}

async function applyOne(owner: OwnerConnection, { name, sql }: Migration): Promise<void> {
  try {
    await owner.query(`begin;\n${sql}\n;insert into schema_migration (name) values ('${name}'); commit;`);
  } catch (error) {
    await owner.query('rollback');
    throw new Error(`migration ${name} failed`, { cause: error });
  }
}
