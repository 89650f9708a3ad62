import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { answerChannels, type AnswerChannel } from './domain/demand-answer.ts';
import { demandSurveyStates, type DemandSurveyCommand, type DemandSurveyState } from './domain/demand-survey.ts';
import { recipientStates, type RecipientState } from './domain/recipient.ts';

/** Words of the 派遣希望調査 pages. */
export const demandText = {
  title: '派遣希望調査',
  lead: '学校・業界団体・事業所に、次の年度などの派遣の希望をたずねる調査です。上の年度は、希望をたずねる年度です。',
  add: '調査を作る',
  create: '調査を作る',
  edit: '調査を編集',
  save: '保存する',
  register: '作る',
  groups: [
    { heading: '調査', keys: ['title', 'answerBy', 'classes'] },
    { heading: '調査票', keys: ['note'] },
  ],
  number: '番号',
  name: '調査の名称',
  answerBy: '回答の期限',
  state: '状態',
  recipients: '調査先',
  answered: '回答',
  nothingYet: {
    title: 'この年度の派遣希望調査はまだありません',
    lead: '調査を作り、派遣先の名簿から調査先を選んで始めてください。',
  },
  conflict: '開いている間に、ほかの人が変更しました。画面を開き直し、いまの内容を確かめてからやり直してください。',
  steps: { start: '調査を始める', close: '調査を締め切る', reopen: '調査を再開する' } as const satisfies Record<
    DemandSurveyCommand,
    string
  >,
  choose: '調査先を選ぶ',
  forms: '調査票を印刷する',
  reminders: '督促する',
  results: '結果を見る',
  send: {
    title: '送付を記録する',
    lead: (count: number) => `まだ送っていない調査先は${count}件です。送った方法を選び、今日の送付として記録します。`,
    way: '送付の方法',
    class: '調査先の区分',
    everyClass: 'すべての区分',
    mailHint: '「メール」は、メールアドレスのある調査先だけに、送信箱へ下書きを作ります',
    button: '送付を記録する',
    done: (count: number) => `${count}件の送付を記録しました。`,
  },
  list: {
    caption: '調査先',
    number: '調査票番号',
    host: '派遣先',
    class: '区分',
    state: '状態',
    sentOn: '送付日',
    remindedOn: '督促日',
    answer: '回答',
    wants: (wants: boolean | null) => (wants === null ? '' : wants ? '希望あり' : '希望なし'),
    search: '検索',
    searchHint: '調査票番号・名称',
    nothingFits: { title: '条件に合う調査先はありません', lead: '条件を減らしてください。' },
    nothingYet: {
      title: '調査先はまだ選ばれていません',
      lead: '「調査先を選ぶ」から、派遣先の名簿の区分と地域でまとめて選んでください。',
    },
  },
} as const;

/** Words of the forms on paper, and of the printed reminders. */
export const paperText = {
  title: '調査票の印刷',
  reminderTitle: '督促状の印刷',
  lead: 'まだ回答していない調査先に1枚ずつ、A4で印刷します。番号とQRコードは調査先ごとに違います。',
  reminderLead: '督促の対象でメールアドレスのない調査先に、調査票をもう一度印刷します。',
  none: '印刷する調査票はありません',
  noneLead: '回答も辞退もしていない調査先があると、ここに出ます。',
  number: (number: string) => `調査票番号 ${number}`,
  to: (host: string) => `${host}　御中`,
  again: '先にお送りした調査の回答がまだ届いていません。行き違いのときはご容赦ください。',
  asking: (year: string) =>
    `${year}に、ものづくりマイスター等の派遣（実技指導など）を希望されますか。希望がないときも、お答えください。`,
  until: (day: string) => `回答の期限　${day}`,
  how: 'スマートフォンなどで答える（登録は要りません）',
  qrCode: '回答の画面を開くQRコード',
  byPaper: '紙で答えるときは、下に書き、この用紙をFAX・郵送・持参のいずれかでお返しください。',
  wants: '□ 派遣を希望する　　□ この年度は希望しない',
  columns: ['職種', '回数', '希望する月（○で囲む）', '対象・人数', '内容'],
  months: '4・5・6・7・8・9・10・11・12・1・2・3',
  contact: '担当者（　　　　　　　　　　　）　電話（　　　　　　　　　）　メール（　　　　　　　　　　　　　　）',
  comment: 'そのほかの要望',
  privacy: '記入された内容と連絡先は、派遣の計画と連絡のために使い、ほかの目的には使いません。',
  office: (office: string, phone: string) => `${office}${phone === '' ? '' : `　電話 ${phone}`}`,
  fax: (fax: string) => `FAX ${fax}`,
} as const;

/** Words of the reminders. */
export const reminderText = {
  title: '督促',
  lead: '調査票を送り、回答も辞退もまだない調査先です。',
  caption: 'まだ回答していない調査先',
  none: {
    title: '督促する調査先はありません',
    lead: '送付を記録した調査先のうち、回答も辞退もしていない調査先が、ここに出ます。',
  },
  by: '督促の方法',
  byMail: 'メール',
  byPaper: '印刷',
  explain: (mails: number, papers: number) =>
    `今日まだ督促していない調査先は${mails + papers}件です。メールアドレスのある${mails}件は送信箱に下書きを作り、${papers}件は督促状を印刷します。どちらも今日の督促として記録します。`,
  button: (count: number) => `${count}件の督促を記録する`,
  done: (mailed: string, printed: string) =>
    `督促を記録しました。送信箱の下書き${mailed}件、印刷する督促状${printed}件です。`,
  outbox: '送信箱を開く',
  print: '督促状を印刷する',
  today: '今日の督促は、すべて記録しました。',
} as const;

/** Words of the results. */
export const resultText = {
  title: '調査の結果',
  export: '希望の一覧を書き出す',
  ratesTitle: '区分ごとの回収率',
  ratesLead: '回収率＝回答÷配布。配布は、未送付でない調査先です。',
  class: '区分',
  all: '合計',
  recipients: '調査先',
  asked: '配布',
  answered: '回答',
  wanting: '希望あり',
  declined: '辞退',
  rate: '回収率',
  percent: (rate: number | undefined) => (rate === undefined ? '―' : `${rate.toFixed(1)}%`),
  cellsTitle: '職種・地域・月ごとの希望',
  cellsLead:
    '回数は希望された回数の合計です。月の数字は、その月を希望に含む件数で、1件が複数の月に数えられることがあります。数字を選ぶと、もとの希望を開きます。',
  trade: '職種',
  area: '地域',
  wishes: '件数',
  sessions: '回数',
  requested: '要請にした',
  month: (month: number) => `${month}月`,
  noWish: '希望の回答はまだありません。',
  everything: 'すべての希望',
  rowsTitle: '希望',
  rowsOf: (parts: readonly string[]) => (parts.length === 0 ? 'すべての希望' : `${parts.join('・')}の希望`),
  back: '結果へ戻る',
  sheet: '派遣希望',
  exportTitle: '希望の一覧を書き出す',
  exportLead: '希望を1行に1件ずつ書き出します。担当者の氏名と連絡先は含みません。書き出しは操作記録に残ります。',
  count: '件数',
  csvUtf8: 'CSV（Excelで開く・UTF-8）',
  csvCp932: 'CSV（他システム用・Shift_JIS）',
  csvReplaced: 'CSV（Shift_JIS・表せない文字を〓にする）',
  xlsx: 'Excel（xlsx）',
  unmappable: (count: number) => `Shift_JISで表せない文字が${count}個あります`,
  unmappableLead: 'UTF-8かExcelで書き出すと、文字はそのままです。',
  columns: {
    number: '調査票番号',
    fiscalYear: '年度',
    host: '派遣先',
    class: '区分',
    municipalityCode: '市区町村コード',
    municipality: '市区町村',
    area: '地域',
    trade: '職種',
    sessions: '希望回数',
    months: '希望する月',
    audience: '対象',
    trainees: '人数',
    content: '内容',
    answeredOn: '回答日',
    request: '要請番号',
  },
} as const;

/** Words of the page where recipients are chosen. */
export const chooseText = {
  title: '調査先を選ぶ',
  lead: '派遣先の名簿から、区分と地域でまとめて選びます。すでに選んだ調査先はそのままです。',
  classes: '区分',
  area: '地域',
  everywhere: '全域',
  show: '条件に合う派遣先を見る',
  found: (found: number, chosen: number) =>
    `条件に合う派遣先は${found}件です${chosen === 0 ? '' : `（うち${chosen}件は選択済み）`}。`,
  add: (count: number) => `${count}件を調査先に加える`,
  nobody: '新しく加える派遣先はありません。',
  shown: (shown: number, all: number) => (shown < all ? `はじめの${shown}件` : `${all}件`),
  email: 'メール',
  yes: 'あり',
  chosen: '選択済み',
  municipality: '市区町村',
} as const;

/** Words of the page of one recipient. */
export const recipientText = {
  title: (number: string) => `調査先 ${number}`,
  host: '派遣先',
  class: '区分',
  municipality: '市区町村',
  sent: '送付',
  reminded: '督促',
  reminders: (day: string, count: number) => `${day}（${count}回）`,
  notYet: 'まだ',
  link: '回答用のアドレス',
  linkEnd: 'リンクの期限',
  linkUntil: (day: string) => `${day}まで開けます`,
  linkRevoked: '無効にしました',
  printForm: '調査票を印刷する',
  enter: '回答を入力する',
  correct: '回答を直す',
  answer: '回答',
  receipt: '受付番号',
  received: '受付',
  receivedBy: (day: string, channel: string, enteredBy: string | null) =>
    `${day}・${channel}${enteredBy === null ? '' : `（入力 ${enteredBy}）`}`,
  wants: '派遣の希望',
  contact: '担当者',
  comment: 'そのほかの要望',
  wishes: '希望',
  trade: '職種',
  sessions: '希望回数',
  months: '希望する月',
  audience: '対象',
  trainees: '人数',
  content: '内容',
  request: '派遣要請',
  makeRequest: '派遣要請にする',
  declined: '回答辞退',
  otherActs: 'そのほかの操作',
  declineReason: '回答しない理由',
  decline: '回答辞退を記録する',
  restore: '回答辞退を取り消す',
  renew: '新しいリンクに替える',
  revoke: 'リンクを無効にする',
  remove: '調査先から外す',
} as const;

/** Words of the entry of an answer by staff. */
export const entryText = {
  title: '回答を入力する',
  correctTitle: '回答を直す',
  lead: '紙・FAX・電話などで受けた回答を入力します。入力した人の名前を残します。',
  channel: '受付の方法',
  answeredOn: '回答を受けた日',
  lines:
    '派遣を希望するときは、希望1から順に、職種・希望回数・希望する月を入力してください。希望しないときは、空欄のままで構いません。',
  line: (place: number) => `希望${place + 1}`,
  contact: '担当者と要望',
  more: '希望の行を増やす',
  kept: '派遣要請にした希望は、ここでは変えられません',
  submit: '回答を保存する',
  notRunning: (state: string) =>
    `この調査は「${state}」のため、回答を保存できません。調査の画面で、調査を始めるか再開してからやり直してください。`,
} as const;

/** Words of the page that makes a request of a wish. */
export const wishRequestText = {
  title: '希望を派遣要請にする',
  lead: (number: string) => `調査票 ${number} の希望の内容を入れてあります。確かめて、登録してください。`,
  register: '派遣要請を登録する',
  alreadyTitle: 'この希望は、すでに派遣要請になっています',
  already: (number: string) => `派遣要請 ${number} を登録しました。`,
  open: '派遣要請を開く',
} as const;

/** Words of the page on which a host answers. */
export const publicDemandText = {
  title: '派遣希望調査',
  steps: { input: '入力', confirm: '確認', done: '完了' },
  lead: (office: string, year: string) =>
    `${office}が、${year}に派遣を希望する実技指導などをうかがいます。希望がないときも、その旨をお答えください。`,
  number: (number: string, host: string) => `調査票番号 ${number}　${host}`,
  until: (day: string) => `回答の期限　${day}`,
  privacy: (office: string) =>
    `お答えいただいた内容と担当者の連絡先は、${office}が派遣の計画と連絡のために使い、ほかの目的には使いません。`,
  toConfirm: '確認へ進む',
  confirmLead: 'まだ送っていません。内容を確かめて、下の「この内容で回答する」を押してください。',
  send: 'この内容で回答する',
  back: '入力に戻る',
  correct: '修正する',
  correctOf: (term: string) => `${term}を修正する`,
  noEntry: '（入力なし）',
  cannot: '回答を受け付けられません',
  doneTitle: '回答を受け付けました',
  receipt: (number: string, day: string) => `受付番号 ${number}（${day}）`,
  doneLead: '受付番号を控えてください。内容を直すときは、受付番号を添えて、下の連絡先へお知らせください。',
  contact: (office: string, phone: string | null) => `連絡先　${office}${phone === null ? '' : `　電話 ${phone}`}`,
} as const;

/** The word of a state of a survey. */
export function surveyStateLabel(state: DemandSurveyState): string {
  return demandSurveyStates.find(({ code }) => code === state)?.label ?? state;
}

/** The word of a state of a recipient. */
export function recipientStateLabel(state: RecipientState): string {
  return recipientStates.find(({ code }) => code === state)?.label ?? state;
}

/** The word of the way by which an answer came. */
export function channelLabel(channel: AnswerChannel): string {
  return channel === 'web' ? '回答の画面' : (answerChannels.find(({ code }) => code === channel)?.label ?? channel);
}

/** What happens next with a survey, and who does it. */
export function nextOfSurvey(
  state: DemandSurveyState,
  {
    recipients,
    notSent,
    answerBy,
    isOver,
  }: {
    readonly recipients: number;
    readonly notSent: number;
    readonly answerBy: PlainDate;
    readonly isOver: boolean;
  },
): string {
  if (state === 'closed')
    return '締め切りました。職員が、希望を派遣要請にします。遅れた回答を入力するときは再開します。';
  if (state === 'draft')
    return recipients === 0 ? 'まず、職員が調査先を選びます。' : '調査先を確かめ、職員が調査を始めます。';
  if (notSent > 0) return `まだ送っていない調査先が${notSent}件あります。職員が調査票を送り、送付を記録します。`;
  return isOver
    ? `回答の期限（${formatSlashDate(answerBy)}）を過ぎました。職員が督促するか、調査を締め切ります。`
    : `${formatSlashDate(answerBy)}まで回答を待ちます。紙やFAXの回答は、職員が入力します。`;
}
