import type { LetterKind } from './letter-outline.ts';

/** 文書を作れる記録. Which papers are made from which record, in the order of the record's page. */
export const recordLetterKinds = {
  request: [
    'dispatch-application',
    'training-plan',
    'instruction-request',
    'dispatch-acceptance',
    'instruction-plan',
    'dispatch-notice',
  ],
  'expense-claim': ['claim-form'],
  visit: ['trainee-roster', 'activity-report-form', 'thanks-to-host', 'thanks-to-instructor'],
  instructor: ['commission'],
  'public-request': ['dispatch-application', 'training-plan'],
  /** Sheets to be filled in by hand. */
  blank: ['dispatch-application', 'training-plan', 'trainee-roster'],
} as const satisfies Readonly<Record<string, readonly LetterKind[]>>;

/** A record that papers are made from, as addresses name it. */
export type LetterRecord = keyof typeof recordLetterKinds;
