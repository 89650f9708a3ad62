import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimCommands, claimStates, claimTable, moveClaim, type ClaimState } from './claim-state.ts';

const step = fc.record({
  command: fc.constantFrom(...claimCommands),
  actorId: fc.constantFrom('drafter', 'other'),
  reason: fc.constantFrom(null, ' ', '領収書がありません'),
});

test('no sequence of commands leaves the table, nobody approves their own, and nothing follows payment', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 40 }), (sequence) => {
      let state: ClaimState = 'draft';
      let approver: string | undefined;
      for (const [each, inBatch] of sequence) {
        const moved = moveClaim({ state, draftedBy: 'drafter', inBatch }, each);
        if (!moved.ok) continue;
        expect(claimTable[state][each.command]).toBe(moved.value);
        expect(['paid', 'dropped']).not.toContain(state);
        if (inBatch) expect(each.command).toBe('pay');
        if (['return', 'drop'].includes(each.command)) expect(each.reason?.trim()).toBeTruthy();
        if (each.command === 'approve') approver = each.actorId;
        state = moved.value;
        if (state === 'paid') expect(approver).toBe('other');
      }
    }),
  );
});

test('every cell that the table leaves out is refused', () => {
  for (const { code: state } of claimStates)
    for (const command of claimCommands) {
      const moved = moveClaim(
        { state, draftedBy: 'drafter', inBatch: false },
        { command, actorId: 'other', reason: '理由' },
      );
      expect(moved.ok).toBe(claimTable[state][command] !== undefined);
    }
});
