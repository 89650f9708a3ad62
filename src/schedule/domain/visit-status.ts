/** 派遣の状態 (contract.md §3). */
export const visitStatuses = [
  { code: 'planned', label: '予定' },
  { code: 'held', label: '実施' },
  { code: 'cancelled', label: '中止' },
] as const;

export type VisitStatus = (typeof visitStatuses)[number]['code'];

/** The word of a 派遣の状態. */
export function visitStatusLabel(status: string): string {
  return visitStatuses.find(({ code }) => code === status)?.label ?? status;
}
