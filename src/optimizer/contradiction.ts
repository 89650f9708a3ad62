import type { HardConstraintId, SoftConstraintId } from './constraint.ts';
import type { Entities } from './match.ts';

/** The parts of a problem that have a number of items. */
export type CountedPart = 'workers' | 'tasks' | 'slots' | 'options' | 'periods' | 'places' | 'pins';

/** The parts of a problem that hold numbers. */
export type NumberedPart =
  | 'workers'
  | 'tasks'
  | 'slots'
  | 'options'
  | 'quotas'
  | 'targets'
  | 'periods'
  | 'travelMinutes'
  | 'budgetYen'
  | 'weights';

/** 矛盾. Why no solution can be looked for: facts, each by itself enough. */
export type Contradiction =
  | { readonly kind: 'too-many'; readonly of: CountedPart; readonly count: number; readonly limit: number }
  | {
      /** Not whole, below its least value, beyond its greatest, or an index that points at nothing. */
      readonly kind: 'malformed';
      readonly of: NumberedPart;
      readonly index: number;
      readonly field: string;
      readonly value: number | null;
    }
  | { readonly kind: 'option-twice'; readonly option: number; readonly other: number }
  | {
      /** Points of this constraint might not be counted exactly any more. */
      readonly kind: 'too-large';
      readonly constraint: SoftConstraintId;
      readonly points: number;
    }
  | {
      /** What was decided by hand breaks a hard constraint, whatever else is chosen. */
      readonly kind: 'pins-clash';
      readonly constraint: HardConstraintId;
      readonly entities: Entities;
      readonly amount: number;
      readonly facts: Readonly<Record<string, number>>;
    };
