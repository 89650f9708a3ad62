import { sql } from 'kysely';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordedStage, FIRST_STAGE, type RequestCommand, type RequestStage } from './domain/request-stage.ts';
import { foldStage, type StageFacts } from './domain/stage-facts.ts';
import { stageTransitions } from './domain/stage-transitions.ts';
import { findStaged, listRequestEvents, type RequestEvent } from './stage-store.server.ts';

export type RequestStanding = {
  readonly stage: RequestStage;
  readonly facts: StageFacts;
  readonly events: readonly RequestEvent[];
};

/** Where a request stands, and how it came there. */
export async function getStanding(ctx: Context, requestId: string): Promise<RequestStanding> {
  requirePermission(ctx, 'request.read');
  const found = await findStaged(ctx.db, requestId);
  if (!found) throw new NotFound('request', requestId);
  const { recorded, facts } = found;
  return { stage: foldStage(recorded, facts), facts, events: await listRequestEvents(ctx.db, requestId) };
}

/** `foldStage` as an expression over a row of `request` and its counted visits (`progress`). */
export const stageExpression = sql<RequestStage>`case
  when request.stage in ('closed', 'rejected', 'withdrawn', 'waitlisted') or progress.held = 0 then request.stage
  when progress.held < request.wished_sessions then 'in-progress'
  when progress.reported < progress.held then 'completed'
  when progress.surveyed < progress.held then 'reported'
  when progress.settled < progress.held then 'surveyed'
  else 'settled' end`;

/**
 * How many requests stand elsewhere than their steps lead: the row holds another stage than the last step, a step does
 * not begin where the one before ended, or the table knows no such step.
 */
export async function countStrayStages(db: Db): Promise<number> {
  const requests = await db.selectFrom('request').select(['request_id', 'stage']).execute();
  const events = await db
    .selectFrom('request_event')
    .select(['request_id', 'command', 'from_stage', 'to_stage'])
    .orderBy('request_id')
    .orderBy('sequence')
    .execute();
  const reached = new Map<string, string>();
  const strays = new Set<string>();
  for (const { request_id: id, command, from_stage: from, to_stage: to } of events) {
    const cell = stageTransitions[from as RequestStage][command as RequestCommand];
    const before = reached.get(id);
    const follows = before === undefined || before === from || !isRecordedStage(from);
    if (!('to' in cell) || cell.to !== to || !follows) strays.add(id);
    reached.set(id, to);
  }
  for (const { request_id: id, stage } of requests) {
    if ((reached.get(id) ?? FIRST_STAGE) !== stage) strays.add(id);
  }
  return strays.size;
}
