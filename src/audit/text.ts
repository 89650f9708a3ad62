import type { PlainDate } from '#kernel/plain-date.ts';
import type { Permission } from '#platform/permission/permission-table.ts';

/** Words of the audit log's page. */
export const auditText = {
  title: '操作記録',
  lead: 'だれが、いつ、何をしたかの記録です。追記だけができ、変更も削除もできません。',
  at: '日時',
  who: '人',
  kind: '種類',
  target: '対象',
  action: '操作',
  from: 'この日から',
  until: 'この日まで',
  content: '内容',
  changes: (count: number) => `内容 ${count}件`,
  before: '変更前',
  after: '変更後',
  none: 'なし',
  yes: 'はい',
  no: 'いいえ',
  newest: '新しい順',
  emptyTitle: '条件に合う記録はありません',
  emptyLead: '条件を減らしてください。',
  dayUnreadable: (label: string) =>
    `「${label}」を読み取れません。「2022/11/30」や「R4.11.30」の形で入力してください。この条件を使わずに表示しています。`,
  period: (from: PlainDate | undefined, until: PlainDate | undefined, text: (day: PlainDate) => string) =>
    `${from ? text(from) : ''}〜${until ? text(until) : ''}`,
} as const;

/** What the log's entries are about. */
export const entityNames: Readonly<Record<string, string>> = {
  organization: '派遣先',
  instructor: 'マイスター等',
  request: '派遣要請',
  visit: '派遣',
  'plan-item': '計画の項目',
  report: '報告',
  transfer: '取込・書出',
  account: '利用者',
  'api-token': 'API の合言葉',
};

export const actionNames: Readonly<Record<string, string>> = {
  created: '登録',
  updated: '変更',
  deleted: '削除',
  imported: '取込',
  exported: '書出',
  assigned: '割当',
  viewed: '閲覧',
  denied: '権限のない操作',
  'signed-in': 'サインイン',
  'locked-out': '失敗が続き受付停止',
  'role-changed': '役割の変更',
  disabled: '利用の停止',
  enabled: '利用の再開',
  'second-factor-enrolled': '二要素認証の設定',
  'second-factor-removed': '二要素認証の設定し直し',
  'second-factor-reset': '二要素認証の解除',
  'backup-codes-renewed': '予備コードの作り直し',
  'password-changed': 'パスワードの変更',
  'password-reset': '仮のパスワードの発行',
  'session-ended': '端末のサインアウト',
  issued: '発行',
  revoked: '失効',
};

export const sourceNames: Readonly<Record<string, string>> = {
  page: '画面',
  api: 'API',
  cli: 'コマンド',
  job: '自動処理',
};

/** Names of what entries hold besides the fields of records. */
export const detailNames: Readonly<Record<string, string>> = {
  email: 'メールアドレス',
  name: '名前',
  role: '役割',
  disabled: '停止中',
  secondFactor: '二要素認証',
  address: '接続元',
  device: '端末',
  permission: '必要な権限',
  reason: '理由',
  owner: '持ち主',
  lastDay: '有効期限',
  sessions: '端末の数',
  count: '件数',
  format: '形式',
  kind: '種類',
  file: 'ファイル',
};

/** What somebody was refused, in words. */
export const permissionNames: Readonly<Record<Permission, string>> = {
  'organization.read': '派遣先を見る',
  'organization.write': '派遣先を登録・変更する',
  'organization.delete': '派遣先を削除する',
  'instructor.read': 'マイスター等を見る',
  'instructor.write': 'マイスター等を登録・変更する',
  'instructor.delete': 'マイスター等を削除する',
  'request.read': '派遣要請を見る',
  'request.write': '派遣要請を登録・変更する',
  'request.delete': '派遣要請を削除する',
  'visit.read': '派遣を見る',
  'visit.write': '派遣を登録・変更する',
  'visit.delete': '派遣を削除する',
  'plan-item.read': '計画を見る',
  'plan-item.write': '計画を登録・変更する',
  'plan-item.delete': '計画を削除する',
  'transfer.import': '取り込む',
  'transfer.export': '書き出す',
  'matching.rank': '候補を見る',
  'matching.assign': 'マイスター等を割り当てる',
  'report.read': '実施状況を見る',
  'audit.read': '操作記録を見る',
  'account.manage': '利用者を管理する',
  'api-token.manage': 'API の合言葉を管理する',
};
