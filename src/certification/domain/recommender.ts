/** 推薦者. The head of the firm or section of an employed person, else a third party (domain.md §5.1). */
export const recommenderKinds = [
  { code: 'employer', label: '勤務先の長（事業主・所属長）' },
  { code: 'third-party', label: '第三者' },
] as const;

export type RecommenderKind = (typeof recommenderKinds)[number]['code'];

/** 続柄. Degrees of kinship as the Civil Code counts them; a spouse has none, and is nearer than all. */
const DEGREES: readonly { readonly degree: number; readonly words: readonly string[] }[] = [
  { degree: 0, words: ['配偶者', '夫', '妻'] },
  {
    degree: 1,
    words: [
      '父',
      '母',
      '父母',
      '親',
      '子',
      '長男',
      '次男',
      '長女',
      '次女',
      '息子',
      '娘',
      '養父',
      '養母',
      '養子',
      '義父',
      '義母',
    ],
  },
  {
    degree: 2,
    words: ['祖父', '祖母', '孫', '兄', '弟', '姉', '妹', '兄弟', '姉妹', '兄弟姉妹', '義兄', '義弟', '義姉', '義妹'],
  },
  {
    degree: 3,
    words: ['おじ', 'おば', '伯父', '叔父', '伯母', '叔母', '甥', '姪', 'おい', 'めい', '曽祖父', '曽祖母'],
  },
  { degree: 4, words: ['いとこ', '従兄弟', '従姉妹', '従兄', '従弟', '従姉', '従妹'] },
];

/** The nearest kin whom the rule keeps from recommending: 二親等. */
const NEAREST_ALLOWED = 3;

/** The degree that a word of relation says, or nothing where it says no kinship (知人, 元同僚). */
export function findKinshipDegree(relation: string): number | undefined {
  const word = relation.replaceAll(/[\s　]|本人の|候補者の/gu, '');
  return DEGREES.find(({ words }) => words.includes(word))?.degree;
}

export type RecommenderFacts = {
  readonly employer: string | null;
  readonly recommenderKind: RecommenderKind | null;
  readonly recommenderRelation: string | null;
  /** What the form answers to 「二親等以内の親族か」. */
  readonly recommenderKin: boolean | null;
};

/** Why somebody cannot be the recommender. Being unanswered is a matter of completeness, not of this rule. */
export type RecommenderRefusal =
  | { readonly kind: 'kin' }
  | { readonly kind: 'relation-says-kin'; readonly relation: string }
  | { readonly kind: 'employed'; readonly employer: string }
  | { readonly kind: 'not-employed' };

/**
 * Who may recommend: the head of the firm where the person is employed, else a third party who is no kin within the second
 * degree (domain.md §5.1). The head of a family firm recommends as the employer.
 */
export function checkRecommender(facts: RecommenderFacts): RecommenderRefusal | undefined {
  const { employer, recommenderKind, recommenderRelation, recommenderKin } = facts;
  if (recommenderKind === null) return undefined;
  if (recommenderKind === 'employer') return employer === null ? { kind: 'not-employed' } : undefined;
  if (employer !== null) return { kind: 'employed', employer };
  if (recommenderKin === true) return { kind: 'kin' };
  const degree = findKinshipDegree(recommenderRelation ?? '');
  if (degree === undefined || degree >= NEAREST_ALLOWED) return undefined;
  return { kind: 'relation-says-kin', relation: recommenderRelation ?? '' };
}
