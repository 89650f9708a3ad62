import { requestCommands, type RequestCommand, type RecordedStage, type RequestStage } from './request-stage.ts';

/**
 * Why a stage does not take a command: another step comes first, the step was taken already, nobody has offered or
 * waited, the stage goes on by itself, or the request has ended.
 */
export type StageRefusal = 'too-early' | 'done-already' | 'nothing-open' | 'goes-by-itself' | 'ended';

type Cell = { readonly to: RecordedStage } | { readonly no: StageRefusal };

const to = (stage: RecordedStage): Cell => ({ to: stage });
const early: Cell = { no: 'too-early' };
const done: Cell = { no: 'done-already' };
const nothing: Cell = { no: 'nothing-open' };
const itself: Cell = { no: 'goes-by-itself' };

/** The way out of every stage before the first visit. */
const exits = { reject: to('rejected'), withdraw: to('withdrawn'), close: early } as const;

const ended = Object.fromEntries(requestCommands.map((command) => [command, { no: 'ended' }])) as Readonly<
  Record<RequestCommand, Cell>
>;

/** Everything behind the request form, before it has come. */
const beforeForm = {
  'check-eligibility': early,
  'begin-matching': early,
  offer: early,
  accept: early,
  decline: nothing,
  'hold-pre-meeting': early,
  'issue-plan': early,
  approve: early,
  waitlist: to('waitlisted'),
  resume: nothing,
  ...exits,
} as const;

/** What was done when a person is being looked for or has been found. */
const behindCheck = { hear: done, submit: done, 'check-eligibility': done, resume: nothing } as const;

/** Visits are being held: the stage follows from them. What is left may be given up. */
const following = {
  hear: done,
  submit: done,
  'check-eligibility': done,
  'begin-matching': done,
  offer: itself,
  accept: itself,
  decline: itself,
  'hold-pre-meeting': itself,
  'issue-plan': itself,
  approve: itself,
  return: itself,
  waitlist: itself,
  resume: nothing,
  reject: itself,
} as const;

const afterLastVisit = { ...following, withdraw: done, close: to('closed') } as const;

/** An instructor has said yes; somebody else is looked for when they cannot come after all. */
const withInstructor = {
  ...behindCheck,
  'begin-matching': done,
  offer: to('offered'),
  accept: done,
  decline: to('matching'),
  waitlist: to('waitlisted'),
  ...exits,
} as const;

/**
 * 要請の段階の遷移. Every stage × every command: the stage it leads to, or why not (domain.md §4.3). `return` gives the papers
 * back to the step before, `decline` leads from an offer or an acceptance back to the choice of a person, `waitlist` waits
 * for the budget.
 */
export const stageTransitions: Readonly<Record<RequestStage, Readonly<Record<RequestCommand, Cell>>>> = {
  enquiry: { ...beforeForm, hear: to('hearing'), submit: to('submitted'), return: early },
  hearing: { ...beforeForm, hear: done, submit: to('submitted'), return: to('enquiry') },
  submitted: {
    ...beforeForm,
    hear: done,
    submit: done,
    'check-eligibility': to('eligibility-checked'),
    return: to('hearing'),
  },
  'eligibility-checked': {
    ...behindCheck,
    'begin-matching': to('matching'),
    offer: to('offered'),
    accept: early,
    decline: nothing,
    'hold-pre-meeting': early,
    'issue-plan': early,
    approve: early,
    return: to('hearing'),
    waitlist: to('waitlisted'),
    ...exits,
  },
  matching: {
    ...behindCheck,
    'begin-matching': done,
    offer: to('offered'),
    accept: to('accepted'),
    decline: nothing,
    'hold-pre-meeting': early,
    'issue-plan': early,
    approve: early,
    return: to('hearing'),
    waitlist: to('waitlisted'),
    ...exits,
  },
  offered: {
    ...behindCheck,
    'begin-matching': done,
    offer: done,
    accept: to('accepted'),
    decline: to('matching'),
    'hold-pre-meeting': early,
    'issue-plan': early,
    approve: early,
    return: early,
    waitlist: to('waitlisted'),
    ...exits,
  },
  accepted: {
    ...withInstructor,
    'hold-pre-meeting': to('pre-meeting'),
    'issue-plan': to('plan-issued'),
    approve: early,
    return: early,
  },
  'pre-meeting': {
    ...withInstructor,
    'hold-pre-meeting': done,
    'issue-plan': to('plan-issued'),
    approve: early,
    return: early,
  },
  'plan-issued': {
    ...withInstructor,
    'hold-pre-meeting': done,
    'issue-plan': done,
    approve: to('approved'),
    return: to('pre-meeting'),
  },
  approved: { ...withInstructor, 'hold-pre-meeting': done, 'issue-plan': done, approve: done, return: done },
  'in-progress': { ...following, withdraw: to('withdrawn'), close: to('closed') },
  completed: afterLastVisit,
  reported: afterLastVisit,
  surveyed: afterLastVisit,
  settled: afterLastVisit,
  waitlisted: {
    hear: nothing,
    submit: nothing,
    'check-eligibility': nothing,
    'begin-matching': nothing,
    offer: nothing,
    accept: nothing,
    decline: nothing,
    'hold-pre-meeting': nothing,
    'issue-plan': nothing,
    approve: nothing,
    return: nothing,
    waitlist: done,
    resume: to('submitted'),
    ...exits,
  },
  closed: ended,
  rejected: ended,
  withdrawn: ended,
};

/** Whether a step is taken on the page of the offers, which keeps whom was asked and what they said. */
export function followsFromOffer(command: RequestCommand, stage: RequestStage): boolean {
  return command === 'offer' || (stage === 'offered' && (command === 'accept' || command === 'decline'));
}

/** Whether a step follows from the records of meeting, plan and decision, which keep what was agreed and who approved. */
export function followsFromPlan(command: RequestCommand, stage: RequestStage): boolean {
  return (
    command === 'hold-pre-meeting' ||
    command === 'issue-plan' ||
    command === 'approve' ||
    (stage === 'plan-issued' && command === 'return')
  );
}

/** The commands that a stage takes, in the order of the procedure. */
export function listStageCommands(stage: RequestStage): readonly RequestCommand[] {
  return requestCommands.filter((command) => 'to' in stageTransitions[stage][command]);
}
