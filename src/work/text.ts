import { formatSlashDate } from '#kernel/japanese-era.ts';
import { daysBetween, type PlainDate } from '#kernel/plain-date.ts';
import { stageNames } from '#dispatch/stage-text.ts';
import { requestStages, type RequestStage } from '#dispatch/domain/request-stage.ts';
import type { WorkKind } from './domain/work-kind.ts';

type KindWords = {
  /** What is to be done. */
  readonly label: string;
  /** Why it waits, and what helps. */
  readonly lead: string;
  /** What its day is. */
  readonly due?: '締切' | '派遣日' | '回答の期限' | '次に連絡する日' | '振込日';
  readonly unit?: '人';
  /** Who outside the office has to do something first. */
  readonly outside?: 'マイスター等' | '派遣先';
  readonly group: '派遣' | '報告と支払' | '人' | '事務';
};

/** Words of the 仕事の一覧. */
export const workText = {
  title: '仕事の一覧',
  lead: '待っている仕事を、期限の近いものから並べています。期限を過ぎたものが先頭です。',
  kind: '仕事',
  record: '記録',
  about: '相手',
  since: 'いつから',
  due: '期限',
  owner: 'する人',
  whose: 'だれの仕事',
  own: '自分の役割でできるもの',
  mine: '自分が担当のもの',
  everybody: 'コーナーのすべて',
  whenDue: '期限',
  overdue: '期限を過ぎたもの',
  week: '7日以内か過ぎたもの',
  open: '開く',
  workOf: (role: string) => `${role}ができるもの`,
  overdueBy: (days: number) => `${days}日超過`,
  nothingYet: {
    title: '待っている仕事はありません',
    lead: '申込み、報告書、請求などが届くと、ここに並びます。',
  },
  nothingFits: {
    title: '条件に合う仕事はありません',
    lead: '条件を減らすか、「だれの仕事」を「コーナーのすべて」にしてください。',
  },
  overdueCount: (count: number) => `うち期限を過ぎたもの ${count.toLocaleString('ja-JP')}件`,
  anybody: '職員のだれでも',
  roles: (names: readonly string[]) => names.join('・'),
  waitsFor: (party: string) => `${party}待ち`,
  inCharge: (name: string) => `担当 ${name}`,
  kinds: {
    unreported: {
      label: '派遣の結果を記録する',
      lead: '実施か中止を記録するまで、実績にも予定にも数えません。',
      group: '派遣',
    },
    application: {
      label: '派遣の申込みを確かめる',
      lead: '公開フォームから届きました。要請にするか、断る理由を返してください。',
      group: '派遣',
    },
    hearing: {
      label: '問い合わせの聞き取りを進める',
      lead: '聞き取って、依頼書・計画書・名簿を受け付けてください。',
      group: '派遣',
    },
    unplanned: {
      label: '派遣要請にマイスター等を割り当てる',
      lead: '受け付けたまま、派遣の予定が1件もありません。',
      group: '派遣',
    },
    offered: {
      label: '打診の返事を確かめる',
      lead: 'マイスター等の返事を待っています。電話で確かめたら、代わりに記録してください。',
      due: '回答の期限',
      outside: 'マイスター等',
      group: '派遣',
    },
    declined: {
      label: '断られた派遣の代わりの人を決める',
      lead: 'マイスター等が断りました。別の人に替えるか、派遣先と日を相談してください。',
      due: '派遣日',
      group: '派遣',
    },
    preparing: {
      label: '派遣の準備を進める',
      lead: '打合せ・計画書・決裁を、最初の派遣までに終えてください。',
      group: '派遣',
    },
    'decision-waiting': {
      label: '起案を決裁する',
      lead: '順番が来た決裁者が、承認するか差し戻してください。',
      group: '派遣',
    },
    'decision-returned': {
      label: '差し戻された起案を直す',
      lead: '理由を読んで計画書を直し、もう一度起案してください。',
      group: '派遣',
    },
    'follow-up': {
      label: '相談した相手に連絡する',
      lead: '次に連絡する日になりました。連絡して、結果を記録してください。',
      due: '次に連絡する日',
      group: '派遣',
    },
    'demand-unanswered': {
      label: '派遣希望調査の回答を受け取る',
      lead: '回答のない調査先があります。督促するか、届いた回答を入力してください。',
      due: '回答の期限',
      outside: '派遣先',
      group: '派遣',
    },
    'demand-wish': {
      label: '派遣希望から要請を登録する',
      lead: '調査で答えられた希望に、要請がまだありません。',
      group: '派遣',
    },
    'report-missing': {
      label: '活動報告書を受け取る',
      lead: 'マイスター等がまだ提出していません。催促するか、紙の報告書を入力してください。',
      outside: 'マイスター等',
      group: '報告と支払',
    },
    'report-submitted': {
      label: '活動報告書を確認する',
      lead: '提出されました。確認するか、理由を付けて差し戻してください。',
      group: '報告と支払',
    },
    'report-returned': {
      label: '差し戻した活動報告書を受け取る',
      lead: 'マイスター等が直しています。急ぐときは連絡してください。',
      outside: 'マイスター等',
      group: '報告と支払',
    },
    'survey-missing': {
      label: '派遣先のアンケートを受け取る',
      lead: '派遣先の回答がまだありません。催促するか、紙の回答を入力してください。',
      outside: '派遣先',
      group: '報告と支払',
    },
    'outreach-uncounted': {
      label: '魅力発信の参加者の内訳を記録する',
      lead: '児童・生徒、教師、保護者などの内訳がないか、受講者数と合いません。',
      group: '報告と支払',
    },
    unclaimed: {
      label: '謝金・旅費の請求を作成する',
      lead: '活動報告書を確認しました。請求を作成してください。',
      group: '報告と支払',
    },
    'claim-drafted': {
      label: '作成中・差戻しの請求を提出する',
      lead: '内容を確かめて、提出してください。',
      group: '報告と支払',
    },
    'claim-submitted': {
      label: '請求を確認する',
      lead: '金額と添付を確かめて、確認済みにするか差し戻してください。',
      group: '報告と支払',
    },
    'claim-checked': {
      label: '請求を承認する',
      lead: '作成した人とは別の人が承認します。',
      group: '報告と支払',
    },
    'claim-payable': {
      label: '承認した請求を支払う',
      lead: '振込のまとまりに入れてください。',
      group: '報告と支払',
    },
    'payment-open': {
      label: '振込を済ませて記録する',
      lead: '銀行に渡したら、支払済みにしてください。',
      due: '振込日',
      group: '報告と支払',
    },
    closing: {
      label: '終わった派遣要請を完結にする',
      lead: '実施・報告・アンケート・支払がすべて済みました。',
      group: '報告と支払',
    },
    due: {
      label: '認定申請の取りまとめをセンターへ送る',
      lead: '締切が近いか、過ぎています。申請を入れて、送付を記録してください。',
      due: '締切',
      group: '人',
    },
    returned: {
      label: 'センターから返された認定申請を直す',
      lead: '返された理由を読んで直し、出し直してください。',
      group: '人',
    },
    received: {
      label: '受け付けた認定申請を確かめる',
      lead: '要件と書類を確かめて、面談するか、取りまとめに入れてください。',
      group: '人',
    },
    interview: {
      label: '認定申請の面談の結果を記録する',
      lead: '面談を終えたら、結果を記録してください。',
      group: '人',
    },
    'course-held': {
      label: '終わった講習の出欠を記録する',
      lead: '修了した人を記録すると、派遣できるようになります。',
      group: '人',
    },
    'course-unanswered': {
      label: '講習の出欠を確かめる',
      lead: '案内に返事のない人がいます。開催日が近づいています。',
      group: '人',
    },
    asked: {
      label: '意向確認の返事を確かめる',
      lead: '手紙への返事を待っています。電話で聞いたら、代わりに記録してください。',
      due: '回答の期限',
      unit: '人',
      outside: 'マイスター等',
      group: '人',
    },
    willing: {
      label: '活動を続ける人に再講習か資料を案内する',
      lead: '「続ける」と返事がありました。再講習を案内するか、最新の資料を送ってください。',
      unit: '人',
      group: '人',
    },
    unwilling: {
      label: '活動を続けない人の登録を解除する',
      lead: '「続けない」と返事がありました。登録を解除して、通知を送ってください。',
      unit: '人',
      group: '人',
    },
    unrecorded: {
      label: '訪問日を過ぎた開拓の訪問を記録する',
      lead: '聞いたことと次の約束を、忘れないうちに記録してください。',
      group: '人',
    },
    unwritten: {
      label: '実施状況の文章を書く',
      lead: '12月の連携会議に報告する文章がまだない計画の項目です。',
      group: '事務',
    },
    mail: {
      label: '送信箱の下書きを送る',
      lead: '文面を確かめてコーナーのメールから送り、連絡済みにしてください。',
      group: '事務',
    },
  } satisfies Record<WorkKind, KindWords> as Readonly<Record<WorkKind, KindWords>>,
} as const;

/** What is to be done with a record of a kind; of requests, by the stage they stand at. */
export function workLabel(kind: WorkKind, step: string | null): string {
  const stage = requestStages.find((one) => one === step);
  const { label } = workText.kinds[kind];
  return stage === undefined ? label : (nextSteps[stage] ?? label);
}

const nextSteps: Readonly<Partial<Record<RequestStage, string>>> = {
  enquiry: '問い合わせを聞き取る',
  hearing: '依頼書・計画書・名簿を受け付ける',
  submitted: '基準を確かめて、マイスター等を割り当てる',
  'eligibility-checked': 'マイスター等の人選を始める',
  matching: 'マイスター等に打診する',
  accepted: '事前打合せを行う',
  'pre-meeting': '計画書を作成する',
  'plan-issued': '決裁を受ける',
};

/** 「段階：人選中」. */
export function stepText(step: string | null): string {
  const stage = requestStages.find((one) => one === step);
  return stage === undefined ? '' : stageNames[stage];
}

/** A deadline as the list says it: the day, and how many days are over. */
export function dueText(
  due: PlainDate,
  today: PlainDate,
): { readonly day: string; readonly overdue: string | undefined } {
  const over = daysBetween(due, today);
  return { day: formatSlashDate(due), overdue: over > 0 ? workText.overdueBy(over) : undefined };
}

/** The line of the front page: since when the oldest waits, or the first deadline. */
export function sinceText(
  kind: WorkKind,
  { since, due }: { readonly since: PlainDate | null; readonly due: PlainDate | null },
) {
  const named = workText.kinds[kind].due;
  if (named && due !== null) return `最も早い${named}は${formatSlashDate(due)}。`;
  return since === null ? '' : `最も古いものは${formatSlashDate(since)}から。`;
}
