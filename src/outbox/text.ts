import { mailKinds, mailStates, type MailCommandRefusal, type MailKind, type MailState } from './domain/mail-draft.ts';

/** Words of the 送信箱. */
export const outboxText = {
  title: '送信箱',
  lead: '匠デスクが文面を作ったメールの下書きです。匠デスクからは送信しません。宛先・件名・本文を確かめ、コーナーのメールに写して送ってください。',
  to: '宛先',
  subject: '件名',
  body: '本文',
  kind: '種類',
  state: '状態',
  draftedAt: '作成日時',
  draftedBy: '作成',
  about: '関連する記録',
  settled: '処理',
  note: 'メモ',
  noteHint: '破棄するときは理由を必ず書きます',
  notSentTitle: 'このメールはまだ送っていません',
  notSentLead:
    '宛先・件名・本文は、それぞれ押すと全体が選ばれます。写して、コーナーのメールから1人ずつ送ってください。電話などで伝えたときも「連絡済みにする」を押します。',
  settle: 'この下書きの処理',
  handOver: '連絡済みにする',
  discard: '破棄する',
  nothingYet: {
    title: '下書きはまだありません',
    lead: '申込みを受け付けたときなどに、匠デスクが下書きを作ります。',
  },
  nothingFits: { title: '条件に合う下書きはありません', lead: '条件を減らしてください。' },
} as const;

export function mailKindLabel(kind: MailKind): string {
  return mailKinds.find(({ code }) => code === kind)?.label ?? kind;
}

export function mailStateLabel(state: MailState): string {
  return mailStates.find(({ code }) => code === state)?.label ?? state;
}

export function mailCommandRefusalText(refusal: MailCommandRefusal): string {
  switch (refusal.kind) {
    case 'settled':
      return `この下書きはもう「${mailStateLabel(refusal.state)}」になっています。画面を開き直して確かめてください。`;
    case 'reason-missing':
      return '破棄する理由が入力されていません。あとで見る人のために、理由を入力してください。';
  }
}
