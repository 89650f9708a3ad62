import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { EntitledApprover } from './domain/approval-route.ts';
import type { DecisionCommand, DecisionState } from './domain/decision.ts';

/** A draft as it is kept. */
export type StoredDecision = {
  readonly id: string;
  readonly requestId: string;
  readonly planId: string;
  readonly subject: string;
  readonly note: string | null;
  readonly state: DecisionState;
  readonly round: number;
  readonly drafterId: string;
  readonly drafterName: string;
  readonly draftedOn: PlainDate;
  readonly decidedOn: PlainDate | null;
  readonly version: number;
};

export function selectDecisions(db: Db) {
  return db
    .selectFrom('decision')
    .select(['decision.decision_id as id', 'decision.request_id as requestId', 'decision.plan_id as planId'])
    .select(['decision.subject', 'decision.note', 'decision.round', 'decision.version'])
    .select(['decision.drafter_id as drafterId', 'decision.drafter_name as drafterName'])
    .select([
      sql<DecisionState>`decision.state`.as('state'),
      sql<PlainDate>`decision.drafted_on`.as('draftedOn'),
      sql<PlainDate | null>`decision.decided_on`.as('decidedOn'),
    ]);
}

/** One draft; held until the transaction ends where it is to change. */
export async function findDecision(db: Db, id: string, { lock = false } = {}): Promise<StoredDecision | undefined> {
  const query = selectDecisions(db).where('decision.decision_id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** The draft about a version of a plan that was not withdrawn, held until the transaction ends. */
export async function lockDecisionOfPlan(tx: Tx, planId: string): Promise<StoredDecision | undefined> {
  return selectDecisions(tx)
    .where('decision.plan_id', '=', planId)
    .where('decision.state', '<>', 'withdrawn')
    .forUpdate()
    .executeTakeFirst();
}

/** One place on a route, and what was said there. */
export type RouteEntry = {
  readonly round: number;
  readonly position: number;
  readonly approverId: string;
  readonly approverName: string;
  readonly answer: 'approved' | 'returned' | null;
  readonly answeredAt: string | null;
  readonly comment: string | null;
};

/** Every round's route, in order. */
export async function listRoute(db: Db, decisionId: string): Promise<readonly RouteEntry[]> {
  return db
    .selectFrom('decision_approver')
    .select(['round', 'position', 'approver_id as approverId', 'approver_name as approverName', 'comment'])
    .select('answered_at as answeredAt')
    .select(sql<RouteEntry['answer']>`answer`.as('answer'))
    .where('decision_id', '=', decisionId)
    .orderBy('round')
    .orderBy('position')
    .execute();
}

export type DecisionEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: DecisionCommand | 'propose';
  readonly to: DecisionState;
  readonly reason: string | null;
};

/** What happened to a draft, the newest first. */
export async function listDecisionEvents(db: Db, decisionId: string): Promise<readonly DecisionEvent[]> {
  return db
    .selectFrom('decision_event')
    .select(['sequence', 'at', 'actor_name as actorName', 'reason'])
    .select([sql<DecisionEvent['command']>`command`.as('command'), sql<DecisionState>`to_state`.as('to')])
    .where('decision_id', '=', decisionId)
    .orderBy('sequence', 'desc')
    .execute();
}

type NewDecision = Pick<StoredDecision, 'id' | 'requestId' | 'planId' | 'subject' | 'note'>;

export async function insertDecision(tx: Tx, ctx: Context, decision: NewDecision): Promise<void> {
  const { id, requestId, planId, subject, note } = decision;
  await tx
    .insertInto('decision')
    .values({
      corner_code: ctx.corner,
      decision_id: id,
      request_id: requestId,
      plan_id: planId,
      subject,
      note,
      state: 'circulating',
      drafter_id: ctx.actor.id,
      drafter_name: ctx.actor.name,
      drafted_on: ctx.today(),
      created_at: ctx.now(),
      updated_at: ctx.now(),
    })
    .execute();
}

/** Sends a returned draft round again, by whoever mended it. */
export async function restartDecision(tx: Tx, ctx: Context, decision: NewDecision): Promise<void> {
  const { id, subject, note } = decision;
  await tx
    .updateTable('decision')
    .set((row) => ({
      subject,
      note,
      state: 'circulating',
      round: row('round', '+', 1),
      drafter_id: ctx.actor.id,
      drafter_name: ctx.actor.name,
      drafted_on: ctx.today(),
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('decision_id', '=', id)
    .execute();
}

type Route = { readonly id: string; readonly round: number; readonly route: readonly EntitledApprover[] };

export async function insertRoute(tx: Tx, ctx: Context, { id, round, route }: Route): Promise<void> {
  const rows = route.map((approver, index) => ({
    corner_code: ctx.corner,
    decision_id: id,
    round,
    position: index + 1,
    approver_id: approver.id,
    approver_name: approver.name,
  }));
  await tx.insertInto('decision_approver').values(rows).execute();
}

type Answer = {
  readonly decision: StoredDecision;
  readonly answer: 'approved' | 'returned';
  readonly comment: string | null;
};

/** Keeps what the person whose turn it is has said. */
export async function saveAnswer(tx: Tx, ctx: Context, { decision, answer, comment }: Answer): Promise<void> {
  await tx
    .updateTable('decision_approver')
    .set({ answer, answered_at: ctx.now(), comment })
    .where('decision_id', '=', decision.id)
    .where('round', '=', decision.round)
    .where('approver_id', '=', ctx.actor.id)
    .execute();
}

/** Writes the state that a draft has come to. */
export async function saveDecisionState(
  tx: Tx,
  ctx: Context,
  { id, state }: { readonly id: string; readonly state: DecisionState },
): Promise<void> {
  await tx
    .updateTable('decision')
    .set((row) => ({
      state,
      decided_on: state === 'decided' ? ctx.today() : null,
      version: row('version', '+', 1),
      updated_at: ctx.now(),
    }))
    .where('decision_id', '=', id)
    .execute();
}

type Event = {
  readonly id: string;
  readonly command: DecisionEvent['command'];
  readonly from: DecisionState | null;
  readonly to: DecisionState;
  readonly reason: string | null;
};

export async function insertDecisionEvent(
  tx: Tx,
  ctx: Context,
  { id, command, from, to, reason }: Event,
): Promise<void> {
  const { last } = await tx
    .selectFrom('decision_event')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('decision_id', '=', id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('decision_event')
    .values({
      corner_code: ctx.corner,
      decision_id: id,
      sequence: (last ?? 0) + 1,
      at: ctx.now(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      command,
      from_state: from,
      to_state: to,
      reason,
    })
    .execute();
}
