import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '#kernel/plain-date.ts';
import { nextStepText, upkeepCommandLabel, upkeepRefusalText, upkeepStateLabel } from '../text.ts';
import {
  commandsOf,
  endStates,
  moveUpkeep,
  upkeepCommands,
  upkeepStateOn,
  upkeepStates,
  upkeepTable,
  type UpkeepMove,
  type UpkeepState,
} from './upkeep.ts';

const today = plainDate('2022-11-30');
const move = (changes: Partial<UpkeepMove>): UpkeepMove => ({
  state: 'active',
  command: 'resign',
  happenedOn: today,
  today,
  reason: '本人の申し出',
  plannedVisits: 0,
  recourseDone: true,
  ...changes,
});

const anyMove = fc.record({
  command: fc.constantFrom(...upkeepCommands),
  happenedOn: fc.integer({ min: -30, max: 5 }).map((days) => addDays(today, days)),
  reason: fc.constantFrom('', '  ', '本人の申し出'),
  plannedVisits: fc.constantFrom(0, 1, 7),
  recourseDone: fc.boolean(),
});

test('no sequence of commands leaves the table, and nothing leads out of an end [domain.md §4.2]', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 40 }), (sequence) => {
      let state: UpkeepState = 'active';
      for (const each of sequence) {
        const moved = moveUpkeep(move({ ...each, state }));
        if (!moved.ok) continue;
        expect(endStates).not.toContain(state);
        expect(upkeepTable[state][each.command]).toBe(moved.value);
        expect(each.happenedOn <= today).toBe(true);
        state = moved.value;
      }
    }),
    { numRuns: 500 },
  );
});

test('nobody is deregistered without having said that they will not go on', () => {
  const leading = upkeepStates.filter((state) => Object.values(upkeepTable[state]).includes('deregistered'));
  expect(leading).toEqual(['unwilling']);
});

test('every state is reached from 活動中, and from every state but the ends there is a way on', () => {
  const reached = new Set<UpkeepState>(['active']);
  for (const state of reached) for (const next of Object.values(upkeepTable[state])) reached.add(next);
  expect([...reached].toSorted()).toEqual([...upkeepStates].toSorted());
  for (const state of upkeepStates) expect(commandsOf(state).length > 0).toBe(!endStates.includes(state));
});

describe('every refusal has its Japanese sentence [FRM-32]', () => {
  test.each(upkeepStates)('%s', (state) => {
    for (const command of upkeepCommands) {
      const moved = moveUpkeep(move({ state, command }));
      expect(moved.ok).toBe(upkeepTable[state][command] !== undefined);
      if (!moved.ok) expect(upkeepRefusalText(moved.refusal)).toMatch(/[ぁ-ん]/u);
    }
    expect([upkeepStateLabel(state), nextStepText(state)].join('')).toMatch(/[ぁ-ん]/u);
  });

  test.each([
    ['a day to come', { happenedOn: addDays(today, 1) }, 'in-the-future'],
    ['resigning without a reason', { reason: ' ' }, 'no-reason'],
    ['revoking without a reason', { command: 'revoke', reason: '' }, 'no-reason'],
    ['resigning with visits to come', { plannedVisits: 2 }, 'planned-visits'],
    [
      'deregistering with visits to come',
      { state: 'unwilling', command: 'deregister', plannedVisits: 1 },
      'planned-visits',
    ],
    ['a death does not wait for visits', { command: 'record-death', plannedVisits: 3, reason: '' }, undefined],
    ['reconfirming before 再講習', { state: 're-course', command: 'reconfirm', recourseDone: false }, 'recourse-open'],
    [
      'reconfirming after the text was sent',
      { state: 'material-sent', command: 'reconfirm', recourseDone: false },
      undefined,
    ],
  ] as const)('%s', (_situation, changes, refused) => {
    const moved = moveUpkeep(move(changes));
    expect(moved.ok ? undefined : moved.refusal.kind).toBe(refused);
    if (!moved.ok) expect(upkeepRefusalText(moved.refusal)).toMatch(/[ぁ-ん]/u);
  });

  test.each(upkeepCommands)('%s has a name', (command) => {
    expect(upkeepCommandLabel(command)).toMatch(/[ぁ-ん]/u);
  });
});

test.each([
  [null, 'dormant', 'dormant'],
  [null, 'nearing', 'active'],
  ['active', 'dormant', 'dormant'],
  ['intent-asked', 'active', 'intent-asked'],
  ['deregistered', 'dormant', 'deregistered'],
] as const)('stored %s and %s by the calendar is %s', (stored, kind, expected) => {
  expect(upkeepStateOn(stored, { kind, lastDay: today, daysLeft: 1 })).toBe(expected);
});
