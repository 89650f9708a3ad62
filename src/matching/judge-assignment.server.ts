import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { loadTravel } from '#schedule/travel-rules.server.ts';
import { lockSchedule } from '#schedule/visit-references.server.ts';
import { hasMeister, loadCandidates } from './candidate-queries.server.ts';
import { decideAssignment } from './domain/assignment.ts';
import type { CandidateFacts } from './domain/candidate.ts';
import { findMatchRequest } from './match-queries.server.ts';

export type AssignmentOrder = {
  readonly requestId: string;
  readonly instructorId: string;
  readonly days: readonly PlainDate[];
  /** HH:MM of every visit, where it is known already; the end follows from 1回の時間. */
  readonly startsAt: string | null;
  readonly key?: string | undefined;
};

export type JudgedAssignment = Awaited<ReturnType<typeof judgeAssignmentIn>>;

/**
 * Whether an instructor may be sent on the chosen days, decided under the lock of the schedule; nothing is written. `decide`
 * asks the same of other facts of the person.
 */
export async function judgeAssignmentIn(tx: Tx, ctx: Context, order: AssignmentOrder) {
  await lockSchedule(tx);
  const request = await findMatchRequest(tx, order.requestId);
  if (!request) throw new NotFound('request', order.requestId);
  const { fiscalYear, tradeCode } = request.facts;
  const [candidate] = await loadCandidates(tx, { fiscalYear, instructorId: order.instructorId });
  if (!candidate) throw new NotFound('instructor', order.instructorId);
  const today = ctx.today();
  const corner = { today, hasMeister: await hasMeister(tx, tradeCode), travel: await loadTravel(tx) };
  const { days: chosen, startsAt } = order;
  const decide = (facts: CandidateFacts) =>
    decideAssignment({ candidate: facts, request: request.facts, corner, chosen, startsAt });
  return { request, candidate, decide, decision: decide(candidate) };
}
