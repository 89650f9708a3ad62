import { accept, refuse, type Result } from '#kernel/result.ts';

/** 請求の状態. */
export const claimStates = [
  { code: 'draft', label: '作成中' },
  { code: 'submitted', label: '提出済み' },
  { code: 'returned', label: '差戻し' },
  { code: 'checked', label: '確認済み' },
  { code: 'approved', label: '承認済み' },
  { code: 'paid', label: '支払済み' },
  { code: 'dropped', label: '取下げ' },
] as const;

export type ClaimState = (typeof claimStates)[number]['code'];

export const claimCommands = ['submit', 'check', 'return', 'approve', 'pay', 'drop'] as const;
export type ClaimCommand = (typeof claimCommands)[number];

/** The whole table: what is not in it is refused. `pay` is done by a payment batch alone. */
export const claimTable: Readonly<Record<ClaimState, Readonly<Partial<Record<ClaimCommand, ClaimState>>>>> = {
  draft: { submit: 'submitted', drop: 'dropped' },
  submitted: { check: 'checked', return: 'returned' },
  returned: { submit: 'submitted', drop: 'dropped' },
  checked: { approve: 'approved', return: 'returned' },
  approved: { pay: 'paid', return: 'returned' },
  paid: {},
  dropped: {},
};

/** The states in which what was entered may still change. */
export const editableStates: readonly ClaimState[] = ['draft', 'returned'];

export type ClaimStateRefusal =
  | { readonly kind: 'not-possible'; readonly state: ClaimState; readonly command: ClaimCommand }
  | { readonly kind: 'reason-missing' }
  /** Nobody approves what they entered themselves. */
  | { readonly kind: 'own-claim' }
  /** A payment batch has it: it comes out of the batch first. */
  | { readonly kind: 'in-batch' };

export type ClaimFacts = {
  readonly state: ClaimState;
  readonly draftedBy: string;
  readonly inBatch: boolean;
};

export type ClaimStep = { readonly command: ClaimCommand; readonly actorId: string; readonly reason: string | null };

/** The state after a command of somebody; going back or away takes a reason, approval another person than the drafter. */
export function moveClaim(
  { state, draftedBy, inBatch }: ClaimFacts,
  { command, actorId, reason }: ClaimStep,
): Result<ClaimState, ClaimStateRefusal> {
  const next = claimTable[state][command];
  if (next === undefined) return refuse({ kind: 'not-possible', state, command });
  if (inBatch && command !== 'pay') return refuse({ kind: 'in-batch' });
  if (command === 'approve' && actorId === draftedBy) return refuse({ kind: 'own-claim' });
  const isReasoned = command === 'return' || command === 'drop';
  if (isReasoned && (reason ?? '').trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(next);
}
