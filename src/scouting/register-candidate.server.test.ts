import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { aScoutingVisit } from './domain/scouting.fixture.ts';
import type { ScoutingVisitInput } from './domain/scouting-visit.ts';
import { listVisitApplications, registerCandidate } from './register-candidate.server.ts';
import { scoutingVisitRecords } from './scouting-records.server.ts';

const desk = useTestDatabase();
const coordinator = () => desk.context({ role: 'coordinator' });
const candidate = { name: '架空 三郎', nameKana: 'カクウ サブロウ', trades: ['kikai-kako'] };

async function visit(changes: Partial<ScoutingVisitInput> = {}): Promise<string> {
  const created = await scoutingVisitRecords.create(coordinator(), {
    input: aScoutingVisit(changes),
    fiscalYear: 2022,
  });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}

test('somebody found on a visit becomes an application that names it, once however often it is sent [FRM-34]', async () => {
  const visitId = await visit();
  const order = { visitId, candidate, key: 'once' };
  const first = await registerCandidate(coordinator(), order);
  expect(await registerCandidate(coordinator(), order)).toEqual(first);
  const applications = await listVisitApplications(coordinator(), visitId);
  expect(applications).toMatchObject([{ name: '架空 三郎', state: 'scouted' }]);
});

test.each(['planned', 'cancelled'] as const)('nobody is found on a %s visit', async (status) => {
  const visitId = await visit({ status });
  const refused = await registerCandidate(coordinator(), { visitId, candidate });
  expect(refused).toMatchObject({ ok: false, refusal: { kind: 'not-held' } });
  expect(await listVisitApplications(coordinator(), visitId)).toEqual([]);
});

test('another corner registers nobody from a visit and sees no application of it [SEC-13]', async () => {
  const visitId = await visit();
  await registerCandidate(coordinator(), { visitId, candidate });
  const other = desk.context({ corner: '34', role: 'coordinator' });
  await expect(registerCandidate(other, { visitId, candidate })).rejects.toThrow(NotFound);
  expect(await listVisitApplications(other, visitId)).toEqual([]);
  expect(() => registerCandidate(desk.context({ role: 'auditor' }), { visitId, candidate })).toThrow(Forbidden);
});
