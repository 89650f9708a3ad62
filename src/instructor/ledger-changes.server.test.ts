import { expect, test } from 'vitest';
import { anInstructor, registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { instructorRecords } from './instructor-records.server.ts';
import { listLedgerChanges } from './ledger-changes.server.ts';
import { showLedgerChanges } from './web/show-ledger-changes.ts';

const desk = useTestDatabase();

async function change(id: string, version: number, changes: Parameters<typeof anInstructor>[0]): Promise<void> {
  const input = anInstructor(changes);
  const saved = await instructorRecords.update(desk.context(), { id, version, input, fiscalYear: 2022 });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

test('a clerk reads where somebody lived and worked and what they taught before, newest first', async () => {
  const id = await registerInstructor(desk.context(), { employer: '架空工業' });
  await change(id, 1, { employer: '別の工業', municipalityCode: '352012', phone: '083-000-0009' });
  await change(id, 2, {
    employer: '別の工業',
    municipalityCode: '352012',
    trades: ['kikai-kako', 'zoen'],
    division: 'dx',
  });
  const clerk = desk.context({ role: 'clerk' });
  const shown = showLedgerChanges(await listLedgerChanges(clerk, id));
  expect(shown.map(({ item, before, after }) => [item, before, after])).toEqual([
    ['職種', '機械加工', '機械加工、造園'],
    ['部門', '', 'DX'],
    ['市区町村', '山口市', '下関市'],
    ['所属', '架空工業', '別の工業'],
  ]);
  expect(shown[0]?.day).toMatch(/^\d{4}\/\d{2}\/\d{2}（.）$/u);
  expect(shown[0]?.who).toBe(desk.context().actor.name);
});

test('a record that nobody changed has none, and who may not read it reads nothing', async () => {
  const id = await registerInstructor(desk.context());
  expect(await listLedgerChanges(desk.context(), id)).toEqual([]);
  expect(await listLedgerChanges(desk.context({ corner: '34' }), id)).toEqual([]);
  await expect(listLedgerChanges(desk.context({ role: 'center' }), id)).rejects.toThrow(Forbidden);
});
