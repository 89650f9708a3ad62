import type { CertificationInput } from './certification.ts';
import { judgeEligibility, type CriterionFacts } from './eligibility.ts';
import type { CertificationCriteria } from './certification-criteria.ts';
import type { EvidenceKind } from './evidence-kind.ts';
import { checkRecommender, type RecommenderRefusal } from './recommender.ts';
import { listMissingEvidence, listRequiredEvidence, type RequiredEvidence } from './required-evidence.ts';

/** 不足. What an application lacks before it can go on: a field, a recommender who may be one, a copy, a criterion. */
export type Shortcoming =
  | { readonly kind: 'field'; readonly key: keyof CertificationInput }
  | { readonly kind: 'recommender'; readonly refusal: RecommenderRefusal }
  | { readonly kind: 'evidence'; readonly anyOf: RequiredEvidence }
  | { readonly kind: 'no-criteria' }
  | { readonly kind: 'criterion'; readonly criterion: CriterionFacts['criterion'] };

/** What an application is held against: the criteria of its day, and the kinds of the files that are with it. */
export type CompletenessFacts = {
  readonly criteria: CertificationCriteria | undefined;
  readonly evidence: readonly EvidenceKind[];
};

/** What the paper form asks of everybody. */
const ALWAYS = [
  'appliedOn',
  'division',
  'birthYear',
  'postalCode',
  'municipalityCode',
  'address',
  'phone',
  'basisCode',
  'basisDetail',
  'basisOn',
  'practiceFrom',
  'recommenderKind',
  'recommenderName',
  'recommenderRelation',
  'hasTeachingLicence',
  'publishConsent',
] as const satisfies readonly (keyof CertificationInput)[];

/** 受付の前の確認. What is missing before the corner receives the application, in the order of the form. */
export function listShortcomings(
  application: CertificationInput,
  { criteria, evidence }: CompletenessFacts,
): readonly Shortcoming[] {
  const refusal = checkRecommender(application);
  return [
    ...listNeeded(application, criteria)
      .filter((key) => application[key] === null)
      .map((key) => ({ kind: 'field', key }) as const),
    ...(refusal ? [{ kind: 'recommender', refusal } as const] : []),
    ...listMissingCopies(application, evidence).map((anyOf) => ({ kind: 'evidence', anyOf }) as const),
    ...(criteria ? [] : [{ kind: 'no-criteria' } as const]),
  ];
}

/** 取りまとめの前の確認. Beyond that: the corner's judgement is written down, and no criterion is plainly not met. */
export function listShortcomingsForCenter(
  application: CertificationInput,
  facts: CompletenessFacts,
): readonly Shortcoming[] {
  const { criteria } = facts;
  const { appliedOn } = application;
  const verdicts = criteria && appliedOn ? judgeEligibility(application, { criteria, on: appliedOn }) : [];
  return [
    ...listShortcomings(application, facts),
    ...(application.chiefJudgement === null ? [{ kind: 'field', key: 'chiefJudgement' } as const] : []),
    ...verdicts
      .filter(({ answer }) => answer === 'not-met')
      .map(({ criterion }) => ({ kind: 'criterion', criterion }) as const),
  ];
}

/** Without the day of the application it is not known which copies go with it; that the day is missing is said already. */
function listMissingCopies(
  { appliedOn, basisCode }: CertificationInput,
  evidence: readonly EvidenceKind[],
): readonly RequiredEvidence[] {
  return appliedOn === null ? [] : listMissingEvidence(listRequiredEvidence(basisCode, appliedOn), evidence);
}

/** The fields that this application needs: some follow from its criteria, its division and its recommender. */
function listNeeded(
  application: CertificationInput,
  criteria: CertificationCriteria | undefined,
): readonly (keyof CertificationInput)[] {
  return [
    ...ALWAYS,
    ...(criteria && criteria.instructionYears > 0 ? (['instructionFrom', 'instructionNote'] as const) : []),
    ...(criteria?.chiefJudges ? (['instructionNote'] as const) : []),
    ...(application.division === 'dx' ? (['dxSkill'] as const) : []),
    ...(application.recommenderKind === 'third-party' ? (['recommenderKin'] as const) : []),
  ];
}
