import { accept, refuse, type Result } from '#kernel/result.ts';
import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db } from '#platform/db/database.server.ts';
import { answerOnce, inTransaction } from '#platform/db/transaction.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import {
  findClaimOf,
  insertClaim,
  insertClaimEvents,
  loadClaim,
  loadSubject,
  lockClaim,
  replaceClaim,
  type StoredClaim,
} from './claim-store.server.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import type { DraftRefusal } from './domain/claim-draft.ts';
import { checkClaimInput, claimInputOf, claimLines, type ClaimInput } from './domain/claim-fields.ts';
import { editableStates } from './domain/claim-state.ts';
import { findOverspending } from './domain/expense-budget.ts';
import { priceClaim, type PricedClaim } from './domain/expense-claim.ts';
import type { ExpenseItem } from './domain/expense-line.ts';
import { findRateOn } from './domain/expense-rate.ts';
import { suggestClaim } from './domain/suggest-claim.ts';
import { loadRates } from './rate-store.server.ts';
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
        const priced = await price(tx, subject, input);
        if (!priced.ok) return priced;
        const id = ctx.newId();
        await insertClaim(tx, ctx, { id, subject, priced: priced.value, note: input.note });
        await insertClaimEvents(tx, ctx, { ids: [id], from: 'draft', to: 'draft', command: 'draft', reason: null });
        const entity = { kind: 'expense-claim', id, label: claimLabel(subject) };
        await recordAudit(tx, ctx, [{ action: 'created', entity, after: auditOf(priced.value, input.note) }]);
        return accept({ id });
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
    const priced = await price(tx, subject, input);
    if (!priced.ok) return priced;
    await replaceClaim(tx, ctx, { id, priced: priced.value, note: input.note });
    const entity = { kind: 'expense-claim', id, label: claimLabel(subject) };
    const [before, after] = [auditOf(claim, claim.note), auditOf(priced.value, input.note)];
    await recordAudit(tx, ctx, [{ action: 'updated', entity, before, after }]);
    return accept({ id });
  });
}

async function price(db: Db, subject: ClaimSubject, input: ClaimInput): Promise<Result<PricedClaim, DraftRefusal>> {
  const problems = checkClaimInput(input);
  if (problems.length > 0) return refuse({ kind: 'fields', problems });
  const rate = findRateOn(await loadRates(db, fiscalYearOf(subject.visitOn)), subject.visitOn);
  if (!rate) return refuse({ kind: 'no-rate', visitOn: subject.visitOn });
  const priced = priceClaim(rate, claimLines(input, subject));
  return priced.ok ? priced : refuse({ kind: 'price', problem: priced.refusal });
}

function auditOf({ rateId, lines, totalYen }: Pick<PricedClaim, 'rateId' | 'lines' | 'totalYen'>, note: string | null) {
  const amounts = Object.fromEntries(lines.map(({ input, amountYen }) => [input.item, amountYen]));
  return { rateId, ...amounts, totalYen, note };
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
  const rate = findRateOn(await loadRates(ctx.db, fiscalYearOf(subject.visitOn)), subject.visitOn);
  const from = findMunicipality(subject.instructorMunicipality);
  const input = suggestClaim(rate, { ...subject, from, to: findMunicipality(subject.municipality) });
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
