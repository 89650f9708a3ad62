import { addDays, type PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 派遣希望調査の状態. */
export const demandSurveyStates = [
  { code: 'draft', label: '準備中' },
  { code: 'running', label: '実施中' },
  { code: 'closed', label: '締切済み' },
] as const;

export type DemandSurveyState = (typeof demandSurveyStates)[number]['code'];

export const demandSurveyCommands = ['start', 'close', 'reopen'] as const;
export type DemandSurveyCommand = (typeof demandSurveyCommands)[number];

const moves: Readonly<Record<DemandSurveyState, Readonly<Partial<Record<DemandSurveyCommand, DemandSurveyState>>>>> = {
  draft: { start: 'running' },
  running: { close: 'closed' },
  closed: { reopen: 'running' },
};

export type DemandSurveyRefusal =
  | { readonly kind: 'not-now'; readonly state: DemandSurveyState }
  | { readonly kind: 'no-recipient' }
  | { readonly kind: 'deadline-over'; readonly answerBy: PlainDate };

type Standing = {
  readonly state: DemandSurveyState;
  readonly recipients: number;
  readonly answerBy: PlainDate;
  readonly today: PlainDate;
};

/** Where an act leads. A survey begins with somebody to ask and a day that is still to come; a closed one opens again. */
export function moveDemandSurvey(
  { state, recipients, answerBy, today }: Standing,
  command: DemandSurveyCommand,
): Result<DemandSurveyState, DemandSurveyRefusal> {
  const next = moves[state][command];
  if (next === undefined) return refuse({ kind: 'not-now', state });
  if (command === 'start' && recipients === 0) return refuse({ kind: 'no-recipient' });
  if (command === 'start' && answerBy < today) return refuse({ kind: 'deadline-over', answerBy });
  return accept(next);
}

/** How long after the day to answer by a link still opens: late answers are welcome until the desk closes the survey. */
const LINK_GRACE_DAYS = 30;

/** The last day on which the link of a recipient opens. */
export function lastLinkDay(answerBy: PlainDate): PlainDate {
  return addDays(answerBy, LINK_GRACE_DAYS);
}
