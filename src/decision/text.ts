import { requestMoveRefusalText } from '#dispatch/stage-text.ts';
import { planStoppedTexts } from '#instruction-plan/text.ts';
import type { RouteRefusal } from './domain/approval-route.ts';
import {
  decisionStates,
  type DecisionBlock,
  type DecisionCommand,
  type DecisionRefusal,
  type DecisionState,
} from './domain/decision.ts';
import type { DecisionView } from './domain/decision-view.ts';
import type { DecisionStopped } from './propose-decision.server.ts';

/** Words of 起案・決裁. */
export const decisionText = {
  title: '起案・決裁',
  titleOf: (requestNumber: string) => `起案・決裁　${requestNumber}`,
  listTitle: '起案・決裁',
  listLead: '派遣の計画の起案と決裁です。決裁者が順に承認し、全員が承認すると決裁済みになります。',
  requests: '派遣要請',
  request: '要請番号',
  host: '派遣先',
  subject: '件名',
  defaultSubject: (host: string, program: string) => `${host}への${program}の派遣について`,
  note: '伺い',
  noteHint: '決裁者に伝えること。例：材料費は派遣先が負担します',
  route: '決裁者',
  routeLead: '承認する順に選んでください。起案する人は選べません。',
  approver: (position: number) => `${position}人目`,
  nobody: '選ばない',
  nobodyEntitledTitle: '決裁できる人がいません',
  nobodyEntitledLead: '決裁できるのは、コーナー長と職員の利用者です。利用者の管理で登録してください。',
  propose: '起案する',
  resubmit: 'もう一度起案する',
  proposeLead: '起案すると、決裁が終わるまで計画書は変えられません。',
  proposeHeading: '起案',
  noPlanTitle: '起案できる計画書がありません',
  noPlanLead: '先に講習計画書を作って保存してください。',
  decidedLead: '決裁された計画を変えるときは、講習計画書を改めてから起案してください。',
  toPlan: '事前打合せと講習計画書',
  state: '状態',
  drafter: '起案した人',
  draftedOn: '起案の日',
  decidedOn: '決裁の日',
  waitsFor: 'いま決裁を待っている人',
  revision: '計画書',
  order: '順',
  person: '決裁者',
  answer: '承認・差戻し',
  answeredAt: '日時',
  comment: '意見',
  waiting: 'まだ',
  approved: '承認',
  returned: '差戻し',
  earlierRounds: 'これまでの回覧',
  round: (round: number) => `${round}回目の回覧`,
  steps: '手続',
  reason: '理由',
  reasonHint: '後から経緯を確かめるために残します',
  opinion: '意見',
  opinionHint: '必要なときに入力してください',
  history: '経過',
  earlier: 'これまでの起案',
  notice: '派遣決定の通知を発行する',
  document: '講習計画書を見る',
  people: (count: number) => `${count}人`,
  times: (count: number) => `${count}回`,
  notDecidedForNotice: '決裁された計画書がないため、通知を作れません。起案し、決裁を受けてから発行してください。',
  view: '見る範囲',
  q: '検索',
  qHint: '要請番号・派遣先',
  emptyMine: 'あなたの決裁を待つ起案はありません',
  emptyMineLead: '「見る範囲」を「すべて」にすると、ほかの起案も見られます。',
  emptyTitle: '起案はまだありません',
  emptyLead: '派遣要請を開き、講習計画書を作ってから起案してください。',
  nothingFits: '条件に合う起案はありません',
  nothingFitsLead: '条件を減らしてください。',
  noCommand: 'この手続は見つかりません。画面を開き直して、手続を選び直してください。',
  subjectMissing: '件名が入力されていません。何の決裁かが分かる件名を入力してください。',
} as const;

export const decisionViewNames: Readonly<Record<DecisionView, string>> = {
  mine: '私の決裁待ち',
  drafted: '私の起案',
  all: 'すべて',
};

export function decisionStateLabel(state: DecisionState): string {
  return decisionStates.find(({ code }) => code === state)?.label ?? state;
}

/** What somebody does: the words of buttons and of the history. */
export const decisionCommandNames: Readonly<Record<DecisionCommand | 'propose', string>> = {
  propose: '起案する',
  approve: '承認する',
  return: '差し戻す',
  withdraw: '起案を取り下げる',
  resubmit: 'もう一度起案する',
};

/** What happens next in each state, and who does it. */
export function nextDecisionAct(state: DecisionState, waitsFor: string): string {
  switch (state) {
    case 'circulating':
      return `${waitsFor}さんが承認するか、理由を付けて差し戻します。`;
    case 'returned':
      return '起案した人が計画書を直し、もう一度起案するか取り下げます。';
    case 'decided':
      return '決裁は終わりました。職員が派遣先に通知を、派遣先とマイスター等に講習計画書を送ります。';
    case 'withdrawn':
      return 'この起案は終わりです。計画書を直して、改めて起案できます。';
  }
}

const blocks: Readonly<Record<DecisionBlock, string>> = {
  'going-round': 'いまは決裁者が見ています。差戻しを受けるか、起案を取り下げてから起案してください。',
  'with-drafter': '差し戻されて、起案した人が直しています。もう一度起案されるのをお待ちください。',
  decided: '決裁は終わっています。変えるときは、講習計画書を改めてから起案してください。',
  withdrawn: 'この起案は取り下げられています。必要なら、改めて起案してください。',
};

/** Why a step of a decision was not taken, and what to do (FRM-32). */
export function decisionRefusalText(refusal: DecisionRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${decisionCommandNames[refusal.command]}」はできません。いまは「${decisionStateLabel(refusal.state)}」です。${blocks[refusal.why]}`;
    case 'not-your-turn':
      return `いまは${refusal.waitsFor}さんの決裁を待っています。順番が来てから承認してください。`;
    case 'not-on-route':
      return `この起案の決裁者に入っていません。${refusal.waitsFor}さんの決裁をお待ちください。`;
    case 'drafter-only':
      return `起案を取り下げられるのは、起案した${refusal.drafterName}さんだけです。変えてほしいことは、決裁者が差し戻してください。`;
    case 'reason-missing':
      return `理由が入力されていません。後から経緯を確かめるため、「${decisionCommandNames[refusal.command]}」には理由を入力してください。`;
    case 'reason-too-long':
      return `文章が長すぎます。${refusal.limit}文字までにしてください（いまは${refusal.length}文字です）。`;
    case 'moved-meanwhile':
      return `画面を開いている間に、ほかの人が手続を進めました。いまは「${decisionStateLabel(refusal.state)}」です。経過を確かめ、必要ならもう一度手続をしてください。`;
  }
}

/** Why a route is not taken, and what to do (FRM-32). */
export function routeRefusalText(refusal: RouteRefusal): string {
  switch (refusal.kind) {
    case 'nobody-on-route':
      return '決裁者が選ばれていません。1人目から順に、1人以上選んでください。';
    case 'route-too-long':
      return `決裁者が多すぎます。${refusal.limit}人までにしてください（いまは${refusal.length}人です）。`;
    case 'twice-on-route':
      return `${refusal.name}さんが2回選ばれています。1回だけ選んでください。`;
    case 'drafter-on-route':
      return `${refusal.name}さんは起案する人のため、決裁者になれません。ほかの人を選んでください。`;
    case 'not-entitled':
      return '決裁できない人が選ばれています。利用を停止したか、役割が変わった可能性があります。画面を開き直して選んでください。';
  }
}

const DECISION_KINDS: readonly string[] = [
  'not-possible',
  'not-your-turn',
  'not-on-route',
  'drafter-only',
  'reason-missing',
  'reason-too-long',
  'moved-meanwhile',
] satisfies readonly DecisionRefusal['kind'][];
const ROUTE_KINDS: readonly string[] = [
  'nobody-on-route',
  'route-too-long',
  'twice-on-route',
  'drafter-on-route',
  'not-entitled',
] satisfies readonly RouteRefusal['kind'][];
const PLAN_KINDS: readonly string[] = ['locked', 'request-ended', 'no-session', 'too-many-sessions', 'incomplete'];

/** Why a draft was not made or not moved on. One sentence a problem. */
export function decisionStoppedTexts(stopped: DecisionStopped): readonly string[] {
  const { kind } = stopped;
  if (kind === 'no-plan') return [`${decisionText.noPlanTitle}。${decisionText.noPlanLead}`];
  if (isMoveOfDecision(stopped)) return [decisionRefusalText(stopped)];
  if (ROUTE_KINDS.includes(kind)) return [routeRefusalText(stopped as RouteRefusal)];
  if (PLAN_KINDS.includes(kind)) return planStoppedTexts(stopped as Parameters<typeof planStoppedTexts>[0]);
  return [requestMoveRefusalText(stopped as Parameters<typeof requestMoveRefusalText>[0])];
}

/** The two kinds of `moved-meanwhile` and `reason-missing` differ by what they tell of. */
function isMoveOfDecision(stopped: DecisionStopped): stopped is DecisionRefusal {
  if (stopped.kind === 'moved-meanwhile') return 'state' in stopped;
  if (stopped.kind === 'reason-missing') return stopped.command in decisionCommandNames;
  return DECISION_KINDS.includes(stopped.kind);
}
