import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import type { RetentionKind } from './domain/retention-period.ts';
import type { RetentionCommand, RetentionPlanState, RetentionRefusal } from './domain/retention-plan.ts';

/** What stands where a name was. */
export const ERASED_NAME = '廃棄済み';
export const ERASED_KANA = 'ハイキズミ';

const kinds: Readonly<Record<RetentionKind, string>> = {
  'certified-application': '認定申請と証拠書類（認定）',
  'ended-application': '認定申請と証拠書類（不認定・取下げ・削除）',
  'ended-registration': '登録を終えた人・統合や削除をした記録の氏名と連絡先',
  'scouting-contact': '開拓の訪問・見込み先の担当者と聞いた内容',
  'intent-enquiry': '意向確認のリンクと回答の備考',
  'issued-letter': '発行した文書の控えと宛先（文書番号は残る）',
  consultation: '終わった相談の相手・連絡先・内容（番号と区分は残る）',
  'public-request': '派遣の申込みの担当者・連絡先・断った理由（団体名と希望は残る）',
  'request-contact': '派遣要請の担当者・連絡先・年齢の例外の理由（要請と派遣は残る）',
  'expense-claim': '支払や取下げが済んだ請求の備考と理由（金額は残る）',
  'payment-batch': '終わった振込の口座の控え（金額と税額は残る）',
  'bank-account': '支払のない人・登録を終えた人の振込先の口座',
  'survey-text': 'アンケートの自由記述（選んだ答えと件数は残る）',
  'mail-draft': '済んだメールの下書きの宛先・件名・本文',
  'visit-roster': '派遣の受講者名簿（受講者数は残る）',
  'demand-answer': '派遣希望調査の担当者・連絡先・自由記述（希望の職種・回数・月は残る）',
  'request-note': '派遣要請の打合せ・打診・決裁に書いた内容と理由（経過と日付は残る）',
  'activity-text': '活動報告書に書いた内容（人数と理解度は残る）',
};

const commands: Readonly<Record<RetentionCommand, string>> = {
  hold: '保留にする',
  release: '保留をやめる',
  approve: '承認する',
  reopen: '承認を取り消す',
  erase: '廃棄する',
};

/** Words of 保存と廃棄. */
export const retentionText = {
  title: '保存と廃棄',
  lead: '保存期間が終わった個人の情報を、一覧にして別の人が承認し、消します。件数や派遣の実績など、報告で数えるものは残ります。',
  kinds,
  commands,
  kind: '種類',
  baseYear: '年度',
  number: '番号',
  keptUntil: '保存期限',
  count: '件数',
  erasedCount: '廃棄',
  heldCount: '保留',
  files: '書類',
  state: '状態',
  states: { draft: '承認待ち', approved: '承認済み', erased: '廃棄済み' } satisfies Record<RetentionPlanState, string>,
  due: '保存期間が終わったもの',
  dueCount: (count: number) => `今日までに保存期間が終わったもの ${count}件`,
  nothingDue: '保存期間が終わったものはありません',
  nothingDueLead: '保存期間は年度の終わりまでです。4月1日に次のものがここに出ます。',
  draft: '廃棄予定の一覧を作る',
  openFirst: '承認か廃棄を待つ一覧があります。それを終えると、次の一覧を作れます。',
  plans: '廃棄予定の一覧と廃棄の記録',
  plan: '一覧',
  planTitle: (label: string) => `廃棄予定一覧 ${label}`,
  noPlans: '一覧はまだありません',
  noPlansLead: '保存期間が終わったものがあるときに「廃棄予定の一覧を作る」を押してください。',
  periods: '保存期間',
  periodsLead:
    '年度が終わった日（3月31日）から数えます。法令などで決まった年数はなく、各コーナーの文書管理の規程で定めます。定めるまでは5年です。',
  years: '保存する年数',
  yearsOf: (years: number) => `年度末から${years}年`,
  fromYear: '適用を始める年度',
  fromYearHint: 'その年度のものから適用します。例：令和4年度、2022',
  from: (label: string) => `${label}のものから`,
  always: 'すべての年度',
  source: '定め',
  sourceHint: '根拠になる規程など。例：文書管理規程 別表第2',
  byCorner: '各コーナーで定める（標準の年数）',
  setPeriod: '保存期間を定める',
  others: [
    {
      key: 'draft',
      kind: '取込の途中のファイル',
      years: '24時間',
      source: '取り込むか、やめるか、24時間たつと自動で消えます。',
    },
    {
      key: 'log',
      kind: '操作記録',
      years: '消さない',
      source:
        '前の行の照合値とつながっていて、消すと改ざんと見分けられなくなるため残します。廃棄したものについての変更前・変更後の内容と氏名は、どの画面にも表示しません。',
    },
  ],
  kindMissing: '種類が選ばれていません。一覧から選んでください。',
  fromYearWrong: '適用を始める年度を読み取れません。「令和4年度」や「2022」の形で入力してください。',
  yearsWrong: (most: number) => `保存する年数は1から${most}までの数字で入力してください。`,
  save: '保存する',
  back: '保存と廃棄に戻る',
  items: (shown: number) => `一覧にあるもの ${shown}件`,
  act: '操作',
  noAct: '―',
  held: (reason: string) => `保留：${reason}`,
  waiting: '廃棄予定',
  done: '廃棄済み',
  holdHeading: (label: string) => `${label}を保留にする`,
  reason: '保留の理由',
  reasonHint: '例：訴訟中のため。審査請求の期間が終わるまで',
  cancel: 'やめる',
  next: {
    draft: '一覧を作った人とは別のコーナー長が内容を確かめ、承認します。残すものは、承認の前に保留にします。',
    approved: 'コーナー長が廃棄を実行します。廃棄すると元に戻せません。',
    erased: '廃棄は終わりました。廃棄証明書を保存してください。',
  } satisfies Record<RetentionPlanState, string>,
  confirmErase: '廃棄すると元に戻せないことを確かめました',
  confirmMissing: '元に戻せないことの確認に印がありません。確かめて印を付けてから、もう一度押してください。',
  noLongerDue: '一覧を作った後に状態か保存期間が変わったため',
  conflict: '一覧はほかの人が変更しました。内容を確かめて、もう一度操作してください。',
  drafted: '一覧の作成',
  approved: '承認',
  erased: '廃棄の実行',
  paper: '廃棄予定一覧',
  certificate: '廃棄証明書',
  paperLead: '保存期間が終わった次の情報を廃棄したいので、承認を求めます。',
  certificateLead: '保存期間が終わった次の情報を、復元できないように廃棄したことを証明します。',
  paperNote:
    '書類は、廃棄した情報に付いていたファイルの数です。バックアップの中の写しは、バックアップの保存期間が過ぎると消えます。',
  download: (state: RetentionPlanState) =>
    state === 'erased' ? '廃棄証明書をダウンロード（Word）' : '廃棄予定一覧をダウンロード（Word）',
} as const;

/** 「令和4年度 第1回」 */
export function planLabel({ fiscalYear, ordinal }: { readonly fiscalYear: number; readonly ordinal: number }): string {
  return `${fiscalYearLabel(fiscalYear)} 第${ordinal}回`;
}

/** Why nothing was done, and what to do (FRM-32). */
export function retentionRefusalText(refusal: RetentionRefusal): string {
  switch (refusal.kind) {
    case 'wrong-state':
      return {
        'not-approved': '一覧はまだ承認されていません。別のコーナー長の承認を受けてから行ってください。',
        'approved-already': '一覧は承認されています。内容を変えるときは、先に承認を取り消してください。',
        'erased-already': '一覧のものは廃棄されています。新しい一覧を作ってください。',
      }[refusal.why];
    case 'same-person':
      return '一覧を作った人は承認できません。廃棄は二人で確かめるため、別のコーナー長に承認を頼んでください。';
    case 'nothing-left':
      return 'すべて保留になっているため、承認するものがありません。廃棄するものの保留をやめてください。';
    case 'reason-missing':
      return '保留の理由が入力されていません。後から確かめられるように、理由を入力してください。';
    case 'nothing-due':
      return '保存期間が終わったものがないため、一覧は作れません。4月1日以後にもう一度確かめてください。';
    case 'list-open':
      return '承認か廃棄を待つ一覧があるため、新しい一覧は作れません。先にその一覧を終えてください。';
  }
}
