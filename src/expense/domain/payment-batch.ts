import type { Yen } from '#kernel/money.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { ClaimState } from './claim-state.ts';
import { checkPayday, type PaydayRefusal } from './payday.ts';
import { gatherPayments, type Payment } from './payment.ts';
import type { WithholdingRefusal } from './withholding.ts';

/** 振込のまとまりの状態. */
export const batchStates = [
  { code: 'open', label: '振込待ち' },
  { code: 'paid', label: '支払済み' },
  { code: 'dropped', label: '取りやめ' },
] as const;

export type BatchState = (typeof batchStates)[number]['code'];

export const batchCommands = ['finish', 'drop'] as const;
export type BatchCommand = (typeof batchCommands)[number];

/** The whole table: what is not in it is refused. */
export const batchTable: Readonly<Record<BatchState, Readonly<Partial<Record<BatchCommand, BatchState>>>>> = {
  open: { finish: 'paid', drop: 'dropped' },
  paid: {},
  dropped: {},
};

export type BatchRefusal =
  | { readonly kind: 'not-possible'; readonly state: BatchState; readonly command: BatchCommand }
  /** Money is not paid before its day. */
  | { readonly kind: 'not-yet'; readonly paidOn: PlainDate }
  | { readonly kind: 'reason-missing' };

/** The state after a command: finished on its day or later, given up with a reason. */
export function moveBatch(
  { state, paidOn }: { readonly state: BatchState; readonly paidOn: PlainDate },
  {
    command,
    today,
    reason,
  }: { readonly command: BatchCommand; readonly today: PlainDate; readonly reason: string | null },
): Result<BatchState, BatchRefusal> {
  const next = batchTable[state][command];
  if (next === undefined) return refuse({ kind: 'not-possible', state, command });
  if (command === 'finish' && paidOn > today) return refuse({ kind: 'not-yet', paidOn });
  if (command === 'drop' && (reason ?? '').trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(next);
}

/** A claim that somebody chose to pay. */
export type ChosenClaim = {
  readonly claimId: string;
  readonly label: string;
  readonly instructorId: string;
  readonly instructorName: string;
  readonly state: ClaimState;
  readonly inBatch: boolean;
  readonly hasAccount: boolean;
  readonly totalYen: Yen;
  readonly withheldBaseYen: Yen;
};

export type BatchDecision =
  | PaydayRefusal
  | WithholdingRefusal
  | { readonly kind: 'nothing-chosen' }
  | { readonly kind: 'not-payable'; readonly label: string }
  | { readonly kind: 'no-account'; readonly instructorName: string };

/** Whether the chosen claims are paid on a day, and what everybody gets. All of them, or none. */
export function decideBatch(
  claims: readonly ChosenClaim[],
  { paidOn, today }: { readonly paidOn: PlainDate; readonly today: PlainDate },
): Result<readonly Payment[], BatchDecision> {
  const payday = checkPayday(paidOn, today);
  if (!payday.ok) return payday;
  if (claims.length === 0) return refuse({ kind: 'nothing-chosen' });
  const wrong = claims.find(({ state, inBatch }) => state !== 'approved' || inBatch);
  if (wrong) return refuse({ kind: 'not-payable', label: wrong.label });
  const unknown = claims.find(({ hasAccount }) => !hasAccount);
  if (unknown) return refuse({ kind: 'no-account', instructorName: unknown.instructorName });
  return gatherPayments(claims, paidOn);
}
