import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { Forbidden } from '#platform/errors.server.ts';
import { useTestDatabase } from '../../test/database.ts';
import { listAdviserRules, setAdviserRule } from './adviser-rules.server.ts';
import type { AdviserRule } from './domain/adviser-rule.ts';

const desk = useTestDatabase();
const chief = () => desk.context({ role: 'chief' });

const rule: AdviserRule = {
  validFrom: plainDate('2022-04-01'),
  wording: '企業の相談に応じられること',
  practiceYears: 10,
  decidedBy: '第1回連携会議',
};

test('a corner sets what it asks of senior advisers from a day on; a rule of the same day gives way [H-04]', async () => {
  await setAdviserRule(chief(), rule);
  await setAdviserRule(chief(), { ...rule, validFrom: plainDate('2023-04-01'), practiceYears: null });
  await setAdviserRule(chief(), { ...rule, practiceYears: 15 });
  const rules = await listAdviserRules(desk.context());
  expect(rules.map(({ validFrom, practiceYears }) => [validFrom, practiceYears])).toEqual([
    ['2023-04-01', null],
    ['2022-04-01', 15],
  ]);
});

test('only the chief sets it, and no other corner sees it [SEC-13]', async () => {
  await setAdviserRule(chief(), rule);
  expect(() => setAdviserRule(desk.context({ role: 'officer' }), rule)).toThrow(Forbidden);
  expect(await listAdviserRules(desk.context({ corner: '34' }))).toEqual([]);
});
