import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { clientKinds, consultationChannels, consultationFields, consultationTopics } from './consultation-fields.ts';

/** 相談. Somebody asks the desk for advice; what was said, and what comes of it (domain.md §3). */
export type ConsultationInput = InputOf<typeof consultationFields>;

export type ConsultationKnown = {
  /** Identities of live 派遣先 by number. */
  readonly organizations: ReadonlyMap<string, string>;
  readonly today: PlainDate;
};

export const consultationShape: RecordShape<ConsultationInput> = {
  name: 'consultation',
  fields: consultationFields,
  numberOf: (consultation) => consultation.number,
  labelOf: (consultation) => consultation.number,
};

/** It has happened, the 派遣先 exists where one is named, and the next contact comes after the first. */
export function checkConsultation(
  { receivedOn, followUpOn, organizationNumber: value }: ConsultationInput,
  { organizations, today }: ConsultationKnown,
): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (receivedOn > today) {
    const problem = { kind: 'in-the-future', day: receivedOn, today } as const;
    problems.push({ key: 'receivedOn', header: '受付日', problem });
  }
  if (value !== null && !organizations.has(value)) {
    const problem = { kind: 'unknown-record', value, record: 'organization' } as const;
    problems.push({ key: 'organizationNumber', header: '派遣先番号', problem });
  }
  if (followUpOn !== null && followUpOn <= receivedOn) {
    const problem = { kind: 'not-after', value: followUpOn, other: '受付日', otherValue: receivedOn } as const;
    problems.push({ key: 'followUpOn', header: '次に連絡する日', problem });
  }
  return problems;
}

/** 相談の状況. It follows from the request, the outcome and the next contact: nobody enters it. */
export const consultationStates = [
  { code: 'follow-up', label: '連絡待ち' },
  { code: 'requested', label: '要請にした' },
  { code: 'settled', label: '済み' },
] as const;

export type ConsultationState = (typeof consultationStates)[number]['code'];

/** Requested once a live 派遣要請 came of it; else to be followed up while a day is set and nothing came of it yet. */
export function consultationState(consultation: {
  readonly followUpOn: string | null;
  readonly outcome: string | null;
  readonly hasRequest: boolean;
}): ConsultationState {
  if (consultation.hasRequest) return 'requested';
  return consultation.followUpOn !== null && consultation.outcome === null ? 'follow-up' : 'settled';
}

/** Whether somebody has to get in touch by today. */
export function isFollowUpDue(state: ConsultationState, followUpOn: string | null, today: PlainDate): boolean {
  return state === 'follow-up' && followUpOn !== null && followUpOn <= today;
}

const labelOf = (words: readonly { readonly code: string; readonly label: string }[], code: string): string =>
  words.find((word) => word.code === code)?.label ?? code;

export const channelLabel = (code: string): string => labelOf(consultationChannels, code);
export const clientKindLabel = (code: string): string => labelOf(clientKinds, code);
export const topicLabel = (code: string): string => labelOf(consultationTopics, code);
