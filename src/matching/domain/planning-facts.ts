import type { PlainDate } from '#kernel/plain-date.ts';
import type { Weights } from '#optimizer/constraint.ts';
import type { CandidateFacts, RequestFacts } from './candidate.ts';
import type { ClosedPeriod, PlanLine } from './planning-settings.ts';
import type { Appointment } from '#schedule/domain/appointment.ts';
import type { DatedTravel } from '#schedule/domain/travel-time.ts';

/** A request that looks for instructors, with what a whole year's assignment reads of it besides the ordinary rules. */
export type PlanningRequest = RequestFacts & {
  readonly id: string;
  readonly organizationId: string;
  /** 1 is high, 3 is low; null counts as 2. */
  readonly priority: number | null;
  /** The figure of the plan that its sessions count for. */
  readonly line: PlanLine | null;
};

/** Somebody who can be sent, with what is paid for the ways. */
export type PlanningInstructor = CandidateFacts & {
  /** An assumption of the plan, not registered. */
  readonly isExtra: boolean;
};

/** Units of `stability`: what staff were told, what an instructor was asked, and what people have agreed to. */
export const HOLD_OF_PROPOSAL = 1;
export const HOLD_OF_OFFER = 3;
export const HOLD_OF_AGREED = 10;

/** A day for a person and a request, decided or told by people: what they would lose when it is changed. */
export type HeldAssignment = {
  readonly requestId: string;
  readonly instructorId: string;
  readonly day: PlainDate;
  readonly hold: number;
};

/** 受けてもらった予定. A planned visit of a request and who goes. */
export type AgreedVisit = Appointment & {
  readonly visitId: string;
  readonly number: string;
  readonly requestId: string;
  readonly instructorIds: readonly string[];
};

/** A day for which somebody was asked and has not answered. It is theirs until they do. */
export type PlanningOffer = {
  readonly requestId: string;
  readonly requestNumber: string;
  readonly hostName: string;
  readonly instructorId: string;
  readonly instructorName: string;
  readonly day: PlainDate;
  readonly startsAt: string | null;
  readonly sessionMinutes: number | null;
  readonly municipalityCode: string;
  /** Whether a visit is to be planned for it yet; else it is one more person for a visit that stands. */
  readonly isNew: boolean;
  /** What its session would count for, as those of a request that is planned. */
  readonly line: PlanLine | null;
  readonly quota: string | null;
};

/** Decided by hand. */
export type PinnedAssignment = {
  readonly kind: 'pin' | 'forbid';
  readonly requestId: string;
  readonly instructorId: string;
  readonly day: PlainDate | null;
};

/** 旅費の見積り. Yen for the way from a municipality to another and back, by the corner's rates. */
export type TravelCostFacts = {
  readonly perKilometreYen: number | null;
  readonly fares: Readonly<Record<string, number>>;
};

/** 割当案の事実. Everything that a calculation reads, in one piece: the same facts give the same problem. */
export type PlanningFacts = {
  readonly today: PlainDate;
  readonly fiscalYear: number;
  /** Days that are planned, both included. */
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly requests: readonly PlanningRequest[];
  readonly instructors: readonly PlanningInstructor[];
  readonly closedPeriods: readonly ClosedPeriod[];
  /** Sessions that are held or planned, by month: `2022-12`. */
  readonly committed: Readonly<Record<string, number>>;
  /** Sessions that are still missing of the plan. */
  readonly missing: Readonly<Partial<Record<PlanLine, number>>>;
  readonly costs: TravelCostFacts;
  /** By what the time between two sessions of a day is estimated, each estimate from its day on. */
  readonly travel: readonly DatedTravel[];
  readonly budgetYen: number | null;
  readonly held: readonly HeldAssignment[];
  /** Open offers that the plan itself proposes again. */
  readonly offers: readonly PlanningOffer[];
  /** The other ones: counted as if they were visits already. */
  readonly offersApart: readonly PlanningOffer[];
  /** Planned visits that the plan may move: their sessions are open again. */
  readonly agreed: readonly AgreedVisit[];
  /** Who said no to a request: request and instructor. */
  readonly declined: readonly { readonly requestId: string; readonly instructorId: string }[];
  readonly pins: readonly PinnedAssignment[];
  readonly weights: Weights;
};
