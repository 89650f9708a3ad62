import type { InstructorInput } from '#instructor/domain/instructor.ts';
import { instructorRecords } from '#instructor/instructor-records.server.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { Context } from '#platform/context.server.ts';
import type { OrganizationInput } from '#organization/domain/organization.ts';
import { organizationRecords } from '#organization/organization-records.server.ts';
import type { RequestInput } from './domain/request.ts';
import { requestRecords } from './request-records.server.ts';

/** Records that tests of requests, visits and candidates begin with: made-up bodies and persons. */

export function anOrganization(changes: Partial<OrganizationInput> = {}): OrganizationInput {
  return {
    number: 'O-001',
    kind: 'sme',
    name: '架空精機株式会社',
    nameKana: 'カクウセイキ',
    corporateNumber: null,
    schoolCode: null,
    industryCode: null,
    capitalYen: null,
    employees: null,
    postalCode: null,
    municipalityCode: '352039',
    address: null,
    contactName: null,
    phone: null,
    fax: null,
    email: null,
    founder: null,
    ...changes,
  };
}

export function anInstructor(changes: Partial<InstructorInput> = {}): InstructorInput {
  return {
    number: 'M-001',
    kind: 'meister',
    division: null,
    name: '架空 太郎',
    nameKana: 'カクウ タロウ',
    birthYear: null,
    trades: ['kikai-kako'],
    employer: null,
    postalCode: null,
    municipalityCode: '352039',
    address: null,
    phone: null,
    email: null,
    certifiedOn: null,
    course: { status: 'exempt' },
    lastActivityOn: null,
    yearlyCap: null,
    availableWeekdays: null,
    unavailableDates: null,
    isPublic: null,
    monthlyCap: null,
    hostKinds: null,
    hostFounders: null,
    ...changes,
  };
}

export function aRequest(changes: Partial<RequestInput> = {}): RequestInput {
  return {
    number: 'R-001',
    organizationNumber: 'O-001',
    program: 'practical-instruction',
    tradeCode: 'kikai-kako',
    content: null,
    wishedSessions: 2,
    sessionMinutes: 120,
    expectedTrainees: 5,
    candidateDates: [{ from: plainDate('2022-12-05'), until: plainDate('2022-12-09') }],
    placeMunicipalityCode: null,
    priority: null,
    receivedOn: plainDate('2022-11-01'),
    ...changes,
  };
}

const fiscalYear = 2022;

export async function registerOrganization(ctx: Context, changes: Partial<OrganizationInput> = {}): Promise<string> {
  return idOf(await organizationRecords.create(ctx, { input: anOrganization(changes), fiscalYear }));
}

export async function registerInstructor(ctx: Context, changes: Partial<InstructorInput> = {}): Promise<string> {
  return idOf(await instructorRecords.create(ctx, { input: anInstructor(changes), fiscalYear }));
}

export async function registerRequest(ctx: Context, changes: Partial<RequestInput> = {}): Promise<string> {
  return idOf(await requestRecords.create(ctx, { input: aRequest(changes), fiscalYear }));
}

function idOf(created: Awaited<ReturnType<typeof requestRecords.create>>): string {
  if (!created.ok) throw new Error(JSON.stringify(created.refusal));
  return created.value.id;
}
