import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { RequestMoveRefusal } from './domain/move-request.ts';
import type { RequestCommand, RequestStage } from './domain/request-stage.ts';
import type { StageStation } from './domain/stage-stations.ts';
import type { StageRefusal } from './domain/stage-transitions.ts';

/** Words of the stage on the page of a request. */
export const stageText = {
  stage: '段階',
  next: '次にすること',
  history: '手続の経過',
  noHistory: '手続の記録はまだありません。依頼書を受け付けたところです。',
  happenedOn: '行った日',
  happenedOnHint: '書面で受けたものは書面の日付。例：2022/11/30、R4.11.30',
  reason: '理由',
  reasonHint: '後から経緯を確かめるために残します',
  note: '備考',
  noteHint: '聞き取った内容など、経過に残すこと',
  offers: '打診と返事の記録',
  assignedDirectly: '打診をせずに割り当てた',
  plan: '事前打合せと講習計画書',
  decision: '起案・決裁',
  cancel: 'やめる',
  noStep: 'この手続は見つかりません。画面を開き直して、「次にすること」から選び直してください。',
  stepOf: (command: string, from: string, to: string) => `${command}（${from} → ${to}）`,
  entered: (day: string) => `${day}に行った手続`,
  noMeisterTitle: (trade: string) => `${trade}のマイスターは登録されていません`,
  noMeisterLead: (count: number) =>
    count > 0
      ? `この職種の熟練技能者が${count}人います。熟練技能者を候補にできます。`
      : 'この職種の熟練技能者もまだ登録されていません。資格の要件に合う人を探して、マイスター等に登録してください。',
  noMeisterProgram: '事業区分を「熟練技能者派遣」にして報告するときは、要請を編集してください。',
  chooseSkilled: '熟練技能者を選ぶ',
} as const;

/** The words of the stages, as they stand on chips and in filters. */
export const stageNames: Readonly<Record<RequestStage, string>> = {
  enquiry: '問い合わせ',
  hearing: '聞き取り',
  submitted: '依頼書を受付',
  'eligibility-checked': '基準を確認済み',
  matching: '人選中',
  offered: '打診中',
  accepted: '承諾',
  'pre-meeting': '打合せ済み',
  'plan-issued': '計画書を作成済み',
  approved: '決裁済み',
  'in-progress': '実施中',
  completed: '実施済み',
  reported: '報告済み',
  surveyed: 'アンケート済み',
  settled: '精算済み',
  closed: '完結',
  rejected: '不採択',
  withdrawn: '取下げ',
  waitlisted: '予算待ち',
};

/** What somebody does: the words of buttons and of the history. */
export const requestCommandNames: Readonly<Record<RequestCommand, string>> = {
  hear: '聞き取りを記録する',
  submit: '依頼書を受け付ける',
  'check-eligibility': '基準の確認を終える',
  'begin-matching': '人選を始める',
  offer: '打診したことを記録する',
  accept: '承諾を記録する',
  decline: '辞退を記録する',
  'hold-pre-meeting': '事前打合せを記録する',
  'issue-plan': '講習計画書の作成を記録する',
  approve: '決裁を記録する',
  return: '前の段階に戻す',
  waitlist: '予算待ちにする',
  resume: '予算待ちを解く',
  reject: '不採択にする',
  withdraw: '取下げを記録する',
  close: '完結にする',
};

/** What happens next in each stage, and who does it. */
export const nextActs: Readonly<Record<RequestStage, string>> = {
  enquiry: 'コーディネーターか職員が電話か訪問で、職種・回数・時期などを聞き取ります。',
  hearing: '派遣先が派遣依頼書・実技指導計画書・受講者名簿を出します。届いたら職員が受け付けます。',
  submitted: '職員が派遣の基準（対象・回数・申込みの時期など）に合うかを確かめます。',
  'eligibility-checked': '職員かコーディネーターが人選を始めます。',
  matching: '職員かコーディネーターが候補を比べ、マイスター等に打診します。',
  offered: '打診したマイスター等が、承諾か辞退を答えます。',
  accepted: '職員が派遣先とマイスター等の事前打合せを開き、決めたことを記録します。',
  'pre-meeting': '職員が打合せの内容から講習計画書を作り、起案します。',
  'plan-issued': 'コーナー長などの職員が、決裁者の順に計画を承認します。',
  approved: 'マイスター等が派遣先で指導し、職員が派遣ごとに受講者数を記録します。',
  'in-progress': 'マイスター等が残りの派遣先での指導を行い、職員が派遣ごとに受講者数を記録します。',
  completed: 'マイスター等が活動報告書を出し、職員が確かめます。',
  reported: '派遣先と受講者がアンケートに答え、職員が回収します。',
  surveyed: '職員が謝金等の請求を確かめて支払います。',
  settled: 'すべて終わりました。コーナー長か職員が完結にします。',
  closed: 'この要請の手続は終わりです。することはありません。',
  rejected: '職員が結果と理由を派遣先に知らせます。この要請の手続は終わりです。',
  withdrawn: 'この要請の手続は終わりです。改めて依頼を受けたら、新しく登録します。',
  waitlisted: '予算の見込みが立ったら、職員が予算待ちを解きます。',
};

export const stationNames: Readonly<Record<StageStation, string>> = {
  consultation: '相談',
  request: '派遣依頼',
  choice: '人選',
  acceptance: '承諾',
  'pre-meeting': '事前打合せ',
  plan: '計画書',
  decision: '決裁',
  visits: '実施',
  papers: '報告',
  settlement: '精算',
};

const whyNot: Readonly<Record<StageRefusal, string>> = {
  'too-early': '前の段階が終わっていません。「次にすること」から進めてください。',
  'done-already': 'この手続はすでに済んでいます。手続の経過で確かめてください。',
  'nothing-open': 'その手続の対象がありません。手続の経過で確かめてください。',
  'goes-by-itself': '段階は派遣の実施から自動で進みます。派遣の記録を確かめてください。',
  ended: '手続は終わっています。改めて依頼を受けたときは、新しく登録してください。',
};

/** Why a step was not taken, and what to do (FRM-32). */
export function requestMoveRefusalText(refusal: RequestMoveRefusal): string {
  switch (refusal.kind) {
    case 'wrong-stage':
      return `「${requestCommandNames[refusal.command]}」はできません。いまは「${stageNames[refusal.stage]}」です。${whyNot[refusal.why]}`;
    case 'reason-missing':
      return `理由が入力されていません。後から経緯を確かめるため、「${requestCommandNames[refusal.command]}」には理由を入力してください。`;
    case 'in-the-future':
      return `${formatSlashDate(refusal.day)}はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
    case 'before-last-step':
      return `${formatSlashDate(refusal.day)}は、前の手続の日（${formatSlashDate(refusal.lastDay)}）より前です。前の手続の日以後の日を入力してください。`;
    case 'visits-planned':
      return `「${requestCommandNames[refusal.command]}」はできません。予定の派遣が${refusal.planned}件残っています。先に派遣を中止するか、実施を記録してください。`;
    case 'moved-meanwhile':
      return `画面を開いている間に、ほかの人が手続を進めました。いまは「${stageNames[refusal.stage]}」です。手続の経過を確かめ、必要ならもう一度選び直してください。`;
  }
}
