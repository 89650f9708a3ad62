import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { recordAudit } from '#platform/audit/record-audit.server.ts';
import type { Context } from '#platform/context.server.ts';
import type { Db, Tx } from '#platform/db/database.server.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { insertClaim, insertClaimEvents } from './claim-store.server.ts';
import type { DraftRefusal } from './domain/claim-draft.ts';
import { checkClaimInput, claimLines, type ClaimInput } from './domain/claim-fields.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import { priceClaim, type PricedClaim } from './domain/expense-claim.ts';
import { findRateOn, type ExpenseRate } from './domain/expense-rate.ts';
import { suggestClaim } from './domain/suggest-claim.ts';
import { loadRates } from './rate-store.server.ts';
import { claimLabel } from './text.ts';

/** What a claim begins with, and the rate table of the visit's day, if there is one. */
export async function suggestFor(
  db: Db,
  subject: ClaimSubject,
): Promise<{ readonly rate: ExpenseRate | undefined; readonly input: ClaimInput }> {
  const rate = findRateOn(await loadRates(db, fiscalYearOf(subject.visitOn)), subject.visitOn);
  const from = findMunicipality(subject.instructorMunicipality);
  return { rate, input: suggestClaim(rate, { ...subject, from, to: findMunicipality(subject.municipality) }) };
}

/** Reckons what was entered by the rate table of the visit's day. */
export async function priceInput(
  db: Db,
  subject: ClaimSubject,
  input: ClaimInput,
): Promise<Result<PricedClaim, DraftRefusal>> {
  const problems = checkClaimInput(input);
  if (problems.length > 0) return refuse({ kind: 'fields', problems });
  const rate = findRateOn(await loadRates(db, fiscalYearOf(subject.visitOn)), subject.visitOn);
  if (!rate) return refuse({ kind: 'no-rate', visitOn: subject.visitOn });
  const priced = priceClaim(rate, claimLines(input, subject));
  return priced.ok ? priced : refuse({ kind: 'price', problem: priced.refusal });
}

type Opened = {
  readonly subject: ClaimSubject;
  readonly priced: PricedClaim;
  readonly note: string | null;
  /** What it came from, where nobody entered it. */
  readonly reason: string | null;
};

/** Keeps a new claim with its first event; the caller holds the visit and knows that none stands for the pair. */
export async function openClaim(
  tx: Tx,
  ctx: Context,
  { subject, priced, note, reason }: Opened,
): Promise<Result<{ readonly id: string }, never>> {
  const id = ctx.newId();
  await insertClaim(tx, ctx, { id, subject, priced, note });
  await insertClaimEvents(tx, ctx, { ids: [id], from: 'draft', to: 'draft', command: 'draft', reason });
  const entity = { kind: 'expense-claim', id, label: claimLabel(subject) };
  await recordAudit(tx, ctx, [{ action: 'created', entity, after: auditOf(priced, note) }]);
  return accept({ id });
}

/** A claim as the log keeps it: the amounts, and the table they come from. */
export function auditOf(
  { rateId, lines, totalYen }: Pick<PricedClaim, 'rateId' | 'lines' | 'totalYen'>,
  note: string | null,
) {
  const amounts = Object.fromEntries(lines.map(({ input, amountYen }) => [input.item, amountYen]));
  return { rateId, ...amounts, totalYen, note };
}
