import { problemText } from '#record/text.ts';
import type { AnswerProblem } from './domain/answer.ts';
import type { Audience } from './domain/audience.ts';
import type { OutcomeKey, Share } from './domain/outcome.ts';
import { MOST_CHOICES, type OwnQuestion } from './domain/own-question.ts';
import type { StandardKey } from './domain/standard-question.ts';
import type { GridProblem } from './domain/sheet-grid.ts';

/** Words of the アンケート pages. */
export const surveyText = {
  title: 'アンケート',
  lead: '派遣のあとに派遣先・受講者・児童生徒が答えたアンケートを数えます。成果目標の満足度・理解・契機は、この回答から求めます。',
  asOf: (day: string) => `${day}までに届いた回答`,
  forms: '質問の設定',
  council: '連携会議用の資料',
  outcomes: '成果目標',
  outcome: '指標',
  target: '目標',
  atLeast: (percent: number) => `${percent}%以上`,
  agreed: '該当',
  answers: '回答',
  rate: '割合',
  interval: '95%信頼区間',
  intervalNote:
    '95%信頼区間はウィルソンの方法で求めた範囲です。同じような回答がさらに集まったとき、割合はおおむねこの範囲に入ります。',
  small: (needed: number) => `回答が${needed}件より少ないため、全員が該当しても目標の達成を確かめられません。`,
  smallShort: '少数',
  none: '回答なし',
  count: (count: number) => `${count.toLocaleString('ja-JP')}件`,
  byClass: '派遣先の区分ごと',
  byInstructor: 'マイスター等ごと',
  byVisit: '派遣ごと',
  views: '集計の単位',
  class: '派遣先の区分',
  instructor: 'マイスター等',
  visit: '派遣番号',
  day: '実施日',
  host: '派遣先',
  people: (count: number) => `${count}人`,
  trainees: '参加者',
  hostAnswers: '派遣先の回答',
  otherAnswers: '受講者・児童生徒の回答',
  behind: (label: string) => `「${label}」に数えた派遣`,
  showAll: 'すべての派遣を表示する',
  allVisits: '実施した派遣',
  unanswered: '回答のない派遣だけを表示する',
  onlyUnanswered: '回答のない派遣',
  emptyTitle: '実施した派遣がまだありません',
  emptyLead: '派遣の実施を記録すると、ここにアンケートの状況が並びます。',
  nothingFits: '条件に合う派遣はありません',
  nothingFitsLead: '「すべての派遣を表示する」から戻れます。',
  noAnswersTitle: 'この年度の回答はまだありません',
  noAnswersLead: '「派遣ごと」から派遣を選び、回答用紙を印刷するか、紙の回答を入力してください。',
  results: '結果',
  satisfaction: '満足度',
  understanding: '理解',
  prompted: '契機',
  freeText: '自由記述',
  freeTexts: (count: number) => `自由記述 ${count}件`,
  distribution: (audience: string) => `${audience}の回答の内訳`,
  question: '質問',
  answer: '回答',
  own: '独自の質問',
  more: '選択肢',
  visitTitle: (number: string) => `派遣 ${number} のアンケート`,
  toVisit: '派遣',
  over: (answers: number, trainees: number) =>
    `受講者・児童生徒の回答（${answers}件）が参加者数（${trainees}人）より多くなっています。二重に入力していないか、参加者数が正しいかを確かめてください。`,
  plannedNote: 'この派遣はまだ実施と記録されていません。届いた回答は、実施を記録すると集計に入ります。',
  cancelledNote: 'この派遣は中止になったため、アンケートは受け付けません。',
  sheets: '回答用紙（QRコード）',
  sheetsLead:
    'QRコードの付いた用紙を人数分作り、1人に1枚ずつ渡します。1枚で1回だけ回答できます。どの用紙からどの回答が届いたかは記録しないため、事務局にも分かりません。',
  hostSheetsLead: 'QRコードの付いた用紙を作り、派遣先の担当者に渡します。1枚で1回だけ回答できます。',
  wanted: '作る枚数',
  wantedHint: (people: number) => `参加者は${people}人です`,
  issue: '回答用紙を作る',
  issued: '作成',
  cameIn: '回答済み',
  open: '未回答',
  revoked: '取消し',
  printSheets: '未回答の用紙を印刷する',
  revoke: '未回答の用紙を取り消す',
  revokeLead: (count: number) => `未回答の${count}枚のQRコードが使えなくなります。届いた回答は残ります。`,
  revokeDone: (count: number) => `${count}枚を取り消しました`,
  issueDone: (count: number) => `回答用紙を作りました（合わせて${count}枚）`,
  until: (day: string) => `回答の期限は${day}です。`,
  paper: '紙の調査票',
  paperLead: 'スマートフォンを使わない人に配る調査票です。届いた紙は「紙の回答を入力する」でまとめて入力します。',
  printPaper: '紙の調査票を印刷する',
  enter: '紙の回答を入力する',
  entries: '入力した紙の回答',
  entered: (count: number) => `${count}枚を入力しました`,
  enteredOn: '入力日',
  enteredBy: '入力した人',
  sheetCount: '枚数',
  withdraw: '入力を取り消す',
  withdrawLead: '別の派遣の紙を入力したときなどに、この入力の回答をまとめて集計から外します。記録は残ります。',
  withdrawReason: '取り消す理由',
  withdrawMissing: '取り消す理由が入力されていません。理由を入力してください。',
  withdrawnBefore: 'この入力はすでに取り消されています。画面を開き直してください。',
  withdrawnDone: (count: number) => `${count}枚の入力を取り消しました`,
  withdrawn: (reason: string) => `取消し（${reason}）`,
  linkAnswers: 'スマートフォンでの回答',
  sentBefore: '同じ画面から別の内容が送られました。何も保存していません。画面を開き直してください。',
} as const;

/** Words of the sheets that people take home. */
export const sheetText = {
  title: '回答用紙',
  heading: 'アンケートのお願い',
  lead: 'スマートフォンで下のQRコードを読み取り、2分ほどで答えてください。名前は聞きません。',
  pupilLead:
    'スマートフォンやタブレットで、下のQRコードを読んで答えてください。2分くらいで終わります。名前は書きません。',
  visit: (day: string, program: string, trade: string) => `${day}　${program}（${trade}）`,
  until: (day: string) => `期限：${day}`,
  once: 'この用紙で1回だけ答えられます。だれの答えかは記録しません。',
  hostOnce: 'この用紙で1回だけ答えられます。',
  qrCode: '回答する画面のQRコード',
  none: '未回答の用紙はありません',
  noneLead: '「回答用紙を作る」で、人数分の用紙を作ってください。',
  count: (count: number) => `未回答の用紙 ${count}枚`,
  print: 'ブラウザーの印刷で、A4に4枚ずつ印刷できます。切り離して1人に1枚ずつ渡してください。',
  paperTitle: (audience: string) => `アンケート（${audience}）`,
  paperNumber: (number: string) => `派遣番号 ${number}`,
  paperLead: 'あてはまる番号に○を付けてください。名前は書かないでください。',
  write: '書いてください',
  choose: '1つ選んで○',
  office: (office: string, phone: string | null) => `${office}${phone ? `　電話 ${phone}` : ''}`,
} as const;

/** Words of the page that people answer on. */
export const answerText = {
  title: 'アンケート',
  lead: {
    host: '派遣をご利用いただき、ありがとうございました。今後の指導をよりよくするために、2分ほどで答えてください。',
    trainee: '受講していただき、ありがとうございました。今後の指導をよりよくするために、2分ほどで答えてください。',
    pupil: 'さんかしてくれて、ありがとう。これからの教室をよくするために、2分くらいで答えてください。',
  } satisfies Record<Audience, string>,
  submit: '回答を送る',
  privacy: (office: string, fewest: number) =>
    `名前や連絡先は聞かず、だれの回答かは記録しません。回答は${office}が集計し、指導したマイスター等や連携会議には、${fewest}件以上集まったときだけ内訳を伝えます。だれの回答かを調べられないため、送ったあとに直したり消したりはできません。`,
  hostPrivacy: (office: string) =>
    `担当者の名前や連絡先は聞きません。派遣先としての回答を${office}が集計し、指導したマイスター等と連携会議に伝えます。送ったあとは直せません。`,
  until: (day: string) => `${day}まで回答できます。`,
  cannot: '回答できません',
  done: '回答を受け付けました',
  doneLead: 'ありがとうございました。この画面は閉じてください。',
  changed: '開いているあいだに質問が変わりました。今の質問で答え直してください。何も保存していません。',
  contact: (office: string, phone: string | null) => `お問い合わせ：${office}${phone ? `　電話 ${phone}` : ''}`,
} as const;

/** Words of the page where papers are typed in. */
export const gridText = {
  title: '紙の回答を入力する',
  lead: '1行が紙1枚です。番号を続けて打つと、次の欄へ進みます。Enterで次の欄、矢印キーで上下左右に動きます。空の行でEnterを押すと「まとめて保存する」に進みます。',
  answeredOn: '回答日',
  answeredHint: '分からないときは実施日のままにします',
  sheet: (row: number) => `${row}枚目`,
  row: '枚目',
  yesNo: '1はい 2いいえ',
  oneToFive: '1〜5',
  save: 'まとめて保存する',
  noRows: '回答が1枚も入力されていません。1行目から紙を1枚ずつ入力してください。',
  nothingSaved: '誤りを直すまで、1枚も保存されません。',
  key: '番号の意味',
} as const;

/** Words of the page of questions. */
export const formText = {
  title: '質問の設定',
  lead: '標準の質問は全国で同じです。コーナー独自の質問を、回答者ごとに10問まで加えられます。',
  standard: '標準の質問',
  own: 'コーナー独自の質問',
  noOwn: '独自の質問はありません',
  edit: (audience: string) => `${audience}への質問を編集`,
  toEdit: '独自の質問を編集する',
  version: (year: string, version: number) => `${year} 第${version}版`,
  carried: (year: string) => `${year}の質問を引き継いでいます`,
  answered: (count: number) => `回答 ${count}件`,
  locked: (count: number) =>
    `この版にはすでに${count}件の回答があります。保存すると次の版になり、これまでの回答は元の質問のまま残ります。`,
  carryLead: (year: string) => `${year}の質問から始めます。保存すると、この年度の質問になります。`,
  place: (number: number) => `質問${number}`,
  kind: '答え方',
  unused: '使わない',
  choice: '選択肢から1つ選ぶ',
  text: '文章で書く',
  question: '質問の文',
  choices: '選択肢',
  choicesHint: `1行に1つ、2〜${MOST_CHOICES}個`,
  save: '保存する',
  saved: (version: number) => `第${version}版として保存しました`,
  conflict:
    'ほかの人が先に質問を変えました。入力した内容はまだ保存されていません。今の質問を確かめてから、もう一度保存してください。',
} as const;

/** Words of the sheets for instructors and for the council. */
export const feedbackText = {
  instructorTitle: 'アンケート結果',
  councilTitle: 'アンケート結果（連携会議用）',
  ownLead: '指導した派遣のアンケートを、年度ごとにまとめています。だれの回答かは分かりません。',
  year: '年度',
  to: (name: string) => `${name} 様`,
  period: (year: string, asOf: string) => `${year}　${asOf}までの回答`,
  answers: (audience: string) => `${audience}の回答`,
  question: '質問',
  agreed: '4・5（はい）の数',
  count: '回答数',
  rate: '割合',
  ratings: (rating: number) => `${rating}`,
  breakdown: '評価ごとの数（1〜5）',
  tooFew: (audience: string, count: number, fewest: number) =>
    `${audience}の回答は${count}件です。だれの回答か分からないよう、${fewest}件より少ないときは内訳を載せません。`,
  none: 'この年度の回答はまだありません。回答が届くと、ここに載ります。',
  texts: '自由記述',
  times: (count: number) => (count > 1 ? `（同じ内容 ${count}件）` : ''),
  withheld: (count: number) => `人の名前を含むおそれのある${count}件は載せていません。`,
  note: '満足度と理解は5段階の4と5、契機は「はい」を数えています。',
  word: 'Wordで保存する',
  print: '印刷は、ブラウザーの印刷を使ってください。',
  back: 'アンケートに戻る',
  outcomeTable: '成果目標',
  classTable: '派遣先の区分ごとの満足度',
} as const;

const questionTexts: Readonly<Record<Audience, Readonly<Record<StandardKey, string>>>> = {
  host: {
    satisfaction: '今回の指導に満足していますか',
    understanding: '受講した人は、内容を理解し今後に生かせると思いますか',
    prompted: '今回の派遣は、技能検定や技能競技大会を人材育成に活用するきっかけになりましたか',
    freeText: 'よかった点、改善してほしい点',
  },
  trainee: {
    satisfaction: '今回の指導に満足していますか',
    understanding: '内容を理解し、今後に生かせますか',
    prompted: '',
    freeText: 'よかった点、改善してほしい点',
  },
  pupil: {
    satisfaction: '今日の教室は、よかったですか',
    understanding: '教わったことが分かり、これから使えそうですか',
    prompted: '',
    freeText: '思ったことを書いてください',
  },
};

/** A standard question as an audience reads it. */
export function questionText(audience: Audience, key: StandardKey): string {
  return questionTexts[audience][key];
}

const ratingTexts = {
  satisfaction: ['不満', 'やや不満', 'どちらともいえない', '満足', 'とても満足'],
  understanding: ['できない', 'あまりできない', 'どちらともいえない', 'できる', '十分にできる'],
} as const;
const pupilRatings = {
  satisfaction: ['よくなかった', 'あまりよくなかった', 'ふつう', 'よかった', 'とてもよかった'],
  understanding: ['分からなかった', 'あまり分からなかった', 'ふつう', '分かった', 'よく分かった'],
} as const;

/** What 1 to 5 mean, from 1. */
export function ratingWords(audience: Audience, key: 'satisfaction' | 'understanding'): readonly string[] {
  return (audience === 'pupil' ? pupilRatings : ratingTexts)[key];
}

const outcomeLabels: Readonly<Record<OutcomeKey, string>> = {
  'outcome.satisfaction': '満足度（派遣先）',
  'outcome.understanding': '理解し今後に生かせる（受講者）',
  'outcome.trigger': '技能検定・競技大会を活用する契機（企業・業界団体）',
};

export function outcomeLabel(key: OutcomeKey): string {
  return outcomeLabels[key];
}

/** 93.3%, rounded half up to one decimal. */
export function shareText(rate: number): string {
  return `${(Math.round(Number((rate * 1000).toFixed(6))) / 10).toFixed(1)}%`;
}

/** 「84.2%〜97.1%」, or nothing without answers. */
export function intervalText({ interval }: Pick<Share, 'interval'>): string {
  return interval ? `${shareText(interval.low)}〜${shareText(interval.high)}` : '';
}

/** 「28/30件 93.3%」, or that nobody answered. */
export function tallyText({ numerator, denominator, rate }: Pick<Share, 'numerator' | 'denominator' | 'rate'>): string {
  return rate === null ? surveyText.none : `${numerator}/${denominator}件　${shareText(rate)}`;
}

/** Which question an answer is wrong at, in the words of the page. */
export function answerField(
  audience: Audience,
  questions: readonly OwnQuestion[],
  field: AnswerProblem['field'],
): string {
  if (field.startsWith('own-')) return questions[Number(field.slice(4))]?.text ?? surveyText.own;
  return questionText(audience, field as StandardKey);
}

/** Short heads of the columns of the grid. */
export function gridHead(questions: readonly OwnQuestion[], field: AnswerProblem['field']): string {
  if (field.startsWith('own-')) return questions[Number(field.slice(4))]?.text ?? surveyText.own;
  return surveyText[field as StandardKey];
}

/** What is wrong with a row of the grid, named by its sheet. */
export function gridProblemText(questions: readonly OwnQuestion[], { row, field, problem }: GridProblem): string {
  return `${gridText.sheet(row)}：${problemText(gridHead(questions, field), problem)}`;
}
