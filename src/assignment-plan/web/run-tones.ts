import type { ChipTone } from '#ui/chip-label.tsx';
import { runStates, type RunState } from '../domain/assignment-run.ts';

const tones: Readonly<Record<RunState, ChipTone>> = {
  waiting: 'neutral',
  running: 'progress',
  done: 'done',
  cancelled: 'stopped',
  interrupted: 'attention',
  failed: 'attention',
};

/** The state of a calculation as a chip. */
export function runStateChip(state: RunState): { readonly label: string; readonly tone: ChipTone } {
  return { label: runStates.find(({ code }) => code === state)?.label ?? state, tone: tones[state] };
}
