import { expect, test, vi } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { buildProblem } from './build-problem.ts';
import { explainProposals } from './explain-proposals.ts';
import { aPlanningInstructor, aPlanningRequest, planningFacts } from './planning.fixture.ts';
import type { PlanningFacts } from './planning-facts.ts';
import { findPair, type FindSecond } from './remedy-pair.ts';

const monday = plainDate('2022-12-05');
const onMonday = { candidateDates: [{ from: monday, until: monday }], openSessions: 1 };

const remedyOf = (facts: PlanningFacts) =>
  explainProposals(buildProblem(facts), facts, { chosen: [] }).unplaced[0]?.remedy;

const fullHost = { hostCap: { sessions: 2, per: 'year', used: 2 } } as const;
const full = { yearlyCap: 2, held: 2 };

test('where the host and everybody have as many as they may, both limits are told together', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, ...fullHost })],
    instructors: [aPlanningInstructor(full)],
  });
  expect(remedyOf(facts)).toMatchObject({
    kind: 'pair',
    changes: [
      { kind: 'host-limit', by: 1 },
      { kind: 'cap', instructorId: '1', by: 1 },
    ],
  });
});

test('a team of two whose caps are used up needs both, and nobody else', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, team: 2 })],
    instructors: [aPlanningInstructor(full), aPlanningInstructor({ ...full, id: '2', number: 'M-002' })],
  });
  const remedy = remedyOf(facts);
  expect(remedy?.kind).toBe('pair');
  if (remedy?.kind !== 'pair') return;
  expect(remedy.changes.map(({ kind }) => kind)).toEqual(['cap', 'cap']);
  const people = remedy.changes.flatMap((change) => (change.kind === 'cap' ? [change.instructorId] : []));
  expect(people.toSorted()).toEqual(['1', '2']);
  expect(remedy.points).toBeLessThan(0);
});

test('where one change is enough, no second one is told', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, ...fullHost })],
    instructors: [aPlanningInstructor()],
  });
  expect(remedyOf(facts)).toMatchObject({ kind: 'host-limit', by: 1 });
});

test('what needs three changes has no remedy', () => {
  const facts = planningFacts({
    requests: [aPlanningRequest({ ...onMonday, ...fullHost, team: 2 })],
    instructors: [aPlanningInstructor(full), aPlanningInstructor({ ...full, id: '2', number: 'M-002' })],
  });
  expect(remedyOf(facts)).toBeNull();
});

test('eight first changes are tried and no more, and of one kind of second change the best pair is told', () => {
  const facts = planningFacts();
  const firsts = Array.from({ length: 12 }, (_, index) => ({
    change: { kind: 'course', instructorId: String(index) } as const,
    facts,
  }));
  const points = [-3, -9, -4, -1, -1, -1, -1, -2, -99];
  const told = points.values();
  const second = vi.fn<FindSecond>(() => ({ kind: 'host-limit', by: 1, points: told.next().value ?? 0 }));
  const never = vi.fn<FindSecond>(() => null);
  expect(findPair(firsts, [never, second])).toMatchObject({ points: -9, changes: [{ instructorId: '1' }, { by: 1 }] });
  expect([never.mock.calls.length, second.mock.calls.length]).toEqual([8, 8]);
});
