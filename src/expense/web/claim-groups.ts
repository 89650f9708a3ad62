/** The fields of a claim as they stand on its form. */
export const claimGroups = [
  { heading: '謝金', keys: ['minutes'] },
  { heading: '旅費', keys: ['travelBy', 'kilometres'] },
  { heading: '材料費', keys: ['persons', 'days', 'spent', 'tax'] },
  { heading: 'テキスト作成費', keys: ['pages'] },
  { heading: '備考', keys: ['note'] },
] as const;
