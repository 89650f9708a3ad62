import type { Dormancy } from '#instructor/domain/dormancy.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { accept, refuse, type Result } from '#kernel/result.ts';

/** 登録の維持. Where a registration stands between activity and its end (domain.md §4.2). */
export const upkeepStates = [
  'active',
  'dormant',
  'intent-asked',
  'willing',
  'unwilling',
  're-course',
  'material-sent',
  'reconfirmed',
  'deregistered',
  'resigned',
  'deceased',
  'revoked',
] as const;
export type UpkeepState = (typeof upkeepStates)[number];

export const upkeepCommands = [
  'become-dormant',
  'ask-intent',
  'answer-willing',
  'answer-unwilling',
  'arrange-recourse',
  'send-material',
  'reconfirm',
  'reactivate',
  'resume',
  'deregister',
  'resign',
  'record-death',
  'revoke',
] as const;
export type UpkeepCommand = (typeof upkeepCommands)[number];

type Row = Readonly<Partial<Record<UpkeepCommand, UpkeepState>>>;

/** Anybody registered can resign, die or lose the registration, whatever else is going on. */
const ends: Row = { resign: 'resigned', 'record-death': 'deceased', revoke: 'revoked' };

/** The whole table of domain.md §4.2: what is not in it is refused. Nothing leads out of an end. */
export const upkeepTable: Readonly<Record<UpkeepState, Row>> = {
  active: { 'become-dormant': 'dormant', ...ends },
  dormant: { 'ask-intent': 'intent-asked', resume: 'active', ...ends },
  'intent-asked': {
    'ask-intent': 'intent-asked',
    'answer-willing': 'willing',
    'answer-unwilling': 'unwilling',
    resume: 'active',
    ...ends,
  },
  willing: {
    'arrange-recourse': 're-course',
    'send-material': 'material-sent',
    'answer-unwilling': 'unwilling',
    ...ends,
  },
  // Whoever changes their mind before the registration ends is heard.
  unwilling: { deregister: 'deregistered', 'answer-willing': 'willing', ...ends },
  're-course': { reconfirm: 'reconfirmed', 'send-material': 'material-sent', 'answer-unwilling': 'unwilling', ...ends },
  'material-sent': {
    reconfirm: 'reconfirmed',
    'arrange-recourse': 're-course',
    'answer-unwilling': 'unwilling',
    ...ends,
  },
  reconfirmed: { reactivate: 'active', ...ends },
  deregistered: {},
  resigned: {},
  deceased: {},
  revoked: {},
};

/** The states in which somebody is no longer registered: not chosen and not listed, but counted where they taught. */
export const endStates: readonly UpkeepState[] = ['deregistered', 'resigned', 'deceased', 'revoked'];

/**
 * The state that a day shows: nobody enters 休眠, it comes with the calendar. A stored 活動中 (or nothing stored) is
 * dormant once three years have passed.
 */
export function upkeepStateOn(stored: UpkeepState | null, dormancy: Dormancy): UpkeepState {
  if (stored !== null && stored !== 'active') return stored;
  return dormancy.kind === 'dormant' ? 'dormant' : 'active';
}

/** What somebody does to a registration, and what is known when they do. */
export type UpkeepMove = {
  readonly state: UpkeepState;
  readonly command: UpkeepCommand;
  readonly happenedOn: PlainDate;
  readonly today: PlainDate;
  readonly reason: string;
  /** Visits still to come on which the person is to teach. */
  readonly plannedVisits: number;
  /** Whether a 再講習 or 指導技法等講習 was completed since the intent was asked. */
  readonly recourseDone: boolean;
};

export type UpkeepRefusal =
  | { readonly kind: 'not-possible'; readonly state: UpkeepState; readonly command: UpkeepCommand }
  | { readonly kind: 'in-the-future'; readonly day: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'planned-visits'; readonly count: number }
  | { readonly kind: 'recourse-open' }
  | { readonly kind: 'no-reason'; readonly command: UpkeepCommand };

/** Ends that somebody will be asked to account for. */
const reasoned: readonly UpkeepCommand[] = ['resign', 'revoke'];
/** Ends that wait until others stand in for the visits to come; a death does not wait. */
const orderly: readonly UpkeepCommand[] = ['deregister', 'resign'];

/** The state after a command, or why there is none (domain.md §4.2, §5.2). */
export function moveUpkeep(move: UpkeepMove): Result<UpkeepState, UpkeepRefusal> {
  const { state, command, happenedOn, today, plannedVisits } = move;
  const next = upkeepTable[state][command];
  if (next === undefined) return refuse({ kind: 'not-possible', state, command });
  if (happenedOn > today) return refuse({ kind: 'in-the-future', day: happenedOn, today });
  if (reasoned.includes(command) && move.reason.trim() === '') return refuse({ kind: 'no-reason', command });
  if (orderly.includes(command) && plannedVisits > 0) return refuse({ kind: 'planned-visits', count: plannedVisits });
  if (command === 'reconfirm' && state === 're-course' && !move.recourseDone) return refuse({ kind: 'recourse-open' });
  return accept(next);
}

/** The commands that staff give by hand: becoming dormant is the calendar's. */
export function commandsOf(state: UpkeepState): readonly UpkeepCommand[] {
  return upkeepCommands.filter((command) => command !== 'become-dormant' && upkeepTable[state][command] !== undefined);
}
