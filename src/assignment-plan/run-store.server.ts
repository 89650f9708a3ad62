import { sql } from 'kysely';
import type { PlanSettings } from '#matching/domain/planning-settings.ts';
import type { ConstraintPart, DroppedVisit, ProblemSize } from '#matching/domain/proposal.ts';
import type { Weights } from '#optimizer/constraint.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import type { RunFailure, RunState, RunTrigger } from './domain/assignment-run.ts';

/** 計算, as it is kept. */
export type AssignmentRun = {
  readonly id: string;
  readonly planId: string;
  readonly state: RunState;
  readonly trigger: RunTrigger;
  readonly inputHash: string;
  readonly settings: PlanSettings;
  readonly weights: Weights;
  readonly seed: number;
  readonly stepLimit: number;
  readonly timeLimitMs: number | null;
  readonly codeVersion: string;
  readonly size: ProblemSize;
  /** Of the best proposal so far; null before there is one. */
  readonly points: number | null;
  readonly bound: number | null;
  readonly proven: boolean;
  readonly steps: number;
  readonly breakdown: readonly ConstraintPart[];
  /** Visits that it may move and has no session for. */
  readonly dropped: readonly DroppedVisit[];
  readonly requestedAt: string;
  readonly startedAt: string | null;
  readonly beatAt: string;
  readonly finishedAt: string | null;
  readonly startedBy: string;
  readonly cancelWanted: boolean;
  readonly failure: RunFailure | null;
};

export function selectRuns(db: Db) {
  return (
    db
      .selectFrom('assignment_run')
      .select(['run_id as id', 'plan_id as planId', 'input_hash as inputHash', 'seed', 'step_limit as stepLimit'])
      .select(['time_limit_ms as timeLimitMs', 'code_version as codeVersion', 'points', 'bound', 'proven', 'steps'])
      .select(['requested_at as requestedAt', 'started_at as startedAt', 'beat_at as beatAt'])
      .select(['finished_at as finishedAt', 'started_by as startedBy', 'cancel_wanted as cancelWanted'])
      // The JSON columns are written below from the domain's own types, by nobody else.
      .select([
        sql<RunState>`state`.as('state'),
        sql<RunTrigger>`trigger`.as('trigger'),
        sql<RunFailure | null>`failure`.as('failure'),
        sql<PlanSettings>`settings`.as('settings'),
        sql<Weights>`weights`.as('weights'),
        sql<ProblemSize>`size`.as('size'),
        sql<readonly ConstraintPart[]>`breakdown`.as('breakdown'),
        sql<readonly DroppedVisit[]>`dropped`.as('dropped'),
      ])
  );
}

export async function loadRun(db: Db, runId: string, { lock = false } = {}): Promise<AssignmentRun> {
  if (!isRecordId(runId)) throw new NotFound('assignment-run', runId);
  const query = selectRuns(db).where('run_id', '=', runId);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (!row) throw new NotFound('assignment-run', runId);
  return row;
}

/** The runs of a plan, the newest first. */
export async function loadRuns(db: Db, planId: string, limit: number): Promise<readonly AssignmentRun[]> {
  return selectRuns(db)
    .where('plan_id', '=', planId)
    .orderBy('requested_at', 'desc')
    .orderBy('run_id', 'desc')
    .limit(limit)
    .execute();
}

type NewRun = Pick<
  AssignmentRun,
  | 'id'
  | 'planId'
  | 'trigger'
  | 'inputHash'
  | 'settings'
  | 'weights'
  | 'seed'
  | 'stepLimit'
  | 'timeLimitMs'
  | 'codeVersion'
  | 'size'
>;

export async function insertRun(tx: Tx, ctx: Context, run: NewRun): Promise<void> {
  const now = ctx.now();
  await tx
    .insertInto('assignment_run')
    .values({
      corner_code: ctx.corner,
      run_id: run.id,
      plan_id: run.planId,
      state: 'running',
      trigger: run.trigger,
      input_hash: run.inputHash,
      settings: JSON.stringify(run.settings),
      weights: JSON.stringify(run.weights),
      seed: run.seed,
      step_limit: run.stepLimit,
      time_limit_ms: run.timeLimitMs,
      code_version: run.codeVersion,
      size: JSON.stringify(run.size),
      breakdown: '[]',
      dropped: '[]',
      requested_at: now,
      started_at: now,
      beat_at: now,
      started_by: ctx.actor.name,
    })
    .execute();
}

/** The best so far, or the end. */
export type RunProgress = {
  readonly points: number;
  readonly bound: number;
  readonly steps: number;
  readonly breakdown: readonly ConstraintPart[];
  readonly dropped: readonly DroppedVisit[];
};

/** Keeps how far a run is; nothing where it has ended already by another hand. Answers whether it is to stop. */
export async function updateProgress(
  tx: Tx,
  ctx: Context,
  { runId, progress }: { readonly runId: string; readonly progress: RunProgress | undefined },
): Promise<'go-on' | 'stop' | 'ended'> {
  const values = progress && {
    ...progress,
    breakdown: JSON.stringify(progress.breakdown),
    dropped: JSON.stringify(progress.dropped),
  };
  const row = await tx
    .updateTable('assignment_run')
    .set({ ...values, beat_at: ctx.now() })
    .where('run_id', '=', runId)
    .where('state', '=', 'running')
    .returning('cancel_wanted as wanted')
    .executeTakeFirst();
  if (!row) return 'ended';
  return row.wanted ? 'stop' : 'go-on';
}

type Ending = {
  readonly runId: string;
  readonly state: 'done' | 'cancelled' | 'interrupted' | 'failed';
  readonly proven: boolean;
  readonly failure: RunFailure | null;
};

export async function endRun(tx: Tx, ctx: Context, { runId, state, proven, failure }: Ending): Promise<void> {
  await tx
    .updateTable('assignment_run')
    .set({ state, proven, failure, finished_at: ctx.now(), beat_at: ctx.now() })
    .where('run_id', '=', runId)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
}

export async function wantCancel(tx: Tx, runId: string): Promise<void> {
  await tx.updateTable('assignment_run').set({ cancel_wanted: true }).where('run_id', '=', runId).execute();
}

/** Whether a calculation of the corner has not ended. */
export async function hasGoingRuns(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('assignment_run')
    .select('run_id')
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Runs that nobody has worked at since that moment: the process that did is gone. Their last proposals stay. */
export async function interruptRunsSince(tx: Tx, ctx: Context, before: string): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('assignment_run')
    .set({ state: 'interrupted', finished_at: ctx.now() })
    .where('state', 'in', ['waiting', 'running'])
    .where('beat_at', '<', before)
    .returning('run_id as id')
    .execute();
  return rows.map(({ id }) => id);
}
