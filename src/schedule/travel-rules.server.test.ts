import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import type { TravelRule } from './domain/travel-rule.ts';
import { travelOf } from './domain/travel-time.ts';
import { listTravelRules, loadTravel, setTravelRule } from './travel-rules.server.ts';

const desk = useTestDatabase();
const chief = () => desk.context({ role: 'chief' });
const today = plainDate('2022-11-30');

const rule: TravelRule = {
  validFrom: plainDate('2022-11-01'),
  kilometresAnHour: 30,
  extraMinutes: 45,
  basis: '所内会議',
};

test('a corner sets by what it estimates travel from a day on; a rule of the same day gives way, another corner keeps its own', async () => {
  await setTravelRule(chief(), rule);
  await setTravelRule(chief(), { ...rule, validFrom: plainDate('2022-12-01'), extraMinutes: 0 });
  await setTravelRule(chief(), { ...rule, kilometresAnHour: 25 });
  const { db } = desk.context();
  expect((await listTravelRules(desk.context())).map(({ kilometresAnHour }) => kilometresAnHour)).toEqual([30, 25]);
  const travel = await loadTravel(db);
  expect(travelOf(travel, today)).toEqual({ kilometresAnHour: 25, extraMinutes: 45 });
  expect(travelOf(travel, plainDate('2022-12-01'))).toEqual({ kilometresAnHour: 30, extraMinutes: 0 });
  expect(travelOf(await loadTravel(desk.context({ corner: '34' }).db), today)).toEqual({
    kilometresAnHour: 40,
    extraMinutes: 15,
  });
});

test('only the chief sets it [SEC-13]', () => {
  expect(() => setTravelRule(desk.context({ role: 'officer' }), rule)).toThrow(Forbidden);
});
