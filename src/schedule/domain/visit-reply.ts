import { graphemeLength } from '#kernel/japanese-text.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';
import type { VisitStatus } from './visit-status.ts';

/** 派遣への返事. What an instructor answers to a visit that was planned for them. */
export const replyAnswers = [
  { code: 'accepted', label: '承諾' },
  { code: 'declined', label: '辞退' },
] as const;

export type ReplyAnswer = (typeof replyAnswers)[number]['code'];

/** 返事. The day and time are those that were answered to: a visit that moved later is asked about again. */
export type VisitReply = {
  readonly answer: ReplyAnswer;
  /** Why not; only with 辞退. */
  readonly reason: string | null;
  readonly visitOn: PlainDate;
  readonly startsAt: string | null;
};

/** 返事の状態: not answered, answered to another day or time than is planned now, accepted, declined. */
export const replyStates = [
  { code: 'unanswered', label: '返事待ち' },
  { code: 'outdated', label: '日時が変わり返事待ち' },
  { code: 'accepted', label: '承諾' },
  { code: 'declined', label: '辞退' },
] as const;

export type ReplyState = (typeof replyStates)[number]['code'];

/** Where a visit stands with one of its instructors. */
export function replyStateOf(
  reply: VisitReply | undefined,
  visit: { readonly visitOn: PlainDate; readonly startsAt: string | null },
): ReplyState {
  if (!reply) return 'unanswered';
  return reply.visitOn === visit.visitOn && reply.startsAt === visit.startsAt ? reply.answer : 'outdated';
}

export function replyStateLabel(state: ReplyState): string {
  return replyStates.find(({ code }) => code === state)?.label ?? state;
}

/** 返事 as a condition of a list: what was answered to another day or time counts as not answered. */
export const replyFilters = [
  { code: 'unanswered', label: '返事待ち' },
  { code: 'accepted', label: '承諾' },
  { code: 'declined', label: '辞退' },
] as const;

export type ReplyFilter = (typeof replyFilters)[number]['code'];

/** Longest reason in graphemes. */
export const LONGEST_REASON = 200;

export type VisitReplyRefusal =
  | { readonly kind: 'not-planned'; readonly status: VisitStatus }
  | { readonly kind: 'day-over'; readonly visitOn: PlainDate }
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reason-too-long'; readonly limit: number; readonly length: number };

type Asked = { readonly status: VisitStatus; readonly visitOn: PlainDate; readonly startsAt: string | null };
type Answered = { readonly answer: ReplyAnswer; readonly reason: string };

/**
 * Whether an answer to a visit stands: up to its day, while it is planned, and no without a reason. An earlier answer may
 * be changed; whoever accepts has no reason to give.
 */
export function decideReply(
  visit: Asked,
  { answer, reason }: Answered,
  today: PlainDate,
): Result<VisitReply, VisitReplyRefusal> {
  const { status, visitOn, startsAt } = visit;
  if (status !== 'planned') return refuse({ kind: 'not-planned', status });
  if (visitOn < today) return refuse({ kind: 'day-over', visitOn });
  if (answer === 'accepted') return accept({ answer, reason: null, visitOn, startsAt });
  const given = reason.trim();
  if (given === '') return refuse({ kind: 'reason-missing' });
  const length = graphemeLength(given);
  if (length > LONGEST_REASON) return refuse({ kind: 'reason-too-long', limit: LONGEST_REASON, length });
  return accept({ answer, reason: given, visitOn, startsAt });
}
