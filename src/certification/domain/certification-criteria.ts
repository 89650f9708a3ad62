import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';
import type { CertificationBasis } from './certification-basis.ts';

export type CertificationDivision = 'standard' | 'dx' | 'it';

/** One 根拠 that the criteria take, with its mark on paper; `judged` where the Center weighs it against a grade. */
export type BasisRule = { readonly basis: CertificationBasis; readonly mark: string; readonly judged: boolean };

/** 認定基準. What the Center asks of a Meister, for applications of these days (domain.md §5.1). */
export type CertificationCriteria = Validity & {
  readonly code: string;
  readonly bases: readonly BasisRule[];
  readonly practiceYears: number;
  /** Only practice after the day of the 根拠 counts. */
  readonly practiceAfterBasis: boolean;
  /** Years of teaching after the day of the 根拠; 0 where none are asked. */
  readonly instructionYears: number;
  /** Teaching several times is enough where the corner's chief judges that the person can teach. */
  readonly chiefJudges: boolean;
  readonly divisions: readonly CertificationDivision[];
  /** Where it is written. */
  readonly sources: readonly string[];
};

const rule = (basis: CertificationBasis, mark = '', judged = false): BasisRule => ({ basis, mark, judged });

/** The criteria as published, from the oldest; a corner's own rows stand before them (domain.md §5.1). */
export const shippedCriteria: readonly CertificationCriteria[] = [
  {
    code: 'v1',
    validFrom: plainDate('2013-04-01'),
    validUntil: plainDate('2022-09-30'),
    bases: [rule('top-grade'), rule('olympics-medal'), rule('equal-skill', '', true)],
    practiceYears: 15,
    practiceAfterBasis: false,
    instructionYears: 0,
    chiefJudges: false,
    divisions: ['standard'],
    sources: ['mhlw.go.jp monozukuri_master/index.html', 'saga-noukai.com/main/569'],
  },
  {
    code: 'v2',
    validFrom: plainDate('2022-10-01'),
    validUntil: plainDate('2025-03-31'),
    bases: [
      rule('top-grade', '①'),
      rule('highly-skilled', '①'),
      rule('outstanding-skills', '①'),
      rule('olympics-medal', '②'),
      rule('prefectural-award', '③', true),
      rule('practical-exemption', '④'),
      rule('special-trade', '⑤'),
    ],
    practiceYears: 5,
    practiceAfterBasis: true,
    instructionYears: 3,
    chiefJudges: false,
    divisions: ['standard', 'dx', 'it'],
    sources: [
      'aaa.nara.nara.jp/meister',
      'w-syokunou.com',
      'noukai-oita.com/shikumi/meister1',
      'saitama-vada.or.jp/ginoushinkou/use',
    ],
  },
  {
    code: 'v3',
    validFrom: plainDate('2025-04-01'),
    validUntil: null,
    bases: [
      rule('top-grade'),
      rule('outstanding-skills'),
      rule('national-meister'),
      rule('olympics-medal'),
      rule('equal-skill', '', true),
    ],
    practiceYears: 15,
    practiceAfterBasis: false,
    instructionYears: 0,
    chiefJudges: true,
    divisions: ['standard'],
    sources: ['ibaraki-vada.com/ibamono/service/meister-2'],
  },
];

/**
 * The criteria of an application by its day: among those that hold, the one that began last, and a corner's own before the
 * published one of the same day. Before the programme began there are none.
 */
export function findCriteria(
  on: PlainDate,
  own: readonly CertificationCriteria[] = [],
): CertificationCriteria | undefined {
  const began = ({ validFrom }: CertificationCriteria) => validFrom ?? '';
  return [...own, ...shippedCriteria]
    .filter((criteria) => isValidOn(criteria, on))
    .toSorted((left, right) => (began(left) === began(right) ? 0 : began(left) < began(right) ? 1 : -1))[0];
}
