import type { DemandSurveyState } from '../domain/demand-survey.ts';
import type { RecipientState } from '../domain/recipient.ts';

export const surveyTones = {
  draft: 'neutral',
  running: 'progress',
  closed: 'done',
} as const satisfies Record<DemandSurveyState, string>;

export const recipientTones = {
  'not-sent': 'neutral',
  sent: 'progress',
  reminded: 'attention',
  answered: 'done',
  declined: 'stopped',
} as const satisfies Record<RecipientState, string>;
