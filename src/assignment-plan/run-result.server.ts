import { sql } from 'kysely';
import type { PlainDate } from '#kernel/plain-date.ts';
import { peopleOfRemedy } from '#matching/domain/proposal.ts';
import type {
  Blocker,
  ConstraintPart,
  ProposalState,
  Remedy,
  RemedyChange,
  RunnerUp,
} from '#matching/domain/proposal.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { gapOf } from './domain/assignment-run.ts';
import { remedyWords } from './explanation-text.ts';
import { loadPlan, type AssignmentPlan } from './plan-store.server.ts';
import { loadProposals, type StoredProposal } from './proposal-store.server.ts';
import { loadRun, type AssignmentRun } from './run-store.server.ts';

/** One proposed session, told by the numbers that people know requests and instructors by. */
export type ResultAssignment = {
  readonly request: string;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** 登録番号; of somebody who is only assumed, the name. */
  readonly instructors: readonly string[];
  readonly state: ProposalState;
  readonly kilometres: number;
  readonly yen: number;
  /** The planned visit that it changes, where the plan may move what people agreed to. */
  readonly replaces: { readonly visit: string; readonly visitOn: PlainDate } | null;
  readonly reasons: readonly ConstraintPart[];
  readonly runnerUp: (Omit<RunnerUp, 'instructorIds'> & { readonly instructors: readonly string[] }) | null;
};

/** 手立て with the number of the instructor. */
export type ResultRemedy = { readonly points: number } & (
  ResultChange | { readonly kind: 'pair'; readonly changes: readonly ResultChange[] }
);

type ResultChange = { readonly kind: RemedyChange['kind'] } & Readonly<Record<string, string | number>>;

/** What was left out of a request, why, and what would change it. */
export type ResultUnserved = {
  readonly request: string;
  readonly sessions: number;
  readonly blockers: readonly Blocker[];
  readonly remedy: ResultRemedy | null;
  readonly remedyText: string | null;
};

/** 案に入らない予定 by its numbers: nothing is done to it, whatever is adopted. */
export type ResultDropped = {
  readonly request: string;
  readonly visit: string;
  readonly visitOn: PlainDate;
  readonly instructors: readonly string[];
};

/** 計算の結果, whole, as scripts read it (contract.md §1). */
export type RunResult = {
  readonly plan: AssignmentPlan;
  readonly run: AssignmentRun;
  /** How far the objective can be from the best, as a share of it; null before there is a proposal. */
  readonly gap: number | null;
  readonly assignments: readonly ResultAssignment[];
  readonly unserved: readonly ResultUnserved[];
  /** Planned visits that the plan may move and has no session for, as they stood then. */
  readonly dropped: readonly ResultDropped[];
  /** The requests of which a proposal waits to be adopted. */
  readonly openRequestIds: readonly string[];
  readonly numberOf: (requestId: string) => string;
};

/** A calculation with all that it proposes and leaves out, by request and day. */
export async function getRunResult(ctx: Context, runId: string): Promise<RunResult> {
  requirePermission(ctx, 'assignment.read');
  const run = await loadRun(ctx.db, runId);
  const plan = await loadPlan(ctx.db, run.planId);
  const proposals = await loadProposals(ctx.db, runId);
  const unplaced = await loadUnplaced(ctx, runId);
  const requestNumbers = await numberRequests(ctx, run);
  const nameOf = await namePeople(ctx, run, {
    proposals,
    remedies: unplaced.flatMap(({ remedy }) => remedy ?? []),
    dropped: run.dropped,
  });
  const requestOf = (id: string) => requestNumbers.get(id) ?? id;
  const assignments = proposals
    .map((proposal) => toAssignment(proposal, { requestOf, nameOf }))
    .toSorted((left, right) => compare(left.request, right.request) || compare(left.visitOn, right.visitOn));
  const unserved = unplaced
    .map(({ id, sessions, blockers, remedy }) => ({
      request: requestOf(id),
      sessions,
      blockers,
      remedy: remedy && toRemedy(remedy, nameOf),
      remedyText: remedy && remedyWords(remedy, { requestId: id, nameOf }).text,
    }))
    .toSorted((left, right) => compare(left.request, right.request));
  const dropped = run.dropped.map(({ requestId, number, visitOn, instructorIds }) => {
    return { request: requestOf(requestId), visit: number, visitOn, instructors: instructorIds.map(nameOf) };
  });
  const open = proposals.flatMap(({ state, requestId }) => (state === 'open' ? [requestId] : []));
  const openRequestIds = [...new Set(open)];
  return { plan, run, gap: gapOf(run) ?? null, assignments, unserved, dropped, openRequestIds, numberOf: requestOf };
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

type Naming = { readonly requestOf: (id: string) => string; readonly nameOf: (id: string) => string };

function toAssignment(proposal: StoredProposal, { requestOf, nameOf }: Naming): ResultAssignment {
  const { requestId, visitOn, startsAt, endsAt, instructorIds, state, explanation } = proposal;
  const { parts, instructors, runnerUp, replaces } = explanation;
  return {
    request: requestOf(requestId),
    visitOn,
    startsAt,
    endsAt,
    instructors: instructorIds.map(nameOf),
    state,
    kilometres: instructors.reduce((sum, { kilometres }) => sum + kilometres, 0),
    yen: instructors.reduce((sum, { yen }) => sum + yen, 0),
    replaces: replaces ? { visit: replaces.number, visitOn: replaces.visitOn } : null,
    reasons: parts,
    runnerUp: runnerUp && {
      visitOn: runnerUp.visitOn,
      instructors: runnerUp.instructorIds.map(nameOf),
      points: runnerUp.points,
      parts: runnerUp.parts,
    },
  };
}

function toRemedy(remedy: Remedy, nameOf: (id: string) => string): ResultRemedy {
  const { points, kind } = remedy;
  if (kind === 'pair') return { points, kind, changes: remedy.changes.map((change) => toChange(change, nameOf)) };
  return { points, ...toChange(remedy, nameOf) };
}

function toChange(change: RemedyChange, nameOf: (id: string) => string): ResultChange {
  if (!('instructorId' in change)) return change;
  const { instructorId, ...told } = change;
  return { ...told, instructor: nameOf(instructorId) };
}

async function loadUnplaced(ctx: Context, runId: string) {
  return ctx.db
    .selectFrom('unplaced_session')
    .select(['request_id as id', 'sessions'])
    .select((row) => [
      row.ref('blockers').$castTo<readonly Blocker[]>().as('blockers'),
      row.ref('remedy').$castTo<Remedy | null>().as('remedy'),
    ])
    .where('run_id', '=', runId)
    .execute();
}

async function numberRequests(
  ctx: Context,
  { id: runId, dropped }: AssignmentRun,
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db
    .selectFrom('request')
    .select(['request_id as id', 'number'])
    .where((where) =>
      where.or([
        where(
          'request_id',
          'in',
          where.selectFrom('assignment_proposal').select('request_id').where('run_id', '=', runId),
        ),
        where(
          'request_id',
          'in',
          where.selectFrom('unplaced_session').select('request_id').where('run_id', '=', runId),
        ),
        sql<boolean>`request_id = any(${dropped.map(({ requestId }) => requestId)}::uuid[])`,
      ]),
    )
    .execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}

type Mentioned = {
  readonly proposals: readonly StoredProposal[];
  readonly remedies: readonly Remedy[];
  readonly dropped: AssignmentRun['dropped'];
};

async function namePeople(
  ctx: Context,
  run: AssignmentRun,
  { proposals, remedies, dropped }: Mentioned,
): Promise<(id: string) => string> {
  const ids = new Set([
    ...proposals.flatMap(({ instructorIds, explanation }) => [
      ...instructorIds,
      ...(explanation.runnerUp?.instructorIds ?? []),
    ]),
    ...remedies.flatMap(peopleOfRemedy),
    ...dropped.flatMap(({ instructorIds }) => instructorIds),
  ]);
  const rows =
    ids.size === 0
      ? []
      : await ctx.db
          .selectFrom('instructor')
          .select(['instructor_id as id', 'number'])
          .where('instructor_id', 'in', [...ids])
          .execute();
  const names = new Map([
    ...run.settings.extraInstructors.map(({ id, name }) => [id, name] as const),
    ...rows.map(({ id, number }) => [id, number] as const),
  ]);
  return (id) => names.get(id) ?? id;
}
