import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { formatFields, parseFields } from '#record/domain/parse-fields.ts';
import { travelRuleFields, type TravelRule } from './travel-rule.ts';
import { travelOf } from './travel-time.ts';

const rule = (validFrom: string, kilometresAnHour: number, extraMinutes: number): TravelRule => ({
  validFrom: plainDate(validFrom),
  kilometresAnHour,
  extraMinutes,
  basis: '所内会議',
});
const rules = [rule('2023-04-01', 25, 0), rule('2022-10-01', 30, 45)];

test.each([
  ['2022-09-30', 40, 15],
  ['2022-10-01', 30, 45],
  ['2023-03-31', 30, 45],
  ['2023-04-01', 25, 0],
])('on %s a corner reckons with %i km an hour and %i minutes: its own rule, else as the desk', (day, speed, pause) => {
  expect(travelOf(rules, plainDate(day))).toEqual({ kilometresAnHour: speed, extraMinutes: pause });
});

test.each([
  ['kilometresAnHour', '9', false],
  ['kilometresAnHour', '10', true],
  ['kilometresAnHour', '100', true],
  ['kilometresAnHour', '101', false],
  ['extraMinutes', '-1', false],
  ['extraMinutes', '0', true],
  ['extraMinutes', '180', true],
  ['extraMinutes', '181', false],
])('%s of %s is within the limits: %s', (key, typed, ok) => {
  const texts = { ...formatFields(travelRuleFields, rules[0] as TravelRule), [key]: typed };
  expect(parseFields(travelRuleFields, texts).ok).toBe(ok);
});
