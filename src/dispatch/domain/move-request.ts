import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { followingStages, type RecordedStage, type RequestCommand, type RequestStage } from './request-stage.ts';
import { stageTransitions, type StageRefusal } from './stage-transitions.ts';

/** A step that somebody takes with a request. */
export type RequestMove = {
  readonly command: RequestCommand;
  /** The day on which it happened; the letter's where it came by letter. */
  readonly happenedOn: PlainDate;
  readonly reason: string | null;
};

/** Why a step is not taken. The sentence is made in `stage-text.ts`. */
export type RequestMoveRefusal =
  | {
      readonly kind: 'wrong-stage';
      readonly command: RequestCommand;
      readonly stage: RequestStage;
      readonly why: StageRefusal;
    }
  | { readonly kind: 'reason-missing'; readonly command: RequestCommand }
  | { readonly kind: 'in-the-future'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'before-last-step'; readonly day: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'visits-planned'; readonly command: RequestCommand; readonly planned: number }
  | { readonly kind: 'moved-meanwhile'; readonly stage: RequestStage };

/** What is known of a request when a step is decided. */
export type RequestMoveFacts = {
  /** The stage that holds, the facts of its visits included. */
  readonly stage: RequestStage;
  readonly today: PlainDate;
  /** The day of the step before; null where there was none. */
  readonly lastStepOn: PlainDate | null;
  readonly planned: number;
};

/** Steps that somebody has to be able to ask about later. */
const NEED_REASON: readonly RequestCommand[] = ['decline', 'return', 'waitlist', 'reject', 'withdraw'];
/** What cannot be while visits still stand in the calendar. */
const NEED_NO_VISITS: readonly RequestCommand[] = ['waitlist', 'reject', 'withdraw', 'close'];

/** Whether a step needs a reason; closing needs one before everything is settled. */
export function needsMoveReason(command: RequestCommand, stage: RequestStage): boolean {
  return NEED_REASON.includes(command) || (command === 'close' && isUnsettled(stage));
}

function isUnsettled(stage: RequestStage): boolean {
  return stage !== 'settled' && (followingStages as readonly string[]).includes(stage);
}

/** The stage that a step leads to, or the first reason why it is not taken (domain.md §4.3). Pure. */
export function decideRequestMove(
  { command, happenedOn, reason }: RequestMove,
  { stage, today, lastStepOn, planned }: RequestMoveFacts,
): Result<RecordedStage, RequestMoveRefusal> {
  const cell = stageTransitions[stage][command];
  if ('no' in cell) return refuse({ kind: 'wrong-stage', command, stage, why: cell.no });
  if (needsMoveReason(command, stage) && !reason?.trim()) return refuse({ kind: 'reason-missing', command });
  if (happenedOn > today) return refuse({ kind: 'in-the-future', day: happenedOn, today });
  if (lastStepOn !== null && happenedOn < lastStepOn) {
    return refuse({ kind: 'before-last-step', day: happenedOn, lastDay: lastStepOn });
  }
  if (NEED_NO_VISITS.includes(command) && planned > 0) return refuse({ kind: 'visits-planned', command, planned });
  return accept(cell.to);
}
