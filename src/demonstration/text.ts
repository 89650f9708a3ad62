import type { DemonstrationRefusal } from './domain/demonstration-refusal.ts';

/** Words of the demonstration office. The telephone exchange 000 does not exist; example.jp belongs to nobody. */
export const demonstrationText = {
  actor: '体験用データの読込',
  paper: (kind: string) => `見本_${kind}`,
  surveyQuestions: {
    host: [{ text: 'この制度を何で知りましたか', choices: ['案内の郵便', 'ホームページ', '知人の紹介', 'その他'] }],
    trainee: [
      { text: '時間の長さはどうでしたか', choices: ['短い', 'ちょうどよい', '長い'] },
      { text: '次に習いたいことを書いてください', choices: [] },
    ],
    pupil: [{ text: 'ものづくりの仕事をしてみたくなりましたか', choices: ['はい', 'いいえ', 'まだ分からない'] }],
  },
  demandSurvey: {
    title: '令和4年度後期 派遣希望調査',
    note: '12月から3月までに希望する実技指導をお答えください。希望がないときも、その旨をお答えください。',
  },
  ownCorner: {
    name: '山口県地域技能振興コーナー（体験用）',
    host_association: '山口県職業能力開発協会（体験用）',
    address: '山口市みのり台10-1',
    phone: '083-000-0035',
    fax: '083-000-0036',
    email: 'corner@example.jp',
  },
  nationalCorner: (prefecture: string) => ({
    name: `${prefecture}地域技能振興コーナー（体験用）`,
    host_association: `${prefecture}職業能力開発協会（体験用）`,
  }),
  plans: {
    acceptedByPhone: '電話で承諾',
    meeting: {
      place: '派遣先の会議室',
      present: '派遣先の担当者\nマイスター\n架空 次郎（コーナー）',
      agreed: '1回目に安全の確認と道具の点検をする。受講者は途中で入れ替えない。',
      hostPrepares: '作業台、保護めがね、作業着',
    },
    goal: '課題を時間内に一人で仕上げる',
    tasks: ['道具の点検と安全', '見本による実演', '課題の製作', '仕上がりの確認と講評'],
    material: '課題用の材料一式',
    subject: (host: string) => `${host}への実技指導の派遣について`,
    note: '派遣の基準に合うことを確かめました。',
    opinion: '材料費の領収書を忘れずに受け取ってください。',
    returned: '材料費の内訳を備考に書いてください。',
    declined: '通院のため',
  },
} as const;

/** Why the demonstration office was not loaded: 事象・原因・対処 (FRM-32). */
export function demonstrationRefusalText(refusal: DemonstrationRefusal): string {
  switch (refusal.kind) {
    case 'not-empty':
      return '体験用データを読み込めません。データベースにすでにデータがあります。別の TAKUMI_DATA（または空の DATABASE_URL）を指定してください。';
    case 'other-corner':
      return `体験用データを読み込めません。コーナー ${refusal.corner} の体験用データはありません。--corner 35 を指定してください。`;
  }
}
