import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { BankAccountRefusal } from './domain/bank-account.ts';
import type { PayerRefusal } from './domain/payer.ts';
import {
  batchStates,
  type BatchCommand,
  type BatchDecision,
  type BatchRefusal,
  type BatchState,
} from './domain/payment-batch.ts';

/** Words of the 振込 pages. */
export const paymentText = {
  title: '振込',
  lead: '承認済みの請求を振込日ごとにまとめ、銀行に渡す総合振込ファイル（全銀形式）を作ります。',
  add: '振込にまとめる',
  create: '振込にまとめる',
  createLead:
    '振り込む請求を選び、振込日（銀行の営業日）を入力してください。同じ人の請求は1回の振込になり、源泉徴収税額は1人の合計額から計算します。',
  chosen: '振り込む請求',
  paidOn: '振込日',
  paidOnHint: '銀行の営業日。例：2022/12/15',
  choice: (claim: { label: string; amount: string; hasAccount: boolean }) =>
    `${claim.label}　${claim.amount}${claim.hasAccount ? '' : '（口座が登録されていません）'}`,
  make: 'この内容でまとめる',
  missing: '口座を登録する人',
  state: '状態',
  people: '人数',
  total: '振込額の合計',
  gross: '支払額',
  tax: '源泉徴収税額',
  net: '振込額',
  person: '振込先の人',
  account: '口座',
  claims: '請求',
  maker: 'まとめた人',
  sum: '合計',
  payer: '振込依頼人',
  file: '総合振込ファイル（全銀形式）',
  fileTitle: '総合振込',
  fileHint: '銀行のサービスに、このファイルを取り込んでください。口座番号を含むため、使い終えたら消してください。',
  steps: '手続',
  finish: '支払済みにする',
  drop: '振込を取りやめる',
  reason: '取りやめる理由',
  emptyTitle: 'この年度の振込はまだありません',
  emptyLead: '承認済みの請求がたまったら、振込にまとめてください。',
  nothingPayable: '振り込む請求はありません',
  nothingPayableLead: '請求が承認されると、ここに出ます。',
  conflict: '開いている間に、ほかの人がこの振込を変更しました。いまの内容を確かめてからやり直してください。',
  erased: '口座の控えは保存期間が終わったため廃棄しました。この振込の総合振込ファイルは作れません。',
  noPayerTitle: '振込依頼人が登録されていません',
  noPayerLead: '総合振込ファイルを作るには、銀行から通知された委託者コードとコーナーの口座が必要です。',
  enterPayer: '振込依頼人を登録する',
  next: {
    open: (day: string) =>
      `総合振込ファイルを銀行に渡し、${day}に振り込まれたことを確かめてから「支払済みにする」を押してください。`,
    paid: '支払は終わっています。',
    dropped: (reason: string) => `取りやめました。理由：${reason}。請求は承認済みに戻っています。`,
  },
} as const;

/** Words of the accounts' pages. */
export const accountText = {
  title: '振込先の口座',
  lead: '口座は暗号化して保存します。見られるのは、コーナー長と事務補佐員だけです。見たことと変えたことは操作記録に残ります。',
  masked: '口座の内容は、コーナー長と事務補佐員だけが見られます。',
  enter: '口座を入力する',
  none: '登録されていません',
  bank: '銀行',
  branch: '支店',
  type: '預金の種類',
  number: '口座番号',
  holder: '口座名義（カナ）',
  updated: '最後に変えた人',
  bankCode: '銀行コード',
  bankCodeHint: '4桁の数字。例：0170',
  branchCode: '支店コード',
  branchCodeHint: '3桁の数字。ゆうちょ銀行は振込用の店番',
  numberHint: '7桁までの数字',
  holderHint: '通帳のとおりに。ひらがな・全角カナも入力できます',
  save: '保存する',
  payerTitle: '振込依頼人',
  payerLead: '総合振込ファイルの先頭に書く、コーナーの名義と口座です。',
  payerCode: '委託者コード',
  payerCodeHint: '銀行から通知された10桁の数字',
  payerName: '依頼人名（カナ）',
  payerNameHint: '銀行に届け出たとおりに、40文字まで',
  conflict: '開いている間に、ほかの人が口座を変更しました。保存していません。画面を開き直してからやり直してください。',
} as const;

export function batchStateLabel(state: BatchState): string {
  return batchStates.find(({ code }) => code === state)?.label ?? state;
}

const commandNames: Readonly<Record<BatchCommand, string>> = { finish: '支払済みに', drop: '取りやめに' };

export function batchRefusalText(refusal: BatchRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${batchStateLabel(refusal.state)}」の振込は、${commandNames[refusal.command]}できません。いまの状態を確かめてください。`;
    case 'not-yet':
      return `振込日${formatSlashDate(refusal.paidOn)}になっていません。その日に振り込まれたことを確かめてから押してください。`;
    case 'reason-missing':
      return '取りやめる理由が入力されていません。理由を入力してください。';
  }
}

export function batchDecisionText(refusal: BatchDecision): string {
  switch (refusal.kind) {
    case 'past':
      return `振込日が今日（${formatSlashDate(refusal.today)}）より前です。今日以後の日を入力してください。`;
    case 'bank-closed':
      return `振込日は銀行の休業日です。営業日を入力してください（次の営業日：${formatSlashDate(refusal.next)}）。`;
    case 'nothing-chosen':
      return '振り込む請求が選ばれていません。1件以上を選んでください。';
    case 'not-payable':
      return `「${refusal.label}」は承認済みでないか、ほかの振込にまとめられています。画面を開き直して選び直してください。`;
    case 'no-account':
      return `${refusal.instructorName}さんの口座が登録されていません。口座を登録するか、選択から外してください。`;
    case 'no-tax-rate':
      return `${formatSlashDate(refusal.paidOn)}の源泉徴収の税率がわかりません。匠デスクの管理者に連絡してください。`;
  }
}

/** Why an account is not kept (FRM-32). */
export function accountRefusalText(refusal: BankAccountRefusal): string {
  switch (refusal.kind) {
    case 'wrong-digits':
      return refusal.key === 'number'
        ? `口座番号は${refusal.digits}桁までの数字で入力してください（例：0012345）。`
        : `${refusal.key === 'bankCode' ? '銀行コード' : '支店コード'}は${refusal.digits}桁の数字で入力してください。`;
    case 'no-type':
      return '預金の種類が選ばれていません。普通・当座・貯蓄から選んでください。';
    case 'no-holder':
      return '口座名義が入力されていません。通帳のとおりにカナで入力してください。';
    case 'holder-letter':
      return `口座名義に振込で使えない文字「${refusal.letter}」があります。カナ・英数字・かっこなどで入力してください。`;
    case 'holder-too-long':
      return `口座名義が${refusal.length}文字あります（濁点も1文字に数えます）。${refusal.limit}文字までにしてください。`;
    case 'no-such-bank':
      return `銀行コード「${refusal.bankCode}」の銀行が見つかりません。通帳やキャッシュカードのコードを確かめてください。`;
    case 'no-such-branch':
      return `${refusal.bank}に支店コード「${refusal.branchCode}」の支店が見つかりません。通帳やキャッシュカードのコードを確かめてください。`;
  }
}

export function payerRefusalText(refusal: PayerRefusal | BankAccountRefusal): string {
  switch (refusal.kind) {
    case 'wrong-code':
      return `委託者コードは${refusal.digits}桁までの数字で入力してください。`;
    case 'no-name':
      return '依頼人名が入力されていません。銀行に届け出たとおりにカナで入力してください。';
    case 'name-letter':
      return `依頼人名に振込で使えない文字「${refusal.letter}」があります。カナ・英数字・かっこなどで入力してください。`;
    case 'name-too-long':
      return `依頼人名が${refusal.length}文字あります（濁点も1文字に数えます）。${refusal.limit}文字までにしてください。`;
    case 'wrong-digits':
    case 'no-type':
    case 'no-holder':
    case 'holder-letter':
    case 'holder-too-long':
    case 'no-such-bank':
    case 'no-such-branch':
      return accountRefusalText(refusal);
  }
}
