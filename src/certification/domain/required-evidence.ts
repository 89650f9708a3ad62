import { plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isValidOn, type Validity } from '#reference/domain/validity.ts';
import type { CertificationBasis } from './certification-basis.ts';
import type { EvidenceKind } from './evidence-kind.ts';

/** 必要な証拠書類. One copy that an application needs: a file of any of these kinds will do. */
export type RequiredEvidence = readonly [EvidenceKind, ...EvidenceKind[]];

/** Which copies go with an application of these days, whatever its 根拠 and by its 根拠. */
type EvidenceRules = Validity & {
  readonly always: readonly RequiredEvidence[];
  readonly byBasis: Readonly<Record<CertificationBasis, RequiredEvidence>>;
  /** Where it is written. */
  readonly sources: readonly string[];
};

/**
 * Copies of licences go with the application, and a recommendation (domain.md §5.1 「Application conditions」). Skill equal to
 * a grade has no certificate: whatever shows it will do, and the Center weighs it.
 */
const shippedRules: readonly EvidenceRules[] = [
  {
    validFrom: plainDate('2013-04-01'),
    validUntil: null,
    always: [['recommendation']],
    byBasis: {
      'top-grade': ['qualification'],
      'highly-skilled': ['qualification', 'award'],
      'outstanding-skills': ['award', 'qualification'],
      'national-meister': ['qualification', 'award'],
      'olympics-medal': ['award'],
      'prefectural-award': ['award', 'qualification'],
      'practical-exemption': ['qualification'],
      'special-trade': ['qualification', 'practice'],
      'equal-skill': ['practice', 'award', 'qualification'],
    },
    sources: ['pacsjp.com'],
  },
];

/** The copies that an application of a day needs. Without its 根拠 only those that everybody needs are known. */
export function listRequiredEvidence(basis: CertificationBasis | null, on: PlainDate): readonly RequiredEvidence[] {
  const rules = shippedRules.find((each) => isValidOn(each, on));
  if (!rules) return [];
  return [...(basis === null ? [] : [rules.byBasis[basis]]), ...rules.always];
}

/** Those of them that no file of the application is. */
export function listMissingEvidence(
  required: readonly RequiredEvidence[],
  held: readonly EvidenceKind[],
): readonly RequiredEvidence[] {
  return required.filter((anyOf) => !anyOf.some((kind) => held.includes(kind)));
}
