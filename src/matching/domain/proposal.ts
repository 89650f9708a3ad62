import type { SoftConstraintId } from '#optimizer/constraint.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { EligibilityRule } from './eligibility.ts';
import type { DayBlock } from './free-days.ts';

/** 提案の状態. */
export const proposalStates = [
  { code: 'open', label: '提案中' },
  { code: 'adopted', label: '採用済み' },
  { code: 'dismissed', label: '見送り' },
] as const;

export type ProposalState = (typeof proposalStates)[number]['code'];

/** One named constraint's part in something: the amount in its own unit, and amount × weight. Negative where it is a gain. */
export type ConstraintPart = { readonly rule: SoftConstraintId; readonly amount: number; readonly points: number };

/** One instructor of a proposed session, with the way there and back. */
export type ProposedInstructor = {
  readonly instructorId: string;
  readonly kilometres: number;
  readonly yen: number;
  /** Sessions of the year without the proposed ones, and with all of them. */
  readonly before: number;
  readonly after: number;
  /** Fixed by hand. */
  readonly pinned: boolean;
};

/** 次点. Who or when else it could have been, everything else left as it is, and what that would cost more. */
export type RunnerUp = {
  readonly visitOn: PlainDate;
  readonly instructorIds: readonly string[];
  /** How many points the whole would be worse; 0 where it is just as good. */
  readonly points: number;
  readonly parts: readonly ConstraintPart[];
};

/** 変わる予定. The planned visit in whose place a session is proposed, as it stood. */
export type ReplacedVisit = {
  readonly visitId: string;
  readonly number: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly instructorIds: readonly string[];
};

/** 案に入らない予定. A planned visit that a plan may move and has no session for: it stays until somebody calls it off. */
export type DroppedVisit = ReplacedVisit & { readonly requestId: string };

/** 提案の理由. Why this day and these people: what the session costs and gains by constraint, and what came second. */
export type ProposalExplanation = {
  readonly parts: readonly ConstraintPart[];
  readonly instructors: readonly ProposedInstructor[];
  /** Nothing where no other choice is possible, or while the calculation is not finished. */
  readonly runnerUp: RunnerUp | null;
  /** Only where a plan may move what people agreed to: adopting changes that visit and makes no other. */
  readonly replaces?: ReplacedVisit;
};

/** 提案. One session of a request: day, time and instructors. */
export type AssignmentProposal = {
  readonly requestId: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly instructorIds: readonly string[];
  readonly explanation: ProposalExplanation;
};

/**
 * What keeps a session from being held. `not-worth` = possible, but everything else would be worse by more than the session
 * counts; `not-found` = possible, but the calculation ended before it was found; `taken` = whoever could has the day or the cap given
 * to other sessions; `offered` = an open offer holds it for them.
 */
export type BlockRule =
  | EligibilityRule
  | DayBlock
  | 'no-day'
  | 'closed-day'
  | 'forbidden'
  | 'declined'
  | 'offered'
  | 'start-time'
  | 'team-size'
  | 'host-limit'
  | 'yearly-cap'
  | 'monthly-cap'
  | 'taken'
  | 'not-worth'
  | 'not-found';

/** 妨げ. A rule and how many instructors it keeps away; 0 where it is no matter of persons (no day is left). */
export type Blocker = { readonly rule: BlockRule; readonly instructors: number };

/** 手立ての1つの変更. */
export type RemedyChange =
  | { readonly kind: 'day'; readonly day: PlainDate; readonly instructorId: string }
  | { readonly kind: 'instructor'; readonly tradeCode: string; readonly withinKilometres: number }
  | { readonly kind: 'cap'; readonly instructorId: string; readonly by: number }
  | { readonly kind: 'course'; readonly instructorId: string }
  | { readonly kind: 'host-limit'; readonly by: number };

/**
 * 手立て. The cheapest change after which a session more could be held, or two where no single one is enough; `points` = what
 * the whole gains by it.
 */
export type Remedy = { readonly points: number } & (
  RemedyChange | { readonly kind: 'pair'; readonly changes: readonly [RemedyChange, RemedyChange] }
);

/** The changes of a remedy, one after the other. */
export function changesOfRemedy(remedy: Remedy): readonly RemedyChange[] {
  return remedy.kind === 'pair' ? remedy.changes : [remedy];
}

/** Whom a remedy names. */
export function peopleOfRemedy(remedy: Remedy): readonly string[] {
  return changesOfRemedy(remedy).flatMap((change) => ('instructorId' in change ? [change.instructorId] : []));
}

/** 未割当. Sessions of a request that the proposal leaves out, why, and the cheapest remedy where one is known. */
export type UnplacedSessions = {
  readonly requestId: string;
  readonly sessions: number;
  readonly blockers: readonly Blocker[];
  readonly remedy: Remedy | null;
};

/** 計算の規模. How large a calculation is. */
export type ProblemSize = {
  readonly requests: number;
  readonly sessions: number;
  readonly instructors: number;
  readonly slots: number;
  readonly options: number;
};
