import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import {
  findClaimOf,
  loadClaim,
  loadSubject,
  lockClaim,
  replaceClaim,
  type StoredClaim,
} from './claim-store.server.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import type { DraftRefusal } from './domain/claim-draft.ts';
import { claimInputOf, type ClaimInput } from './domain/claim-fields.ts';
import { editableStates } from './domain/claim-state.ts';
import { findOverspending } from './domain/expense-budget.ts';
import type { ExpenseItem } from './domain/expense-line.ts';
import { auditOf, openClaim, priceInput, suggestFor } from './open-claim.server.ts';
import { readBudget } from './set-budget.server.ts';
import { claimLabel } from './text.ts';

type Saved = Promise<Result<{ readonly id: string }, DraftRefusal>>;
type Pair = { readonly visitId: string; readonly instructorId: string };

/** 請求の作成 for one instructor of a held visit. The same key answers the same (FRM-34). */
export function draftClaim(
  ctx: Context,
  { visitId, instructorId, input, key }: Pair & { readonly input: ClaimInput; readonly key: string | undefined },
): Saved {
  requirePermission(ctx, 'expense.write');
  return inTransaction(ctx, (tx) =>
    answerOnce(tx, ctx, {
      key,
      fingerprint: JSON.stringify(['expense-claim', visitId, instructorId, input]),
      isKept: (answer) => answer.ok,
      work: async () => {
        // The visit is held: of two who claim for it at once, the second finds the claim of the first.
        const subject = await loadSubject(tx, { visitId, instructorId }, { lock: true });
        if (subject.visitStatus !== 'held') return refuse({ kind: 'not-held', visitOn: subject.visitOn } as const);
        const earlier = await findClaimOf(tx, subject);
        if (earlier !== undefined) return refuse({ kind: 'claimed-before', claimId: earlier } as const);
        const priced = await priceInput(tx, subject, input);
        if (!priced.ok) return priced;
        return openClaim(tx, ctx, { subject, priced: priced.value, note: input.note, reason: null });
      },
    }),
  );
}

type Change = { readonly id: string; readonly version: number; readonly input: ClaimInput };

/** What was entered of a claim that is not submitted; reckoned anew by the rate table of the visit's day. */
export function changeClaim(ctx: Context, { id, version, input }: Change): Saved {
  requirePermission(ctx, 'expense.write');
  return inTransaction(ctx, async (tx) => {
    const claim = await lockClaim(tx, id, version);
    if (!editableStates.includes(claim.state)) return refuse({ kind: 'not-editable', state: claim.state } as const);
    const subject = await loadSubject(tx, claim);
    const priced = await priceInput(tx, subject, input);
    if (!priced.ok) return priced;
    await replaceClaim(tx, ctx, { id, priced: priced.value, note: input.note });
    const entity = { kind: 'expense-claim', id, label: claimLabel(subject) };
    const [before, after] = [auditOf(claim, claim.note), auditOf(priced.value, input.note)];
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before, after }]);
    return accept({ id });
  });
}

/** What a new claim begins with, and the claim that stands already, if any. */
export async function startClaim(
  ctx: Context,
  pair: Pair,
): Promise<{
  readonly subject: ClaimSubject;
  readonly input: ClaimInput;
  readonly hasRate: boolean;
  claimId?: string;
}> {
  requirePermission(ctx, 'expense.write');
  const subject = await loadSubject(ctx.db, pair);
  const claimId = await findClaimOf(ctx.db, subject);
  const { rate, input } = await suggestFor(ctx.db, subject);
  return { subject, input, hasRate: rate !== undefined, ...(claimId === undefined ? {} : { claimId }) };
}

/** A claim with what was entered of it, for its form. */
export async function getEnteredClaim(
  ctx: Context,
  id: string,
): Promise<{ readonly claim: StoredClaim; readonly subject: ClaimSubject; readonly input: ClaimInput }> {
  requirePermission(ctx, 'expense.write');
  const claim = await loadClaim(ctx.db, id);
  const inputs = claim.lines.map((line) => line.input);
  return { claim, subject: await loadSubject(ctx.db, claim), input: claimInputOf(inputs, claim.note) };
}

/** Which budgets a claim would overspend, with what else is claimed. */
export async function findClaimOverspending(
  ctx: Context,
  claim: Pick<StoredClaim, 'id' | 'fiscalYear' | 'lines'>,
): Promise<readonly { readonly item: ExpenseItem; readonly missingYen: number }[]> {
  requirePermission(ctx, 'expense.read');
  const { lines } = await readBudget(ctx.db, claim.fiscalYear, claim.id);
  return findOverspending(
    lines,
    claim.lines.map(({ input, amountYen }) => ({ item: input.item, amountYen })),
  );
}
