import { plainDate } from '#kernel/plain-date.ts';
import type { ScoutingLeadInput } from './scouting-lead.ts';
import type { ScoutingVisitInput } from './scouting-visit.ts';

/** A held visit to a firm that is not in the register. */
export function aScoutingVisit(changes: Partial<ScoutingVisitInput> = {}): ScoutingVisitInput {
  return {
    number: 'S-001',
    host: '架空金属工業',
    municipalityCode: '352039',
    visitOn: plainDate('2022-11-28'),
    status: 'held',
    needs: null,
    said: null,
    candidates: null,
    nextStep: null,
    nextOn: null,
    coordinator: '架空 次郎',
    startsAt: null,
    purpose: 'scouting',
    leadNumber: null,
    ...changes,
  };
}

/** A firm with 12 candidates of 機械加工 in 周南市. */
export function aScoutingLead(changes: Partial<ScoutingLeadInput> = {}): ScoutingLeadInput {
  return {
    number: 'L-001',
    name: '架空金属',
    nameKana: 'カクウキンゾク',
    organizationNumber: null,
    municipalityCode: '352152',
    trades: ['kikai-kako'],
    examYear: 2022,
    examinees: 12,
    firstGrades: 3,
    contactName: null,
    phone: null,
    note: null,
    closedReason: null,
    ...changes,
  };
}
