import { recordAudit } from '#platform/audit/record-audit.server.ts';
import { requirePermission, type Context } from '#platform/context.server.ts';
import { inTransaction } from '#platform/db/transaction.server.ts';
import { NotFound } from '#platform/errors.server.ts';
import { isRecordId } from '#record/record-id.ts';
import { listEvents, listEvidenceKinds, type CertificationEvent } from './certification-queries.server.ts';
import { findCase } from './certification-store.server.ts';
import { listOwnCriteria } from './criteria-queries.server.ts';
import { findCriteria, type CertificationCriteria } from './domain/certification-criteria.ts';
import { isShownToCenter } from './domain/center-view.ts';
import type { CertificationCase } from './domain/certification.ts';
import { listShortcomings, listShortcomingsForCenter, type Shortcoming } from './domain/completeness.ts';
import { judgeEligibility, type CriterionVerdict } from './domain/eligibility.ts';

export type CertificationView = CaseStanding & { readonly events: readonly CertificationEvent[] };

/** An application held against the criteria. */
export type CaseStanding = CertificationCase & {
  /** The criteria of the application's day, of today where it has none. */
  readonly criteria: CertificationCriteria | undefined;
  readonly verdicts: readonly CriterionVerdict[];
  /** What is missing before it is received, and before it goes into a bundle. */
  readonly missing: readonly Shortcoming[];
  readonly missingForCenter: readonly Shortcoming[];
};

/** 認定申請 as its corner sees it: one case, with its steps and how it meets the criteria. Leaves a trace. */
export async function getCertification(ctx: Context, id: string): Promise<CertificationView> {
  const view = await getStanding(ctx, id);
  const entity = { kind: 'certification', id, label: view.input.name };
  await inTransaction(ctx, (tx) => recordAudit(tx, ctx, [{ action: 'viewed', entity }]));
  return view;
}

/** The same for a page that has left its trace already. */
export async function getStanding(ctx: Context, id: string): Promise<CertificationView> {
  requirePermission(ctx, 'certification.read');
  const standing = await holdAgainstCriteria(ctx, id);
  return { ...standing, events: await listEvents(ctx, id) };
}

/**
 * The same application as the Center sees it, without the corner's own steps; one that does not lie there is not found,
 * so that nobody learns that it exists (SEC-13).
 */
export async function getStandingForReview(ctx: Context, id: string): Promise<CaseStanding> {
  requirePermission(ctx, 'certification.review');
  const standing = await holdAgainstCriteria(ctx, id);
  if (!isShownToCenter(standing.state)) throw new NotFound('certification', id);
  return standing;
}

async function holdAgainstCriteria(ctx: Context, id: string): Promise<CaseStanding> {
  const found = isRecordId(id) ? await findCase(ctx.db, id) : undefined;
  if (!found || found.deleted) throw new NotFound('certification', id);
  const { input } = found;
  const on = input.appliedOn ?? ctx.today();
  const criteria = findCriteria(on, await listOwnCriteria(ctx.db));
  const facts = { criteria, evidence: await listEvidenceKinds(ctx.db, id) };
  return {
    ...found,
    criteria,
    verdicts: criteria ? judgeEligibility(input, { criteria, on }) : [],
    missing: listShortcomings(input, facts),
    missingForCenter: listShortcomingsForCenter(input, facts),
  };
}
