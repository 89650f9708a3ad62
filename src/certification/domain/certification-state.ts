/** 認定申請の状態. Where an application stands, from the find of a person to the Center's decision (domain.md §4.1). */
export const certificationStates = [
  'scouted',
  'drafting',
  'received',
  'interview',
  'batched',
  'sent',
  'under-review',
  'returned',
  'certified',
  'rejected',
  'withdrawn',
] as const;

export type CertificationState = (typeof certificationStates)[number];

/** 認定申請の手続. What somebody does with an application; `return` is the corner's or the Center's by the state. */
export const certificationCommands = [
  'start-draft',
  'receive',
  'call-interview',
  'pass-interview',
  'add-to-batch',
  'take-from-batch',
  'send',
  'return',
  'resubmit',
  'begin-review',
  'certify',
  'reject',
  'withdraw',
] as const;

export type CertificationCommand = (typeof certificationCommands)[number];

/** What is done with a whole bundle, on its own page: one application alone is neither bundled nor sent. */
const BATCH_COMMANDS: readonly CertificationCommand[] = ['add-to-batch', 'take-from-batch', 'send'];

export function isBatchCommand(command: CertificationCommand): boolean {
  return BATCH_COMMANDS.includes(command);
}

/** States in which the corner still writes the application; from `batched` on the Center must find what was sent. */
const OPEN_TO_CHANGE: readonly CertificationState[] = ['scouted', 'drafting', 'received', 'interview', 'returned'];

export function isOpenToChange(state: CertificationState): boolean {
  return OPEN_TO_CHANGE.includes(state);
}
