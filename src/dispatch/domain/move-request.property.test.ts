import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { decideRequestMove, needsMoveReason, type RequestMove } from './move-request.ts';
import { isEnded, recordedStages, requestCommands, type RecordedStage } from './request-stage.ts';
import { foldStage } from './stage-facts.ts';
import { stageTransitions } from './stage-transitions.ts';

const today = plainDate('2022-11-30');

const anyMove: fc.Arbitrary<RequestMove> = fc.record({
  command: fc.constantFrom(...requestCommands),
  happenedOn: fc.constantFrom(plainDate('2022-04-01'), today, plainDate('2023-01-01')),
  reason: fc.constantFrom(null, ' ', '派遣先の都合'),
});

const upToThree = fc.nat(3);
const anyFacts = fc.record({
  wished: fc.integer({ min: 1, max: 3 }),
  planned: fc.nat(2),
  held: upToThree,
  reported: upToThree,
  surveyed: upToThree,
  settled: upToThree,
});

test('no sequence of steps leaves the table, whatever the visits do meanwhile [domain.md §4.3]', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyMove, anyFacts), { maxLength: 40 }), (steps) => {
      let recorded: RecordedStage = 'submitted';
      for (const [move, facts] of steps) {
        const stage = foldStage(recorded, facts);
        const decision = decideRequestMove(move, { stage, today, lastStepOn: null, planned: facts.planned });
        if (!decision.ok) continue;
        const cell = stageTransitions[stage][move.command];
        expect('to' in cell && cell.to).toBe(decision.value);
        expect(isEnded(stage)).toBe(false);
        expect(move.happenedOn <= today).toBe(true);
        if (needsMoveReason(move.command, stage)) expect(move.reason?.trim()).toBeTruthy();
        if (isEnded(decision.value) || decision.value === 'waitlisted') expect(facts.planned).toBe(0);
        recorded = decision.value;
      }
      expect(recordedStages).toContain(recorded);
    }),
    { numRuns: 2000 },
  );
});
