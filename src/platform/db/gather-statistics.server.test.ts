import { expect, test } from 'vitest';
import { useTestDatabase } from '../../../test/database.ts';
import { gatherStatistics } from './gather-statistics.server.ts';

const desk = useTestDatabase({ ownEngine: true });

function addOrganizations(from: number, to: number) {
  return desk.asOwner(`insert into organization
    (corner_code, organization_id, number, kind, name, municipality_code, search_text, sort_key)
    select '35', gen_random_uuid(), 'S-' || n, 'sme', '架空精機', '352039', 'S-' || n, '' from generate_series(${from}, ${to}) n`);
}

async function knownRows() {
  const rows = await desk.asOwner("select reltuples::int as known from pg_class where relname = 'organization'");
  return (rows as { known: number }[])[0]?.known;
}

test('the planner knows a table once many of its rows were written, and looks again when a tenth has changed', async () => {
  const { db } = desk.context();
  await addOrganizations(1, 1000);
  await gatherStatistics(db);
  expect(await knownRows()).toBe(1000);
  const columns = await desk.asOwner(
    "select attname from pg_stats where tablename = 'organization' and n_distinct = 1",
  );
  expect(columns).toContainEqual({ attname: 'kind' });
  await addOrganizations(1001, 1100);
  await gatherStatistics(db);
  expect(await knownRows()).toBe(1000);
  await addOrganizations(1101, 1200);
  await gatherStatistics(db);
  expect(await knownRows()).toBe(1200);
});

test('a session is the application again afterwards, and sees its own corner alone', async () => {
  await addOrganizations(1, 100);
  const { db } = desk.context({ corner: '34' });
  await gatherStatistics(db);
  expect(await db.selectFrom('organization').select('number').execute()).toEqual([]);
  await expect(db.schema.dropTable('organization').execute()).rejects.toThrow('owner');
});
