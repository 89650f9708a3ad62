import { graphemeLength } from '#kernel/japanese-text.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 起案・決裁の状態. */
export const decisionStates = [
  { code: 'circulating', label: '決裁待ち' },
  { code: 'returned', label: '差戻し' },
  { code: 'decided', label: '決裁済み' },
  { code: 'withdrawn', label: '取下げ' },
] as const;

export type DecisionState = (typeof decisionStates)[number]['code'];

/** What people do with a draft that was made. */
export const decisionCommands = ['approve', 'return', 'withdraw', 'resubmit'] as const;
export type DecisionCommand = (typeof decisionCommands)[number];

/** Why a state does not take a command: it is going round, it lies with the drafter, or it has ended. */
export type DecisionBlock = 'going-round' | 'with-drafter' | 'decided' | 'withdrawn';

/** `last` is where the approval of the last person on the route leads. */
type Cell = { readonly to: DecisionState; readonly last?: DecisionState | undefined } | { readonly no: DecisionBlock };

const ended = (no: 'decided' | 'withdrawn'): Readonly<Record<DecisionCommand, Cell>> => ({
  approve: { no },
  return: { no },
  withdraw: { no },
  resubmit: { no },
});

/** 決裁の遷移. Every state × every command: where it leads, or why it does not (DOC-09). A decided draft is locked. */
export const decisionTable: Readonly<Record<DecisionState, Readonly<Record<DecisionCommand, Cell>>>> = {
  circulating: {
    approve: { to: 'circulating', last: 'decided' },
    return: { to: 'returned' },
    withdraw: { to: 'withdrawn' },
    resubmit: { no: 'going-round' },
  },
  returned: {
    approve: { no: 'with-drafter' },
    return: { no: 'with-drafter' },
    withdraw: { to: 'withdrawn' },
    resubmit: { to: 'circulating' },
  },
  decided: ended('decided'),
  withdrawn: ended('withdrawn'),
};

/** 決裁者. One place on the route of a draft. */
export type Approver = { readonly id: string; readonly name: string; readonly hasApproved: boolean };

/** What is known of a draft when a step is decided. */
export type DecisionFacts = {
  readonly state: DecisionState;
  readonly drafterId: string;
  readonly drafterName: string;
  /** In the order in which they are asked. */
  readonly route: readonly Approver[];
};

export type DecisionStep = {
  readonly command: DecisionCommand;
  readonly actorId: string;
  readonly reason: string | null;
};

/** Longest reason and comment in graphemes. */
export const LONGEST_DECISION_REASON = 500;

/** Why a step of a decision is not taken. The sentence is made in `text.ts`. */
export type DecisionRefusal =
  | {
      readonly kind: 'not-possible';
      readonly command: DecisionCommand;
      readonly state: DecisionState;
      readonly why: DecisionBlock;
    }
  | { readonly kind: 'not-your-turn'; readonly waitsFor: string }
  | { readonly kind: 'not-on-route'; readonly waitsFor: string }
  | { readonly kind: 'drafter-only'; readonly drafterName: string }
  | { readonly kind: 'reason-missing'; readonly command: DecisionCommand }
  | { readonly kind: 'reason-too-long'; readonly limit: number; readonly length: number }
  | { readonly kind: 'moved-meanwhile'; readonly state: DecisionState };

/** Whose turn it is: the first on the route who has not approved. */
export function nextApprover(route: readonly Approver[]): Approver | undefined {
  return route.find(({ hasApproved }) => !hasApproved);
}

/**
 * The state after a step, or the first reason why it is not taken. Approval and return are for the one whose turn it is; what
 * goes round is taken back by its drafter alone. Pure.
 */
export function decideDecisionStep(
  { state, drafterId, drafterName, route }: DecisionFacts,
  { command, actorId, reason }: DecisionStep,
): Result<{ readonly state: DecisionState; readonly reason: string | null }, DecisionRefusal> {
  const cell = decisionTable[state][command];
  if ('no' in cell) return refuse({ kind: 'not-possible', command, state, why: cell.no });
  const turn = nextApprover(route);
  const waitsFor = turn?.name ?? '';
  if (isApproversCommand(command) && turn?.id !== actorId)
    return refuse({ kind: route.some(({ id }) => id === actorId) ? 'not-your-turn' : 'not-on-route', waitsFor });
  if (command === 'withdraw' && state === 'circulating' && actorId !== drafterId)
    return refuse({ kind: 'drafter-only', drafterName });
  const given = reason?.trim() ?? '';
  if (needsDecisionReason(command) && given === '') return refuse({ kind: 'reason-missing', command });
  const length = graphemeLength(given);
  if (length > LONGEST_DECISION_REASON)
    return refuse({ kind: 'reason-too-long', limit: LONGEST_DECISION_REASON, length });
  const isLast = route.filter(({ hasApproved }) => !hasApproved).length === 1;
  return accept({ state: (isLast ? cell.last : undefined) ?? cell.to, reason: given || null });
}

function isApproversCommand(command: DecisionCommand): boolean {
  return command === 'approve' || command === 'return';
}

/** Whether somebody has to be able to ask later why. */
export function needsDecisionReason(command: DecisionCommand): boolean {
  return command === 'return' || command === 'withdraw';
}

/** The steps that somebody may take now. */
export function listDecisionCommands(facts: DecisionFacts, actorId: string): readonly DecisionCommand[] {
  return decisionCommands.filter((command) => decideDecisionStep(facts, { command, actorId, reason: 'reason' }).ok);
}
