import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideDecisionStep, decisionCommands, decisionTable, type Approver, type DecisionState } from './decision.ts';

const people = ['a', 'b', 'c', 'drafter', 'stranger'] as const;
const step = fc.record({
  command: fc.constantFrom(...decisionCommands),
  actorId: fc.constantFrom(...people),
  reason: fc.constantFrom(null, ' ', '名簿の不足'),
});

test('no sequence of steps leaves the table; a decision has every approval of its round, in order, and ends all', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3 }), fc.array(step, { maxLength: 60 }), (length, steps) => {
      const fresh = (): readonly Approver[] =>
        people.slice(0, length).map((id) => ({ id, name: id, hasApproved: false }));
      let [state, route]: [DecisionState, readonly Approver[]] = ['circulating', fresh()];
      for (const each of steps) {
        const before = state;
        const facts = { state, drafterId: 'drafter', drafterName: 'drafter', route };
        const moved = decideDecisionStep(facts, each);
        if (!moved.ok) continue;
        const cell = decisionTable[before][each.command];
        expect('to' in cell && [cell.to, cell.last]).toContain(moved.value.state);
        expect(['decided', 'withdrawn']).not.toContain(before);
        state = moved.value.state;
        if (each.command === 'approve') {
          expect(each.actorId).toBe(route.find(({ hasApproved }) => !hasApproved)?.id);
          route = route.map((one) => (one.id === each.actorId ? { ...one, hasApproved: true } : one));
        }
        if (each.command === 'resubmit') route = fresh();
        if (each.command === 'return' || each.command === 'withdraw') expect(moved.value.reason).toBe('名簿の不足');
        expect(state === 'decided').toBe(each.command === 'approve' && route.every(({ hasApproved }) => hasApproved));
      }
    }),
  );
});
