import type { CourseStatus } from '#instructor/domain/course-status.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { CertificationCommand, CertificationState } from './certification-state.ts';
import { certificationTransitions, type TransitionRefusal } from './certification-transitions.ts';
import type { Shortcoming } from './completeness.ts';

/** 受付停止. From which day applications are not received and why; `until` is the last such day, null while it lasts. */
export type IntakeSuspension = {
  readonly since: PlainDate;
  readonly until: PlainDate | null;
  readonly reason: string;
};

/** A step that somebody takes with an application. */
export type CertificationMove = {
  readonly command: CertificationCommand;
  /** The day on which it happened; the letter's where it came by letter. */
  readonly happenedOn: PlainDate;
  readonly reason: string | null;
  /** The Center's answer: only `certify` needs it. */
  readonly certificate?: {
    readonly registrationNumber: string;
    readonly certifiedOn: PlainDate;
    readonly course: Extract<CourseStatus['status'], 'exempt' | 'not-taken'>;
  };
};

/** Why a step is not taken. The sentence is made in `text.ts`. */
export type CertificationRefusal =
  | {
      readonly kind: 'wrong-state';
      readonly command: CertificationCommand;
      readonly state: CertificationState;
      readonly why: TransitionRefusal;
    }
  | { readonly kind: 'reason-missing'; readonly command: CertificationCommand }
  | { readonly kind: 'in-the-future'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'before-last-step'; readonly day: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'intake-suspended'; readonly since: PlainDate; readonly reason: string }
  | {
      readonly kind: 'incomplete';
      readonly command: CertificationCommand;
      readonly shortcomings: readonly Shortcoming[];
    }
  | { readonly kind: 'certificate-missing' }
  | { readonly kind: 'certified-before-application'; readonly certifiedOn: PlainDate; readonly appliedOn: PlainDate }
  | { readonly kind: 'registration-number-taken'; readonly number: string }
  | { readonly kind: 'not-registrable'; readonly problems: readonly FieldProblem[] };

/** What is known of an application when a step is decided. */
export type CertificationMoveFacts = {
  readonly state: CertificationState;
  readonly today: PlainDate;
  readonly appliedOn: PlainDate | null;
  /** The day of the step before; null where there was none. */
  readonly lastStepOn: PlainDate | null;
  readonly suspensions: readonly IntakeSuspension[];
  /** What is missing for `receive`, and for `add-to-batch`. */
  readonly shortcomings: Readonly<Partial<Record<CertificationCommand, readonly Shortcoming[]>>>;
};

/** Steps that somebody has to be able to ask about later. */
const NEED_REASON: readonly CertificationCommand[] = ['return', 'reject', 'withdraw'];

export function needsReason(command: CertificationCommand): boolean {
  return NEED_REASON.includes(command);
}

/** The state that a step leads to, or the first reason why it is not taken (domain.md §4.1). Pure. */
export function decideMove(
  move: CertificationMove,
  facts: CertificationMoveFacts,
): Result<CertificationState, CertificationRefusal> {
  const { command, happenedOn } = move;
  const { state, today, lastStepOn } = facts;
  const cell = certificationTransitions[state][command];
  if ('no' in cell) return refuse({ kind: 'wrong-state', command, state, why: cell.no });
  if (needsReason(command) && !move.reason?.trim()) return refuse({ kind: 'reason-missing', command });
  if (happenedOn > today) return refuse({ kind: 'in-the-future', day: happenedOn, today });
  if (lastStepOn !== null && happenedOn < lastStepOn) {
    return refuse({ kind: 'before-last-step', day: happenedOn, lastDay: lastStepOn });
  }
  const refusal = refuseIntake(move, facts) ?? refuseIncomplete(command, facts) ?? refuseCertificate(move, facts);
  return refusal ? refuse(refusal) : accept(cell.to);
}

/** The suspension that holds on a day, if any. */
export function findSuspension(suspensions: readonly IntakeSuspension[], on: PlainDate): IntakeSuspension | undefined {
  return suspensions.find(({ since, until }) => since <= on && (until === null || on <= until));
}

function refuseIntake(
  { command, happenedOn }: CertificationMove,
  { suspensions }: CertificationMoveFacts,
): CertificationRefusal | undefined {
  const suspension = command === 'receive' ? findSuspension(suspensions, happenedOn) : undefined;
  return suspension && { kind: 'intake-suspended', since: suspension.since, reason: suspension.reason };
}

function refuseIncomplete(
  command: CertificationCommand,
  { shortcomings }: CertificationMoveFacts,
): CertificationRefusal | undefined {
  const missing = shortcomings[command] ?? [];
  return missing.length > 0 ? { kind: 'incomplete', command, shortcomings: missing } : undefined;
}

function refuseCertificate(
  { command, certificate }: CertificationMove,
  { appliedOn, today }: CertificationMoveFacts,
): CertificationRefusal | undefined {
  if (command !== 'certify') return undefined;
  if (!certificate) return { kind: 'certificate-missing' };
  const { certifiedOn } = certificate;
  if (certifiedOn > today) return { kind: 'in-the-future', day: certifiedOn, today };
  return appliedOn !== null && certifiedOn < appliedOn
    ? { kind: 'certified-before-application', certifiedOn, appliedOn }
    : undefined;
}
