import { expect, test } from 'vitest';
import { Forbidden, NotFound } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listSavedFilters, removeFilter, saveFilter } from './saved-filters.server.ts';

const desk = useTestDatabase();
const wish = { list: 'instructors', name: '左官の人', query: 'trade=sakan&cursor=x' };

test('a kept selection comes back without the place in the list; the same name is replaced', async () => {
  await saveFilter(desk.context(), wish);
  await saveFilter(desk.context(), { ...wish, query: 'trade=zoen' });
  await saveFilter(desk.context(), { ...wish, list: 'visits' });
  const kept = await listSavedFilters(desk.context());
  expect(kept.map(({ list, query }) => [list, query])).toEqual([
    ['instructors', 'trade=zoen'],
    ['visits', 'trade=sakan'],
  ]);
});

test('a person keeps at most 20, also when two are saved at the same moment', async () => {
  const wishes = Array.from({ length: 22 }, (_, index) => ({ ...wish, name: `名${index}` }));
  const saved = await Promise.all(wishes.map((each) => saveFilter(desk.context(), each)));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(20);
  expect(await listSavedFilters(desk.context())).toHaveLength(20);
});

test('nobody sees or forgets what a colleague or another corner kept [SEC-13]', async () => {
  await saveFilter(desk.context(), wish);
  const [kept] = await listSavedFilters(desk.context());
  const colleague = desk.context({ role: 'clerk' });
  const neighbour = desk.context({ corner: '34' });
  for (const other of [colleague, neighbour]) {
    expect(await listSavedFilters(other)).toEqual([]);
    await expect(removeFilter(other, kept?.id ?? '')).rejects.toThrow(NotFound);
  }
  await removeFilter(desk.context(), kept?.id ?? '');
  expect(await listSavedFilters(desk.context())).toEqual([]);
});

test.each(['center', 'instructor', 'measureOwner'] as const)('a %s, who has no lists, keeps none', async (role) => {
  await expect(async () => saveFilter(desk.context({ role }), wish)).rejects.toThrow(Forbidden);
});
