import { requirePermission, type Context } from '#platform/context.server.ts';
import { isPlainDate } from '#kernel/plain-date.ts';
import { NotFound } from '#platform/errors.server.ts';
import { findOwnCriteria, listOwnCriteria, type OwnCriteria } from './criteria-queries.server.ts';
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

/** The corner's criteria that begin on a day, for whoever may change them. */
export async function getOwnCriteria(ctx: Context, validFrom: string): Promise<OwnCriteria> {
  requirePermission(ctx, 'criteria.manage');
  const own = isPlainDate(validFrom) ? await findOwnCriteria(ctx.db, validFrom) : undefined;
  if (!own) throw new NotFound('certification-criteria', validFrom);
  return own;
}
