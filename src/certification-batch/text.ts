import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import type { CertificationBatch, CertificationBatchState, DeadlineNotice } from './domain/batch.ts';

/** Words of the bundles and their papers. */
export const batchText = {
  title: 'センターへの取りまとめ',
  lead: '受付を終えた認定申請を、年度の各回の締切までにまとめて中央技能振興センターへ送付します。',
  add: '取りまとめを登録する',
  newTitle: '取りまとめの登録',
  newLead: 'センターが示した回と締切日を登録します。申請は登録した後に入れます。',
  change: '回・締切・備考を変更する',
  save: '変更を保存する',
  create: '登録する',
  cancel: 'やめる',
  round: '回',
  roundHint: '年度の中で何回目か。例：3',
  roundUnit: '回目',
  roundWrong: '回は1から99までの数字で入力してください。',
  deadline: '締切日',
  deadlineHint: 'センターに届ける期限。例：2022/12/16、R4.12.16',
  state: '状態',
  cases: '申請',
  decided: '結果',
  returned: '返戻',
  note: '備考',
  noteHint: '例：郵送は前日の午前まで',
  sentOn: '送付日',
  receivedOn: 'センターの受領日',
  notYet: 'まだ',
  documentNumber: '文書番号',
  everyState: 'すべて',
  nothingInState: 'この状態の取りまとめはありません',
  nothingInStateLead: '「すべて」を選ぶと、この年度の取りまとめをすべて表示します。',
  documentNumberHint:
    '空けておくと、文書の発行簿の次の番号が付きます。別の発行簿で付けた番号があるときだけ入力します。例：山能開発第123号',
  empty: (year: string) => `${year}の取りまとめはまだありません`,
  emptyLead: 'センターから締切が示されたら「取りまとめを登録する」から回と締切日を登録してください。',
  emptyReadOnly: 'コーナーの担当者が登録すると、ここに並びます。',
  states: {
    open: '準備中',
    sent: '送付済み',
    received: 'センター受領済み',
  } satisfies Record<CertificationBatchState, string>,
  next: {
    open: '受付を終えた申請を入れ、書類を作って締切までに送付します。送付はコーナー長か担当職員が行います。',
    sent: 'センターが受け取るのを待っています。受領の知らせが届いたら受領日を記録します（センターがこの画面の仕組みで受け取ったときは自動で入ります）。',
    received: 'センターが審査しています。結果は申請ごとに届きます。',
  } satisfies Record<CertificationBatchState, string>,
  inside: '入っている申請',
  insideSent: '送付した申請',
  insideNone: 'まだ申請が入っていません。下の「受付済みの申請」から選んで入れてください。',
  candidates: '受付済みの申請',
  candidatesLead: '入れる申請を選びます。記入や判断が足りない申請は入れられず、足りないものを知らせます。',
  candidatesNone: '受付済みで、まだどの取りまとめにも入っていない申請はありません。',
  addChosen: '選んだ申請を入れる',
  takeChosen: '選んだ申請を外す',
  choose: (number: string, name: string) => `${number} ${name}`,
  take: '外す申請',
  put: '入れる申請',
  sendHeading: 'センターへ送付する',
  sendLead: '送付すると、申請と証拠書類は変更できなくなり、センターの審査の画面に出ます。元には戻せません。',
  send: '送付したことを記録する',
  receiptHeading: '受領日を記録する',
  receipt: '受領日を記録する',
  papers: '書類',
  papersLead: '送付の前に内容を確かめられます。文面はコーナーと年度ごとに変えられます。',
  papersNone: '申請を入れると、送付状と一覧を作れます。',
  letterFile: '送付状（Word）',
  listFile: '一覧（Word）',
  sheetFile: '一覧（Excel）',
  letterTitle: '認定申請_送付状',
  listTitle: '認定申請_一覧',
  applicationTitle: '認定申請書',
  applicationFile: '認定申請書（Word）',
  toWords: '文面を変える',
  remove: 'この取りまとめを削除する',
  removeHeading: '削除',
  removeLead: '申請が入っていない取りまとめだけ削除できます。',
  elsewhere: '返戻の後、受け付け直し',
  files: '書類の数',
  number: '受付番号',
  name: '氏名',
  trades: '職種',
  caseState: '申請の状態',
  result: '登録番号',
  open: (label: string) => `${label}を開く`,
  late: (days: number) => `締切を${days}日過ぎています`,
  fileCount: (count: number) => `${count}件`,
  conflict:
    '開いている間に、ほかの人がこの取りまとめを変更しました。下のいまの内容を確かめて、もう一度行ってください。',
} as const;

/** 「令和4年度 第3回」. */
export function batchLabel({ fiscalYear, round }: Pick<CertificationBatch, 'fiscalYear' | 'round'>): string {
  return `${fiscalYearLabel(fiscalYear)} 第${round}回`;
}

/** What an open bundle's deadline asks for. */
export function noticeText(notice: DeadlineNotice): string {
  switch (notice.kind) {
    case 'near':
      return `締切まであと${notice.days}日`;
    case 'today':
      return '今日が締切';
    case 'overdue':
      return batchText.late(notice.days);
  }
}
