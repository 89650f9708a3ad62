import { sql } from 'kysely';
import { refuse, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { sessionEnd } from '#schedule/domain/appointment.ts';
import { moveVisitsIn, type VisitMove, type VisitsStopped } from '#schedule/move-visits.server.ts';
import { loadTravel } from '#schedule/travel-rules.server.ts';
import type { PlannedVisit } from '#schedule/visit-records.server.ts';
import { lockSchedule } from '#schedule/visit-references.server.ts';
import { hasMeister, loadCandidates } from './candidate-queries.server.ts';
import type { AssignmentRefusal } from './domain/assignment.ts';
import type { CandidateFacts } from './domain/candidate.ts';
import { decideMoves, type AgreedMove } from './domain/decide-moves.ts';
import type { ReplacedVisit } from './domain/proposal.ts';
import { findMatchRequest, type MatchRequest } from './match-queries.server.ts';

/** A planned visit as whoever decided saw it, and what it is to become. */
export type SessionMove = Omit<AgreedMove, 'visit'> & { readonly replaces: ReplacedVisit };

type MoveOrder = {
  readonly requestId: string;
  readonly sessions: readonly SessionMove[];
  /** What stays on record beside each move. */
  readonly reason: string;
};

export type AgreedMoved = Result<readonly PlannedVisit[], AssignmentRefusal | VisitsStopped>;

/**
 * Moves planned visits of a request to other days and people, inside the transaction of a use case that has asked for the
 * permission: whether everybody may go is decided again under the lock of the schedule, by the rules of an assignment, and
 * the visits are changed by the rules of a visit. All of them, or none.
 */
export async function moveAgreedIn(
  tx: Tx,
  ctx: Context,
  { requestId, sessions, reason }: MoveOrder,
): Promise<AgreedMoved> {
  requirePermission(ctx, 'matching.assign');
  await lockSchedule(tx);
  const request = await findMatchRequest(tx, requestId);
  if (!request) throw new NotFound('request', requestId);
  const changed = await findChanged(tx, request, sessions);
  if (changed) return refuse({ kind: 'visit-changed', visit: changed.number });
  const people = await loadPeople(tx, request, sessions);
  const today = ctx.today();
  const { tradeCode, municipalityCode } = request.facts;
  const corner = { today, hasMeister: await hasMeister(tx, tradeCode), travel: await loadTravel(tx, today) };
  const moves = sessions.map((session) => ({
    ...session,
    startsAt: startOf(session),
    visit: toAgreed(session, { requestId, municipalityCode }),
  }));
  const refusal = decideMoves({ request: request.facts, moves, people, corner });
  if (refusal) return refuse(refusal);
  const numberOf = (id: string) => people.find((person) => person.id === id)?.number ?? '';
  const visits = sessions.map((session) => toVisitMove(session, request, numberOf));
  return moveVisitsIn(tx, ctx, { moves: visits, code: 'other', reason });
}

/** The hour stands where the host left it open: only a proposal that names one changes it. */
function startOf({ startsAt, replaces }: SessionMove): string | null {
  return startsAt ?? replaces.startsAt;
}

function toAgreed(
  { replaces: { visitOn, ...visit } }: SessionMove,
  of: { readonly requestId: string; readonly municipalityCode: string },
) {
  return { ...visit, ...of, day: visitOn };
}

function toVisitMove(session: SessionMove, { facts }: MatchRequest, numberOf: (id: string) => string): VisitMove {
  const { replaces, visitOn, instructorIds } = session;
  const startsAt = startOf(session);
  const endsAt = startsAt === replaces.startsAt ? replaces.endsAt : sessionEnd(startsAt, facts.sessionMinutes);
  const instructorNumbers = instructorIds.map(numberOf);
  return { visitId: replaces.visitId, slot: { visitOn, startsAt, endsAt }, instructorNumbers };
}

/** The first visit that is not planned any more as it was seen. */
async function findChanged(
  tx: Tx,
  { facts }: MatchRequest,
  sessions: readonly SessionMove[],
): Promise<ReplacedVisit | undefined> {
  const ids = sessions.map(({ replaces }) => replaces.visitId);
  const rows = await tx
    .selectFrom('visit_instructor')
    .select(['visit_id as visitId', 'instructor_id as instructorId'])
    .where(sql<boolean>`visit_id = any(${ids}::uuid[])`)
    .execute();
  return sessions
    .map(({ replaces }) => replaces)
    .find(({ visitId, visitOn, startsAt, endsAt, instructorIds }) => {
      const now = facts.sessions.find((session) => session.visitId === visitId);
      const people = rows.filter((row) => row.visitId === visitId).map(({ instructorId }) => instructorId);
      const isSame =
        now?.isPlanned === true &&
        now.day === visitOn &&
        now.startsAt === startsAt &&
        now.endsAt === endsAt &&
        people.length === instructorIds.length &&
        people.every((id) => instructorIds.includes(id));
      return !isSame;
    });
}

async function loadPeople(
  tx: Tx,
  { facts: { fiscalYear } }: MatchRequest,
  sessions: readonly SessionMove[],
): Promise<readonly CandidateFacts[]> {
  const ids = [...new Set(sessions.flatMap(({ instructorIds }) => instructorIds))];
  const people: CandidateFacts[] = [];
  for (const instructorId of ids) {
    const [person] = await loadCandidates(tx, { fiscalYear, instructorId });
    if (!person) throw new NotFound('instructor', instructorId);
    people.push(person);
  }
  return people;
}
