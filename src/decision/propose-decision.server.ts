import type { RequestMoveRefusal } from '#dispatch/domain/move-request.ts';
import type { RequestCommand } from '#dispatch/domain/request-stage.ts';
import { holdRequest, moveRequestIn } from '#dispatch/move-request.server.ts';
import type { PlanRefusal } from '#instruction-plan/domain/instruction-plan.ts';
import { holdOpenPlan, judgeSettlement, settlePlan } from '#instruction-plan/settle-plan.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { decideRoute, type RouteRefusal } from './domain/approval-route.ts';
import { decideDecisionStep, type DecisionRefusal } from './domain/decision.ts';
import {
  insertDecision,
  insertDecisionEvent,
  insertRoute,
  lockDecisionOfPlan,
  restartDecision,
} from './decision-store.server.ts';
import { loadEntitledApprovers } from './entitled-approvers.server.ts';

export type Proposal = {
  readonly requestId: string;
  readonly subject: string;
  readonly note: string | null;
  /** Who decides, in order. */
  readonly approverIds: readonly string[];
  readonly key?: string | undefined;
};

/** Every reason for which a draft is not made or not sent round. */
export type DecisionStopped =
  DecisionRefusal | RouteRefusal | PlanRefusal | RequestMoveRefusal | { readonly kind: 'no-plan' };

type Proposed = Result<{ readonly id: string }, DecisionStopped>;

/**
 * 起案. Sends the plan of a request round to those who decide, in order, and locks it; a draft that was returned goes round
 * again. The request goes along to 計画書を作成済み. The same key answers the same.
 */
export function proposeDecision(ctx: Context, { key, ...proposal }: Proposal): Promise<Proposed> {
  requirePermission(ctx, 'request.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['decision', proposal]),
      work: () => proposeIn(tx, ctx, proposal),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function proposeIn(tx: Tx, ctx: Context, proposal: Proposal): Promise<Proposed> {
  const { requestId, subject, note } = proposal;
  const request = await holdRequest(tx, requestId);
  const plan = await holdOpenPlan(tx, requestId);
  if (!plan) return refuse({ kind: 'no-plan' });
  const earlier = await lockDecisionOfPlan(tx, plan.id);
  const again = earlier && judgeResubmission(ctx, earlier);
  if (again && !again.ok) return again;
  const state = await judgeSettlement(tx, { planId: plan.id, command: 'propose' });
  if (!state.ok) return state;
  const { approverIds } = proposal;
  const entitled = await loadEntitledApprovers(tx, ctx.corner);
  const route = decideRoute({ approverIds, entitled, drafterId: ctx.actor.id });
  if (!route.ok) return route;
  const moved = await followDecision(tx, ctx, { requestId, command: 'issue-plan', reason: null });
  if (!moved.ok) return moved;
  await settlePlan(tx, ctx, { planId: plan.id, state: state.value });
  const decision = { id: earlier?.id ?? ctx.newId(), requestId, planId: plan.id, subject, note };
  if (earlier) await restartDecision(tx, ctx, decision);
  else await insertDecision(tx, ctx, decision);
  const round = (earlier?.round ?? 0) + 1;
  await insertRoute(tx, ctx, { id: decision.id, round, route: route.value });
  const command = earlier ? 'resubmit' : 'propose';
  const event = { id: decision.id, command, from: earlier?.state ?? null, to: 'circulating', reason: null } as const;
  await insertDecisionEvent(tx, ctx, event);
  const after = { decisionRound: round, approvers: route.value.map(({ name }) => name), content: subject, note };
  const entity = { kind: 'decision', id: decision.id, label: `${request.number} ${subject}` };
  await recordAudit(tx, ctx, [{ action: 'proposed', entity, after }]);
  return accept({ id: decision.id });
}

function judgeResubmission(ctx: Context, earlier: NonNullable<Awaited<ReturnType<typeof lockDecisionOfPlan>>>) {
  return decideDecisionStep({ ...earlier, route: [] }, { command: 'resubmit', actorId: ctx.actor.id, reason: null });
}

type Following = {
  readonly requestId: string;
  readonly command: Extract<RequestCommand, 'issue-plan' | 'approve' | 'return'>;
  readonly reason: string | null;
};

/**
 * Takes the request along. One that is further on stays where it is: a new version of a decided plan is decided without
 * going back; what is given back takes along only a request that stands at its plan.
 */
export async function followDecision(
  tx: Tx,
  ctx: Context,
  step: Following,
): Promise<Result<unknown, RequestMoveRefusal>> {
  const back = step.command === 'return';
  const at = back ? { seen: 'plan-issued' as const } : {};
  const moved = await moveRequestIn(tx, ctx, { ...step, ...at, happenedOn: ctx.today() });
  if (moved.ok) return moved;
  if (back && moved.refusal.kind === 'moved-meanwhile') return accept(null);
  if (moved.refusal.kind !== 'wrong-stage') return moved;
  const { why, stage } = moved.refusal;
  const stays = why === 'done-already' || why === 'goes-by-itself';
  return stays ? accept({ stage }) : moved;
}
