import { refuse, accept, type Result } from '#kernel/result.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { findClaimOf, hasDroppedClaim, loadSubject } from './claim-store.server.ts';
import type { ClaimInput } from './domain/claim-fields.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import { findClaimGap, type DerivedClaimRefusal } from './domain/derive-claim.ts';
import type { PricedClaim } from './domain/expense-claim.ts';
import { openClaim, priceInput, suggestFor } from './open-claim.server.ts';
import { expenseText as words } from './text.ts';

type Pair = { readonly visitId: string; readonly instructorId: string };

/** The claim of a report: the one that stands, or what the desk could make of the visit, or why it makes none. */
export type ReportClaim = Result<{ readonly id: string | undefined }, DerivedClaimRefusal>;

/**
 * 報告からの請求, in the transaction in which the report is checked: from what the visit tells and the rates of its day.
 * One that stands already is left as it is; where facts are missing none is made, and the report is checked all the same.
 */
export async function draftClaimOfReport(tx: Tx, ctx: Context, pair: Pair): Promise<ReportClaim> {
  requirePermission(ctx, 'expense.write');
  // The visit is held: of two who claim for it at once, the second finds the claim of the first.
  const subject = await loadSubject(tx, pair, { lock: true });
  const earlier = await findClaimOf(tx, subject);
  if (earlier !== undefined) return accept({ id: earlier });
  const derived = await derive(tx, subject);
  if (!derived.ok) return derived;
  return openClaim(tx, ctx, { subject, priced: derived.value.priced, note: null, reason: words.fromReport });
}

/** The claim of a checked report for its page: where it stands, or what stopped the desk from making one. */
export async function findClaimOfReport(ctx: Context, pair: Pair): Promise<ReportClaim> {
  requirePermission(ctx, 'expense.read');
  const subject = await loadSubject(ctx.db, pair);
  const id = await findClaimOf(ctx.db, subject);
  if (id !== undefined) return accept({ id });
  const derived = await derive(ctx.db, subject);
  return derived.ok ? accept({ id: undefined }) : derived;
}

async function derive(
  db: Db,
  subject: ClaimSubject,
): Promise<Result<{ readonly input: ClaimInput; readonly priced: PricedClaim }, DerivedClaimRefusal>> {
  if (subject.visitStatus !== 'held') return refuse({ kind: 'not-held', visitOn: subject.visitOn });
  if (await hasDroppedClaim(db, subject)) return refuse({ kind: 'dropped-before' });
  const { rate, input } = await suggestFor(db, subject);
  if (!rate) return refuse({ kind: 'no-rate', visitOn: subject.visitOn });
  const gap = findClaimGap(input);
  if (gap) return refuse(gap);
  const priced = await priceInput(db, subject, input);
  if (priced.ok) return accept({ input, priced: priced.value });
  const { refusal } = priced;
  if (refusal.kind === 'price') return refuse(refusal);
  throw new Error(`a derived claim was refused as ${refusal.kind}`);
}
