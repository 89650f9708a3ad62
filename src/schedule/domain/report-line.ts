import type { OrganizationKind } from '#organization/domain/organization-kind.ts';

/**
 * The lines of the status report: 中小企業 and 業界団体 are one, 工業高校等 is the other (contract.md §4). Visits at any
 * other kind of host stand in neither.
 */
export const reportLines = [
  { code: 'sme', label: '中小企業・業界団体', kinds: ['sme', 'trade-body'] },
  { code: 'school', label: '工業高校等', kinds: ['technical-school'] },
] as const satisfies readonly { code: string; label: string; kinds: readonly OrganizationKind[] }[];

export type ReportLine = (typeof reportLines)[number]['code'];

/** The kinds of host that a line counts. */
export function kindsOfLine(line: ReportLine): readonly OrganizationKind[] {
  return reportLines.find(({ code }) => code === line)?.kinds ?? [];
}
