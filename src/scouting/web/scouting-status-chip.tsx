import { ChipLabel } from '#ui/chip-label.tsx';
import { scoutingVisitStatusLabel, type ScoutingVisitStatus } from '../domain/scouting-visit-status.ts';

const tones = { planned: 'progress', held: 'done', cancelled: 'stopped' } as const satisfies Record<
  ScoutingVisitStatus,
  string
>;

/** The state of a coordinator's visit in its word. */
export function ScoutingStatusChip({ status }: { readonly status: ScoutingVisitStatus }) {
  return <ChipLabel tone={tones[status]}>{scoutingVisitStatusLabel(status)}</ChipLabel>;
}
