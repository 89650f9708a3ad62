import { programLabel } from '#dispatch/domain/program.ts';
import { instructorKinds } from '#instructor/domain/instructor-kind.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { formatYen } from '#kernel/money.ts';
import { findMunicipality } from '#reference/domain/municipality.ts';
import type { ClaimSubject } from './domain/claim-subject.ts';
import type { DraftRefusal } from './domain/claim-draft.ts';
import { claimStates, type ClaimCommand, type ClaimState, type ClaimStateRefusal } from './domain/claim-state.ts';
import type { DerivedClaimRefusal } from './domain/derive-claim.ts';
import type { ClaimPriceRefusal } from './domain/expense-claim.ts';
import { expenseItemLabel, type ExpenseItem, type PricedLine } from './domain/expense-line.ts';
import type { ExpenseRate, RateRefusal } from './domain/expense-rate.ts';

/** Words of the 謝金・旅費 pages. */
export const expenseText = {
  title: '謝金・旅費',
  lead: '実施した派遣1回・マイスター等1人ごとに、謝金・旅費・材料費・テキスト作成費を請求し、確認と承認のあとに振り込みます。',
  claim: '請求',
  create: '請求を作成',
  createLead: '派遣からわかることを入れてあります。違うところだけ直してください。',
  edit: '請求を編集',
  save: '保存する',
  draft: '請求を作成する',
  choose: '請求する派遣を選ぶ',
  chooseLead: '実施した派遣のうち、まだ請求していないものです。古い順に並んでいます。',
  chooseMost: (most: number) => `古い順に${most}件までを表示しています。`,
  nothingToClaim: '請求していない派遣はありません',
  nothingToClaimLead: '派遣の結果を「実施」にすると、ここから請求を作れます。',
  make: '請求を作る',
  rates: '単価表',
  budget: '予算',
  payments: '振込',
  q: '検索',
  qHint: '氏名・派遣先・派遣番号',
  state: '状態',
  visit: '派遣',
  visitOn: '実施日',
  instructor: 'マイスター等',
  number: '登録番号',
  host: '派遣先',
  program: '事業区分',
  trainees: '受講者数',
  amount: '金額',
  total: '合計',
  since: '更新日時',
  emptyTitle: 'この年度の請求はまだありません',
  emptyLead: '派遣を実施したら、派遣を選んで請求を作成してください。',
  nothingFits: '条件に合う請求はありません',
  nothingFitsLead: '条件を減らしてください。',
  item: '費目',
  reckoning: '計算',
  excess: '派遣先の負担',
  withheldBase: '源泉徴収の対象額',
  tax: '源泉徴収税額',
  taxNote: 'この請求だけを今日支払うときの額です。実際の額は、振込のときに同じ人への支払の合計から計算します。',
  net: '差引支払額',
  rateUsed: '単価表',
  drafter: '作成した人',
  note: '備考',
  account: '振込先の口座',
  accountOpen: '口座を確かめる',
  lines: '内訳',
  steps: '手続',
  reason: '理由',
  history: '経過',
  reasonHint: '相手に伝わるように書いてください。例：領収書が1枚足りません',
  documentTitle: '講師謝金等請求書',
  documentNote:
    '謝金・テキスト作成費からは、所得税と復興特別所得税を源泉徴収して振り込みます。材料費には領収書を添えてください。',
  conflict:
    '開いている間に、ほかの人がこの請求を変更しました。保存していません。いまの内容を確かめてからやり直してください。',
  conflictBudget:
    '開いている間に、ほかの人が予算を変更しました。保存していません。画面を開き直してからやり直してください。',
  noRateTitle: 'この派遣の日に使える単価表がありません',
  noRateLead:
    '単価表を追加してから、請求を作成してください。単価は公表されていないため、コーナーの要領の額を入力します。',
  overspending: (item: ExpenseItem, missing: number) =>
    `${expenseItemLabel(item)}の予算が${formatYen(missing)}足りません。予算を見直すか、承認の前にコーナー長に相談してください。`,
  pay: '振込にまとめる',
  fileTitle: '謝金旅費の請求',
  files: '一覧をファイルで保存',
  formats: { csv: 'CSV', xlsx: 'Excel' },
  fromReport: '活動報告書の確認から',
  inBatch: 'まとめた振込',
  next: {
    draft: '内容を確かめて提出してください。',
    submitted: '事務局で内容と領収書を確かめて、「確認する」か「差し戻す」を押してください。',
    returned: '差戻しの理由を確かめ、直してから提出してください。',
    checked: '作成した人とは別の、コーナー長か職員が承認してください。',
    approved: 'コーナー長か事務補佐員が、振込にまとめてください。',
    inBatch: '振込の結果を待っています。',
    paid: '支払は終わっています。',
    dropped: '取り下げられました。必要なら、同じ派遣で請求を作り直せます。',
  },
} as const;

/** Words of the rate table's pages. */
export const rateText = {
  title: '単価表',
  lead: '謝金や旅費の単価は公表されていません。コーナーの要領で決めた額を、適用を始める日とともに登録します。登録した表は変えられず、直すときは新しい表を追加します。すでに作成した請求の金額は変わりません。',
  add: '単価表を追加する',
  create: '単価表を追加',
  register: '追加する',
  emptyTitle: 'この年度の単価表はまだありません',
  emptyLead: 'コーナーの要領を見ながら追加してください。単価表があると、請求の金額を計算できます。',
  validFrom: '適用開始日',
  revision: (count: number) => (count === 1 ? '' : `（${count}回目の訂正後）`),
  current: '今日使う表',
  createdBy: '登録した人',
  none: '支払わない',
  perHour: '/時間',
  perKilometre: '/km',
  perPage: '/枚',
  perPersonDay: '/人日まで（税抜）',
  withheld: '源泉徴収の対象',
  basis: '根拠',
  fares: '運賃表（往復）',
  carried: 'いま使っている表の額を入れてあります。変わるところだけ直してください。',
} as const;

/** Words of the budget's page. */
export const budgetText = {
  title: '予算',
  lead: '費目ごとに、支払った額、請求されてまだ支払っていない額、残りを示します。',
  budget: '予算',
  used: '支払済み',
  committed: '請求中',
  left: '残り',
  none: '未設定',
  over: '予算を超えています',
  near: '残りが予算の1割を切りました',
  fine: '予算内',
  judgement: '判定',
  change: '予算を決める',
  changeLead: '決めていない費目は空けておいてください。超えそうになると、請求と承認の画面で知らせます。',
  save: '保存する',
  sum: '合計',
} as const;

export function claimStateLabel(state: ClaimState): string {
  return claimStates.find(({ code }) => code === state)?.label ?? state;
}

export const claimCommandLabels: Readonly<Record<ClaimCommand | 'draft', string>> = {
  draft: '作成',
  submit: '提出',
  check: '確認',
  return: '差戻し',
  approve: '承認',
  pay: '支払',
  drop: '取下げ',
};

/** What the button of a step says. */
export const claimCommandActs: Readonly<Record<Exclude<ClaimCommand, 'pay'>, string>> = {
  submit: '提出する',
  check: '確認する',
  return: '差し戻す',
  approve: '承認する',
  drop: '取り下げる',
};

/** 「Y4-001 山口 太郎」: how lists and the log name a claim. */
export function claimLabel({ visitNumber, instructorName }: Pick<ClaimSubject, 'visitNumber' | 'instructorName'>) {
  return `${visitNumber} ${instructorName}`;
}

export function rateLabel({ validFrom, revision }: Pick<ExpenseRate, 'validFrom' | 'revision'>): string {
  return `${formatSlashDate(validFrom)}から${rateText.revision(revision)}`;
}

export function budgetLabel(fiscalYear: number): string {
  return fiscalYearLabel(fiscalYear);
}

function kindLabel(code: string): string {
  return instructorKinds.find((kind) => kind.code === code)?.label ?? code;
}

function municipalityName(code: string): string {
  return findMunicipality(code)?.name ?? code;
}

/** How the amount of a line came about, so that anybody can reckon it again. */
export function reckoningText({ input, unitYen }: PricedLine): string {
  const unit = formatYen(unitYen);
  switch (input.item) {
    case 'honorarium':
      return `${kindLabel(input.instructorKind)} ${unit}/時間 × ${input.minutes}分`;
    case 'travel':
      return input.by === 'fare'
        ? `運賃表 ${municipalityName(input.municipality)} ${unit}`
        : `${unit}/km × 往復${input.metres / 1000}km`;
    case 'material':
      return `税抜${formatYen(input.spentYen)}、消費税${formatYen(input.taxYen)}（上限 ${unit} × ${input.persons}人 × ${input.days}日）`;
    case 'text-writing':
      return `${unit}/枚 × ${input.pages}枚`;
  }
}

/** Why a line has no price, and what to do. */
export function priceRefusalText(refusal: ClaimPriceRefusal): string {
  switch (refusal.kind) {
    case 'no-lines':
      return '請求する額がありません。指導時間、旅費、材料費、テキストのどれかを入力してください。';
    case 'item-twice':
      return `${expenseItemLabel(refusal.item)}が2つあります。1つにまとめてください。`;
    case 'no-honorarium':
      return `単価表に${kindLabel(refusal.instructorKind)}の謝金がありません。指導時間を空けるか、単価表を追加してください。`;
    case 'no-distance-rate':
      return '単価表に距離あたりの旅費がありません。運賃表を使うか、単価表を追加してください。';
    case 'no-fare':
      return `運賃表に${municipalityName(refusal.municipality)}がありません。距離で計算するか、単価表を追加してください。`;
    case 'no-material':
      return `単価表に${programLabel(refusal.program)}の材料費がありません。材料費を空けるか、単価表を追加してください。`;
    case 'no-text-writing':
      return '単価表にテキスト作成費がありません。枚数を空けるか、単価表を追加してください。';
    case 'not-a-quantity':
      return `${expenseItemLabel(refusal.item)}の数が0以上の整数ではありません。入力し直してください。`;
  }
}

/** The field of the form that a price refusal stands at. */
export function fieldOfPrice(refusal: ClaimPriceRefusal): string {
  switch (refusal.kind) {
    case 'no-lines':
    case 'no-honorarium':
      return 'minutes';
    case 'no-distance-rate':
    case 'no-fare':
      return 'travelBy';
    case 'no-material':
      return 'spent';
    case 'no-text-writing':
      return 'pages';
    case 'item-twice':
    case 'not-a-quantity':
      return 'note';
  }
}

/** Why a claim was not kept, apart from what stands at single fields. */
export function draftRefusalText(refusal: Exclude<DraftRefusal, { readonly kind: 'fields' | 'price' }>): string {
  switch (refusal.kind) {
    case 'not-held':
      return `${formatSlashDate(refusal.visitOn)}の派遣は、結果がまだ「実施」ではありません。派遣の結果を記録してから請求してください。`;
    case 'no-rate':
      return `${formatSlashDate(refusal.visitOn)}に使える単価表がありません。単価表を追加してから請求してください。`;
    case 'claimed-before':
      return 'この派遣とマイスター等の請求は、すでにあります。その請求を開いてください。';
    case 'not-editable':
      return `「${claimStateLabel(refusal.state)}」の請求は変更できません。直すときは差し戻してください。`;
  }
}

/** Why the desk made no claim of a checked report, and what to do. */
export function derivedClaimRefusalText(refusal: DerivedClaimRefusal): string {
  switch (refusal.kind) {
    case 'no-times':
      return '派遣の開始と終了の時刻が記録されていないため、請求を自動で作れませんでした。時刻を派遣に記録するか、指導時間を入力して請求を作成してください。';
    case 'no-way':
      return 'マイスター等か実施場所の市区町村がわからないため、旅費を計算できず、請求を自動で作れませんでした。往復の距離を入力して請求を作成してください。';
    case 'dropped-before':
      return 'この派遣の請求は一度取り下げられているため、自動では作りません。必要なら請求を作成してください。';
    case 'price':
      return `請求を自動で作れませんでした。${priceRefusalText(refusal.problem)}`;
    case 'not-held':
    case 'no-rate':
      return draftRefusalText(refusal);
  }
}

export function claimStateRefusalText(refusal: ClaimStateRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${claimStateLabel(refusal.state)}」の請求は、${claimCommandLabels[refusal.command]}できません。いまの状態を確かめてください。`;
    case 'reason-missing':
      return '理由が入力されていません。理由を入力してください。';
    case 'own-claim':
      return '自分が作成した請求は承認できません。別のコーナー長か職員に承認を頼んでください。';
    case 'in-batch':
      return 'この請求は振込にまとめてあります。先に振込を取りやめてください。';
  }
}

export function rateRefusalText(refusal: RateRefusal): string {
  switch (refusal.kind) {
    case 'outside-year':
      return `適用開始日${formatSlashDate(refusal.validFrom)}は${fiscalYearLabel(refusal.fiscalYear)}ではありません。${fiscalYearLabel(refusal.fiscalYear)}の日を入力してください。`;
    case 'honorarium-withheld':
      return '謝金とテキスト作成費が源泉徴収の対象に選ばれていません。どちらも所得税法第204条第1項第1号の報酬なので、選んでください。';
  }
}
