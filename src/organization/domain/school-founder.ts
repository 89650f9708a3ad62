import type { OrganizationKind } from './organization-kind.ts';

/** 設置者. Who founded a school: the State, a prefecture or municipality, or a school corporation (学校教育法2条2項). */
export const schoolFounders = [
  { code: 'national', label: '国立' },
  { code: 'public', label: '公立' },
  { code: 'private', label: '私立' },
] as const;

export type SchoolFounder = (typeof schoolFounders)[number]['code'];

/** What is known of the founder of a host: `none` where it is no school, `unknown` where nobody has said. */
export type HostFounder = SchoolFounder | 'none' | 'unknown';

/** Hosts that are always schools, and その他, which may be one (a university, a 特別支援学校). */
const SCHOOL_KINDS: readonly OrganizationKind[] = ['technical-school', 'elementary-junior-high'];
const PERHAPS_SCHOOL: OrganizationKind = 'other';

/** Whether a host of the kind can have a founder at all. */
export function mayBeSchool(kind: OrganizationKind): boolean {
  return SCHOOL_KINDS.includes(kind) || kind === PERHAPS_SCHOOL;
}

type Host = {
  readonly kind: OrganizationKind;
  readonly founder: SchoolFounder | null;
  readonly schoolCode: string | null;
};

/**
 * The founder of a host: as entered, else as its 学校コード says. A school of which neither is known is `unknown`; what is
 * neither of a school's kind nor has a founder is no school.
 */
export function founderOf({ kind, founder, schoolCode }: Host): HostFounder {
  if (!mayBeSchool(kind)) return 'none';
  return founder ?? founderInCode(schoolCode) ?? (SCHOOL_KINDS.includes(kind) ? 'unknown' : 'none');
}

const BY_DIGIT: Readonly<Record<string, SchoolFounder>> = { 1: 'national', 2: 'public', 3: 'private' };

/** 設置区分, the fifth character of a 学校コード (DAT-32). */
export function founderInCode(schoolCode: string | null): SchoolFounder | undefined {
  return BY_DIGIT[schoolCode?.charAt(4) ?? ''];
}

/** The founder in a word. */
export function founderLabel(founder: SchoolFounder): string {
  return schoolFounders.find(({ code }) => code === founder)?.label ?? founder;
}
