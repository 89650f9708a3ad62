import type { ChipTone } from '#ui/chip-label.tsx';
import type { UpkeepState } from '../domain/upkeep.ts';

export const upkeepTones: Readonly<Record<UpkeepState, ChipTone>> = {
  active: 'done',
  dormant: 'attention',
  'intent-asked': 'progress',
  willing: 'attention',
  unwilling: 'attention',
  're-course': 'progress',
  'material-sent': 'progress',
  reconfirmed: 'progress',
  deregistered: 'stopped',
  resigned: 'stopped',
  deceased: 'stopped',
  revoked: 'stopped',
};
