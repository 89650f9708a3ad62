import { expect, test } from 'vitest';
import { registerInstructor } from '#dispatch/dispatch-fixture.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { AdviceArea } from './domain/advice-area.ts';
import { getProfile, saveProfile } from './instructor-profile.server.ts';
import { everyInstructor } from './instructor-filters.server.ts';
import { listInstructors } from './instructor-queries.server.ts';

const desk = useTestDatabase();

async function register(number: string, adviceAreas: readonly AdviceArea[]): Promise<void> {
  const id = await registerInstructor(desk.context(), { number });
  const { profile } = await getProfile(desk.context(), id);
  const saved = await saveProfile(desk.context(), { id, version: 0, profile: { ...profile, adviceAreas } });
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
}

async function find(advice: string, q = ''): Promise<readonly string[]> {
  const filters = { ...everyInstructor, advice, q };
  const page = await listInstructors(desk.context(), { filters, order: 'number', cursor: undefined, fiscalYear: 2022 });
  return page.rows.map(({ number }) => number);
}

test.each([
  ['', ['M-001', 'M-002', 'M-003', 'M-004', 'M-005']],
  ['productivity', ['M-001', 'M-002']],
  ['quality', ['M-001']],
  ['staff', []],
  ['it', ['M-002', 'M-003']],
  ['it-and-advice', ['M-002']],
])('the ledger finds who can advise on 「%s」 [Y4-03]', async (advice, found) => {
  await register('M-001', ['productivity', 'quality']);
  await register('M-002', ['productivity', 'it']);
  await register('M-003', ['it']);
  await register('M-004', []);
  await registerInstructor(desk.context(), { number: 'M-005' });
  expect(await find(advice)).toEqual(found);
});

test('advice and words narrow the ledger together [Y4-03]', async () => {
  await register('M-001', ['quality']);
  await registerInstructor(desk.context(), { number: 'M-002' });
  expect(await find('quality', '架空')).toEqual(['M-001']);
});
