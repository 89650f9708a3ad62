/** Words that the pages of every kind of record share. */
export const recordWords = {
  taps: (label: string) => `${label}（よく使うもの）`,
  cancel: 'やめる',
  blank: '（記入なし）',
  history: '変更の履歴',
  edit: '編集する',
  delete: '削除する',
  deleteReason: '削除する理由',
  deleteReasonHint: '履歴に残ります。例：二重に登録したため',
  deleteReasonMissing: '削除する理由を入力してください。後から経緯を確かめるために必要です。',
  deleteWarning: '一覧・集計・書き出しに出なくなります。記録そのものと履歴は残ります。',
  sentBefore:
    'この画面の内容は前に登録しています。別の記録として登録するときは、一覧から新しい登録画面を開いて入力してください。',
  conflictTitle: '開いている間に、ほかの人が変更しました',
  conflictLead:
    '保存していません。いまの内容と、あなたが入力した内容を下に並べています。確かめて、いまの内容に入力し直してから保存してください。',
  conflictCurrent: 'いまの内容',
  conflictYours: 'あなたの入力',
  conflictField: '項目',
  conflictReload: 'いまの内容で編集し直す',
} as const;

/** What helps when a search finds nothing. */
export const findHelpText = {
  clear: '条件をすべて解除する',
  call: ({ office, telephone }: { readonly office: string; readonly telephone: string }) =>
    `見つからないときは、${office}${telephone ? `（電話 ${telephone}）` : ''}で確かめてください。`,
} as const;

const actions: Readonly<Record<string, string>> = {
  created: '登録',
  updated: '変更',
  deleted: '削除',
  merged: '統合',
  'told-apart': '別人として記録',
  'apart-undone': '別人の記録の取消し',
  imported: '取込',
  assigned: '割当',
  moved: '手続',
  exported: '書出',
  upkeep: '活動の確認・登録の維持',
  invited: '案内',
  attended: '出欠・結果の記録',
  paid: '交通費の記録',
  exempted: '講習の免除',
  consented: '公開の同意・取り下げ',
  accepted: '承諾',
  declined: '辞退',
};

/** Names of what acts leave in the history beside the fields of the record. */
export const detailNames: Readonly<Record<string, string>> = {
  instructor: '登録番号',
  visits: '派遣番号',
  roster: '受講者名簿',
  attendants: '立会いの職員',
  reasonCode: '変更・中止の区分',
  profile: '資格と公開',
  consents: '公開の同意',
  enteredBy: '入力した人',
  otherPerson: '別人とした相手',
  onBehalfOf: '代わりに入力した本人',
};

const sources: Readonly<Record<string, string>> = { page: '画面', api: 'API', cli: 'コマンド', job: '自動処理' };

/** What someone did and by which way: 「変更（画面）」. */
export function actionText(action: string, source: string): string {
  return `${actions[action] ?? action}（${sources[source] ?? source}）`;
}
