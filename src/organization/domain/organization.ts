import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import { organizationFields } from './organization-fields.ts';
import { organizationKinds } from './organization-kind.ts';
import { founderInCode, founderLabel, mayBeSchool } from './school-founder.ts';

/** 派遣先. A firm, trade body, school or place that asks for instruction and hosts it. */
export type OrganizationInput = InputOf<typeof organizationFields>;

export const organizationShape: RecordShape<OrganizationInput> = {
  name: 'organization',
  fields: organizationFields,
  numberOf: (organization) => organization.number,
  labelOf: (organization) => organization.name,
};

/** What the fields alone cannot tell: the municipality exists (DAT-30), and the founder is a school's own (DAT-32). */
export function checkOrganization(organization: OrganizationInput): readonly FieldProblem[] {
  return [...checkMunicipality(organization.municipalityCode, '市区町村コード'), ...checkFounder(organization)];
}

const FOUNDER = { key: 'founder', header: '設置者' } as const;

/** Only a school has a founder, and it is the one that its 学校コード names. */
function checkFounder({ kind, founder, schoolCode }: OrganizationInput): readonly FieldProblem[] {
  if (founder === null) return [];
  if (!mayBeSchool(kind)) {
    const schools = organizationKinds.filter(({ code }) => mayBeSchool(code)).map(({ label }) => label);
    return [{ ...FOUNDER, problem: { kind: 'only-when', other: '区分', otherValue: schools.join('・') } }];
  }
  const coded = founderInCode(schoolCode);
  if (coded === undefined || coded === founder) return [];
  const [value, expected] = [founderLabel(founder), founderLabel(coded)];
  return [{ ...FOUNDER, problem: { kind: 'differs', value, record: '学校コード', expected } }];
}

/** A code with a right check digit can still name no municipality. */
export function checkMunicipality(code: string, header: string): readonly FieldProblem[] {
  if (findMunicipality(code)) return [];
  return [{ key: 'municipalityCode', header, problem: { kind: 'unknown-code', value: code, code: header } }];
}
