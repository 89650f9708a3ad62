/** 派遣先の区分 (contract.md §3; who may ask: domain.md §5.3, §5.4). */
export const organizationKinds = [
  { code: 'sme', label: '中小企業' },
  { code: 'trade-body', label: '業界団体' },
  { code: 'technical-school', label: '工業高校等' },
  { code: 'public-place', label: '公共施設等' },
  { code: 'elementary-junior-high', label: '小中学校' },
  { code: 'support-station', label: 'サポステ' },
  { code: 'large-enterprise', label: '大企業' },
  { code: 'other', label: 'その他' },
] as const;

export type OrganizationKind = (typeof organizationKinds)[number]['code'];
