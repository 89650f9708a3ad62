/** 開拓の訪問の状態. A coordinator's visit is intended, made, or will not be made. */
export const scoutingVisitStatuses = [
  { code: 'planned', label: '予定' },
  { code: 'held', label: '実施' },
  { code: 'cancelled', label: '中止' },
] as const;

export type ScoutingVisitStatus = (typeof scoutingVisitStatuses)[number]['code'];

/** The word of a state; a code that nobody knows stays as it is. */
export function scoutingVisitStatusLabel(status: string): string {
  return scoutingVisitStatuses.find(({ code }) => code === status)?.label ?? status;
}

/** 訪問の目的 (domain.md §3 Visit/OutreachLog). */
export const scoutingPurposes = [
  { code: 'scouting', label: '開拓' },
  { code: 'needs', label: 'ニーズ把握' },
  { code: 'publicity', label: '制度の周知' },
] as const;
