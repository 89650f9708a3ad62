import { partsOf, type PlainDate } from '#kernel/plain-date.ts';
import type { FieldProblem, InputOf } from '#record/domain/field.ts';
import type { RecordShape } from '#record/domain/record-kind.ts';
import { findMunicipality, suggestMunicipality } from '#reference/domain/municipality.ts';
import { instructorFields } from './instructor-fields.ts';

/** マイスター等. Everybody who may be sent to teach: Meister, skilled worker, medalist, senior adviser. */
export type InstructorInput = InputOf<typeof instructorFields>;

/** What the rules over a マイスター等 need from outside: the day they are judged on. */
export type InstructorKnown = { readonly today: PlainDate };

export const instructorShape: RecordShape<InstructorInput> = {
  name: 'instructor',
  fields: instructorFields,
  numberOf: (instructor) => instructor.number,
  labelOf: (instructor) => instructor.name,
};

/** Whoever teaches has left compulsory school, and is not older than anybody was in Japan's registers. */
const YOUNGEST = 15;
const OLDEST = 117;

/** What the fields alone cannot tell: the municipality exists, the birth year is plausible, the certification is past. */
export function checkInstructor(instructor: InstructorInput, { today }: InstructorKnown): readonly FieldProblem[] {
  return [
    ...checkMunicipality(instructor.municipalityCode),
    ...checkBirthYear(instructor.birthYear, today),
    ...checkCertification(instructor.certifiedOn, today),
  ];
}

/** A code with a right check digit can still name no municipality (DAT-30). */
function checkMunicipality(code: string): readonly FieldProblem[] {
  if (findMunicipality(code)) return [];
  const near = suggestMunicipality(code);
  const suggestion = near && { suggestion: `${near.code} ${near.name}` };
  return [problemOf('municipalityCode', { kind: 'unknown-code', value: code, code: '市区町村コード', ...suggestion })];
}

function checkBirthYear(birthYear: number | null, today: PlainDate): readonly FieldProblem[] {
  const { year } = partsOf(today);
  const [first, last] = [year - OLDEST, year - YOUNGEST];
  if (birthYear === null || (birthYear >= first && birthYear <= last)) return [];
  return [problemOf('birthYear', { kind: 'year-out-of-range', value: String(birthYear), first, last })];
}

function checkCertification(certifiedOn: PlainDate | null, today: PlainDate): readonly FieldProblem[] {
  if (certifiedOn === null || certifiedOn <= today) return [];
  return [problemOf('certifiedOn', { kind: 'in-the-future', day: certifiedOn, today })];
}

function problemOf(key: (typeof instructorFields)[number]['key'], problem: FieldProblem['problem']): FieldProblem {
  const field = instructorFields.find((candidate) => candidate.key === key);
  return { key, header: field?.header ?? key, problem };
}
