import { sumYen, yenOf, type Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import { withhold, type WithholdingRefusal } from './withholding.ts';

/** A claim as a payment takes it. */
type PayableClaim = {
  readonly claimId: string;
  readonly instructorId: string;
  readonly totalYen: Yen;
  readonly withheldBaseYen: Yen;
};

/** 支払. What one person is paid at once: tax is withheld from the sum of their claims (205条 "1回に支払われる金額"). */
export type Payment = {
  readonly instructorId: string;
  readonly claimIds: readonly string[];
  readonly grossYen: Yen;
  readonly withheldBaseYen: Yen;
  readonly taxYen: Yen;
  readonly taxRuleId: string;
  readonly netYen: Yen;
};

/** Gathers claims into one payment a person, in the order the persons first appear. */
export function gatherPayments(
  claims: readonly PayableClaim[],
  paidOn: PlainDate,
): Result<readonly Payment[], WithholdingRefusal> {
  const payments: Payment[] = [];
  for (const instructorId of new Set(claims.map((claim) => claim.instructorId))) {
    const own = claims.filter((claim) => claim.instructorId === instructorId);
    const grossYen = sumYen(own.map(({ totalYen }) => totalYen));
    const withheldBaseYen = sumYen(own.map((claim) => claim.withheldBaseYen));
    const tax = withhold(withheldBaseYen, paidOn);
    if (!tax.ok) return refuse(tax.refusal);
    const { taxYen, ruleId } = tax.value;
    payments.push({
      instructorId,
      claimIds: own.map(({ claimId }) => claimId),
      grossYen,
      withheldBaseYen,
      taxYen,
      taxRuleId: ruleId,
      netYen: yenOf(grossYen - taxYen),
    });
  }
  return accept(payments);
}
