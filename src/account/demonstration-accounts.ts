import type { Role } from '#platform/permission/permission-table.ts';

/** The password of every account of a demonstration office; it is printed on its sign-in page. */
export const demonstrationPassword = 'takumi-demo-2022';

type DemonstrationAccount = {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  readonly ofCorner: boolean;
};

/** 体験用の利用者: one for each way of working, all fictitious. `ofCorner` false: of no corner. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { role: 'officer', name: '架空 花子', email: 'officer@example.jp', ofCorner: true },
  { role: 'chief', name: '架空 一郎', email: 'chief@example.jp', ofCorner: true },
  { role: 'clerk', name: '架空 月子', email: 'clerk@example.jp', ofCorner: true },
  { role: 'coordinator', name: '架空 次郎', email: 'coordinator@example.jp', ofCorner: true },
  { role: 'auditor', name: '架空 星子', email: 'auditor@example.jp', ofCorner: true },
  { role: 'center', name: '架空 三郎', email: 'center@example.jp', ofCorner: false },
];
