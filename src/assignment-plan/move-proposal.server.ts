import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { buildProblem } from '#matching/domain/build-problem.ts';
import { judgeMove as judge, type MoveJudgement, type ProposalMove } from '#matching/domain/judge-move.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { allOrNothing } from '#platform/db/transaction.server.ts';
import { isGoing } from './domain/assignment-run.ts';
import type { PinRefusal } from './domain/plan-refusal.ts';
import { loadPlanningFacts } from './load-facts.server.ts';
import { keepPinIn } from './pins.server.ts';
import { deletePin, loadPins, loadPlan } from './plan-store.server.ts';
import { loadProposals, lockProposals, replaceProposal, type StoredProposal } from './proposal-store.server.ts';
import { loadRun } from './run-store.server.ts';

export type MoveOrder = ProposalMove & { readonly runId: string };

/** Why a proposal is not moved. */
export type MoveRefusal =
  | PinRefusal
  | { readonly kind: 'run-going' }
  | { readonly kind: 'not-open' }
  | { readonly kind: 'extra-instructor' }
  | { readonly kind: 'rules'; readonly judgement: MoveJudgement };

/** One person of a proposed session, who may be changed. */
export type MovedFrom = Omit<MoveOrder, 'to'>;

/** What a change of one person of a session is judged by: everything but the pin that the change lets go. */
export async function loadJudging(ctx: Context, moved: MovedFrom) {
  const run = await loadRun(ctx.db, moved.runId);
  const plan = await loadPlan(ctx.db, run.planId);
  const read = await loadPlanningFacts(ctx, { plan, base: undefined });
  // Who was fixed to the old day is let go of it: that is what the move is.
  const pins = read.pins.filter(
    (pin) =>
      !(
        pin.kind === 'pin' &&
        pin.requestId === moved.requestId &&
        pin.day === moved.visitOn &&
        pin.instructorId === moved.from
      ),
  );
  const facts = { ...read, pins };
  const standing = (await loadProposals(ctx.db, run.id)).filter(({ state }) => state === 'open');
  return { facts, built: buildProblem(facts), standing };
}

/** 変更の判定: the rules and the difference in points of a change by hand. Nothing is written. */
export async function judgeMove(ctx: Context, move: MoveOrder): Promise<MoveJudgement> {
  requirePermission(ctx, 'assignment.plan');
  const judgement = judge(await loadJudging(ctx, move), move);
  if (!judgement) throw new NotFound('assignment-proposal', `${move.requestId} ${move.visitOn}`);
  return judgement;
}

/**
 * 手での変更. Writes the changed session and fixes it for every calculation to come, where the rules allow it beside all other
 * proposals; whether they do is judged before, and again by the ordinary use case when it is adopted.
 */
export async function moveProposal(ctx: Context, move: MoveOrder): Promise<Result<MoveJudgement, MoveRefusal>> {
  const judgement = await judgeMove(ctx, move);
  const { proposal } = judgement;
  if (!judgement.possible || !proposal) return refuse({ kind: 'rules', judgement });
  return allOrNothing(ctx, async (tx): Promise<Result<MoveJudgement, MoveRefusal>> => {
    const run = await loadRun(tx, move.runId, { lock: true });
    if (isGoing(run.state)) return refuse({ kind: 'run-going' });
    const { extraInstructors } = run.settings;
    if (extraInstructors.some(({ id }) => judgement.instructorIds.includes(id)))
      return refuse({ kind: 'extra-instructor' });
    const open = await lockProposals(tx, move);
    const session = open.find(({ visitOn }) => visitOn === move.visitOn);
    if (!session?.instructorIds.includes(move.from)) return refuse({ kind: 'not-open' });
    const pinned = await repin(tx, ctx, { planId: run.planId, move, judgement, session });
    if (!pinned.ok) return pinned;
    const instructors = proposal.explanation.instructors.map((each) => ({ ...each, pinned: true }));
    // What it costs is told as the difference to what was proposed; what comes second is for the next calculation to say.
    const { replaces } = session.explanation;
    const explanation = { parts: judgement.parts, instructors, runnerUp: null, ...(replaces && { replaces }) };
    await replaceProposal(tx, ctx, { ...move, proposal: { ...proposal, explanation } });
    await auditMove(tx, ctx, { move, judgement });
    return accept(judgement);
  });
}

type Moving = { readonly move: MoveOrder; readonly judgement: MoveJudgement };

type Repinning = Moving & { readonly planId: string; readonly session: StoredProposal };

/** The pins of the old session go, and everybody of the new one is fixed. */
async function repin(tx: Tx, ctx: Context, { planId, move, judgement, session }: Repinning) {
  const { requestId, visitOn, to } = move;
  for (const pin of await loadPins(tx, planId)) {
    const isOld = pin.kind === 'pin' && pin.requestId === requestId && pin.visitOn === visitOn;
    if (isOld && session.instructorIds.includes(pin.instructorId)) await deletePin(tx, pin.id);
  }
  for (const instructorId of judgement.instructorIds) {
    const order = { planId, requestId, instructorId, visitOn: to.visitOn, kind: 'pin' } as const;
    const pinned = await keepPinIn(tx, ctx, order);
    if (!pinned.ok) return pinned;
  }
  return accept(undefined);
}

async function auditMove(tx: Tx, ctx: Context, { move, judgement }: Moving): Promise<void> {
  const { requestId, visitOn, to } = move;
  const { number } = await tx
    .selectFrom('request')
    .select('number')
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const name = await tx
    .selectFrom('instructor')
    .select('number')
    .where('instructor_id', '=', to.instructorId)
    .executeTakeFirstOrThrow();
  const after: { visitOn: PlainDate; instructor: string; points: number } = {
    visitOn: to.visitOn,
    instructor: name.number,
    points: judgement.points,
  };
  const entity = { kind: 'assignment-proposal', id: requestId, label: number };
  await recordAudit(tx, ctx, [{ action: 'updated', entity, before: { visitOn }, after }]);
}
