/** 種別. Who the instructor is under the programme (contract.md §3; domain.md §1). */
export const instructorKinds = [
  { code: 'meister', label: 'ものづくりマイスター' },
  { code: 'skilled-worker', label: '熟練技能者' },
  { code: 'medalist', label: 'メダリスト' },
  { code: 'senior-advisor', label: 'シニアアドバイザー' },
] as const;

export type InstructorKind = (typeof instructorKinds)[number]['code'];

/** 部門. The divisions of a Meister since R4.10 (domain.md §5.1). */
export const instructorDivisions = [
  { code: 'standard', label: '一般' },
  { code: 'dx', label: 'DX' },
  { code: 'it', label: 'IT' },
] as const;
