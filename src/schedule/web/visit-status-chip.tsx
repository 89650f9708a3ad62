import { ChipLabel } from '#ui/chip-label.tsx';
import type { VisitStatus } from '../domain/visit-status.ts';

const tones = { planned: 'progress', held: 'done', cancelled: 'stopped' } as const satisfies Record<
  VisitStatus,
  string
>;

/** The state of a visit in its word. */
export function VisitStatusChip({ status, label }: { readonly status: VisitStatus; readonly label: string }) {
  return <ChipLabel tone={tones[status]}>{label}</ChipLabel>;
}
