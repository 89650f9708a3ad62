import { ChipLabel } from '#ui/chip-label.tsx';
import { consultationStates, type ConsultationState } from '../domain/consultation.ts';
import { consultationText as words } from '../text.ts';

const tones = { 'follow-up': 'progress', requested: 'done', settled: 'done' } as const satisfies Record<
  ConsultationState,
  string
>;

type ConsultationStateChipProps = { readonly state: ConsultationState; readonly isDue: boolean };

/** The state of a consultation in its word; a contact that is due asks for attention. */
export function ConsultationStateChip({ state, isDue }: ConsultationStateChipProps) {
  if (isDue) return <ChipLabel tone="attention">{words.dueMark}</ChipLabel>;
  return <ChipLabel tone={tones[state]}>{consultationStates.find(({ code }) => code === state)?.label}</ChipLabel>;
}
