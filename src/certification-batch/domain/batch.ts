import type { CertificationRefusal } from '#certification/domain/move.ts';
import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 取りまとめの状態. A bundle is filled, sent to the Center, and received there. */
export const batchStates = ['open', 'sent', 'received'] as const;
export type CertificationBatchState = (typeof batchStates)[number];

/** 取りまとめの手続. What somebody does with a bundle. */
export const batchCommands = ['change', 'add', 'take', 'send', 'record-receipt', 'remove'] as const;
export type CertificationBatchCommand = (typeof batchCommands)[number];

/** 取りまとめ. The applications that a corner sends to the Center together, by the deadline of a round of the 年度. */
export type CertificationBatch = {
  readonly id: string;
  readonly version: number;
  readonly fiscalYear: number;
  /** 第N回 of the 年度. */
  readonly round: number;
  readonly deadlineOn: PlainDate;
  readonly state: CertificationBatchState;
  /** 文書番号 of the letter. */
  readonly documentNumber: string | null;
  readonly sentOn: PlainDate | null;
  readonly receivedOn: PlainDate | null;
  readonly note: string | null;
};

/** Why a bundle stays as it is. */
export type CertificationBatchRefusal =
  | { readonly kind: 'not-sent' }
  | { readonly kind: 'sent-already' }
  | { readonly kind: 'received-already' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-empty'; readonly cases: number }
  | { readonly kind: 'none-chosen' }
  | { readonly kind: 'in-the-future'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'before-sending'; readonly day: PlainDate; readonly sentOn: PlainDate }
  | { readonly kind: 'round-taken'; readonly fiscalYear: number; readonly round: number };

/** Why a command that moves applications too is refused: the bundle stays as it is, or an application stopped it all. */
export type BatchFillRefusal =
  | CertificationBatchRefusal
  | { readonly kind: 'case'; readonly caseId: string; readonly refusal: CertificationRefusal };

type Cell =
  { readonly to: CertificationBatchState | 'gone' } | { readonly no: 'not-sent' | 'sent-already' | 'received-already' };

const sentAlready: Cell = { no: 'sent-already' };
const afterSending = {
  change: sentAlready,
  add: sentAlready,
  take: sentAlready,
  send: sentAlready,
  remove: sentAlready,
} as const;

/** 取りまとめの状態遷移. Every state × every command. What was sent is never opened again: the Center returns single applications. */
export const batchTransitions: Readonly<
  Record<CertificationBatchState, Readonly<Record<CertificationBatchCommand, Cell>>>
> = {
  open: {
    change: { to: 'open' },
    add: { to: 'open' },
    take: { to: 'open' },
    send: { to: 'sent' },
    'record-receipt': { no: 'not-sent' },
    remove: { to: 'gone' },
  },
  sent: { ...afterSending, 'record-receipt': { to: 'received' } },
  received: { ...afterSending, 'record-receipt': { no: 'received-already' } },
};

/** Whether a bundle takes a command at all. */
export function decideBatchCommand(
  { state }: Pick<CertificationBatch, 'state'>,
  command: CertificationBatchCommand,
): Result<CertificationBatchState | 'gone', CertificationBatchRefusal> {
  const cell = batchTransitions[state][command];
  return 'no' in cell ? refuse({ kind: cell.no }) : accept(cell.to);
}

/** 送付. A bundle with at least one application goes out on a day that has come; after the deadline too, late. */
export function decideSending(
  batch: Pick<CertificationBatch, 'state'>,
  { cases, sentOn, today }: { readonly cases: number; readonly sentOn: PlainDate; readonly today: PlainDate },
): Result<'sent', CertificationBatchRefusal> {
  const decision = decideBatchCommand(batch, 'send');
  if (!decision.ok) return decision;
  if (cases === 0) return refuse({ kind: 'empty' });
  return sentOn > today ? refuse({ kind: 'in-the-future', day: sentOn, today }) : accept('sent');
}

/** 受領. The Center's receipt lies between the sending and today. */
export function decideReceipt(
  batch: Pick<CertificationBatch, 'state' | 'sentOn'>,
  { receivedOn, today }: { readonly receivedOn: PlainDate; readonly today: PlainDate },
): Result<'received', CertificationBatchRefusal> {
  const decision = decideBatchCommand(batch, 'record-receipt');
  if (!decision.ok) return decision;
  if (receivedOn > today) return refuse({ kind: 'in-the-future', day: receivedOn, today });
  if (batch.sentOn !== null && receivedOn < batch.sentOn) {
    return refuse({ kind: 'before-sending', day: receivedOn, sentOn: batch.sentOn });
  }
  return accept('received');
}

/** 取りまとめの削除. Only an open bundle without applications: those in it would lose their place. */
export function decideRemoval(
  batch: Pick<CertificationBatch, 'state'>,
  cases: number,
): Result<'gone', CertificationBatchRefusal> {
  const decision = decideBatchCommand(batch, 'remove');
  if (!decision.ok) return decision;
  return cases > 0 ? refuse({ kind: 'not-empty', cases }) : accept('gone');
}

/** Days before a deadline from which it is announced. */
export const ANNOUNCED_DAYS = 14;

/** 締切の知らせ. Nothing while the deadline is far, or once the bundle is out. */
export type DeadlineNotice =
  | { readonly kind: 'near'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'overdue'; readonly days: number };

/** What an open bundle's deadline asks for on a day. */
export function noticeDeadline(
  { state, deadlineOn }: Pick<CertificationBatch, 'state' | 'deadlineOn'>,
  today: PlainDate,
): DeadlineNotice | undefined {
  if (state !== 'open') return undefined;
  const days = daysBetween(today, deadlineOn);
  if (days < 0) return { kind: 'overdue', days: -days };
  if (days === 0) return { kind: 'today' };
  return days <= ANNOUNCED_DAYS ? { kind: 'near', days } : undefined;
}
