import type { DispatchTerms } from '#dispatch/domain/dispatch-rule.ts';

/** 回数の上限. What the 派遣の基準 of a request lets its host have, and what of it is planned or held (domain.md §5.3). */
export type HostCap = {
  readonly sessions: number;
  /** `year`: over all requests of the host for the 事業区分 in the 年度. */
  readonly per: DispatchTerms['capPer'];
  readonly used: number;
};

/** How many sessions the cap still leaves; null where the corner sets none. */
export function sessionsLeft(cap: HostCap | null): number | null {
  return cap === null ? null : Math.max(0, cap.sessions - cap.used);
}
