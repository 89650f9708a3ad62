/** Words of the 推進計画 pages. */
export const planText = {
  title: '推進計画',
  lead: '実施要領・実施計画の内容・指標を項目ごとに持ちます。「実施状況」の報告はここから作ります。',
  add: '項目を登録する',
  create: '計画の項目を登録',
  edit: '計画の項目を編集',
  register: '登録する',
  save: '保存する',
  deleteTitle: '計画の項目を削除しますか',
  number: '番号',
  heading: '見出し',
  guideline: '実施要領',
  plan: '実施計画の内容',
  targets: '指標と目標',
  owner: '担当',
  status: '実施状況',
  statusWritten: '記入済み',
  statusBlank: '未記入',
  otherSection: '番号のない項目',
  report: '実施状況を見る',
  statusMissing: (owner: string) =>
    `実施状況の文章がまだありません。${owner === '' ? '担当者' : `担当（${owner}）`}が12月の連携会議までに書きます。`,
  count: (count: number) => `${count}項目`,
  emptyTitle: (year: string) => `${year}の計画はまだありません`,
  emptyLead: '実施要領の番号に沿って項目を登録してください。Excelの表があれば「取込・書出」からまとめて登録できます。',
} as const;

/** Groups of the form, in the order of the report's columns. */
export const planItemGroups = [
  { heading: '項目', keys: ['number', 'heading', 'owner'] },
  { heading: '計画', keys: ['guideline', 'plan', 'targets'] },
  { heading: '実施状況', keys: ['status'] },
] as const;
