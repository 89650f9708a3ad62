import type { RequestCounts } from './request-status.ts';
import { isEnded, type RecordedStage, type RequestStage } from './request-stage.ts';

/**
 * What can be counted of a request: its visits, and of the held ones how many have a checked report, an answered
 * questionnaire and a paid claim.
 */
export type StageFacts = RequestCounts & {
  readonly reported: number;
  readonly surveyed: number;
  readonly settled: number;
};

/**
 * 段階. The stage that holds: the recorded one until the first visit was held, from then on what the facts say. A request
 * that has ended or waits for the budget stands where people put it. Pure.
 */
export function foldStage(recorded: RecordedStage, facts: StageFacts): RequestStage {
  const { wished, held } = facts;
  if (isEnded(recorded) || recorded === 'waitlisted' || held === 0) return recorded;
  if (held < wished) return 'in-progress';
  if (facts.reported < held) return 'completed';
  if (facts.surveyed < held) return 'reported';
  return facts.settled < held ? 'surveyed' : 'settled';
}
