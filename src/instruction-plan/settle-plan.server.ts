import type { Result } from '#kernel/result.ts';
import type { Context } from '#platform/context.server.ts';
import type { Tx } from '#platform/db/database.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { checkCompleteness, movePlan, type PlanRefusal, type PlanState } from './domain/instruction-plan.ts';
import { findPlan, listPlans, listSessions, lockOpenPlan, savePlanState } from './plan-store.server.ts';

/** What a decision does to a plan. */
export type PlanSettlement = {
  readonly planId: string;
  readonly command: 'propose' | 'give-back' | 'decide';
};

/** The version of a request's plan that is being worked on, held until the transaction ends. */
export async function holdOpenPlan(tx: Tx, requestId: string): Promise<{ readonly id: string } | undefined> {
  return lockOpenPlan(tx, requestId);
}

/** The state that a plan would come to, or why it stays; the plan is held until the transaction ends. */
export async function judgeSettlement(
  tx: Tx,
  { planId, command }: PlanSettlement,
): Promise<Result<PlanState, PlanRefusal>> {
  const plan = await findPlan(tx, planId, { lock: true });
  if (!plan) throw new NotFound('instruction-plan', planId);
  const moved = movePlan(plan.state, command);
  if (!moved.ok || command !== 'propose') return moved;
  const complete = checkCompleteness(await listSessions(tx, planId));
  return complete.ok ? moved : complete;
}

/** Writes what was judged. The version that was in force gives way to the one that is decided now. */
export async function settlePlan(
  tx: Tx,
  ctx: Context,
  { planId, state }: { readonly planId: string; readonly state: PlanState },
): Promise<void> {
  const plan = await findPlan(tx, planId);
  if (!plan) throw new NotFound('instruction-plan', planId);
  if (state === 'decided') {
    const earlier = (await listPlans(tx, plan.requestId)).find((each) => each.state === 'decided');
    const replaced = earlier && movePlan(earlier.state, 'replace');
    if (earlier && replaced?.ok) await savePlanState(tx, ctx, { id: earlier.id, state: replaced.value });
  }
  await savePlanState(tx, ctx, { id: planId, state });
}
