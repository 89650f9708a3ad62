import type { PlainDate } from '#kernel/plain-date.ts';
import type { PlanningInstructor } from './planning-facts.ts';
import type { ExtraInstructor } from './planning-settings.ts';

/** Somebody whom nobody has registered. They have done the course, and are free on every day and for every host. */
export function assumedInstructor(
  { id, name, kind, tradeCodes, municipalityCode, yearlyCap }: ExtraInstructor,
  { lastActivityOn }: { readonly lastActivityOn: PlainDate | null },
): PlanningInstructor {
  return {
    id,
    number: '',
    name,
    kind,
    tradeCodes,
    municipalityCode,
    yearlyCap,
    lastActivityOn,
    employer: null,
    course: { status: 'exempt' },
    certifiedOn: null,
    monthlyCap: null,
    hostKinds: null,
    hostFounders: null,
    availableWeekdays: null,
    unavailableDates: [],
    busy: [],
    held: 0,
    planned: 0,
    isDeleted: false,
    isExtra: true,
  };
}
