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
import { decideMoves, type AgreedMove, type RequestMoves } from './domain/decide-moves.ts';
import type { ReplacedVisit } from './domain/proposal.ts';
import { findMatchRequest, type MatchRequest } from './match-queries.server.ts';

/** A planned visit as whoever decided saw it, and what it is to become. */
export type SessionMove = Omit<AgreedMove, 'visit'> & { readonly replaces: ReplacedVisit };

type MoveOrder = {
  readonly orders: readonly RequestMove[];
  /** What stays on record beside each move. */
  readonly reason: string;
};

/** Sessions of one request. */
export type RequestMove = { readonly requestId: string; readonly sessions: readonly SessionMove[] };

export type AgreedMoved = Result<readonly PlannedVisit[], AssignmentRefusal | VisitsStopped>;

/**
 * Moves planned visits of requests to other days and people, inside the transaction of a use case that has asked for the
 * permission: whether everybody may go is decided again under the lock of the schedule, by the rules of an assignment, and
 * the visits are changed by the rules of a visit. All of them, judged as they will stand, or none.
 */
export async function moveAgreedIn(tx: Tx, ctx: Context, { orders, reason }: MoveOrder): Promise<AgreedMoved> {
  requirePermission(ctx, 'matching.assign');
  await lockSchedule(tx);
  const [today, travel] = [ctx.today(), await loadTravel(tx)];
  const cases: (RequestMoves & Asked)[] = [];
  for (const { requestId, sessions } of orders) {
    const found = await findMatchRequest(tx, requestId);
    if (!found) throw new NotFound('request', requestId);
    const changed = await findChanged(tx, found, sessions);
    if (changed) return refuse({ kind: 'visit-changed', visit: changed.number });
    const { tradeCode, municipalityCode } = found.facts;
    const corner = { today, travel, hasMeister: await hasMeister(tx, tradeCode) };
    const moves = sessions.map((session) => ({
      ...session,
      startsAt: startOf(session),
      visit: toAgreed(session, { requestId, municipalityCode }),
    }));
    cases.push({ found, sessions, request: found.facts, moves, corner });
  }
  const people = await loadPeople(tx, cases);
  const refusal = decideMoves({ cases, people });
  if (refusal) return refuse(refusal);
  const numberOf = (id: string) => people.find((person) => person.id === id)?.number ?? '';
  const visits = cases.flatMap(({ found, sessions }) =>
    sessions.map((session) => toVisitMove(session, found, numberOf)),
  );
  return moveVisitsIn(tx, ctx, { moves: visits, code: 'other', reason });
}

type Asked = { readonly found: MatchRequest; readonly sessions: readonly SessionMove[] };

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

async function loadPeople(tx: Tx, asked: readonly Asked[]): Promise<readonly CandidateFacts[]> {
  const wanted = asked.flatMap(({ found, sessions }) =>
    sessions.flatMap(({ instructorIds }) => instructorIds.map((id) => [id, found.facts.fiscalYear] as const)),
  );
  const people: CandidateFacts[] = [];
  for (const [instructorId, fiscalYear] of new Map(wanted)) {
    const [person] = await loadCandidates(tx, { fiscalYear, instructorId });
    if (!person) throw new NotFound('instructor', instructorId);
    people.push(person);
  }
  return people;
}
