import type { RequestStage } from './request-stage.ts';

/** The stations of a request as they are shown above it (DOC-21). */
export const stageStations = [
  'consultation',
  'request',
  'choice',
  'acceptance',
  'pre-meeting',
  'plan',
  'decision',
  'visits',
  'papers',
  'settlement',
] as const;

export type StageStation = (typeof stageStations)[number];

/** How a station stands: behind, here, ended here, or still to come. */
export type StationMark = 'completed' | 'here' | 'stopped' | 'upcoming';

/** The station at which a request of that stage stands; an ended or waiting one stands where it came from. */
const stationOf: Readonly<Partial<Record<RequestStage, StageStation>>> = {
  enquiry: 'consultation',
  hearing: 'consultation',
  submitted: 'request',
  'eligibility-checked': 'choice',
  matching: 'choice',
  offered: 'acceptance',
  accepted: 'pre-meeting',
  'pre-meeting': 'plan',
  'plan-issued': 'decision',
  approved: 'visits',
  'in-progress': 'visits',
  completed: 'papers',
  reported: 'papers',
  surveyed: 'settlement',
  settled: 'settlement',
};

/** The mark of each station; `from` is the stage before a side exit, and the last stage that was there otherwise. */
export function markStageStations(
  stage: RequestStage,
  from: RequestStage,
): readonly { readonly station: StageStation; readonly mark: StationMark }[] {
  const station = stationOf[stage];
  const place = stageStations.indexOf(station ?? stationOf[from] ?? 'request');
  const isClosed = stage === 'closed';
  return stageStations.map((name, index) => {
    if (isClosed || index < place) return { station: name, mark: 'completed' };
    if (index > place) return { station: name, mark: 'upcoming' };
    return { station: name, mark: station === undefined ? 'stopped' : 'here' };
  });
}
