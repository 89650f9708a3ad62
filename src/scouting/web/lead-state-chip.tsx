import { ChipLabel } from '#ui/chip-label.tsx';
import { scoutingLeadStates, type ScoutingLeadState } from '../domain/scouting-lead.ts';

const tones = {
  untouched: 'attention',
  planned: 'progress',
  visited: 'done',
  closed: 'stopped',
} as const satisfies Record<ScoutingLeadState, string>;

/** The state of a lead in its word. */
export function LeadStateChip({ state }: { readonly state: ScoutingLeadState }) {
  return <ChipLabel tone={tones[state]}>{scoutingLeadStates.find(({ code }) => code === state)?.label}</ChipLabel>;
}
