import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, datesFrom, plainDate } from '#kernel/plain-date.ts';
import { programs } from '#dispatch/domain/program.ts';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { schoolFounders } from '#organization/domain/school-founder.ts';
import { decideAssignment } from './assignment.ts';
import { buildProblem } from './build-problem.ts';
import type { CandidateFacts } from './candidate.ts';
import { fittingTrades } from './eligibility.ts';
import { findHeldByOffers } from './held-by-offers.ts';
import { checkAssignmentRoom } from './offer-room.ts';
import { aPlanningInstructor, aPlanningOffer, aPlanningRequest, planningFacts } from './planning.fixture.ts';
import type { PlanningFacts } from './planning-facts.ts';

const monday = plainDate('2022-12-05');
const days = datesFrom(monday, addDays(monday, 8));
const day = fc.constantFrom(...days);
const trade = fc.constantFrom('kikai-kako', 'senban', 'kenchiku-daiku');
const place = fc.constantFrom('352039', '352012');

const founder = fc.constantFrom(...schoolFounders.map(({ code }) => code));

const instructor = fc.record({
  kind: fc.constantFrom(...instructorKinds.map(({ code }) => code)),
  tradeCodes: fc.uniqueArray(trade, { minLength: 1 }),
  employer: fc.option(fc.constantFrom('架空精機', '別の工業')),
  municipalityCode: place,
  course: fc.constantFrom(null, { status: 'exempt' } as const, { status: 'not-taken' } as const, {
    status: 'completed' as const,
    on: addDays(monday, 2),
  }),
  yearlyCap: fc.option(fc.integer({ min: 0, max: 3 })),
  monthlyCap: fc.option(fc.integer({ min: 0, max: 3 })),
  hostKinds: fc.option(fc.constantFrom(['sme'] as const, ['technical-school'] as const)),
  hostFounders: fc.option(fc.uniqueArray(founder, { minLength: 1 })),
  availableWeekdays: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }))),
  unavailableDates: fc.uniqueArray(day, { maxLength: 3 }),
  planned: fc.integer({ min: 0, max: 1 }),
  isDeleted: fc.boolean(),
});

const request = fc.record({
  program: fc.constantFrom(...programs.map(({ code }) => code)),
  tradeCode: trade,
  hostName: fc.constantFrom('架空精機株式会社', '㈱別の工業'),
  hostFounder: fc.oneof(founder, fc.constantFrom('none' as const, 'unknown' as const)),
  municipalityCode: place,
  candidateDates: fc.array(
    fc.tuple(day, day).map(([a, b]) => ({ from: a < b ? a : b, until: a < b ? b : a })),
    {
      minLength: 1,
      maxLength: 3,
    },
  ),
  wishedWeekdays: fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }))),
  wishedStart: fc.option(fc.constantFrom('09:00', '13:30')),
  openSessions: fc.integer({ min: 1, max: 3 }),
});

const visit = fc.record({
  day,
  hours: fc.constantFrom(
    { startsAt: null, endsAt: null },
    { startsAt: '10:00', endsAt: '11:30' },
    { startsAt: '15:00', endsAt: '17:00' },
  ),
  municipalityCode: place,
});

const offer = fc.record({
  request: fc.nat({ max: 3 }),
  person: fc.nat({ max: 4 }),
  day,
  startsAt: fc.option(fc.constantFrom('09:00', '13:30')),
  municipalityCode: place,
});

const estimate = fc.record({
  validFrom: day,
  kilometresAnHour: fc.constantFrom(10, 90),
  extraMinutes: fc.constantFrom(0, 60),
});

const facts = fc
  .record({
    instructors: fc.array(instructor, { maxLength: 5 }),
    requests: fc.array(request, { maxLength: 3 }),
    busy: fc.array(visit, { maxLength: 3 }),
    offers: fc.array(offer, { maxLength: 3 }),
    travel: fc.array(estimate, { maxLength: 2 }),
  })
  .map(({ instructors, requests, busy, offers, travel }) =>
    planningFacts({
      travel,
      offers: offers.map(({ request: of, person, ...rest }) =>
        aPlanningOffer({ ...rest, requestId: `R-${of}`, instructorId: `I-${person}` }),
      ),
      instructors: instructors.map((each, index) =>
        aPlanningInstructor({
          ...each,
          id: `I-${index}`,
          busy: each.planned > 0 ? busy.map(({ hours, ...rest }) => ({ ...rest, ...hours })) : [],
        }),
      ),
      requests: requests.map((each, index) => aPlanningRequest({ ...each, id: `R-${index}` })),
    }),
  );

/** Request, instructor and day of every option. */
function listBuilt(of: PlanningFacts): readonly string[] {
  const { problem, keys } = buildProblem(of);
  return problem.options.map(({ slot, worker }) => {
    const task = problem.slots[slot]?.task ?? -1;
    return `${keys.requestIds[task]} ${keys.instructorIds[worker]} ${keys.slots[slot]?.day}`;
  });
}

/** The same, asked of the ordinary rule for each day by itself. */
function listAccepted({ requests, instructors, today, travel, offers }: PlanningFacts): readonly string[] {
  return requests.flatMap((each) =>
    instructors.flatMap((candidate) =>
      days.flatMap((chosen) => {
        const hasMeister = instructors.some(
          ({ kind, isDeleted, tradeCodes }) =>
            kind === 'meister' && !isDeleted && fittingTrades(each.tradeCode).some((code) => tradeCodes.includes(code)),
        );
        const corner = { today, hasMeister, travel };
        const startsAt = each.wishedStart;
        const decide = (of: CandidateFacts) =>
          decideAssignment({ candidate: of, request: each, corner, chosen: [chosen], startsAt });
        const wanted = { instructorId: candidate.id, days: [chosen], startsAt };
        const asked = offers.map(({ day: on, ...rest }) => ({ ...rest, days: [on] }));
        const open = asked.filter(({ requestId }) => requestId === each.id);
        const isOwn = open.some((one) => one.instructorId === candidate.id && one.days.includes(chosen));
        const elsewhere = asked.filter(
          ({ requestId, instructorId }) => requestId !== each.id && instructorId === candidate.id,
        );
        const isHeld =
          checkAssignmentRoom(wanted, { request: each, open, offeredElsewhere: 0 }) !== undefined ||
          findHeldByOffers(candidate, elsewhere, decide) !== undefined;
        return decide(candidate).ok && (isOwn || !isHeld) ? [`${each.id} ${candidate.id} ${chosen}`] : [];
      }),
    ),
  );
}

test('an option of a problem is what the ordinary rule accepts for one assignment beside open offers, and nothing else is', () => {
  fc.assert(
    fc.property(facts, (each) => {
      expect(listBuilt(each).toSorted()).toEqual(listAccepted(each).toSorted());
    }),
    { numRuns: 1000 },
  );
});
