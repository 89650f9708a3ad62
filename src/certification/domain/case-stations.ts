import type { CertificationCommand, CertificationState } from './certification-state.ts';

/** 段階. The stations of an application from the find to the result, as they are shown above it. */
export const caseStations = [
  'scouted',
  'drafting',
  'received',
  'interview',
  'batched',
  'sent',
  'under-review',
  'certified',
] as const;

export type CaseStation = (typeof caseStations)[number];

type Passed = { readonly command: CertificationCommand; readonly to: CertificationState };

/** How a station stands: behind, here, here because it was returned or refused, left out, or still to come. */
export type CaseStationMark = 'completed' | 'here' | 'stopped' | 'skipped' | 'upcoming';

/**
 * The mark of each station. An application that the Center returned stands at the review again; one that was refused or
 * withdrawn stands where it ended. The interview is left out where there was none (domain.md §4.1).
 */
export function markStations(
  state: CertificationState,
  steps: readonly Passed[],
): readonly { readonly station: CaseStation; readonly mark: CaseStationMark }[] {
  const here = stationOf(state, steps);
  const place = caseStations.indexOf(here);
  const interviewed = steps.some(({ command }) => command === 'call-interview');
  return caseStations.map((station, index) => {
    if (index > place) return { station, mark: 'upcoming' };
    if (index === place) return { station, mark: isStopped(state) ? 'stopped' : 'here' };
    return { station, mark: station === 'interview' && !interviewed ? 'skipped' : 'completed' };
  });
}

function isStopped(state: CertificationState): boolean {
  return state === 'returned' || state === 'rejected' || state === 'withdrawn';
}

function stationOf(state: CertificationState, steps: readonly Passed[]): CaseStation {
  if (state === 'rejected') return 'certified';
  if (state === 'returned') return 'under-review';
  if (state !== 'withdrawn') return state;
  const reached = steps
    .map(({ to }) => to)
    .filter((to) => to !== 'withdrawn' && to !== 'returned' && to !== 'rejected');
  const places = reached.map((to) => caseStations.indexOf(to as CaseStation));
  return caseStations[Math.max(0, ...places)] ?? 'scouted';
}
