/** 要請の段階. Where a request stands, from the first phone call to its close (domain.md §4.3). */
export const recordedStages = [
  'enquiry',
  'hearing',
  'submitted',
  'eligibility-checked',
  'matching',
  'offered',
  'accepted',
  'pre-meeting',
  'plan-issued',
  'approved',
  'closed',
  'rejected',
  'withdrawn',
  'waitlisted',
] as const;

/** A stage that people bring about; it is kept in the row of the request. */
export type RecordedStage = (typeof recordedStages)[number];

/** Stages that nobody enters: they follow from the visits, reports, questionnaires and claims of the request. */
export const followingStages = ['in-progress', 'completed', 'reported', 'surveyed', 'settled'] as const;

export type FollowingStage = (typeof followingStages)[number];

export type RequestStage = RecordedStage | FollowingStage;

/** Every stage, in the order of the procedure; the ends last. */
export const requestStages: readonly RequestStage[] = [
  ...recordedStages.slice(0, 10),
  ...followingStages,
  ...recordedStages.slice(10),
];

/** 要請の手続. What somebody does with a request. */
export const requestCommands = [
  'hear',
  'submit',
  'check-eligibility',
  'begin-matching',
  'offer',
  'accept',
  'decline',
  'hold-pre-meeting',
  'issue-plan',
  'approve',
  'return',
  'waitlist',
  'resume',
  'reject',
  'withdraw',
  'close',
] as const;

export type RequestCommand = (typeof requestCommands)[number];

/** The stage in which every request begins that comes with its form: by import, from fax, from the public form. */
export const FIRST_STAGE = 'submitted' satisfies RecordedStage;

/** Stages from which nothing goes on by itself, whatever the visits say. */
const ENDED: readonly RequestStage[] = ['closed', 'rejected', 'withdrawn'];

export function isEnded(stage: RequestStage): boolean {
  return ENDED.includes(stage);
}

export function isRecordedStage(stage: string): stage is RecordedStage {
  return (recordedStages as readonly string[]).includes(stage);
}
