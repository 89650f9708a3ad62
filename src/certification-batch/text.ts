import { certificationRefusalText } from '#certification/text.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { LetterLoop, LetterPlaceholder } from '#letter/domain/letter-outline.ts';
import type {
  BatchFillRefusal,
  CertificationBatch,
  CertificationBatchRefusal,
  CertificationBatchState,
  DeadlineNotice,
} from './domain/batch.ts';
import type { ApplicationSection, CertificationFormWords } from './domain/form-words.ts';

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

/** Why a bundle stays as it is, and what to do (FRM-32). */
export function batchRefusalText(refusal: CertificationBatchRefusal): string {
  switch (refusal.kind) {
    case 'not-sent':
      return 'まだ送付していない取りまとめです。先に送付したことを記録してください。';
    case 'sent-already':
      return 'すでに送付した取りまとめです。内容は変えられません。直す申請があるときは、センターに返戻を頼んでください。';
    case 'received-already':
      return '受領日はすでに記録されています。画面を開き直して確かめてください。';
    case 'empty':
      return '申請が1件も入っていないため送付できません。受付済みの申請を入れてください。';
    case 'not-empty':
      return `申請が${refusal.cases}件入っているため削除できません。先にすべて外してください。`;
    case 'none-chosen':
      return '申請が選ばれていません。1件以上選んでください。';
    case 'in-the-future':
      return `${formatSlashDate(refusal.day)}はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
    case 'before-sending':
      return `${formatSlashDate(refusal.day)}は送付日（${formatSlashDate(refusal.sentOn)}）より前です。送付日以後の日を入力してください。`;
    case 'round-taken':
      return `${batchLabel(refusal)}はすでに登録されています。別の回にするか、一覧から登録済みのものを開いてください。`;
  }
}

/** The same for commands that also move applications; `nameOf` names the one that was stopped. */
export function fillRefusalText(refusal: BatchFillRefusal, nameOf: (caseId: string) => string): string {
  if (refusal.kind !== 'case') return batchRefusalText(refusal);
  return `${nameOf(refusal.caseId)}：${certificationRefusalText(refusal.refusal)}`;
}

/** The headings that the parts of the application form have as shipped. */
export const shippedHeadings: Readonly<Record<ApplicationSection, string>> = {
  applicant: '1　申請者',
  trade: '2　申請する職種',
  basis: '3　技能の根拠',
  practice: '4　実務の経験',
  instruction: '5　実技指導の経験',
  recommender: '6　推薦者',
  consent: '7　公開への同意',
};

/** The wording that is shipped; a corner puts its own in its place by 年度 (DOC-20). */
export function shippedWords(corner: {
  readonly office: string;
  readonly host: string;
  readonly contact: string;
}): CertificationFormWords {
  return {
    applicationTitle: 'ものづくりマイスター認定申請書',
    applicationAddressee: '中央技能振興センター　御中',
    applicationPreface:
      'ものづくりマイスターの認定を受けたいので、関係書類を添えて申請します。申請書と添付書類の記載は事実と相違ありません。',
    applicationSections: Object.values(shippedHeadings).join('\n'),
    applicationNotes:
      '1　資格・表彰などを証明する書類の写しを添付してください。\n2　勤務先がある方は勤務先の長、ない方は二親等以内の親族でない第三者の推薦が必要です。\n3　記載された個人情報は、認定の審査と、認定後の登録・派遣の調整のために使います。',
    letterAddressee: '中央技能振興センター　御中',
    letterSender: [corner.host, corner.office].filter(Boolean).join('\n'),
    letterSubject: '認定申請書の送付について',
    letterBody:
      '若年技能者人材育成支援等事業の推進につきましては、日頃より御指導をいただきありがとうございます。\nものづくりマイスターの認定申請書を取りまとめましたので、下記のとおり送付します。審査をよろしくお願いします。',
    letterContact: corner.contact,
  };
}

/** What an application form may be filled with. */
export const applicationPlaceholders = {
  appliedOn: { name: '申請日', meaning: '申請日。未入力のときは空', sample: '令和4年11月15日' },
  number: { name: '受付番号', meaning: '申請の番号', sample: 'N2022-0011' },
  receivedOn: { name: '受付日', meaning: 'コーナーが受け付けた日', sample: '令和4年11月18日' },
  nameKana: { name: 'フリガナ', meaning: '申請者のフリガナ', sample: 'ヤマグチ タロウ' },
  name: { name: '氏名', meaning: '申請者の氏名', sample: '山口 太郎' },
  birthYear: { name: '生年', meaning: '西暦と和暦の生年', sample: '1962年（昭和37年）' },
  postalCode: { name: '郵便番号', meaning: '申請者の郵便番号', sample: '753-0000' },
  address: { name: '住所', meaning: '都道府県から後の住所', sample: '山口県山口市○○町1-1' },
  phone: { name: '電話', meaning: '申請者の電話番号', sample: '083-000-0002' },
  email: { name: 'メール', meaning: '申請者のメールアドレス', sample: 'taro@example.jp' },
  employer: { name: '勤務先', meaning: '勤務先。ないときは空', sample: '○○工業株式会社' },
  trades: { name: '職種', meaning: '申請する職種（読点で区切る）', sample: '機械加工' },
  division: { name: '部門', meaning: '申請する部門', sample: 'ものづくり分野' },
  basisCode: { name: '根拠', meaning: '技能の根拠の種類', sample: '特級・1級・単一等級の技能士' },
  basisDetail: { name: '根拠の内容', meaning: '根拠の内容', sample: '1級技能士（普通旋盤作業）' },
  basisOn: { name: '根拠の日', meaning: '合格・受賞などの日', sample: '平成2年8月30日' },
  practiceFrom: { name: '実務の開始日', meaning: '実務を始めた日', sample: '昭和56年4月1日' },
  instructionFrom: { name: '指導の開始日', meaning: '実技指導を始めた日', sample: '平成10年4月1日' },
  instructionNote: { name: '指導の経験', meaning: '実技指導の経験', sample: '社内の技能検定対策の講師' },
  dxSkill: { name: 'DXの技能', meaning: 'DXの技能。ないときは空', sample: 'CAD/CAM' },
  licence: { name: '職業訓練指導員免許', meaning: '免許があるか', sample: 'なし' },
  recommenderName: { name: '推薦者の氏名', meaning: '推薦者の氏名', sample: '山口 花子' },
  recommenderKind: { name: '推薦者の区分', meaning: '勤務先の長か第三者か', sample: '勤務先の長' },
  recommenderRelation: { name: '推薦者との関係', meaning: '申請者との関係', sample: '代表取締役' },
  recommenderKin: { name: '推薦者は親族', meaning: '二親等以内の親族か', sample: 'いいえ' },
  publishConsent: { name: '公開への同意', meaning: '氏名・職種・指導内容の公開への同意', sample: '同意する' },
  attachments: {
    name: '添付書類',
    meaning: '添付書類の種類と点数（1行に1つ）',
    sample: '資格・合格の証明　1点\n推薦書　1点',
  },
} as const satisfies Readonly<Record<string, LetterPlaceholder>>;

/** What the letter of a bundle may be filled with besides its number, day and sender. */
export const batchPlaceholders = {
  round: { name: '年度と回', meaning: '取りまとめの年度と回', sample: '令和4年度　第3回' },
  count: { name: '件数', meaning: '送付する申請の件数', sample: '2件' },
  deadline: { name: '締切日', meaning: '取りまとめの締切日', sample: '令和4年12月16日' },
  enclosed: {
    name: '同封書類',
    meaning: '同封する書類（1行に1つ）',
    sample: '認定申請書　2通\n添付書類（写し）　一式\n認定申請一覧　1部',
  },
} as const satisfies Readonly<Record<string, LetterPlaceholder>>;

/** One row for each application of a bundle, under the names that the list as a workbook has. */
export const caseLoop: LetterLoop = {
  name: '申請',
  meaning: '送付する申請。1件ごとに繰り返す',
  placeholders: [
    { name: '番号', meaning: '送付状の中の番号', sample: '1' },
    { name: '受付番号', meaning: '申請の番号', sample: 'N2022-0011' },
    { name: '氏名', meaning: '申請者の氏名', sample: '山口 太郎' },
    { name: 'フリガナ', meaning: '申請者のフリガナ', sample: 'ヤマグチ タロウ' },
    { name: '職種', meaning: '申請する職種', sample: '機械加工' },
    { name: '部門', meaning: '申請する部門', sample: 'ものづくり分野' },
    { name: '勤務先', meaning: '勤務先。ないときは空', sample: '○○工業株式会社' },
    { name: '技能の根拠', meaning: '技能の根拠の種類', sample: '特級・1級・単一等級の技能士' },
    { name: '推薦者', meaning: '推薦者の氏名', sample: '山口 花子' },
    { name: '書類の数', meaning: '添付書類の数', sample: '3' },
  ],
};

/** What the fields of the wording are called where a person changes them. */
export const wordNames: Readonly<
  Record<keyof CertificationFormWords, { readonly label: string; readonly hint?: string }>
> = {
  applicationTitle: { label: '申請書の表題' },
  applicationAddressee: { label: '申請書の宛先' },
  applicationPreface: { label: '申請書の前文' },
  applicationSections: {
    label: '申請書の見出し',
    hint: '1行に1つ、上から申請者・職種・根拠・実務・指導・推薦者・同意の順です。空けた行は元の見出しになります',
  },
  applicationNotes: { label: '申請書の注意書き' },
  letterAddressee: { label: '送付状の宛先' },
  letterSender: { label: '送付状の発信者' },
  letterSubject: { label: '送付状の件名' },
  letterBody: { label: '送付状の本文' },
  letterContact: { label: '送付状の担当・連絡先' },
};

/** Words of the page that changes the wording. */
export const wordsPageText = {
  title: '申請書と送付状の文面',
  lead: (year: string) =>
    `${year}に作る認定申請書と送付状の文面です。申請の内容（氏名・職種など）は登録から自動で入ります。次の年度は、変更するまで同じ文面を使います。`,
  source: {
    own: (year: string) => `${year}に保存した文面です。`,
    earlier: (year: string) => `${year}に保存した文面を引き続き使っています。`,
    shipped: '最初から入っている文面です。まだ変更されていません。',
  },
  save: '文面を保存する',
  saved: '文面を保存しました',
  overruled: {
    'application-form': '認定申請書は、コーナーのひな形で作ります。ひな形がある間、下の文面は使いません。',
    'batch-letter': '送付状は、コーナーのひな形で作ります。ひな形がある間、下の文面は使いません。',
  },
  layout: '様式ごと変えるときは、Wordのひな形を登録します。',
  toTemplate: 'このひな形を見る',
  toTemplates: '文書のひな形',
  applicationHeading: '認定申請書',
  letterHeading: '送付状',
} as const;

/** Words on the papers themselves. */
export const paperText = {
  appliedOn: (day: string) => `申請日　${day}`,
  undated: '申請日　　　年　　月　　日',
  field: {
    name: '氏名',
    nameKana: 'フリガナ',
    birthYear: '生年',
    address: '住所',
    phone: '電話',
    email: 'メール',
    employer: '勤務先',
    trades: '職種',
    division: '部門',
    basisCode: '根拠',
    basisDetail: '内容',
    basisOn: '合格・受賞などの日',
    practiceFrom: '実務の開始日',
    instructionFrom: '実技指導の開始日',
    instructionNote: '実技指導の経験',
    dxSkill: 'DXの技能',
    licence: '職業訓練指導員免許',
    recommenderKind: '区分',
    recommenderName: '氏名',
    recommenderRelation: '申請者との関係',
    recommenderKin: '二親等以内の親族',
    publishConsent: '氏名・職種・指導内容の公開',
  },
  attachments: '添付書類',
  noAttachments: 'なし',
  attachmentCount: (kind: string, count: number) => `${kind}　${count}点`,
  notes: '注意',
  signature: '申請者署名',
  recommenderSignature: '推薦者署名',
  officeUse: 'コーナー記入欄',
  number: '受付番号',
  receivedOn: '受付日',
  centerUse: 'センター記入欄',
  applicationTitle: '認定申請書',
  letterTitle: '認定申請の送付状',
  itemsMark: '記',
  end: '以上',
  items: { count: '件数', round: '回', deadline: '締切日', enclosed: '同封書類' },
  caseCount: (count: number) => `${count}件`,
  enclosed: (count: number) => `認定申請書　${count}通\n添付書類（写し）　一式\n認定申請一覧　1部`,
  contact: '担当',
  listTitle: (label: string) => `認定申請一覧（${label}）`,
  listColumns: ['番号', '受付番号', '氏名（フリガナ）', '職種', '部門', '勤務先', '技能の根拠', '推薦者', '書類'],
  kin: { yes: '該当する', no: '該当しない' },
} as const;
