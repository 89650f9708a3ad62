import type { ClaimFilters } from '../claim-queries.server.ts';
import { claimStates, type ClaimState } from '../domain/claim-state.ts';

/** The conditions of the list as the address has them. */
export function readClaimFilters(url: URL): ClaimFilters & { readonly state: ClaimState | '' } {
  const state = claimStates.find(({ code }) => code === url.searchParams.get('state'))?.code ?? '';
  return { state, q: (url.searchParams.get('q') ?? '').slice(0, 200) };
}
