import type { Audience } from './audience.ts';

/** 標準の質問, fixed by contract.md §3. `prompted` is 契機: whether the visit prompted the use of 技能検定 or 技能競技大会. */
export type StandardKey = 'satisfaction' | 'understanding' | 'prompted' | 'freeText';

export type StandardQuestion = { readonly key: StandardKey; readonly required: boolean };

/** From here on an answer agrees: 4 and 5 count (contract.md §3). */
export const AGREES_FROM = 4;

/** The standard questions of an audience in the order they are asked; 契機 is asked of hosts alone. */
export function standardQuestions(audience: Audience): readonly StandardQuestion[] {
  const isHost = audience === 'host';
  return [
    { key: 'satisfaction', required: true },
    { key: 'understanding', required: !isHost },
    ...(isHost ? [{ key: 'prompted', required: true } as const] : []),
    { key: 'freeText', required: false },
  ];
}
