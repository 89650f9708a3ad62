import { expect, test } from 'vitest';
import { importRows } from '#transfer/file-fixture.server.ts';
import { listScoutingVisits } from '#scouting/scouting-visit-queries.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { buildOrganizations, ORGANIZATION_HEADER } from './domain/build-organizations.ts';
import { buildScouting } from './domain/scouting-of-2022.ts';
import { ORGANIZATION_ROSTER } from './domain/organization-roster.ts';
import { loadScouting } from './load-scouting.server.ts';

const desk = useTestDatabase();

test('the demonstration loads what its coordinators did by the rules of the desk, and only once', async () => {
  const ctx = desk.context({ role: 'system' });
  const rows = buildOrganizations(ORGANIZATION_ROSTER).map((cells) =>
    Object.fromEntries(cells.map((cell, index) => [ORGANIZATION_HEADER[index] ?? '', cell])),
  );
  expect(await importRows(ctx, 'organizations', rows)).toMatchObject({ ok: true });
  await loadScouting(ctx);
  await loadScouting(ctx);
  const count = async (status: string) =>
    (await listScoutingVisits(ctx, { filters: { fiscalYear: 2022, status }, order: 'latest', cursor: undefined }))
      .count;
  const { visits } = buildScouting();
  const wanted = ['held', 'planned', 'cancelled'].map(
    (status) => visits.filter((visit) => visit.status === status).length,
  );
  expect(await Promise.all(['held', 'planned', 'cancelled'].map(count))).toEqual(wanted);
  const linked = await desk.asOwner('select 1 from scouting_visit where organization_id is not null limit 1');
  expect(linked).toHaveLength(1);
});

test('nothing is held on the working day or later, and every coordinator has visits to come', () => {
  const { territories, visits } = buildScouting();
  expect(visits.filter(({ status, visitOn }) => status === 'held' && visitOn >= '2022-11-30')).toEqual([]);
  const toCome = new Set(visits.filter(({ status }) => status === 'planned').map(({ coordinator }) => coordinator));
  expect(toCome).toEqual(new Set(territories.map(({ coordinator }) => coordinator)));
});
