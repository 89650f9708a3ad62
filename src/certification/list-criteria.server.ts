import { requirePermission, type Context } from '#platform/context.server.ts';
import { listOwnCriteria } from './criteria-queries.server.ts';
import { findCriteria, shippedCriteria, type CertificationCriteria } from './domain/certification-criteria.ts';

/** 認定基準 of the corner from the newest back, its own and the published ones, and the one of today. */
export async function listCriteria(ctx: Context): Promise<{
  readonly all: readonly CertificationCriteria[];
  readonly current: CertificationCriteria | undefined;
}> {
  requirePermission(ctx, 'certification.read');
  const own = await listOwnCriteria(ctx.db);
  const began = ({ validFrom }: CertificationCriteria) => validFrom ?? '';
  const all = [...shippedCriteria, ...own].toSorted((left, right) => (began(left) < began(right) ? 1 : -1));
  return { all, current: findCriteria(ctx.today(), own) };
}
