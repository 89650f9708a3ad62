import { requestFields } from '#dispatch/domain/request-fields.ts';
import type { RequestInput } from '#dispatch/domain/request.ts';
import type { InstructorInput } from '#instructor/domain/instructor.ts';
import { instructorFields } from '#instructor/domain/instructor-fields.ts';
import type { OrganizationInput } from '#organization/domain/organization.ts';
import { organizationFields } from '#organization/domain/organization-fields.ts';
import { planItemFields } from '#plan/domain/plan-item-fields.ts';
import type { PlanItemInput } from '#plan/domain/plan-item.ts';
import type { AnyField } from '#record/domain/field.ts';
import type { VisitInput } from '#schedule/domain/visit.ts';
import { visitFields } from '#schedule/domain/visit-fields.ts';
import { matchHeader } from '#transfer/domain/match-header.ts';
import { readRows } from '#transfer/domain/read-rows.ts';
import { buildDemonstrationOffice } from './demonstration-office.ts';
import type { DemonstrationTable } from './demonstration-table.ts';

/** The demonstration office as its tables, and read as an import reads them. */
export const tables = buildDemonstrationOffice();

function read<Input>(kind: DemonstrationTable['kind'], fields: readonly AnyField[], fiscalYear = 2022) {
  const table = tables.find((candidate) => candidate.kind === kind && candidate.fiscalYear === fiscalYear);
  if (!table) throw new Error(`no table ${kind} of ${fiscalYear}`);
  const match = matchHeader(table.header, fields);
  if (!match.ok) throw new Error(JSON.stringify(match.refusal));
  const { inputs, problems } = readRows(
    table.rows.map((cells, index) => ({ line: index + 2, cells })),
    match.value,
    fields,
  );
  return { inputs: inputs.map(({ input }) => input as Input), problems };
}

export const organizations = read<OrganizationInput>('organizations', organizationFields);
export const instructors = read<InstructorInput>('instructors', instructorFields);
export const requests = read<RequestInput>('requests', requestFields);
export const visits = read<VisitInput>('visits', visitFields);
export const plans = [2022, 2023].map((year) => read<PlanItemInput>('plan-items', planItemFields, year));

export const organizationOf = byNumber(organizations.inputs);
export const instructorOf = byNumber(instructors.inputs);
export const requestOf = byNumber(requests.inputs);
/** The visits that take place. */
export const live = visits.inputs.filter(({ status }) => status !== 'cancelled');

function byNumber<Input extends { readonly number: string }>(inputs: readonly Input[]): (number: string) => Input {
  const map = new Map(inputs.map((input) => [input.number, input]));
  return (number) => {
    const found = map.get(number);
    if (!found) throw new Error(`nothing has the number ${number}`);
    return found;
  };
}
