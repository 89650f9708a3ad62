import { photoLimits, type PhotoRefusal } from './domain/photo.ts';
import { reportStates, type ReportCommand, type ReportState, type ReportStateRefusal } from './domain/report-state.ts';

/** Words of the 活動報告 pages. */
export const reportText = {
  title: '活動報告',
  document: 'マイスター活動報告書',
  lead: '実施した派遣について、マイスター等が提出する報告です。紙で受け取ったときは、代わりに入力します。',
  views: '表示する報告',
  missing: '未提出',
  waiting: '確認待ち',
  checked: '確認済み',
  instructor: 'マイスター等',
  visit: '派遣',
  visitOn: '実施日',
  host: '派遣先',
  state: '状態',
  none: '未提出',
  emptyTitle: '該当する報告はありません',
  emptyLead: '派遣の結果を「実施」にすると、報告を待つ派遣がここに出ます。',
  most: (count: number) => `${count}件までを表示しています。`,
  open: '報告を開く',
  enter: '紙から入力する',
  own: '活動報告を書く',
  ownLead: '書けるところから書いて、「一時保存する」を押してください。あとで続きを書けます。',
  ownSubmitted: '提出しました。事務局が確認します。直したいときは、事務局に電話してください。',
  ownChecked: '事務局が確認しました。謝金などの手続に進みます。',
  save: '一時保存する',
  submit: '提出する',
  saved: '一時保存しました。まだ提出していません。',
  submitted: '提出しました。',
  check: '確認する',
  return: '差し戻す',
  reason: '差し戻す理由',
  reasonHint: '相手に伝わるように書いてください。例：受講した人数を確かめてください',
  steps: '手続',
  photos: '写真',
  addPhotos: '写真を追加する',
  photosHint: `JPEGかPNG、1枚10MBまで、合わせて${photoLimits.files}枚まで。撮影した場所や日時の情報は取り除いて保存します`,
  consent: '写真の同意',
  consentHint: '写真を付けるときに選んでください',
  photo: (at: number) => `写真${at}`,
  photoUntil: (day: string) => `${day}まで保存`,
  removePhoto: (at: number) => `写真${at}を消す`,
  noPhotos: '写真はありません',
  returned: '差戻しの理由',
  onBehalf: '事務局が紙から入力',
  subject: (number: string) => `マイスター活動報告書　${number}`,
  persons: (count: string) => `${count}人`,
  paper: 'マイスター活動報告書（印刷・Word）',
  claim: 'この派遣の請求を作る',
  openClaim: 'この派遣の請求を開く',
  noClaim: 'この報告の請求はまだありません',
  conflict:
    '開いている間に、ほかの人がこの報告を変更しました。保存していません。いまの内容を確かめてからやり直してください。',
  notHeld: 'この派遣は、結果がまだ「実施」ではありません。実施のあとに報告してください。',
  next: {
    none: 'マイスター等の報告を待っています。紙で受け取ったときは、代わりに入力してください。',
    draft: 'マイスター等が書いている途中です。',
    submitted:
      '内容を確かめて、「確認する」か「差し戻す」を押してください。確認すると、派遣の日の単価表で請求の下書きができます。',
    returned: 'マイスター等が直して、もう一度提出するのを待っています。',
    checked: '確認は終わっています。請求の手続に進んでください。',
  },
} as const;

export function reportStateLabel(state: ReportState | undefined): string {
  return reportStates.find(({ code }) => code === state)?.label ?? reportText.none;
}

const commandNames: Readonly<Record<ReportCommand, string>> = {
  save: '変更',
  submit: '提出',
  check: '確認',
  return: '差戻し',
};

export function reportStateRefusalText(refusal: ReportStateRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${reportStateLabel(refusal.state)}」の報告は、${commandNames[refusal.command]}できません。いまの状態を確かめてください。`;
    case 'reason-missing':
      return '差し戻す理由が入力されていません。理由を入力してください。';
  }
}

export function photoRefusalText(refusal: PhotoRefusal): string {
  switch (refusal.kind) {
    case 'no-consent':
      return '写真の同意が選ばれていません。写っている人の同意を確かめて、どちらかを選んでください。';
    case 'too-many':
      return `写真が${refusal.count}枚になります。${refusal.limit}枚までに減らしてください。`;
    case 'not-a-photo':
      return `「${refusal.name}」は写真ではありません。JPEGかPNGのファイルを選んでください。`;
    case 'too-large':
      return `「${refusal.name}」が大きすぎます。1枚${refusal.limit / 1024 / 1024}MBまでの写真を選んでください。`;
    case 'damaged':
      return `「${refusal.name}」は途中で切れているか、壊れています。もう一度撮るか、元の写真を選び直してください。`;
  }
}
