import { MOST_COUNTED } from '#work/domain/work-kind.ts';

/** Words of the frame, the front page and the error pages. */
export const deskText = {
  product: '匠デスク',
  groups: { today: '今日', people: '人', dispatch: '派遣', report: '計画と報告', office: '事務' },
  dashboard: '今日の仕事',
  work: '仕事の一覧',
  instructors: 'マイスター等',
  organizations: '派遣先',
  certifications: '認定申請',
  batches: 'センターへの取りまとめ',
  review: '認定申請の審査',
  courses: '講習',
  scouting: '開拓',
  shortage: '不足職種',
  upkeep: '活動の確認',
  requests: '派遣要請',
  decisions: '起案・決裁',
  assignment: '年間の割当',
  visits: '派遣の予定と実績',
  activityReports: '活動報告',
  outreach: '魅力発信',
  expenses: '謝金・旅費',
  surveys: 'アンケート',
  plan: '推進計画',
  status: '実施状況',
  letters: '文書の発行簿',
  consultations: '相談',
  demandSurveys: '派遣希望調査',
  applications: '派遣の申込み',
  outbox: '送信箱',
  transfer: '取込・書出',
  accounts: '利用者',
  apiTokens: 'API の合言葉',
  retention: '保存と廃棄',
  audit: '操作記録',
  corner: 'コーナー',
  fiscalYear: '年度',
  account: '自分の設定',
  firstSignIn: '今回が初めて',
  demonstration: (today: string) =>
    `体験用のデータです。今日を${today}に固定しています。氏名・団体名はすべて架空です。`,
  printedOn: (office: string, today: string) => `${office}　匠デスク　印刷日 ${today}`,
  errors: {
    400: {
      title: '送られた内容を読み取れません',
      lead: 'アドレスか入力に、この画面では扱えない文字か形式があります。保存していません。前の画面に戻り、入力し直してください。',
    },
    403: {
      title: 'この画面を開く権限がありません',
      lead: 'ほかのコーナーの画面か、あなたの役割では使えない画面です。必要な場合はコーナー長に役割の変更を相談してください。',
    },
    404: {
      title: 'お探しの画面は見つかりません',
      lead: 'アドレスが違うか、削除された記録です。一覧から探し直してください。',
    },
    405: {
      title: 'この画面では受け付けられない操作です',
      lead: '保存していません。前の画面に戻り、ボタンを押し直してください。',
    },
    409: {
      title: '開いている間に、ほかの人が変更しました',
      lead: '保存していません。前の画面に戻り、いまの内容を確かめてからやり直してください。',
    },
    413: {
      title: '送信された内容が大きすぎます',
      lead: '上限は50MBです。ファイルを分けて送信してください。',
    },
    500: {
      title: '処理を終えられませんでした',
      lead: '匠デスクの側の問題です。保存していない場合があります。少し待ってやり直し、続くときは管理者に時刻を伝えてください。',
    },
  },
  home: '最初の画面へ',
  notShown: '表示できない画面',
} as const;

export const roleNames = {
  system: 'システム管理者',
  center: '中央技能振興センター',
  chief: 'コーナー長',
  officer: '職員',
  clerk: '事務補佐員',
  coordinator: 'コーディネーター',
  auditor: '監査担当',
  measureOwner: '施策担当課',
  instructor: 'マイスター等',
} as const;

/** How much waits; 「100+」 where it is not counted to the end. */
export function waitingText(count: number): string {
  return count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count);
}
