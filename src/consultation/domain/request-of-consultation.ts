import { programs } from '#dispatch/domain/program.ts';
import { formatFields } from '#record/domain/parse-fields.ts';
import { consultationFields } from './consultation-fields.ts';
import type { ConsultationInput } from './consultation.ts';

/**
 * What a request's form knows from the consultation before it: host, trade, content, contact, and 実技指導 where that was
 * asked for. What was not said stays empty. (domain.md §4.3 ENQUIRY)
 */
export function textsOfRequest(consultation: ConsultationInput): Readonly<Record<string, string>> {
  const texts: Readonly<Record<string, string>> = formatFields(consultationFields, consultation);
  const isInstruction = consultation.topics.includes('instruction');
  return {
    organizationNumber: texts['organizationNumber'] ?? '',
    program: isInstruction ? (programs.find(({ code }) => code === 'practical-instruction')?.label ?? '') : '',
    tradeCode: texts['tradeCode'] ?? '',
    content: texts['detail'] ?? '',
    channel: texts['channel'] ?? '',
    // A person who asks for themselves is the contact.
    contactName: texts['contactName'] || (consultation.clientKind === 'person' ? consultation.clientName : ''),
    contactPhone: texts['phone'] ?? '',
    contactEmail: texts['email'] ?? '',
  };
}
