import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import type { Appointment } from '#schedule/domain/appointment.ts';
import type { CandidateFacts, CornerFacts, RequestFacts } from './candidate.ts';

/** A Meister of 機械加工 in 山口市, free on every day of the week from 2022-12-05 to 2022-12-09. */
export function aCandidate(changes: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    id: '1',
    number: 'M-001',
    name: '架空 太郎',
    kind: 'meister',
    tradeCodes: ['kikai-kako'],
    employer: null,
    municipalityCode: '352039',
    course: { status: 'exempt' },
    certifiedOn: null,
    lastActivityOn: null,
    yearlyCap: null,
    monthlyCap: null,
    hostKinds: null,
    hostFounders: null,
    availableWeekdays: null,
    unavailableDates: [],
    busy: [],
    held: 0,
    planned: 0,
    isDeleted: false,
    ...changes,
  };
}

export function requestFacts(changes: Partial<RequestFacts> = {}): RequestFacts {
  return {
    program: 'practical-instruction',
    tradeCode: 'kikai-kako',
    hostName: '架空精機株式会社',
    hostKind: 'sme',
    hostFounder: 'none',
    municipalityCode: '352039',
    candidateDates: [{ from: plainDate('2022-12-05'), until: plainDate('2022-12-09') }],
    wishedWeekdays: null,
    wishedStart: null,
    sessionMinutes: 120,
    fiscalYear: 2022,
    openSessions: 2,
    team: 1,
    sessions: [],
    hostCap: null,
    ...changes,
  };
}

export function cornerFacts(changes: Partial<CornerFacts> = {}): CornerFacts {
  return {
    today: plainDate('2022-11-30'),
    hasMeister: true,
    travel: [],
    ...changes,
  };
}

/** Visits of whole days at 山口市, one for each day. */
export function wholeDays(days: readonly PlainDate[]): readonly Appointment[] {
  return days.map((day) => ({ day, startsAt: null, endsAt: null, municipalityCode: '352039' }));
}
