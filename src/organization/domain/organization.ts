import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { organizationFields } from './organization-fields.ts';

/** 派遣先. A firm, trade body, school or place that asks for instruction and hosts it. */
export type OrganizationInput = InputOf<typeof organizationFields>;

export const organizationShape: RecordShape<OrganizationInput> = {
  name: 'organization',
  fields: organizationFields,
  numberOf: (organization) => organization.number,
  labelOf: (organization) => organization.name,
};

/** What the fields alone cannot tell: the municipality has to exist (DAT-30). */
export function checkOrganization(organization: OrganizationInput): readonly FieldProblem[] {
  return checkMunicipality(organization.municipalityCode, '市区町村コード');
}

/** A code with a right check digit can still name no municipality. */
export function checkMunicipality(code: string, header: string): readonly FieldProblem[] {
  if (findMunicipality(code)) return [];
  return [{ key: 'municipalityCode', header, problem: { kind: 'unknown-code', value: code, code: header } }];
}
