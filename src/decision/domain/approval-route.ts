import { accept, refuse, type Result } from '#kernel/result.ts';

/** Somebody of the corner who may decide. */
export type EntitledApprover = { readonly id: string; readonly name: string };

/** More than five seals is no route of a corner. */
export const LONGEST_ROUTE = 5;

/** Why a draft is not sent round by this route. */
export type RouteRefusal =
  | { readonly kind: 'nobody-on-route' }
  | { readonly kind: 'route-too-long'; readonly limit: number; readonly length: number }
  | { readonly kind: 'twice-on-route'; readonly name: string }
  | { readonly kind: 'drafter-on-route'; readonly name: string }
  | { readonly kind: 'not-entitled' };

type Routing = {
  readonly approverIds: readonly string[];
  readonly entitled: readonly EntitledApprover[];
  readonly drafterId: string;
};

/** 決裁の経路: one to five entitled people in order, each once, and not who drafted. Pure. */
export function decideRoute({
  approverIds,
  entitled,
  drafterId,
}: Routing): Result<readonly EntitledApprover[], RouteRefusal> {
  if (approverIds.length === 0) return refuse({ kind: 'nobody-on-route' });
  if (approverIds.length > LONGEST_ROUTE)
    return refuse({ kind: 'route-too-long', limit: LONGEST_ROUTE, length: approverIds.length });
  const route: EntitledApprover[] = [];
  for (const id of approverIds) {
    const found = entitled.find((each) => each.id === id);
    if (!found) return refuse({ kind: 'not-entitled' });
    if (route.includes(found)) return refuse({ kind: 'twice-on-route', name: found.name });
    if (id === drafterId) return refuse({ kind: 'drafter-on-route', name: found.name });
    route.push(found);
  }
  return accept(route);
}
