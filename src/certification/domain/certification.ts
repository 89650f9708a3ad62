import type { PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { findMunicipality, suggestMunicipality } from '#reference/domain/municipality.ts';
import { certificationFields } from './certification-fields.ts';
import type { CertificationState } from './certification-state.ts';

/** 認定申請. What the corner writes down of a person who is to become a Meister. */
export type CertificationInput = InputOf<typeof certificationFields>;

/** 認定申請. The application with where it stands; the Center's answer is in the last three. */
export type CertificationCase = {
  readonly id: string;
  readonly version: number;
  readonly deleted: boolean;
  readonly input: CertificationInput;
  readonly state: CertificationState;
  readonly batchId: string | null;
  readonly scoutingVisitId: string | null;
  readonly registrationNumber: string | null;
  readonly certifiedOn: PlainDate | null;
  readonly instructorId: string | null;
};

/** What the rules over an application need from outside: the day they are judged on. */
export type CertificationKnown = { readonly today: PlainDate };

export const certificationShape: RecordShape<CertificationInput> = {
  name: 'certification',
  fields: certificationFields,
  numberOf: (application) => application.number,
  labelOf: (application) => application.name,
};

/** Days of what has happened already, which no form may put into the future. */
const PAST_DAYS = ['basisOn', 'practiceFrom', 'instructionFrom', 'appliedOn'] as const;

/** What the fields alone cannot tell: the municipality exists, what has happened is not in the future. */
export function checkCertification(
  application: CertificationInput,
  { today }: CertificationKnown,
): readonly FieldProblem[] {
  return [
    ...checkMunicipality(application.municipalityCode),
    ...PAST_DAYS.flatMap((key) => {
      const day = application[key];
      return day === null || day <= today ? [] : [problemOf(key, { kind: 'in-the-future', day, today })];
    }),
  ];
}

function checkMunicipality(code: string | null): readonly FieldProblem[] {
  if (code === null || findMunicipality(code)) return [];
  const near = suggestMunicipality(code);
  const suggestion = near && { suggestion: `${near.code} ${near.name}` };
  return [problemOf('municipalityCode', { kind: 'unknown-code', value: code, code: '市区町村コード', ...suggestion })];
}

function problemOf(key: keyof CertificationInput, problem: FieldProblem['problem']): FieldProblem {
  return { key, header: certificationFields.find((field) => field.key === key)?.header ?? key, problem };
}
