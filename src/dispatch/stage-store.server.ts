import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import type { RequestMove } from './domain/move-request.ts';
import type { RecordedStage, RequestCommand, RequestStage } from './domain/request-stage.ts';
import type { StageFacts } from './domain/stage-facts.ts';
import { countVisits } from './visit-progress.server.ts';

/** A request as the rules of its stage see it. */
export type StagedRequest = {
  readonly id: string;
  readonly number: string;
  readonly recorded: RecordedStage;
  readonly facts: StageFacts;
};

/** The stage of a request with what is counted of its visits; undefined where there is none. */
export async function findStaged(
  db: Db,
  requestId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<StagedRequest | undefined> {
  const query = db
    .selectFrom('request')
    .innerJoinLateral(countVisits, (join) => join.onTrue())
    .select(['request_id as id', 'number', 'wished_sessions as wished'])
    .select(sql<RecordedStage>`request.stage`.as('recorded'))
    .select(['progress.planned', 'progress.held', 'progress.reported', 'progress.surveyed', 'progress.settled'])
    .where('request_id', '=', requestId)
    .where('deleted_at', 'is', null);
  const row = await (lock ? query.forUpdate('request') : query).executeTakeFirst();
  if (!row) return undefined;
  const { id, number, recorded, ...facts } = row;
  return { id, number, recorded, facts };
}

/** A step that was taken with a request. */
export type RequestEvent = {
  readonly sequence: number;
  readonly at: string;
  readonly actorName: string;
  readonly command: RequestCommand;
  readonly from: RequestStage;
  readonly to: RecordedStage;
  readonly happenedOn: PlainDate;
  readonly reason: string | null;
};

/** The steps of a request, the newest first. */
export async function listRequestEvents(db: Db, requestId: string): Promise<readonly RequestEvent[]> {
  return db
    .selectFrom('request_event')
    .select(['sequence', 'at', 'actor_name as actorName', 'reason'])
    .select([
      sql<RequestCommand>`command`.as('command'),
      sql<RequestStage>`from_stage`.as('from'),
      sql<RecordedStage>`to_stage`.as('to'),
      sql<PlainDate>`happened_on`.as('happenedOn'),
    ])
    .where('request_id', '=', requestId)
    .orderBy('sequence', 'desc')
    .execute();
}

type StepWriting = {
  readonly requestId: string;
  readonly from: RequestStage;
  readonly to: RecordedStage;
  readonly sequence: number;
  readonly move: RequestMove;
};

/** A request of which no form came yet begins one station earlier. */
export async function beginAtEnquiry(tx: Tx, requestId: string): Promise<void> {
  const stage: RecordedStage = 'enquiry';
  await tx.updateTable('request').set({ stage }).where('request_id', '=', requestId).execute();
}

/** Writes the new stage and the step that led there. */
export async function saveStageStep(tx: Tx, ctx: Context, step: StepWriting): Promise<void> {
  const { requestId, from, to, sequence, move } = step;
  await tx
    .updateTable('request')
    .set({ stage: to, updated_at: ctx.now() })
    .where('request_id', '=', requestId)
    .execute();
  await tx
    .insertInto('request_event')
    .values({
      corner_code: ctx.corner,
      request_id: requestId,
      sequence,
      at: ctx.now(),
      actor_id: ctx.actor.id,
      actor_name: ctx.actor.name,
      command: move.command,
      from_stage: from,
      to_stage: to,
      happened_on: move.happenedOn,
      reason: move.reason?.trim() || null,
    })
    .execute();
}
