/** Whether a broken constraint forbids a solution or costs points. */
export type ConstraintLevel = 'hard' | 'soft';

/** 制約. Every named rule of an assignment; the order is that of every listing. */
export const constraints = [
  { id: 'session-limit', level: 'hard' },
  { id: 'team-complete', level: 'hard' },
  { id: 'one-session-a-day', level: 'hard' },
  { id: 'clash', level: 'hard' },
  { id: 'yearly-cap', level: 'hard' },
  { id: 'period-cap', level: 'hard' },
  { id: 'quota', level: 'hard' },
  { id: 'pinned', level: 'hard' },
  { id: 'unserved-session', level: 'soft' },
  { id: 'plan-target', level: 'soft' },
  { id: 'travel-distance', level: 'soft' },
  { id: 'budget', level: 'soft' },
  { id: 'continuity', level: 'soft' },
  { id: 'fairness', level: 'soft' },
  { id: 'dormancy', level: 'soft' },
  { id: 'month-spread', level: 'soft' },
  { id: 'new-alone', level: 'soft' },
  { id: 'stability', level: 'soft' },
] as const satisfies readonly { readonly id: string; readonly level: ConstraintLevel }[];

type Constraint = (typeof constraints)[number];

export type ConstraintId = Constraint['id'];

export type HardConstraintId = Extract<Constraint, { readonly level: 'hard' }>['id'];

export type SoftConstraintId = Extract<Constraint, { readonly level: 'soft' }>['id'];

/** 重み. Points of one unit of each soft constraint's amount: whole numbers from 0 on. */
export type Weights = Readonly<Record<SoftConstraintId, number>>;
