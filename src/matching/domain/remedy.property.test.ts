import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, datesFrom, plainDate } from '#kernel/plain-date.ts';
import { assignGreedily } from '#optimizer/greedy.ts';
import { findAllowed } from '#optimizer/explain-unserved.ts';
import { startScore } from '#optimizer/running-score.ts';
import { indexSlots } from '#optimizer/slot-index.ts';
import { buildProblem, type PlanningProblem } from './build-problem.ts';
import { explainProposals } from './explain-proposals.ts';
import { aPlanningInstructor, aPlanningRequest, planningFacts } from './planning.fixture.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { optionKey } from './planning-slots.ts';
import { changesOfRemedy, type Remedy, type UnplacedSessions } from './proposal.ts';

const monday = plainDate('2022-12-05');
const day = fc.constantFrom(...datesFrom(monday, addDays(monday, 4)));
const trade = fc.constantFrom('kikai-kako', 'kenchiku-daiku');
const place = fc.constantFrom('352039', '352012', '352063');

const instructor = fc.record({
  kind: fc.constantFrom('meister' as const, 'meister' as const, 'skilled-worker' as const),
  tradeCodes: fc.uniqueArray(trade, { minLength: 1 }),
  municipalityCode: place,
  course: fc.constantFrom(...([{ status: 'exempt' }, { status: 'exempt' }, { status: 'not-taken' }] as const)),
  yearlyCap: fc.option(fc.integer({ min: 0, max: 3 })),
  monthlyCap: fc.option(fc.integer({ min: 1, max: 3 })),
  unavailableDates: fc.uniqueArray(day, { maxLength: 3 }),
  held: fc.integer({ min: 0, max: 2 }),
});

const request = fc.record({
  tradeCode: trade,
  municipalityCode: place,
  candidateDates: fc.array(
    day.map((one) => ({ from: one, until: one })),
    { minLength: 1, maxLength: 2 },
  ),
  wishedStart: fc.constantFrom(null, '09:00', '13:30'),
  openSessions: fc.integer({ min: 1, max: 2 }),
  team: fc.constantFrom(1, 1, 2),
  priority: fc.constantFrom(1, 2, 3),
  line: fc.constantFrom(null, 'visits.sme' as const),
  hostCap: fc.option(fc.record({ sessions: fc.integer({ min: 1, max: 2 }), per: fc.constantFrom('year', 'request') })),
});

const facts = fc
  .record({
    instructors: fc.array(instructor, { maxLength: 5 }),
    requests: fc.array(request, { minLength: 1, maxLength: 4 }),
    committed: fc.integer({ min: 0, max: 4 }),
    missing: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ instructors, requests, committed, missing }) =>
    planningFacts({
      instructors: instructors.map((each, index) => aPlanningInstructor({ ...each, id: `I-${index}` })),
      requests: requests.map(({ hostCap, ...each }, index) =>
        aPlanningRequest({ ...each, id: `R-${index}`, hostCap: hostCap && { ...hostCap, used: 0 } }),
      ),
      committed: { '2022-12': committed },
      missing: { 'visits.sme': missing },
    }),
  );

function keysOf({ problem, keys }: PlanningProblem): readonly string[] {
  return problem.options.map(({ slot, worker }) => {
    const requestId = keys.requestIds[problem.slots[slot]?.task ?? -1] ?? '';
    return optionKey(requestId, keys.instructorIds[worker] ?? '', keys.slots[slot]?.day ?? monday);
  });
}

/** The facts with a remedy followed, as people would enter it; nothing for one more instructor, who is not known yet. */
function follow(from: PlanningFacts, requestId: string, remedy: Remedy): PlanningFacts | undefined {
  const person = (id: string, change: (one: PlanningFacts['instructors'][number]) => object) => ({
    ...from,
    instructors: from.instructors.map((one) => (one.id === id ? { ...one, ...change(one) } : one)),
  });
  const requests = (change: (one: PlanningFacts['requests'][number]) => object) => ({
    ...from,
    requests: from.requests.map((one) => ({ ...one, ...change(one) })),
  });
  switch (remedy.kind) {
    case 'day': {
      const added = { from: remedy.day, until: remedy.day };
      return requests((one) => (one.id === requestId ? { candidateDates: [...one.candidateDates, added] } : {}));
    }
    case 'cap':
      return person(remedy.instructorId, ({ yearlyCap }) => ({ yearlyCap: (yearlyCap ?? 0) + remedy.by }));
    case 'course':
      return person(remedy.instructorId, () => ({ course: { status: 'completed', on: from.today } }));
    case 'host-limit':
      return requests(({ hostCap }) => ({ hostCap: hostCap && { ...hostCap, sessions: 9 } }));
    case 'pair': {
      const [first, second] = remedy.changes;
      const changed = follow(from, requestId, { ...first, points: 0 });
      return changed && follow(changed, requestId, { ...second, points: 0 });
    }
    case 'instructor':
      return undefined;
  }
}

/** What one session more of a request would change, everything else as it was proposed. */
function pointsAfter(changed: PlanningFacts, { requestId }: UnplacedSessions, kept: readonly string[]) {
  const built = buildProblem(changed);
  const options = keysOf(built);
  const chosen = options.flatMap((key, index) => (kept.includes(key) ? [index] : []));
  expect(chosen).toHaveLength(kept.length);
  const score = startScore(built.problem, { chosen });
  expect(score.broken).toBe(0);
  const task = built.keys.requestIds.indexOf(requestId);
  return findAllowed(score, task, indexSlots(built.problem)).map(({ slot, points }) => ({
    day: built.keys.slots[slot]?.day,
    points,
  }));
}

test('a remedy that is followed makes one session more possible, and the whole better by as much as is told', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(facts, (each) => {
      const built = buildProblem(each);
      const solution = assignGreedily(built.problem);
      const options = keysOf(built);
      const kept = solution.chosen.map((index) => options[index] ?? '');
      for (const unplaced of explainProposals(built, each, solution).unplaced) {
        const { remedy, requestId } = unplaced;
        const changed = remedy && follow(each, requestId, remedy);
        if (!remedy || !changed) continue;
        seen.add(remedy.kind);
        const ways = pointsAfter(changed, unplaced, kept);
        const day = changesOfRemedy(remedy).find((change) => change.kind === 'day')?.day;
        const told = day === undefined ? ways : ways.filter((way) => way.day === day);
        expect(Math.min(...told.map(({ points }) => points))).toBe(remedy.points);
        expect(remedy.points).toBeLessThan(0);
      }
    }),
    // The same instances each time, as every kind of remedy must be among them.
    { numRuns: 300, seed: 5 },
  );
  expect([...seen].toSorted()).toEqual(['cap', 'course', 'day', 'host-limit', 'pair']);
});

test('nothing is told to be changed where one session more is possible and worth it as it is', () => {
  fc.assert(
    fc.property(facts, (each) => {
      const built = buildProblem(each);
      for (const unplaced of explainProposals(built, each, { chosen: [] }).unplaced) {
        const best = Math.min(...pointsAfter(each, unplaced, []).map(({ points }) => points));
        if (best < 0) expect(unplaced.remedy).toBeNull();
      }
    }),
    { numRuns: 200 },
  );
});
