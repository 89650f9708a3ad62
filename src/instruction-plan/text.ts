import { problemText } from '#record/text.ts';
import {
  planStates,
  type PlanBlock,
  type PlanNeed,
  type PlanState,
  type PlanStopped,
  type PlanVisitsRefusal,
} from './domain/instruction-plan.ts';
import { sessionFields, type SessionProblem } from './domain/plan-session.ts';

/** Words of 事前打合せ and 講習計画書. */
export const planText = {
  title: '事前打合せと講習計画書',
  requests: '派遣要請',
  meeting: '事前打合せ',
  meetings: '事前打合せの記録',
  newMeeting: '事前打合せを記録する',
  editMeeting: '事前打合せの記録を直す',
  meetingLead: '派遣先・マイスター等・コーナーで決めたことを残します。',
  noMeetings: '事前打合せの記録はまだありません',
  noMeetingsLead: '打合せが済んだら、決めたことと派遣先が用意するものを記録してください。',
  saveMeeting: '打合せを記録する',
  meetingHeading: '打合せ',
  recordedBy: '記録した人',
  plan: '講習計画書',
  newPlan: '講習計画書を作る',
  editPlan: '講習計画書を直す',
  revisePlan: '講習計画書を改める',
  reviseLead: '決裁された計画は、次の版が決裁されるまで、そのまま使います。',
  planLead: '派遣の予定がある回は、日時と講師が入っています。',
  noPlan: '講習計画書はまだありません',
  noPlanLead: '派遣の予定から作れます。予定がない回は、計画に書いてから予定に登録できます。',
  savePlan: '計画書を保存する',
  revision: (revision: number) => `第${revision}版`,
  versions: '版の記録',
  version: '版',
  draftedBy: '作成した人',
  updatedAt: '最後に変えた日時',
  state: '状態',
  goal: '目標',
  goalHint: '例：技能検定2級の課題を時間内に仕上げる',
  note: '備考',
  sessions: '各回の内容',
  session: (position: number) => `第${position}回`,
  sessionOfVisit: '派遣の予定がある回です。日を変えるときは、派遣の日も動かしてください。',
  no: '回',
  day: '日時',
  place: '場所',
  content: '内容・課題',
  material: '材料',
  materialTotal: '材料費の見込みの合計',
  instructor: '講師',
  visit: '派遣の予定',
  hasVisit: '登録済み',
  noVisit: 'まだありません',
  remove: 'この回を計画から除く',
  addRow: '回を1つ増やす',
  takeVisits: '派遣の予定に合わせる',
  takeVisitsHint: '日時と講師を派遣の予定に合わせ、計画にない予定を加えます。書いた内容は残ります。',
  makeVisits: (count: number) => `予定のない${count}回を派遣の予定に登録する`,
  madeVisits: (count: number) => `${count}回を派遣の予定に登録しました。`,
  moved: (positions: string) => `${positions}は、派遣の予定の日時が計画と違います`,
  movedLead: '計画書を直すか改めて、派遣の予定に合わせてください。',
  document: '講習計画書を印刷・送付する',
  propose: '起案する',
  decision: '起案・決裁',
  cancel: 'やめる',
  save: '保存する',
  backToRequest: '要請に戻る',
  conflict:
    '画面を開いている間に、ほかの人が計画書を変えました。この内容は保存していません。別の画面で計画書を開いて違いを確かめ、直してから保存してください。',
  meetingConflict:
    '画面を開いている間に、ほかの人が打合せの記録を変えました。この内容は保存していません。別の画面で記録を開いて違いを確かめてください。',
  people: (count: number) => `${count}人`,
  noPlanForLetter: '講習計画書がまだありません。要請の「事前打合せと講習計画書」から作ってください。',
  notDecidedYet: '決裁の前の計画書のため、まだ発行できません。決裁が済んでから発行してください。',
  inForce: 'いまの計画（決裁済み）',
  inWork: '作成中の計画',
} as const;

export function planStateLabel(state: PlanState): string {
  return planStates.find(({ code }) => code === state)?.label ?? state;
}

/** 「Y4-001 講習計画書 第2版」, as the log and lists call it. */
export function planLabel(requestNumber: string, revision: number): string {
  return `${requestNumber} ${planText.plan} ${planText.revision(revision)}`;
}

const blocks: Readonly<Record<PlanBlock, string>> = {
  'being-decided': '決裁を待っている計画書は変えられません。起案を取り下げるか、差戻しを受けてから直してください。',
  decided: '決裁された計画書は変えられません。「講習計画書を改める」から新しい版を作ってください。',
  replaced: 'この版は新しい版に改められています。いまの版を開いてください。',
  'not-proposed': 'この計画書は起案されていません。先に起案してください。',
};

/** What a session is asked for, by its name in the form. */
function needName(need: PlanNeed): string {
  return sessionFields.find(({ key }) => key === need)?.header ?? need;
}

/** Why a plan was not saved or proposed, and what to do (FRM-32). One sentence a problem. */
export function planStoppedTexts(stopped: PlanStopped): readonly string[] {
  switch (stopped.kind) {
    case 'locked':
      return [blocks[stopped.why]];
    case 'request-ended':
      return [
        'この要請の手続は終わっているため、計画書を作れません。改めて依頼を受けたら、新しい要請で作ってください。',
      ];
    case 'no-session':
      return ['回が1つもありません。実施日のある回を1つ以上入力してください。'];
    case 'too-many-sessions':
      return [`回が多すぎます。${stopped.limit}回までにしてください（いまは${stopped.count}回です）。`];
    case 'incomplete':
      return stopped.sessions.map(
        ({ position, missing }) =>
          `${planText.session(position)}の${missing.map(needName).join('・')}が入力されていません。起案の前に計画書に入力してください。`,
      );
    case 'sessions':
      return stopped.problems.map(sessionProblemText);
  }
}

/** Why a session's visit or text was refused. */
function sessionProblemText({ position, header, problem }: SessionProblem): string {
  return `${planText.session(position)}：${problemText(header, problem)}`;
}

/** Why no visit was made of a plan, and what to do (FRM-32). */
export function planVisitsRefusalTexts(refusal: PlanVisitsRefusal): readonly string[] {
  switch (refusal.kind) {
    case 'nothing-to-plan':
      return ['予定のない回はありません。派遣の予定を確かめてください。'];
    case 'plan-replaced':
      return [blocks.replaced];
    case 'nobody-sent':
      return [
        `${refusal.positions.map((position) => planText.session(position)).join('・')}の講師が入力されていません。計画書に講師を入力してから登録してください。`,
      ];
    case 'visits':
      return refusal.problems.map(
        ({ header, problem }) => `派遣の予定に登録できません。${problemText(header, problem)}計画書を直してください。`,
      );
  }
}
