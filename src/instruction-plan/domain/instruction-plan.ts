import { accept, refuse, type Result } from '#kernel/result.ts';
import type { PlanSession, SessionProblem } from './plan-session.ts';

/** 講習計画書の状態. */
export const planStates = [
  { code: 'draft', label: '作成中' },
  { code: 'proposed', label: '決裁待ち' },
  { code: 'decided', label: '決裁済み' },
  { code: 'replaced', label: '改定済み' },
] as const;

export type PlanState = (typeof planStates)[number]['code'];

/** What happens to a plan: people save it; the rest follows from its decision. */
export const planCommands = ['save', 'propose', 'give-back', 'decide', 'replace'] as const;
export type PlanCommand = (typeof planCommands)[number];

/** Why a plan stays as it is: it is being decided, it was decided or replaced, or nobody has proposed it. */
export type PlanBlock = 'being-decided' | 'decided' | 'replaced' | 'not-proposed';

type Cell = { readonly to: PlanState } | { readonly no: PlanBlock };

/** 計画書の遷移. Every state × every command. What was decided is never written again: a new version is made (DOC-09). */
export const planTable: Readonly<Record<PlanState, Readonly<Record<PlanCommand, Cell>>>> = {
  draft: {
    save: { to: 'draft' },
    propose: { to: 'proposed' },
    'give-back': { no: 'not-proposed' },
    decide: { no: 'not-proposed' },
    replace: { no: 'not-proposed' },
  },
  proposed: {
    save: { no: 'being-decided' },
    propose: { no: 'being-decided' },
    'give-back': { to: 'draft' },
    decide: { to: 'decided' },
    replace: { no: 'being-decided' },
  },
  decided: {
    save: { no: 'decided' },
    propose: { no: 'decided' },
    'give-back': { no: 'decided' },
    decide: { no: 'decided' },
    replace: { to: 'replaced' },
  },
  replaced: {
    save: { no: 'replaced' },
    propose: { no: 'replaced' },
    'give-back': { no: 'replaced' },
    decide: { no: 'replaced' },
    replace: { no: 'replaced' },
  },
};

/** Why a plan is not saved or proposed. The sentence is made in `text.ts`. */
export type PlanRefusal =
  | { readonly kind: 'locked'; readonly why: PlanBlock }
  | { readonly kind: 'request-ended' }
  | { readonly kind: 'no-session' }
  | { readonly kind: 'too-many-sessions'; readonly limit: number; readonly count: number }
  | { readonly kind: 'incomplete'; readonly sessions: readonly IncompleteSession[] };

/** A session by its place, and what it does not say yet. */
export type IncompleteSession = { readonly position: number; readonly missing: readonly PlanNeed[] };

/** What a session has to say before the plan is decided. */
export const planNeeds = ['startsAt', 'endsAt', 'place', 'content', 'instructorNumber'] as const;
export type PlanNeed = (typeof planNeeds)[number];

/** Why a plan that was written is not kept: its state, or what one of its sessions says. */
export type PlanStopped = PlanRefusal | { readonly kind: 'sessions'; readonly problems: readonly SessionProblem[] };

/** Why no visit is made of a plan. */
export type PlanVisitsRefusal =
  | { readonly kind: 'nothing-to-plan' }
  | { readonly kind: 'plan-replaced' }
  | { readonly kind: 'nobody-sent'; readonly positions: readonly number[] }
  | { readonly kind: 'visits'; readonly problems: readonly SessionProblem[] };

/** 講習計画書. A plan as it is written. */
export type InstructionPlan = {
  readonly requestId: string;
  readonly goal: string | null;
  readonly note: string | null;
  readonly sessions: readonly PlanSession[];
};

/** The state after a command, or why it stays. */
export function movePlan(state: PlanState, command: PlanCommand): Result<PlanState, PlanRefusal> {
  const cell = planTable[state][command];
  return 'to' in cell ? accept(cell.to) : refuse({ kind: 'locked', why: cell.no });
}

/** Whether a plan says enough to be decided: at least one session, each with hours, place, content and instructor. */
export function checkCompleteness(sessions: readonly PlanSession[]): Result<true, PlanRefusal> {
  if (sessions.length === 0) return refuse({ kind: 'no-session' });
  const incomplete = sessions.flatMap((session, index) => {
    const missing = planNeeds.filter((need) => session[need] === null);
    return missing.length === 0 ? [] : [{ position: index + 1, missing }];
  });
  return incomplete.length === 0 ? accept(true) : refuse({ kind: 'incomplete', sessions: incomplete });
}
