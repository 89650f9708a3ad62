import { holdRequest, moveRequestIn } from '#dispatch/move-request.server.ts';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { stageText } from '#dispatch/stage-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing, answerOnce } from '#platform/db/transaction.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { joinVisits } from '#schedule/join-visits.server.ts';
import { planVisits, type PlannedVisit } from '#schedule/visit-records.server.ts';
import { sessionEnd } from '#schedule/domain/appointment.ts';
import type { AssignmentRefusal } from './domain/assignment.ts';
import type { CandidateFacts } from './domain/candidate.ts';
import { findHeldByOffers, type HeldRefusal } from './domain/held-by-offers.ts';
import { checkAssignmentRoom } from './domain/offer-room.ts';
import { judgeAssignmentIn, type AssignmentOrder, type JudgedAssignment } from './judge-assignment.server.ts';
import { listOffersElsewhere, loadOfferRoom } from './open-offers.server.ts';
import type { MatchRequest } from './match-queries.server.ts';

/** A visit that another rule stopped: its fields say which. */
export type VisitsRefused = { readonly kind: 'visits'; readonly problems: readonly FieldProblem[] };

type Assigned = Result<readonly PlannedVisit[], AssignmentRefusal | VisitsRefused>;

type DirectlyAssigned = Result<readonly PlannedVisit[], AssignmentRefusal | VisitsRefused | HeldRefusal>;

/**
 * 割当. Sends an instructor for a request on the chosen days, to a visit that waits for one more or to a new one: all visits
 * are planned, or none. Whether the person may go is decided again inside the transaction, under the lock of the schedule, so of two coordinators who choose the same
 * person and day one wins and the other is told. The same key answers the same.
 */
export function assignInstructor(ctx: Context, order: AssignmentOrder): Promise<DirectlyAssigned> {
  requirePermission(ctx, 'matching.assign');
  const { key, ...content } = order;
  return allOrNothing(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['assign', content]),
      work: () => assignDirectlyIn(tx, ctx, order),
      isKept: (answer) => answer.ok,
    }),
  );
}

/**
 * 割当 within the transaction of another use case that has asked for the permission; nobody was asked before. What somebody
 * was asked for and has not answered is kept for them, as among offers.
 */
export async function assignDirectlyIn(tx: Tx, ctx: Context, order: AssignmentOrder): Promise<DirectlyAssigned> {
  const judged = await judgeAssignmentIn(tx, ctx, order);
  const held = judged.decision.ok ? await findHeld(tx, ctx, { judged, order }) : undefined;
  if (held) return refuse(held);
  const assigned = await carryOut(tx, ctx, { judged, order });
  if (assigned.ok) await beginMatching(tx, ctx, order.requestId);
  return assigned;
}

/** What open offers of the request, or of another one to the same person, keep from this assignment. */
async function findHeld(
  tx: Tx,
  ctx: Context,
  { judged: { request, candidate, decide }, order }: Judged,
): Promise<HeldRefusal | AssignmentRefusal | undefined> {
  const noRoom = checkAssignmentRoom(order, await loadOfferRoom(tx, request));
  if (noRoom) return noRoom;
  const { instructorId } = order;
  const offers = await listOffersElsewhere(tx, { instructorId, request, today: ctx.today() });
  return findHeldByOffers(candidate, offers, decide);
}

/**
 * Who assigns somebody is choosing a person: a request whose rules were checked goes along to 人選中, where it waits for
 * their yes. One that is not so far, or further on, stays where it stands: nobody said that its steps were taken.
 */
async function beginMatching(tx: Tx, ctx: Context, requestId: string): Promise<void> {
  const { stage } = await holdRequest(tx, requestId);
  if (stage !== 'eligibility-checked') return;
  const step = { requestId, command: 'begin-matching', reason: stageText.assignedDirectly, seen: stage } as const;
  const moved = await moveRequestIn(tx, ctx, { ...step, happenedOn: ctx.today() });
  if (!moved.ok) throw new Error(`a request at ${stage} does not begin its matching: ${moved.refusal.kind}`);
}

/** Assigns inside the transaction of another use case, such as an accepted offer, which has asked for the permission. */
export async function assignInstructorIn(tx: Tx, ctx: Context, order: AssignmentOrder): Promise<Assigned> {
  return carryOut(tx, ctx, { judged: await judgeAssignmentIn(tx, ctx, order), order });
}

type Judged = { readonly judged: JudgedAssignment; readonly order: AssignmentOrder };

async function carryOut(tx: Tx, ctx: Context, { judged, order }: Judged): Promise<Assigned> {
  const { request, candidate, decision } = judged;
  if (!decision.ok) return decision;
  const { fiscalYear } = request.facts;
  const { joined, days } = decision.value;
  const visitIds = joined.map(({ visitId }) => visitId);
  const met = await joinVisits(tx, ctx, { visitIds, instructorNumber: candidate.number, fiscalYear });
  if (!met.ok) return refuse({ kind: 'visits', problems: met.refusal });
  const newDays = days.filter((day) => !joined.some((session) => session.day === day));
  const numbers = await proposeNumbers(tx, { table: 'visit', prefix: `V${fiscalYear}-` }, newDays.length);
  const visits = newDays.map((day, index) =>
    buildVisit({ request, candidate, day, number: numbers[index] ?? '', startsAt: order.startsAt }),
  );
  const made = await planVisits(tx, ctx, { visits, fiscalYear });
  if (!made.ok) return refuse({ kind: 'visits', problems: made.refusal });
  const planned = [...met.value, ...made.value];
  await recordAudit(tx, ctx, [
    {
      action: 'assigned',
      entity: { kind: 'request', id: request.id, label: request.number },
      after: { instructor: candidate.number, visits: planned.map(({ number }) => number) },
    },
  ]);
  return accept(planned);
}

type Planning = {
  readonly request: MatchRequest;
  readonly candidate: CandidateFacts;
  readonly day: PlainDate;
  readonly number: string;
  readonly startsAt: string | null;
};

function buildVisit({ request, candidate, day, number, startsAt }: Planning): VisitInput {
  return {
    number,
    requestNumber: request.number,
    program: request.facts.program,
    organizationNumber: request.organizationNumber,
    instructorNumbers: [candidate.number],
    tradeCode: request.facts.tradeCode,
    visitOn: day,
    startsAt,
    endsAt: sessionEnd(startsAt, request.facts.sessionMinutes),
    trainees: request.expectedTrainees,
    status: 'planned',
    cancelReason: null,
  };
}
