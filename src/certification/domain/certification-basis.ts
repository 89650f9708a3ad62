/** 認定の根拠. What proves the skill of whoever applies; which of them count is said by the criteria (domain.md §5.1). */
export const certificationBases = [
  { code: 'top-grade', label: '技能検定 特級・1級・単一等級' },
  { code: 'highly-skilled', label: '高度熟練技能者（厚生労働省 平成10〜21年度）' },
  { code: 'outstanding-skills', label: '卓越した技能者（現代の名工）' },
  { code: 'national-meister', label: '全技連マイスター' },
  { code: 'olympics-medal', label: '技能五輪全国大会 銅賞以上' },
  { code: 'prefectural-award', label: '都道府県の表彰・認定（1級以上に相当）' },
  { code: 'practical-exemption', label: '1級・単一等級の実技試験の免除（規則第65条）' },
  { code: 'special-trade', label: '別に定める職種の基準（電気溶接・電工・自動車工）' },
  { code: 'equal-skill', label: '特級・1級・単一等級と同等の技能' },
] as const;

export type CertificationBasis = (typeof certificationBases)[number]['code'];

/** 根拠 that the Center weighs against a grade, whatever the version. */
export function isWeighed(basis: CertificationBasis): boolean {
  return basis === 'prefectural-award' || basis === 'equal-skill';
}
