import { formatSlashDate, weekdayName } from '#kernel/japanese-era.ts';
import { plainDate } from '#kernel/plain-date.ts';
import type { DayWarning } from './domain/day-warning.ts';
import type { VisitReplyRefusal } from './domain/visit-reply.ts';
import type { VisitTransitionRefusal } from './domain/visit-transition.ts';
import { visitStatusLabel, type VisitStatus } from './domain/visit-status.ts';
import type { VisitSum } from './visit-queries.server.ts';

/** Words of the 派遣 pages. */
export const visitText = {
  papers: '文書',
  survey: 'アンケート',
  outreach: '魅力発信の記録',
  title: '派遣',
  listTitle: '派遣の予定と実績',
  lead: '1日・1か所の指導を1回と数えます。マイスター等が2人でも1回です。',
  add: '派遣を登録する',
  search: '検索',
  searchHint: '番号・派遣先・氏名・職種',
  from: '開始日',
  to: '終了日',
  fromHint: '例：2022/4/1',
  toHint: 'この日まで',
  program: '事業区分',
  kind: '派遣先の区分',
  line: '集計の区分',
  organization: '派遣先',
  organizationNumber: '派遣先番号',
  instructorNumber: '登録番号',
  instructors: 'マイスター等',
  trade: '職種',
  status: '状態',
  reply: '返事',
  day: '実施日',
  time: '時刻',
  number: '派遣番号',
  request: '要請番号',
  trainees: '受講者数',
  edit: '派遣を編集',
  create: '派遣を登録',
  save: '保存する',
  register: '登録する',
  emptyTitle: '条件に合う派遣はありません',
  nothingFitsLead: '条件を減らすか、上の年度を変えてください。まだ登録していなければ、新しく登録してください。',
  nothingYetLead:
    'この年度の派遣はまだ登録されていません。派遣要請にマイスター等を割り当てるか、1件ずつ登録してください。Excelの一覧は「取込・書出」からまとめて取り込めます。',
  deleteTitle: '派遣を削除しますか',
  sums: '選択中の派遣の合計',
  hold: '実施を記録する',
  holdLead: '実施した日と受講者数を記録します。状態が「実施」になり、集計に入ります。',
  holdEarlyLead: '予定より早く実施したときは、実施した日と受講者数を記録します。状態が「実施」になり、集計に入ります。',
  cancel: '中止にする',
  cancelLead: '中止した派遣は回数にも人数にも数えません。',
  cancelCode: '中止の区分',
  cancelReason: '中止理由',
  cancelReasonHint: '例：荒天のため、受講者の体調不良のため',
  move: '日時を変更する',
  moveLead: '変更した日時と理由が、この派遣の記録に残ります。前の日時への返事は無効になり、もう一度返事を受けます。',
  movedOn: '新しい実施日',
  startsAt: '開始',
  endsAt: '終了',
  moveCode: '変更の区分',
  moveReason: '変更の理由',
  moveReasonHint: '例：派遣先の設備点検のため',
  coordinator: '担当',
  noCoordinator: '決まっていません',
  saveCoordinator: '担当を決める',
  unknownCoordinator: '選んだ担当者は、いまは派遣を担当できません。一覧からもう一度選んでください。',
  attendants: '立会いの職員',
  noAttendants: '記録していません',
  saveAttendants: '立会いを記録する',
  unknownAttendant: '選んだ職員は、いまはこのコーナーの派遣を担当していません。一覧からもう一度選んでください。',
  events: '日時の変更と中止の記録',
  nameReason: '区分を記録する',
  reasonCode: '区分',
  reasonMissing: '区分が選ばれていません。集計に使うため、一覧から選んでください。',
  movedTo: (from: string, to: string) => `${from} → ${to}`,
  calledOff: (from: string) => `${from}の派遣を中止`,
  closeTitle: '結果を記録する',
  nextOf: {
    planned: (day: string) => `${day}に実施する予定です。終わったら、職員が受講者数を記録します。`,
    due: '実施日になりました。職員が、実施した日と受講者数を記録するか、中止にしてください。',
    held: '実施を記録しました。実績に数えています。',
    cancelled: '中止しました。回数にも人数にも数えません。',
  },
  conflict: '開いている間に、ほかの人がこの派遣を変更しました。いまの内容を確かめて、もう一度記録してください。',
  replies: '本人の返事',
  replyLead: {
    unanswered: '返事を待っています。本人用の画面か電話で返事を受けます。',
    outdated: '返事の後で日時が変わりました。もう一度、返事を受けてください。',
    accepted: '引き受けると返事がありました。',
    declined: '断る返事がありました。「編集する」から別のマイスター等に替えるか、派遣先と相談してください。',
  },
  replyAt: (day: string) => `${day}に返事`,
  replyEnteredBy: (name: string) => `${name}が代わりに入力`,
  enterReply: '返事を入力する',
  replyTitle: '返事の代行入力',
  replyFormLead: '電話などで聞いた返事を、本人の代わりに入力します。だれの代わりに入力したかが操作記録に残ります。',
  replyOf: 'だれの返事',
  answer: '返事',
  answerMissing: '返事が選ばれていません。承諾か辞退を選んでください。',
  declineReason: '辞退の理由',
  declineReasonHint: '辞退のときに入力します。例：通院のため',
  saveReply: '返事を記録する',
  dateUnread: '日付を読み取れないため、この条件を使っていません。',
} as const;

/** Groups of the form, in the order of the paper. */
export const visitGroups = [
  { heading: '派遣', keys: ['number', 'requestNumber', 'program', 'organizationNumber', 'tradeCode'] },
  { heading: '日時とマイスター等', keys: ['visitOn', 'startsAt', 'endsAt', 'instructorNumbers'] },
  { heading: '結果', keys: ['status', 'trainees', 'cancelReason'] },
] as const;

/** 「79回・158人」. */
export function sumText({ visits, trainees }: VisitSum): string {
  return `${visits.toLocaleString('ja-JP')}回・${trainees.toLocaleString('ja-JP')}人`;
}

/** Why a day deserves a second look; it is stored all the same. */
export function dayWarningText(warning: DayWarning): string {
  switch (warning.kind) {
    case 'holiday':
      return `実施日は祝日（${warning.name}）です`;
    case 'closure':
      return `実施日は閉所日（${warning.name}）です`;
    case 'weekend':
      return `実施日は${weekdayName(warning.weekday)}曜日です`;
  }
}

export const dayWarningLead = '派遣先とマイスター等に、この日でよいことを確かめてください。登録はできます。';

/** Why a visit was not held or cancelled. */
export function transitionText(refusal: VisitTransitionRefusal): string {
  if (refusal.kind === 'not-moved')
    return '日時がいまの予定と同じです。新しい実施日か、開始・終了の時刻を変えて入力してください。';
  return `この派遣はすでに「${visitStatusLabel(refusal.status)}」です。直すときは「編集する」から変更してください。`;
}

/** What happens next with a visit, and who does it. */
export function nextText(
  status: VisitStatus,
  { day, today }: { readonly day: string; readonly today: string },
): string {
  if (status !== 'planned') return visitText.nextOf[status];
  return day > today ? visitText.nextOf.planned(formatSlashDate(plainDate(day))) : visitText.nextOf.due;
}

/** Why an answer was not taken, to the staff who enter it. */
export function replyRefusalText(refusal: VisitReplyRefusal): string {
  switch (refusal.kind) {
    case 'not-planned':
      return `返事は記録できません。この派遣はすでに「${visitStatusLabel(refusal.status)}」です。`;
    case 'day-over':
      return `返事は記録できません。実施日（${formatSlashDate(refusal.visitOn)}）を過ぎています。実施か中止を記録してください。`;
    case 'reason-missing':
      return '辞退の理由が入力されていません。次の候補を選ぶときに使うため、聞いた理由を入力してください。';
    case 'reason-too-long':
      return `辞退の理由が長すぎます（${refusal.length}文字）。${refusal.limit}文字までに短くしてください。`;
  }
}

/** Words of letters of thanks after a visit. */
export const thanksText = {
  subject: (number: string) => `実技指導の実施について（お礼）　${number}`,
  trainees: (count: number) => `${count}人`,
  notHeld: (day: string) =>
    `${day}の派遣は、結果がまだ「実施」ではないため、礼状を作れません。派遣の結果を記録してから作ってください。`,
} as const;
