import type { PlainDate } from '#kernel/plain-date.ts';

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
  erased: '廃棄済み',
  emptyTitle: '条件に合う記録はありません',
  emptyLead: '条件を減らしてください。',
  dayUnreadable: (label: string) =>
    `「${label}」を読み取れません。「2022/11/30」や「R4.11.30」の形で入力してください。この条件を使わずに表示しています。`,
  period: (from: PlainDate | undefined, until: PlainDate | undefined, text: (day: PlainDate) => string) =>
    `${from ? text(from) : ''}〜${until ? text(until) : ''}`,
} as const;

export const sourceNames: Readonly<Record<string, string>> = {
  page: '画面',
  api: 'API',
  cli: 'コマンド',
  job: '自動処理',
};
