import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { VisitStatus } from '#schedule/domain/visit-status.ts';
import { attendees, type AttendeeSplit } from './domain/attendee.ts';
import type { LineState, NoRequestRefusal } from './domain/no-request.ts';
import type { OutreachKind } from './domain/outreach-kind.ts';

/** Words of the 魅力発信 pages. */
export const outreachText = {
  title: '魅力発信',
  lead: '小中学校やサポステでの講座、公共施設・民間施設での体験教室、ものづくりフェア、メダリスト講座、熟練技能者の派遣です。回数と人数は派遣の記録から数えます。',
  add: '催しを登録する',
  create: '魅力発信を登録',
  createOf: (kind: string) => `${kind}を登録`,
  chooseLead: '種類を選んでください。種類によって、聞くことと数え方が変わります。',
  edit: '魅力発信を編集',
  save: '保存する',
  register: '登録する',
  ownHost: (prefecture: string) => `${prefecture}地域技能振興コーナー`,
  search: '検索',
  searchHint: '番号・催し・会場・派遣先・マイスター等・職種',
  kind: '種類',
  status: '状態',
  split: '参加者の内訳',
  uncounted: '実施したが内訳が合わない・未記入',
  from: '実施日の始め',
  to: '実施日の終わり',
  day: '実施日',
  time: '時間',
  number: '派遣番号',
  event: '催し',
  host: '派遣先',
  place: '会場',
  instructors: 'マイスター等',
  trade: '職種',
  people: '人数',
  expectedPeople: '参加者（予定のときは見込み）',
  total: '計',
  attendee: '区分',
  request: '要請番号',
  note: '備考',
  missing: '内訳なし',
  notCounted: '数えていない',
  differs: '内訳が合わない',
  nothingFits: { title: '条件に合う催しはありません', lead: '条件を減らすか、上の年度を変えてください。' },
  nothingYet: {
    title: 'この年度の魅力発信はまだありません',
    lead: '催しを登録するか、要請に講師を割り当てると、ここに並びます。',
  },
  downloads: 'ダウンロード',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  booths: 'ブース',
  booth: (line: number) => `ブース${line}`,
  boothNumber: '番号',
  boothName: '名称',
  material: '材料・道具',
  visitors: '来場者',
  visitorsNote: 'ブースの来場者は、立ち寄った人をブースごとに数えた数です。催し全体の人数とは足し合わせません。',
  leftVisit: (name: string) => `${name}（派遣の講師から外れています）`,
  withoutBooth: (names: string) => `ブースの決まっていない講師：${names}`,
  sheet: '当日の配置表',
  printed: 'この紙はブラウザーの印刷で出してください。',
  counted: '来場者（記入）',
  result: '結果を記録する',
  resultTitle: '結果の記録',
  resultLead: '来た人を区分ごとに数えて入力します。合計は自動で計算し、派遣の人数になります。',
  mendResult: '人数を直す',
  perBooth: 'ブースごとの来場者',
  perAttendee: '参加者',
  expected: '参加者の見込み',
  when: '実施',
  recordResult: '記録する',
  cancel: '中止にする',
  cancelLead: '中止にすると、予定の回数からも外れます。日を変えて行うときは、派遣の画面で日時を変更してください。',
  cancelCode: '中止の区分',
  cancelReason: '中止理由',
  cancelReasonHint: '例：インフルエンザによる学級閉鎖のため',
  openVisit: '派遣の画面を開く',
  noKindTitle: 'どの区分にも数えない催しです',
  noKindLead:
    '事業区分と派遣先の区分の組合せが、報告のどの指標にも当たりません。派遣の画面で、どちらかを直してください。',
  differsTitle: '参加者の内訳の計が、派遣の人数と違います',
  differsLead: (sum: number, trainees: number) =>
    `内訳の計は${sum}人、派遣の人数は${trainees}人です。報告には派遣の人数を使い、内訳は載せません。人数を直してください。`,
  conflict: 'ほかの人が先に変更しました。画面を開き直して、いまの内容を確かめてから入力してください。',
  lines: '区分ごとの状況',
  line: '区分',
  held: '実施',
  planned: '予定',
  requests: '要請',
  state: '要請の状況',
  stateNoRequest: '要請なしを記録する',
  noRequestTitle: (line: string) => `要請なしの記録：${line}`,
  noRequestLead:
    '計画に載せた区分に、この年度に要請が1件もないことを記録します。行ったことと合わせて、状況報告に「要請なし」と載ります。',
  noRequest: '要請なし',
  efforts: '行ったこと',
  withdraw: '要請なしを取り消す',
  stated: (day: string, name: string) => `${day}現在　記録：${name}`,
  askedTitle: 'この区分には要請か派遣があります',
  askedLead: '「要請なし」にはできません。回数と人数は状況報告に自動で入ります。',
  superseded: '「要請なし」の記録のあとに、要請か派遣が入りました。状況報告には「要請なし」と載りません。',
} as const;

const lineStates: Readonly<Record<LineState, string>> = {
  asked: '要請あり',
  'no-request': '要請なし',
  open: '要請待ち',
};

/** How a line of the plan stands, in its word. */
export function lineStateLabel(state: LineState): string {
  return lineStates[state];
}

/** 「児童・生徒28・教師2」, or nothing where nobody was counted. */
export function splitText(split: AttendeeSplit): string {
  return attendees.flatMap(({ code, label }) => (split[code] === null ? [] : [`${label}${split[code]}`])).join('　');
}

/** What happens next with an event, and who does it. */
export function nextOfOutreach(status: VisitStatus, { day, isDue }: { readonly day: string; readonly isDue: boolean }) {
  if (status === 'cancelled') return '中止しました。回数にも人数にも数えません。';
  if (status === 'held') return '実施しました。人数は派遣の記録として数えています。';
  return isDue
    ? '実施日になりました。職員かコーディネーターが、来た人を数えて結果を記録します。'
    : `${day}に行います。終わったら、職員かコーディネーターが結果を記録します。`;
}

/** Why 「要請なし」 was not recorded, and what to do. */
export function noRequestRefusalText(refusal: NoRequestRefusal): string {
  switch (refusal.kind) {
    case 'asked':
      return `この区分には要請が${refusal.requests}件、派遣が${refusal.visits}件あるため、「要請なし」にはできません。数は状況報告に自動で入ります。`;
    case 'outside-year':
      return `確かめた日（${formatSlashDate(refusal.statedOn)}）が${fiscalYearLabel(refusal.fiscalYear)}の日ではありません。この年度の日を入力するか、上の年度を変えてください。`;
    case 'in-the-future':
      return `確かめた日（${formatSlashDate(refusal.statedOn)}）はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
  }
}

/** What each kind is for, where one is chosen. */
export const kindHints: Readonly<Record<OutreachKind, string>> = {
  'school-lecture': '小学校・中学校で、児童・生徒（教師・保護者も）に話や体験をしてもらう',
  station: '地域若者サポートステーションの支援を受ける若者に、ものづくりの仕事を伝える',
  'public-place': '公民館や集会所などで、だれでも参加できる体験教室を開く',
  'private-place': 'ショッピングモールなど民間の施設で、体験教室を開く',
  fair: 'コーナーが自ら企画して、複数のブースと講師で開く',
  'medalist-talk': '技能五輪全国大会などのメダリストが、学校で経験を語る',
  'skilled-visit': 'ものづくりマイスターのいない職種を、熟練技能者が指導する',
};
