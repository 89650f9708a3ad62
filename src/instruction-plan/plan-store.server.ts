import { sql } from 'kysely';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { fieldColumns } from '#record/columns.server.ts';
import type { InstructionPlan, PlanState } from './domain/instruction-plan.ts';
import { sessionFields, type PlanSession } from './domain/plan-session.ts';

const keys = sessionFields.map(({ key }) => key).filter((key) => key !== 'instructorNumber');
const columns = fieldColumns<PlanSession>(keys);

/** A version of a request's plan. */
export type StoredPlan = {
  readonly id: string;
  readonly requestId: string;
  readonly revision: number;
  readonly state: PlanState;
  readonly goal: string | null;
  readonly note: string | null;
  readonly draftedBy: string;
  readonly version: number;
  readonly updatedAt: string;
};

function selectPlans(db: Db) {
  return db
    .selectFrom('instruction_plan')
    .select(['plan_id as id', 'request_id as requestId', 'revision', 'goal', 'note', 'drafted_by as draftedBy'])
    .select(['version', 'updated_at as updatedAt'])
    .select(sql<PlanState>`state`.as('state'));
}

/** The versions of a request's plan, the newest first. */
export async function listPlans(db: Db, requestId: string): Promise<readonly StoredPlan[]> {
  return selectPlans(db).where('request_id', '=', requestId).orderBy('revision', 'desc').execute();
}

/** A version of a plan; held until the transaction ends where it is to change. */
export async function findPlan(db: Db, planId: string, { lock = false } = {}): Promise<StoredPlan | undefined> {
  const query = selectPlans(db).where('plan_id', '=', planId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** The version that is being worked on, held until the transaction ends. */
export async function lockOpenPlan(tx: Tx, requestId: string): Promise<StoredPlan | undefined> {
  return selectPlans(tx)
    .where('request_id', '=', requestId)
    .where('state', 'in', ['draft', 'proposed'])
    .forUpdate()
    .executeTakeFirst();
}

/** The sessions of a version, in their order. */
export async function listSessions(
  db: Db,
  planId: string,
): Promise<readonly (PlanSession & { readonly instructorName: string | null })[]> {
  const rows = await db
    .selectFrom('instruction_session')
    .leftJoin('instructor', 'instructor.instructor_id', 'instruction_session.instructor_id')
    .select(['visit_id as visitId', 'instructor.number as instructorNumber', 'instructor.name as instructorName'])
    .select(columns.names.map((name) => `instruction_session.${name}` as 'instruction_session.held_on'))
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
  return rows.map(({ visitId, instructorNumber, instructorName, ...row }) => ({
    ...(columns.toFields(row) as PlanSession),
    visitId,
    instructorNumber,
    instructorName,
  }));
}

export async function insertPlan(
  tx: Tx,
  ctx: Context,
  plan: InstructionPlan & { readonly id: string; readonly revision: number },
): Promise<void> {
  const { id, requestId, revision, goal, note } = plan;
  await tx
    .insertInto('instruction_plan')
    .values({
      corner_code: ctx.corner,
      plan_id: id,
      request_id: requestId,
      revision,
      goal,
      note,
      drafted_by: ctx.actor.name,
      created_at: ctx.now(),
      updated_at: ctx.now(),
    })
    .execute();
}

export async function updatePlan(
  tx: Tx,
  ctx: Context,
  { id, goal, note }: { readonly id: string; readonly goal: string | null; readonly note: string | null },
): Promise<void> {
  await tx
    .updateTable('instruction_plan')
    .set((row) => ({ goal, note, version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('plan_id', '=', id)
    .execute();
}

/** Writes the state that a version has come to. */
export async function savePlanState(
  tx: Tx,
  ctx: Context,
  { id, state }: { readonly id: string; readonly state: PlanState },
): Promise<void> {
  await tx
    .updateTable('instruction_plan')
    .set((row) => ({ state, version: row('version', '+', 1), updated_at: ctx.now() }))
    .where('plan_id', '=', id)
    .execute();
}

type Writing = {
  readonly planId: string;
  readonly sessions: readonly PlanSession[];
  readonly instructorIds: ReadonlyMap<string, string>;
};

/** Writes the sessions of a version in the place of those before. */
export async function replaceSessions(
  tx: Tx,
  ctx: Context,
  { planId, sessions, instructorIds }: Writing,
): Promise<void> {
  await tx.deleteFrom('instruction_session').where('plan_id', '=', planId).execute();
  if (sessions.length === 0) return;
  const rows = sessions.map((session, index) => ({
    corner_code: ctx.corner,
    plan_id: planId,
    position: index + 1,
    visit_id: session.visitId,
    instructor_id: session.instructorNumber === null ? null : instructorIds.get(session.instructorNumber),
    ...columns.toColumns(session),
  }));
  await tx
    .insertInto('instruction_session')
    .values(rows as never)
    .execute();
}

/** Ties a session to the visit that it became. */
export async function tieVisit(
  tx: Tx,
  { planId, position, visitId }: { readonly planId: string; readonly position: number; readonly visitId: string },
): Promise<void> {
  await tx
    .updateTable('instruction_session')
    .set({ visit_id: visitId })
    .where('plan_id', '=', planId)
    .where('position', '=', position)
    .execute();
}
