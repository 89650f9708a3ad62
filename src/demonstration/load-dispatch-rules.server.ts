import type { DispatchTerms } from '#dispatch/domain/dispatch-rule.ts';
import { addDispatchRule } from '#dispatch/set-dispatch-rules.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';

/** Rules of a corner that does not exist, of the kinds that corners publish (domain.md §5.3, §5.4). */
const TERMS: DispatchTerms = {
  validFrom: plainDate('2022-04-01'),
  basis: '架空コーナー 派遣実施要領（体験用の架空の基準）',
  eligibleKinds: ['sme', 'trade-body', 'technical-school', 'public-place', 'elementary-junior-high', 'support-station'],
  largeEnterprise: 'own-cost',
  sessionCaps: [
    { kind: 'sme', program: null, sessions: 20 },
    { kind: 'trade-body', program: null, sessions: 20 },
    { kind: 'technical-school', program: null, sessions: 20 },
  ],
  capPer: 'year',
  sessionHours: [{ program: 'practical-instruction', minMinutes: 60, maxMinutes: 180 }],
  requestLeadDays: 30,
  planLeadDays: null,
  planFormFromDays: 11,
  reportDueDays: null,
  surveyDueDays: null,
  minAge: 15,
  maxAge: 34,
  maxYearsRunning: 3,
  maxPerYear: null,
  onRepeat: 'consult',
  subsidyDeclaration: 'needed',
};

/** The same from November on, with terms for what follows a visit: what was held before is due by no day. */
const LATER_TERMS: DispatchTerms = {
  ...TERMS,
  validFrom: plainDate('2022-11-01'),
  basis: '架空コーナー 派遣実施要領 令和4年11月改正（体験用の架空の基準）',
  reportDueDays: 14,
  surveyDueDays: 30,
};

/** Loads the 派遣の基準 by its ordinary use case. */
export async function loadDispatchRules(ctx: Context): Promise<void> {
  for (const terms of [TERMS, LATER_TERMS]) {
    const key = `demonstration-dispatch-rule-${terms.validFrom}`;
    const added = await addDispatchRule(ctx, { terms, fiscalYear: 2022, key });
    if (!added.ok) throw new Error(`dispatch rule: ${JSON.stringify(added.refusal)}`);
  }
}
