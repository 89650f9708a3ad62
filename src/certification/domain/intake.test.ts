import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideResumption, decideSuspension } from './intake.ts';

const ended = { since: plainDate('2022-04-01'), until: plainDate('2022-10-31'), reason: '基準の改定' };
const open = { since: plainDate('2022-11-15'), until: null, reason: '災害' };

test.each([
  ['the day after the last one ended', [ended], '2022-11-01', undefined],
  ['on the last day of an ended one', [ended], '2022-10-31', 'overlaps-suspension'],
  ['while one lasts', [open, ended], '2022-12-01', 'suspended-already'],
] as const)('a suspension %s [Y4-04]', (_, suspensions, since, refusal) => {
  expect(decideSuspension(suspensions, { since: plainDate(since), reason: '改定' })?.kind).toBe(refusal);
});

test('a suspension needs a reason [Y4-04]', () => {
  expect(decideSuspension([], { since: plainDate('2022-11-01'), reason: ' ' })?.kind).toBe('intake-reason-missing');
});

test.each([
  ['nothing lasts', [ended], '2022-12-01', 'not-suspended'],
  ['on the first day', [open], '2022-11-15', 'resumed-before-stop'],
  ['on the day after', [open], '2022-11-16', undefined],
] as const)('a resumption when %s', (_, suspensions, day, refusal) => {
  const decision = decideResumption(suspensions, plainDate(day));
  expect(decision.ok ? undefined : decision.refusal.kind).toBe(refusal);
});
