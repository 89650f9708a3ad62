import { instantText } from '#platform/instant-text.ts';
import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import {
  applicationStates,
  type ApplicationRefusal,
  type ApplicationState,
  type SubmitRefusal,
} from './domain/public-request.ts';

/** Words of the public form and its status page. */
export const publicRequestText = {
  actor: '申込みフォーム',
  title: '派遣の申込み',
  lead: (office: string) =>
    `${office}に、ものづくりマイスター等の派遣を申し込みます。費用や日程は、コーナーが確かめてから決まります。`,
  noFee: '「※任意」の欄は、わからなければ空けておいてください。あとでコーナーが電話などで伺います。',
  trap: '確認用（何も入力しないでください）',
  toConfirm: '入力内容を確認する',
  confirmTitle: '申込みの内容の確認',
  confirmLead: 'この内容で申し込みます。直すところがあれば、その項目の「修正する」を押してください。',
  correct: '修正する',
  correctOf: (term: string) => `「${term}」を修正する`,
  back: '入力に戻る',
  send: 'この内容で申し込む',
  steps: { input: '入力', confirm: '確認', done: '完了' },
  noEntry: '入力なし',
  privacy: (office: string) => `入力された内容は、${office}が派遣の調整と記録のためだけに使います。`,
  contact: (office: string, phone: string | null) =>
    phone === null
      ? `わからないことは${office}にお尋ねください。`
      : `わからないことは${office}（電話 ${phone}）にお尋ねください。`,
  doneTitle: '申込みを受け付けました',
  doneLead: 'この画面のアドレスを控えておくと、あとで状況を確かめられます。アドレスを知っている人はだれでも開けます。',
  receiptNumber: '受付番号',
  host: '団体の名称',
  receivedOn: '申込日',
  state: '状況',
  reason: '理由',
  expiresOn: 'この画面を見られる日',
  statusTitle: '派遣の申込みの状況',
  notFoundTitle: '申込みが見つかりません',
  notFoundLead: 'アドレスが途中で切れていないか、確かめてください。',
  endedTitle: 'この画面は見られなくなりました',
  endedLead: '期限が過ぎたか、コーナーが閉じました。状況はコーナーにお尋ねください。',
} as const;

/** What the host reads of the state: what happens next and who does it. */
export function hostStateText(state: ApplicationState): string {
  switch (state) {
    case 'new':
    case 'spam':
      return '受け付けました。コーナーの職員が内容を確かめ、担当者に連絡します。';
    case 'taken':
      return '派遣の要請として受け付けました。コーナーの職員が、マイスター等と日程を調整しています。';
    case 'refused':
      return 'お受けできませんでした。';
  }
}

export function submitRefusalText(refusal: SubmitRefusal, phone: string | null): string {
  const otherwise = phone === null ? 'コーナーに連絡してください' : `電話（${phone}）で申し込んでください`;
  switch (refusal.kind) {
    case 'forged':
    case 'too-old':
      return '画面を開いてから時間がたったため、送れませんでした。入力した内容は残っています。もう一度、確認の画面から申し込んでください。';
    case 'too-quick':
      return '画面を開いてすぐに送られたため、受け付けませんでした。入力した内容は残っています。数秒待って、もう一度申し込んでください。';
    case 'robot':
      return `何も入力しない欄に入力があるため、受け付けませんでした。その欄を空にして、もう一度申し込んでください。空にできないときは、${otherwise}。`;
    case 'too-many':
      return `この接続からの申込みが続いたため、いまは受け付けられません。入力した内容は残っています。1時間ほど待つか、${otherwise}。`;
    case 'queue-full':
      return `申込みが集中しているため、いまは受け付けられません。入力した内容は残っています。時間をおくか、${otherwise}。`;
    case 'sent-before':
      return 'この画面の申込みは、もう受け付けています。内容を変えた申込みは、新しく画面を開いて行ってください。';
  }
}

type Receipt = {
  readonly office: { readonly name: string; readonly phone: string | null };
  readonly content: { readonly name: string; readonly contactName: string | null };
  readonly receiptNumber: string;
  readonly expiresOn: PlainDate;
};

/** The mail that tells the receipt number, for staff to send. */
export function receiptMail({ office, content, receiptNumber, expiresOn }: Receipt) {
  return {
    subject: `派遣の申込みを受け付けました（受付番号 ${receiptNumber}）`,
    body: [
      content.name,
      `${content.contactName ?? 'ご担当者'} 様`,
      '',
      'ものづくりマイスター等の派遣を申し込んでいただき、ありがとうございます。次のとおり受け付けました。',
      '',
      `受付番号：${receiptNumber}`,
      `状況は、申込みのあとに表示された画面のアドレスから、${formatEraDate(expiresOn)}まで確かめられます。`,
      '',
      '内容を確かめ、職員から連絡します。',
      '',
      office.name,
      ...(office.phone === null ? [] : [`電話 ${office.phone}`]),
    ].join('\n'),
  };
}

/** The mail that tells why an application is not taken, for staff to send. */
export function refusalMail({
  content,
  receiptNumber,
  reason,
}: Pick<Receipt, 'content' | 'receiptNumber'> & { readonly reason: string }) {
  return {
    subject: `派遣の申込みについて（受付番号 ${receiptNumber}）`,
    body: [
      content.name,
      `${content.contactName ?? 'ご担当者'} 様`,
      '',
      '申し込んでいただいた派遣は、次の理由でお受けできませんでした。',
      '',
      reason,
    ].join('\n'),
  };
}

/** Words of the staff's pages. */
export const applicationText = {
  papers: '書類',
  blankPapers: '記入用の用紙（紙で受け付けるとき）',
  title: '派遣の申込み',
  lead: '公開の申込みフォームから届いた申込みです。「要請にする」を押すと、入力し直さずに派遣要請になります。',
  form: '公開フォームを開く',
  state: '状態',
  receivedAt: '受付日時',
  host: '団体',
  trade: '職種',
  wished: '回数',
  nothingYet: {
    title: '申込みはまだありません',
    lead: '公開フォームのアドレスを、チラシやホームページで知らせてください。電話やFAXの依頼は、派遣要請に直接登録します。',
  },
  nothingFits: { title: '条件に合う申込みはありません', lead: '条件を減らしてください。' },
  take: '要請にする',
  takeLead: '派遣先を確かめて選んでください。申込みの内容は、そのまま派遣要請に移ります。',
  organization: '派遣先',
  newOrganization: '新しい派遣先として登録する',
  byNumber: '法人番号が同じ',
  byName: '名称が同じ',
  byPhone: '電話が同じ',
  otherActs: '要請にしないとき',
  reason: '理由',
  reasonHint: '受けないときは必ず書きます。申込者の画面と、連絡の下書きに出ます',
  refuse: '受けない',
  spam: '迷惑な申込みにする',
  restore: '未処理に戻す',
  link: '申込者が状況を見るアドレス',
  revoke: '申込者の画面を閉じる',
  revoked: '申込者の画面は閉じています',
  openRequest: '派遣要請を開く',
  settled: '処理',
} as const;

export function applicationStateLabel(state: ApplicationState): string {
  return applicationStates.find(({ code }) => code === state)?.label ?? state;
}

export function applicationRefusalText(refusal: ApplicationRefusal): string {
  switch (refusal.kind) {
    case 'not-now':
      return refusal.settledBy === null || refusal.settledAt === null
        ? `この申込みは「${applicationStateLabel(refusal.state)}」です。ほかの人が先に処理しました。画面を開き直して確かめてください。`
        : `この申込みは、${instantText(refusal.settledAt)}に${refusal.settledBy}さんが「${applicationStateLabel(refusal.state)}」にしました。いまの内容を確かめてください。`;
    case 'reason-missing':
      return '受けない理由が入力されていません。申込者に伝わるので、理由を入力してください。';
  }
}

export function dayText(day: PlainDate): string {
  return formatSlashDate(day);
}
