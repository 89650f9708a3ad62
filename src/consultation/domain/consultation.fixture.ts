import { plainDate } from '#kernel/plain-date.ts';
import type { ConsultationInput } from './consultation.ts';

/** A phone call of a firm that is not in the register. */
export function aConsultation(changes: Partial<ConsultationInput> = {}): ConsultationInput {
  return {
    number: 'K2022-0001',
    receivedOn: plainDate('2022-11-21'),
    channel: 'phone',
    clientKind: 'company',
    clientName: '架空金属工業',
    contactName: null,
    phone: null,
    email: null,
    organizationNumber: null,
    topics: ['instruction'],
    tradeCode: null,
    detail: '若手に旋盤を教えたい',
    advice: null,
    referredFrom: null,
    referredTo: null,
    followUpOn: null,
    outcome: null,
    takenBy: '架空 次郎',
    ...changes,
  };
}
