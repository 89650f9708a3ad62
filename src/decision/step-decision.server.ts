import { holdRequest } from '#dispatch/move-request.server.ts';
import { judgeSettlement, settlePlan } from '#instruction-plan/settle-plan.server.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import {
  findDecision,
  insertDecisionEvent,
  listRoute,
  saveAnswer,
  saveDecisionState,
  type RouteEntry,
  type StoredDecision,
} from './decision-store.server.ts';
import { decideDecisionStep, type DecisionCommand, type DecisionFacts, type DecisionState } from './domain/decision.ts';
import { followDecision, type DecisionStopped } from './propose-decision.server.ts';

/** What is done to a draft that goes round; a returned one is sent round again by `proposeDecision`. */
export type RoundCommand = Exclude<DecisionCommand, 'resubmit'>;

type Step = {
  readonly decisionId: string;
  readonly command: RoundCommand;
  readonly reason: string | null;
  /** The version of the draft that the person saw: nobody approves what was changed meanwhile. */
  readonly version: number;
  readonly key?: string | undefined;
};

type Stepped = Result<{ readonly state: DecisionState }, DecisionStopped>;

/** The permission that a step needs; taking back is for who may draft. */
export function permissionOfDecision(command: RoundCommand): 'request.write' | 'request.decide' {
  return command === 'withdraw' ? 'request.write' : 'request.decide';
}

/**
 * 決裁の手続. Approves, returns or withdraws a draft. The last approval decides the plan, replaces the version before it and
 * takes the request to 決裁済み; a return gives the plan back to be mended. All of it in one transaction, or nothing.
 */
export function stepDecision(ctx: Context, { key, ...step }: Step): Promise<Stepped> {
  requirePermission(ctx, permissionOfDecision(step.command));
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['decision-step', step]),
      work: () => stepIn(tx, ctx, step),
      isKept: (answer) => answer.ok,
    }),
  );
}

async function stepIn(tx: Tx, ctx: Context, step: Step): Promise<Stepped> {
  const { decisionId, command, version } = step;
  const found = isRecordId(decisionId) ? await findDecision(tx, decisionId) : undefined;
  const request = found && (await holdRequest(tx, found.requestId));
  const decision = request && (await findDecision(tx, decisionId, { lock: true }));
  if (!decision || !request) throw new NotFound('decision', decisionId);
  if (decision.version !== version) return refuse({ kind: 'moved-meanwhile', state: decision.state });
  const facts = decisionFacts(decision, await listRoute(tx, decisionId));
  const decided = decideDecisionStep(facts, { command, actorId: ctx.actor.id, reason: step.reason });
  if (!decided.ok) return decided;
  const { state, reason } = decided.value;
  const followed = await follow(tx, ctx, { decision, state, reason });
  if (!followed.ok) return followed;
  if (command !== 'withdraw')
    await saveAnswer(tx, ctx, { decision, answer: command === 'approve' ? 'approved' : 'returned', comment: reason });
  await saveDecisionState(tx, ctx, { id: decisionId, state });
  await insertDecisionEvent(tx, ctx, { id: decisionId, command, from: decision.state, to: state, reason });
  const entity = { kind: 'decision', id: decisionId, label: `${request.number} ${decision.subject}` };
  const after = { decisionState: state, ...(reason === null ? {} : { reason }) };
  await recordAudit(tx, ctx, [
    { action: decisionActions[command], entity, before: { decisionState: decision.state }, after },
  ]);
  return accept({ state });
}

const decisionActions: Readonly<Record<RoundCommand, string>> = {
  approve: 'approved',
  return: 'returned',
  withdraw: 'taken-back',
};

/** A draft with the route of its present round, as the rules see it. */
export function decisionFacts(decision: StoredDecision, route: readonly RouteEntry[]): DecisionFacts {
  const { state, drafterId, drafterName, round } = decision;
  const present = route
    .filter((entry) => entry.round === round)
    .map(({ approverId, approverName, answer }) => ({
      id: approverId,
      name: approverName,
      hasApproved: answer === 'approved',
    }));
  return { state, drafterId, drafterName, route: present };
}

type Following = {
  readonly decision: StoredDecision;
  readonly state: DecisionState;
  readonly reason: string | null;
};

/** What plan and request do when a draft is decided, returned or taken back; nothing while it still goes round. */
async function follow(
  tx: Tx,
  ctx: Context,
  { decision, state, reason }: Following,
): Promise<Result<unknown, DecisionStopped>> {
  const { planId, requestId } = decision;
  // What was returned lies with the drafter already: taking it back changes nothing of the plan.
  if (state === 'circulating' || decision.state === 'returned') return accept(null);
  const isDecided = state === 'decided';
  const next = await judgeSettlement(tx, { planId, command: isDecided ? 'decide' : 'give-back' });
  if (!next.ok) return next;
  const command = isDecided ? 'approve' : 'return';
  const moved = await followDecision(tx, ctx, { requestId, command, reason: reason ?? decision.subject });
  if (!moved.ok) return moved;
  await settlePlan(tx, ctx, { planId, state: next.value });
  return accept(null);
}
