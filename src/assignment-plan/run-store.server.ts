import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { PlanSettings } from '#matching/domain/planning-settings.ts';
import type {
  AssignmentProposal,
  ConstraintPart,
  DroppedVisit,
  ProblemSize,
  ProposalExplanation,
  ProposalState,
  UnplacedSessions,
} from '#matching/domain/proposal.ts';
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

const ROWS_A_STATEMENT = 500;

/** Puts proposals in the place of those that a run had before. Only open ones are replaced: a run that goes on has no others. */
export async function replaceProposals(
  tx: Tx,
  ctx: Context,
  { runId, proposals }: { readonly runId: string; readonly proposals: readonly AssignmentProposal[] },
): Promise<void> {
  await tx.deleteFrom('assignment_proposal').where('run_id', '=', runId).where('state', '=', 'open').execute();
  const rows = proposals.map((each) => toRow(ctx, runId, each));
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx
      .insertInto('assignment_proposal')
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
}

function toRow(ctx: Context, runId: string, proposal: AssignmentProposal) {
  return {
    corner_code: ctx.corner,
    run_id: runId,
    request_id: proposal.requestId,
    visit_on: proposal.visitOn,
    starts_at: proposal.startsAt,
    ends_at: proposal.endsAt,
    instructor_ids: [...proposal.instructorIds],
    explanation: JSON.stringify(proposal.explanation),
  };
}

export async function replaceUnplaced(
  tx: Tx,
  ctx: Context,
  { runId, unplaced }: { readonly runId: string; readonly unplaced: readonly UnplacedSessions[] },
): Promise<void> {
  await tx.deleteFrom('unplaced_session').where('run_id', '=', runId).execute();
  const rows = unplaced.map(({ requestId, sessions, blockers, remedy }) => ({
    corner_code: ctx.corner,
    run_id: runId,
    request_id: requestId,
    sessions,
    blockers: JSON.stringify(blockers),
    remedy: remedy && JSON.stringify(remedy),
  }));
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    await tx
      .insertInto('unplaced_session')
      .values(rows.slice(start, start + ROWS_A_STATEMENT))
      .execute();
  }
}

/** A proposal with what became of it. */
export type StoredProposal = AssignmentProposal & {
  readonly state: ProposalState;
  readonly adoptedAt: string | null;
  readonly adoptedBy: string | null;
};

export function selectProposals(db: Db, runId: string) {
  return db
    .selectFrom('assignment_proposal')
    .select(['assignment_proposal.request_id as requestId', 'assignment_proposal.starts_at as startsAt'])
    .select(['assignment_proposal.ends_at as endsAt', 'assignment_proposal.instructor_ids as instructorIds'])
    .select(['assignment_proposal.adopted_at as adoptedAt', 'assignment_proposal.adopted_by as adoptedBy'])
    .select([
      sql<PlainDate>`assignment_proposal.visit_on`.as('visitOn'),
      sql<ProposalState>`assignment_proposal.state`.as('state'),
      sql<ProposalExplanation>`assignment_proposal.explanation`.as('explanation'),
    ])
    .where('run_id', '=', runId);
}

/** The proposals of a run, or of one of its requests, by request and day. */
export async function loadProposals(db: Db, runId: string, requestId?: string): Promise<readonly StoredProposal[]> {
  let query = selectProposals(db, runId);
  if (requestId !== undefined) query = query.where('request_id', '=', requestId);
  return query.orderBy('request_id').orderBy('visit_on').execute();
}

type OfRequest = { readonly runId: string; readonly requestId: string };

/** The open proposals of a request by day, held until the transaction ends. */
export async function lockProposals(tx: Tx, { runId, requestId }: OfRequest): Promise<readonly StoredProposal[]> {
  return selectProposals(tx, runId)
    .where('request_id', '=', requestId)
    .where('state', '=', 'open')
    .orderBy('visit_on')
    .forUpdate()
    .execute();
}

type Marking = OfRequest & { readonly visitOn: PlainDate; readonly state: 'adopted' | 'dismissed' };

export async function markProposal(tx: Tx, ctx: Context, { runId, requestId, visitOn, state }: Marking): Promise<void> {
  const adopted = state === 'adopted' ? { adopted_at: ctx.now(), adopted_by: ctx.actor.name } : {};
  await tx
    .updateTable('assignment_proposal')
    .set({ state, ...adopted })
    .where('run_id', '=', runId)
    .where('request_id', '=', requestId)
    .where('visit_on', '=', visitOn)
    .execute();
}

type Replacing = OfRequest & { readonly visitOn: PlainDate; readonly proposal: AssignmentProposal };

/** Puts a session in the place of one that is not wanted as it was proposed. */
export async function replaceProposal(
  tx: Tx,
  ctx: Context,
  { runId, requestId, visitOn, proposal }: Replacing,
): Promise<void> {
  await tx
    .deleteFrom('assignment_proposal')
    .where('run_id', '=', runId)
    .where('request_id', '=', requestId)
    .where('visit_on', '=', visitOn)
    .execute();
  await tx
    .insertInto('assignment_proposal')
    .values(toRow(ctx, runId, proposal))
    .execute();
}
