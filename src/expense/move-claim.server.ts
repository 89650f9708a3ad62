import { accept, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import type { Permission } from '#platform/permission/permission-table.ts';
import { loadSubject, lockClaim, saveClaimState } from './claim-store.server.ts';
import { moveClaim, type ClaimCommand, type ClaimState, type ClaimStateRefusal } from './domain/claim-state.ts';
import { claimLabel } from './text.ts';

/** What people do to a claim by hand; paying is a batch's. */
export type HandCommand = Exclude<ClaimCommand, 'pay'>;

/** Who may take which step: entering and checking is office work, approval another duty. */
export const stepPermissions: Readonly<Record<HandCommand, Permission>> = {
  submit: 'expense.write',
  check: 'expense.write',
  return: 'expense.write',
  drop: 'expense.write',
  approve: 'expense.approve',
};

type Step = {
  readonly id: string;
  readonly version: number;
  readonly command: HandCommand;
  readonly reason: string | null;
};

/** One step of a claim: 提出, 確認, 差戻し, 承認, 取下げ. */
export function stepClaim(
  ctx: Context,
  { id, version, command, reason }: Step,
): Promise<Result<{ readonly state: ClaimState }, ClaimStateRefusal>> {
  requirePermission(ctx, stepPermissions[command]);
  return inTransaction(ctx, async (tx) => {
    const claim = await lockClaim(tx, id, version);
    if (command === 'return' && claim.state === 'approved') requirePermission(ctx, 'expense.approve');
    const facts = { state: claim.state, draftedBy: claim.draftedBy, inBatch: claim.batchId !== null };
    const moved = moveClaim(facts, { command, actorId: ctx.actor.id, reason });
    if (!moved.ok) return moved;
    const told = reason?.trim() || null;
    await saveClaimState(tx, ctx, { ids: [id], from: claim.state, to: moved.value, command, reason: told });
    const entity = { kind: 'expense-claim', id, label: claimLabel(await loadSubject(tx, claim)) };
    await recordAudit(tx, ctx, [
      { action: 'moved', entity, before: { state: claim.state }, after: { state: moved.value, reason: told } },
    ]);
    return accept({ state: moved.value });
  });
}
