import { requirePermission, type Context } from '#platform/context.server.ts';
import { followVisits, type PlanSession, type PlannedVisitFacts } from './domain/plan-session.ts';
import { listPlans, listSessions, type StoredPlan } from './plan-store.server.ts';
import { listVisitFacts, loadPlanSubject, sessionDefaults, type PlanSubject } from './plan-subject.server.ts';

/** A version with its sessions. */
export type PlanVersion = StoredPlan & { readonly sessions: Awaited<ReturnType<typeof listSessions>> };

export type RequestPlan = {
  readonly subject: PlanSubject;
  /** Every version, the newest first, without sessions. */
  readonly versions: readonly StoredPlan[];
  /** The version that is being worked on. */
  readonly open: PlanVersion | undefined;
  /** The version that holds. */
  readonly decided: PlanVersion | undefined;
  readonly visits: readonly PlannedVisitFacts[];
};

/** The 講習計画書 of a request: the version in work, the one in force, and the visits they are about. */
export async function getRequestPlan(ctx: Context, requestId: string): Promise<RequestPlan> {
  requirePermission(ctx, 'request.read');
  const subject = await loadPlanSubject(ctx.db, requestId);
  const versions = await listPlans(ctx.db, requestId);
  const withSessions = async (plan: StoredPlan | undefined) =>
    plan && { ...plan, sessions: await listSessions(ctx.db, plan.id) };
  return {
    subject,
    versions,
    open: await withSessions(versions.find(({ state }) => state === 'draft' || state === 'proposed')),
    decided: await withSessions(versions.find(({ state }) => state === 'decided')),
    visits: await listVisitFacts(ctx.db, requestId),
  };
}

/**
 * What the form of a plan begins with: the open version, else the decided one, else the visits of the request; with
 * `follow` the days and instructors of the calendar stand in it, and its new visits.
 */
export function startSessions(
  { subject, open, decided, visits }: RequestPlan,
  { follow }: { readonly follow: boolean },
): readonly PlanSession[] {
  const written = (open ?? decided)?.sessions.map(({ instructorName: _, ...session }) => session);
  if (written !== undefined && !follow) return written;
  return followVisits(written ?? [], visits, sessionDefaults(subject));
}
