import { accept, refuse, type Result } from '#kernel/result.ts';

/** 廃棄予定の一覧の状態. */
export const retentionPlanStates = ['draft', 'approved', 'erased'] as const;
export type RetentionPlanState = (typeof retentionPlanStates)[number];

/** What is done with a list: keep one back, take it in again, approve, take the approval back, erase. */
export const retentionCommands = ['hold', 'release', 'approve', 'reopen', 'erase'] as const;
export type RetentionCommand = (typeof retentionCommands)[number];

type Cell = RetentionPlanState | { readonly no: 'not-approved' | 'approved-already' | 'erased-already' };

/** Every state and every command: the state after it, or why not. */
export const retentionTransitions: Readonly<Record<RetentionPlanState, Readonly<Record<RetentionCommand, Cell>>>> = {
  draft: {
    hold: 'draft',
    release: 'draft',
    approve: 'approved',
    reopen: { no: 'not-approved' },
    erase: { no: 'not-approved' },
  },
  approved: {
    hold: { no: 'approved-already' },
    release: { no: 'approved-already' },
    approve: { no: 'approved-already' },
    reopen: 'draft',
    erase: 'erased',
  },
  erased: {
    hold: { no: 'erased-already' },
    release: { no: 'erased-already' },
    approve: { no: 'erased-already' },
    reopen: { no: 'erased-already' },
    erase: { no: 'erased-already' },
  },
};

/** Why nothing was done. The sentence is made in `text.ts`. */
export type RetentionRefusal =
  | { readonly kind: 'wrong-state'; readonly why: 'not-approved' | 'approved-already' | 'erased-already' }
  | { readonly kind: 'same-person' }
  | { readonly kind: 'nothing-left' }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'list-open' };

/** What is known of a list when a command is decided. */
export type RetentionPlanFacts = {
  readonly state: RetentionPlanState;
  readonly drafterId: string;
  readonly actorId: string;
  /** How many items are not held back. */
  readonly left: number;
  readonly reason: string;
};

/** The state after a command. Who put the list together does not approve it (SEC-12). */
export function decideRetention(
  { state, drafterId, actorId, left, reason }: RetentionPlanFacts,
  command: RetentionCommand,
): Result<RetentionPlanState, RetentionRefusal> {
  const cell = retentionTransitions[state][command];
  if (typeof cell === 'object') return refuse({ kind: 'wrong-state', why: cell.no });
  if (command === 'hold' && reason.trim() === '') return refuse({ kind: 'reason-missing' });
  if (command === 'approve' && drafterId === actorId) return refuse({ kind: 'same-person' });
  if (command === 'approve' && left === 0) return refuse({ kind: 'nothing-left' });
  return accept(cell);
}
