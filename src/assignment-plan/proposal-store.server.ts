import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import type {
  AssignmentProposal,
  ProposalExplanation,
  ProposalState,
  UnplacedSessions,
} from '#matching/domain/proposal.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';

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
