import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { certificationCommands, certificationStates, type CertificationState } from './certification-state.ts';
import { certificationTransitions } from './certification-transitions.ts';
import { decideMove, type CertificationMove } from './move.ts';

const today = plainDate('2022-11-30');

const anyMove: fc.Arbitrary<CertificationMove> = fc.record({
  command: fc.constantFrom(...certificationCommands),
  happenedOn: fc.constantFrom(plainDate('2022-04-01'), plainDate('2022-11-01'), today, plainDate('2023-01-01')),
  reason: fc.constantFrom(null, '', ' ', '本人の申し出'),
  certificate: fc.constantFrom(...(['2022-11-01', '2023-02-01'] as const)).map((day) => ({
    registrationNumber: 'M-900',
    certifiedOn: plainDate(day),
    course: 'not-taken' as const,
  })),
});

test('no sequence of commands reaches a state that the table does not allow [domain.md §4.1]', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 40 }), fc.boolean(), fc.boolean(), (moves, suspended, incomplete) => {
      let state: CertificationState = 'scouted';
      let received = false;
      for (const move of moves) {
        const decision = decideMove(move, {
          state,
          today,
          appliedOn: null,
          lastStepOn: null,
          suspensions: suspended ? [{ since: plainDate('2022-04-01'), until: null, reason: '基準の改定' }] : [],
          shortcomings: incomplete ? { receive: [{ kind: 'no-criteria' }] } : {},
        });
        if (!decision.ok) continue;
        const cell = certificationTransitions[state][move.command];
        expect('to' in cell && cell.to).toBe(decision.value);
        expect(move.happenedOn <= today).toBe(true);
        received ||= move.command === 'receive';
        state = decision.value;
      }
      expect(certificationStates).toContain(state);
      if (suspended || incomplete) expect(received).toBe(false);
      if (!received) expect(['scouted', 'drafting', 'withdrawn']).toContain(state);
    }),
    { numRuns: 2000 },
  );
});
