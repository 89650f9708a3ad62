import type { Quota } from '#optimizer/problem.ts';
import { sessionsLeft } from './host-cap.ts';
import type { PlanningRequest } from './planning-facts.ts';

/** What hosts may still have by their 派遣の基準: over all requests of a 事業区分 in the year, or of one request. */
export function listQuotas(requests: readonly PlanningRequest[]): readonly Quota[] {
  const quotas = new Map<string, number>();
  for (const request of requests) {
    const id = quotaIdOf(request);
    const left = sessionsLeft(request.hostCap);
    if (id !== undefined && left !== null) quotas.set(id, Math.min(left, quotas.get(id) ?? left));
  }
  return [...quotas].map(([id, sessions]) => ({ id, sessions }));
}

/** Whose sessions a host's cap counts together; undefined where there is none. */
export function quotaIdOf({
  id,
  organizationId,
  program,
  hostCap,
}: Pick<PlanningRequest, 'id' | 'organizationId' | 'program' | 'hostCap'>): string | undefined {
  if (hostCap === null) return undefined;
  return hostCap.per === 'request' ? `request ${id}` : `year ${organizationId} ${program}`;
}
