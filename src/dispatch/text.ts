import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { DateWindow } from '#record/domain/date-codecs.ts';
import type { RequestStatus } from './domain/request-status.ts';

/** Words of the 派遣要請 pages. */
export const requestText = {
  papers: '文書',
  title: '派遣要請',
  lead: '企業や学校から受け付けた指導の依頼です。候補日の最初の日が属する年度に並びます。',
  add: '派遣要請を登録する',
  search: '検索',
  searchHint: '番号・派遣先・職種・内容',
  number: '要請番号',
  received: '受付日',
  organization: '派遣先',
  place: '実施場所',
  program: '事業区分',
  trade: '職種',
  wished: '希望回数',
  planned: '予定',
  held: '実施',
  priority: '優先度',
  status: '状態',
  stage: '段階',
  waiting: '受付の古い順',
  edit: '派遣要請を編集',
  create: '派遣要請を登録',
  save: '保存する',
  register: '登録する',
  nothingFits: {
    title: '条件に合う派遣要請はありません',
    lead: '条件を減らすか、上の年度を変えてください。まだ登録していなければ、新しく登録してください。',
  },
  nothingYet: {
    title: 'この年度の派遣要請はまだありません',
    lead: '電話やFAXで受け付けた要請を1件ずつ登録するか、Excelの一覧を「取込・書出」からまとめて取り込んでください。',
  },
  deleteTitle: '派遣要請を削除しますか',
  chooseInstructor: 'マイスター等を選ぶ',
  addVisit: 'この要請の派遣を1件ずつ登録する',
  visits: 'この要請の派遣',
  noVisits: '派遣の予定はまだありません',
  noVisitsLead: '「マイスター等を選ぶ」で候補を比べ、日を決めると予定ができます。',
  visitNumber: '派遣番号',
  day: '実施日',
  time: '時刻',
  instructors: 'マイスター等',
  trainees: '受講者数',
  visitStatus: '状態',
  steps: '派遣要請の状態',
  cameOf: (number: string, day: string) => `${day}の相談 ${number} から登録した要請です。`,
  openConsultation: '相談を開く',
  cameOfWish: (number: string) => `派遣希望調査 ${number} の希望から登録した要請です。`,
  openWish: '調査の回答を開く',
  earlyTitle: '候補日が受付日より前です',
  earlyLead: '受付日か候補日の書きまちがいではないか、確かめてください。このままでも保存されています。',
} as const;

/** Groups of the form, in the order of the paper. */
export const requestGroups = [
  { heading: '依頼', keys: ['number', 'receivedOn', 'organizationNumber', 'program', 'priority'] },
  { heading: '指導の内容', keys: ['tradeCode', 'content', 'expectedTrainees'] },
  { heading: '回数と日程', keys: ['wishedSessions', 'sessionMinutes', 'candidateDates', 'placeMunicipalityCode'] },
] as const;

/** What the papers of a request say beyond its columns: folded on the form, because every part may come later. */
export const applicationGroups = [
  { heading: '受付と担当者', keys: ['channel', 'contactName', 'contactPhone', 'contactEmail'] },
  { heading: '曜日・時刻・人数の希望', keys: ['wishedWeekdays', 'wishedStart', 'teamSize'] },
  { heading: '目的と設備', keys: ['purpose', 'level', 'place', 'equipment', 'equipmentNote'] },
  {
    heading: '受講者・材料費・補助',
    keys: ['youngestAge', 'oldestAge', 'ageReason', 'materialsYen', 'otherSubsidy', 'otherSubsidyName', 'pastUse'],
  },
  { heading: '計画書と名簿', keys: ['planReceivedOn', 'rosterReceivedOn'] },
] as const;

/** What happens next with a request, and who does it. */
export function nextStepText(status: RequestStatus, open: number): string {
  switch (status) {
    case 'open':
      return `あと${open}回分のマイスター等と日が決まっていません。職員が候補を比べて決めます。`;
    case 'assigned':
      return '希望された回数の予定がそろっています。実施日を過ぎたら、職員が派遣ごとに受講者数を記録します。';
    case 'done':
      return '希望された回数をすべて実施しました。することはありません。';
  }
}

/** The states of the visits of a request. */
export const visitStatusNames: Readonly<Record<string, string>> = { planned: '予定', held: '実施', cancelled: '中止' };

/** Candidate days as people read them: 「2023/06/01（木）〜2023/07/31（月）、2023/08/04（金）」. */
export function windowsText(windows: readonly DateWindow[]): string {
  return windows
    .map(({ from, until }) =>
      from === until ? formatSlashDate(from) : `${formatSlashDate(from)}〜${formatSlashDate(until)}`,
    )
    .join('、');
}
