import type { PlainDate } from '#kernel/plain-date.ts';

/**
 * What a rule over a whole record, or over the records it points at, finds wrong with one of its fields. Facts only: headers
 * and values as the person knows them; the sentence is made in `record/rule-text.ts`.
 */
export type RuleProblem =
  /** No live record of the kind has this number. */
  | {
      readonly kind: 'unknown-record';
      readonly value: string;
      readonly record: 'organization' | 'instructor' | 'request' | 'visit' | 'scouting-lead';
    }
  /** The field is blank though another one has this value. */
  | { readonly kind: 'needed-when'; readonly other: string; readonly otherValue: string }
  /** The field is filled though another one has not this value. */
  | { readonly kind: 'only-when'; readonly other: string; readonly otherValue: string }
  /** The value is not later than that of another field. */
  | { readonly kind: 'not-after'; readonly value: string; readonly other: string; readonly otherValue: string }
  /** The value may stand only for a day up to today. */
  | { readonly kind: 'not-yet'; readonly value: string; readonly day: PlainDate; readonly today: PlainDate }
  /** The day is of something that has happened, and it is still to come. */
  | { readonly kind: 'in-the-future'; readonly day: PlainDate; readonly today: PlainDate }
  /** The value contradicts the record it points at. */
  | { readonly kind: 'differs'; readonly value: string; readonly record: string; readonly expected: string }
  /** The 派遣先 is of a 区分 that this kind of event has none at. */
  | {
      readonly kind: 'unfit-host';
      readonly value: string;
      readonly hostKind: string;
      readonly event: string;
      readonly hostKinds: readonly string[];
    }
  /** What this comes of has become a 派遣要請 before. */
  | { readonly kind: 'already-requested'; readonly request: string }
  /** The visit did not take place. */
  | { readonly kind: 'visit-cancelled'; readonly value: string }
  /** The visit is still to come. */
  | { readonly kind: 'visit-ahead'; readonly value: string; readonly day: PlainDate }
  /** The people are counted by the ticks of a roster, and these are as many. */
  | { readonly kind: 'ticked'; readonly typed: number; readonly came: number }
  /** The change has a short form of its own that asks for the reason. */
  | { readonly kind: 'own-form'; readonly form: 'move' | 'cancel' }
  /** What was decided about the record holds for this value. */
  | { readonly kind: 'decided'; readonly value: string }
  /** The person is no longer registered by then. */
  | { readonly kind: 'registration-ended'; readonly value: string; readonly name: string; readonly endedOn: PlainDate }
  /** The person has not taken 指導技法等講習 by that day; `completedOn` where it is completed later. */
  | {
      readonly kind: 'not-trained';
      readonly value: string;
      readonly name: string;
      readonly day: PlainDate;
      readonly completedOn: PlainDate | null;
    }
  /** The person is somewhere else at that time. */
  | {
      readonly kind: 'overlaps';
      readonly value: string;
      readonly name: string;
      readonly day: PlainDate;
      readonly startsAt: string;
      readonly endsAt: string;
      readonly visit: string;
      readonly host: string;
    };
