import { accept, refuse, type Result } from '#kernel/result.ts';

/** 活動報告書の状態. */
export const reportStates = [
  { code: 'draft', label: '書きかけ' },
  { code: 'submitted', label: '確認待ち' },
  { code: 'returned', label: '差戻し' },
  { code: 'checked', label: '確認済み' },
] as const;

export type ReportState = (typeof reportStates)[number]['code'];

export const reportCommands = ['save', 'submit', 'check', 'return'] as const;
export type ReportCommand = (typeof reportCommands)[number];

/** The whole table: what is not in it is refused. A returned report stays returned while it is being mended. */
export const reportTable: Readonly<Record<ReportState, Readonly<Partial<Record<ReportCommand, ReportState>>>>> = {
  draft: { save: 'draft', submit: 'submitted' },
  submitted: { check: 'checked', return: 'returned' },
  returned: { save: 'returned', submit: 'submitted' },
  checked: { return: 'returned' },
};

export type ReportStateRefusal =
  | { readonly kind: 'not-possible'; readonly state: ReportState; readonly command: ReportCommand }
  | { readonly kind: 'reason-missing' };

/** The state after a command; a report goes back with a reason. */
export function moveReport(
  state: ReportState,
  command: ReportCommand,
  reason: string | null = null,
): Result<ReportState, ReportStateRefusal> {
  const next = reportTable[state][command];
  if (next === undefined) return refuse({ kind: 'not-possible', state, command });
  if (command === 'return' && (reason ?? '').trim() === '') return refuse({ kind: 'reason-missing' });
  return accept(next);
}
