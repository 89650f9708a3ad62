import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideRetention,
  retentionCommands,
  retentionPlanStates,
  retentionTransitions,
  type RetentionPlanState,
} from './retention-plan.ts';

const people = fc.constantFrom('officer', 'chief');

test('no sequence of commands leaves the table, and nothing is erased that a second person did not approve [SEC-12]', () => {
  const step = fc.record({
    command: fc.constantFrom(...retentionCommands),
    actorId: people,
    left: fc.nat(2),
    reason: fc.constantFrom('', ' ', '訴訟中'),
  });
  fc.assert(
    fc.property(people, fc.array(step, { maxLength: 12 }), (drafterId, steps) => {
      let state: RetentionPlanState = 'draft';
      let approvedBy: string | undefined;
      for (const { command, ...facts } of steps) {
        const decided = decideRetention({ state, drafterId, ...facts }, command);
        if (!decided.ok) continue;
        expect(decided.value).toBe(retentionTransitions[state][command]);
        if (command === 'approve') approvedBy = facts.actorId;
        state = decided.value;
        if (state === 'erased') expect(approvedBy).not.toBe(drafterId);
      }
      expect(retentionPlanStates).toContain(state);
      if (state !== 'draft') expect(approvedBy).toBeDefined();
    }),
  );
});

test.each([
  ['hold', { reason: ' ' }, 'reason-missing'],
  ['approve', { actorId: 'officer' }, 'same-person'],
  ['approve', { left: 0 }, 'nothing-left'],
  ['erase', {}, 'wrong-state'],
] as const)('%s of a new list with %j is refused: %s', (command, changes, kind) => {
  const facts = { state: 'draft', drafterId: 'officer', actorId: 'chief', left: 1, reason: '訴訟中' } as const;
  expect(decideRetention({ ...facts, ...changes }, command)).toMatchObject({ refusal: { kind } });
});
