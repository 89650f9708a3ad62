import { holdRequest, moveRequestIn } from '#dispatch/move-request.server.ts';
import { proposeNumbers } from '#dispatch/next-number.server.ts';
import { stageText } from '#dispatch/stage-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing, answerOnce } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { FieldProblem } from '#record/domain/field.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { joinVisits } from '#schedule/join-visits.server.ts';
import { loadTravel } from '#schedule/travel-rules.server.ts';
import { planVisits, type PlannedVisit } from '#schedule/visit-records.server.ts';
import { lockSchedule } from '#schedule/visit-references.server.ts';
import { hasMeister, loadCandidates } from './candidate-queries.server.ts';
import { sessionEnd } from '#schedule/domain/appointment.ts';
import { decideAssignment, type AssignmentRefusal } from './domain/assignment.ts';
import type { CandidateFacts } from './domain/candidate.ts';
import { findMatchRequest, type MatchRequest } from './match-queries.server.ts';

export type AssignmentOrder = {
  readonly requestId: string;
  readonly instructorId: string;
  readonly days: readonly PlainDate[];
  /** HH:MM of every visit, where it is known already; the end follows from 1回の時間. */
  readonly startsAt: string | null;
  readonly key?: string | undefined;
};

/** A visit that another rule stopped: its fields say which. */
export type VisitsRefused = { readonly kind: 'visits'; readonly problems: readonly FieldProblem[] };

type Assigned = Result<readonly PlannedVisit[], AssignmentRefusal | VisitsRefused>;

/**
 * 割当. Sends an instructor for a request on the chosen days, to a visit that waits for one more or to a new one: all visits
 * are planned, or none. Whether the person may
 * go is decided again inside the transaction, under the lock of the schedule, so of two coordinators who choose the same
 * person and day one wins and the other is told. The same key answers the same.
 */
export function assignInstructor(ctx: Context, order: AssignmentOrder): Promise<Assigned> {
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

/** 割当 within the transaction of another use case that has asked for the permission; nobody was asked before. */
export async function assignDirectlyIn(tx: Tx, ctx: Context, order: AssignmentOrder): Promise<Assigned> {
  const assigned = await assignInstructorIn(tx, ctx, order);
  if (assigned.ok) await beginMatching(tx, ctx, order.requestId);
  return assigned;
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

/** Whether an instructor may be sent on the chosen days, decided under the lock of the schedule; nothing is written. */
export async function judgeAssignmentIn(tx: Tx, ctx: Context, order: AssignmentOrder) {
  await lockSchedule(tx);
  const request = await findMatchRequest(tx, order.requestId);
  if (!request) throw new NotFound('request', order.requestId);
  const { fiscalYear, tradeCode } = request.facts;
  const [candidate] = await loadCandidates(tx, { fiscalYear, instructorId: order.instructorId });
  if (!candidate) throw new NotFound('instructor', order.instructorId);
  const today = ctx.today();
  const corner = { today, hasMeister: await hasMeister(tx, tradeCode), travel: await loadTravel(tx, today) };
  const { days: chosen, startsAt } = order;
  const decision = decideAssignment({ candidate, request: request.facts, corner, chosen, startsAt });
  return { request, candidate, decision };
}

/** Assigns inside the transaction of another use case, such as an accepted offer, which has asked for the permission. */
export async function assignInstructorIn(tx: Tx, ctx: Context, order: AssignmentOrder): Promise<Assigned> {
  const { request, candidate, decision } = await judgeAssignmentIn(tx, ctx, order);
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
