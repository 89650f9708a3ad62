import type { OrganizationKind } from '#organization/domain/organization-kind.ts';

/** 調査先の区分. The kinds of the ledger, with schools told apart by their 学校コード (DAT-32). */
export const recipientClasses = [
  { code: 'elementary', label: '小学校' },
  { code: 'junior-high', label: '中学校・義務教育学校' },
  { code: 'school-without-code', label: '小中学校（学校コードなし）' },
  { code: 'high-school', label: '高等学校等' },
  { code: 'vocational', label: '専修学校・各種学校' },
  { code: 'sme', label: '中小企業' },
  { code: 'large-enterprise', label: '大企業' },
  { code: 'trade-body', label: '業界団体' },
  { code: 'public-place', label: '公共施設等' },
  { code: 'support-station', label: 'サポステ' },
  { code: 'other', label: 'その他' },
] as const;

export type RecipientClass = (typeof recipientClasses)[number]['code'];

/** The word of a 調査先の区分. */
export function recipientClassLabel(code: string): string {
  return recipientClasses.find((known) => known.code === code)?.label ?? code;
}

type Host = { readonly kind: OrganizationKind; readonly schoolCode: string | null };

/** The class under which a host of the ledger is asked. H1 and H2 begin the codes of 専修学校 and 各種学校. */
export function recipientClassOf({ kind, schoolCode }: Host): RecipientClass {
  const school = schoolCode?.slice(0, 2) ?? '';
  if (kind === 'elementary-junior-high') {
    if (school === 'B1') return 'elementary';
    return school === 'C1' || school === 'C2' ? 'junior-high' : 'school-without-code';
  }
  if (kind === 'technical-school') return school === 'H1' || school === 'H2' ? 'vocational' : 'high-school';
  return kind;
}
