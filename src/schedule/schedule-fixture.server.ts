import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { VisitInput } from './domain/visit.ts';
import { visitRecords } from './visit-records.server.ts';

/** A planned visit of instructor M-001 at host O-001. */
export function aVisit(changes: Partial<VisitInput> = {}): VisitInput {
  return {
    number: 'V-001',
    requestNumber: null,
    program: 'practical-instruction',
    organizationNumber: 'O-001',
    instructorNumbers: ['M-001'],
    tradeCode: 'kikai-kako',
    visitOn: plainDate('2022-12-05'),
    startsAt: '10:00',
    endsAt: '12:00',
    trainees: 5,
    status: 'planned',
    cancelReason: null,
    ...changes,
  };
}

export async function registerVisit(ctx: Context, changes: Partial<VisitInput> = {}): Promise<string> {
  const created = await visitRecords.create(ctx, { input: aVisit(changes), fiscalYear: 2022 });
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}
