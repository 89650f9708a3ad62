import type { Program } from '#dispatch/domain/program.ts';
import type { CourseStatus } from '#instructor/domain/course-status.ts';
import type { InstructorKind } from '#instructor/domain/instructor-kind.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { OrganizationKind } from '#organization/domain/organization-kind.ts';
import type { HostFounder, SchoolFounder } from '#organization/domain/school-founder.ts';
import type { DateWindow } from '#record/domain/date-codecs.ts';
import type { Appointment } from '#schedule/domain/appointment.ts';
import type { HostCap } from './host-cap.ts';
import type { DatedTravel } from '#schedule/domain/travel-time.ts';

/** 候補. What is known of an instructor when the rules decide about one request. */
export type CandidateFacts = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: InstructorKind;
  readonly tradeCodes: readonly string[];
  readonly employer: string | null;
  readonly municipalityCode: string;
  readonly course: CourseStatus | null;
  readonly certifiedOn: PlainDate | null;
  /** The later of the entered day and the last visit that was held. */
  readonly lastActivityOn: PlainDate | null;
  readonly yearlyCap: number | null;
  readonly monthlyCap: number | null;
  /** The kinds of host to whom they go; null for all. */
  readonly hostKinds: readonly OrganizationKind[] | null;
  /** Of which founders they take schools on; null for all. */
  readonly hostFounders: readonly SchoolFounder[] | null;
  /** 0=日 to 6=土; null means that no day of the week is excluded. */
  readonly availableWeekdays: readonly number[] | null;
  readonly unavailableDates: readonly PlainDate[];
  /** Their planned and held visits of the 年度, early to late. */
  readonly busy: readonly Appointment[];
  readonly held: number;
  readonly planned: number;
  /** No longer registered, or not willing to go on (domain.md §4.2). */
  readonly isDeleted: boolean;
};

/** 要請の回. A planned or held visit of the request that looks for instructors. */
export type RequestSession = {
  readonly visitId: string;
  readonly day: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly isPlanned: boolean;
  /** How many instructors it has. */
  readonly people: number;
};

/** What the rules know of the request that looks for an instructor. */
export type RequestFacts = {
  readonly program: Program;
  readonly tradeCode: string;
  readonly hostName: string;
  readonly hostKind: OrganizationKind;
  readonly hostFounder: HostFounder;
  /** Where the instruction takes place: the stated place, else the host's. */
  readonly municipalityCode: string;
  readonly candidateDates: readonly DateWindow[];
  /** 0=日 to 6=土, of the windows in `candidateDates`; null where any business day will do. */
  readonly wishedWeekdays: readonly number[] | null;
  /** HH:MM; null where the host left it open. */
  readonly wishedStart: string | null;
  readonly sessionMinutes: number | null;
  readonly fiscalYear: number;
  /** Visits that are still to be planned. */
  readonly openSessions: number;
  /** How many instructors a session needs at once. */
  readonly team: number;
  /** Its planned and held visits. */
  readonly sessions: readonly RequestSession[];
  /** What the host may have in all; null where the corner sets no limit. */
  readonly hostCap: HostCap | null;
};

/** What the rules know of the corner on the day they decide. */
export type CornerFacts = {
  readonly today: PlainDate;
  /** Whether the corner has registered a Meister of the trade (domain.md §5.3). */
  readonly hasMeister: boolean;
  /** By what the time between two visits of a day is estimated, each estimate from its day on; else as the desk does. */
  readonly travel: readonly DatedTravel[];
};
