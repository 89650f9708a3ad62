import type { ProblemSize } from '#matching/domain/proposal.ts';
import { planText } from './text.ts';

type Size = Pick<ProblemSize, 'requests' | 'sessions' | 'instructors'>;

/** Words of the page that shows a calculation while it runs. */
export const runText = {
  title: '計算の経過',
  lead: 'このページは自動で新しくなります。閉じても計算は続きます。',
  progress: '最善と証明できた割合',
  points: '最良の点',
  bound: '下限',
  boundNote: (points: string) => `${points}（これより小さい点はありません）`,
  gap: '最善との差',
  seconds: '経過した時間',
  size: '計算の大きさ',
  notYet: 'まだ出ていません',
  stop: '計算を止める',
  stopLead: '止めると、そこまでのいちばんよい提案が残ります。',
  stopping: '止めています',
  reload: 'いまの経過を見る',
  proven: '最善と証明しました',
  done: '計算が終わりました',
  cancelled: '計算を止めました。そこまでのいちばんよい提案が残っています',
  cancelledEmpty: '計算を止めました。提案はまだ1つも見つかっていませんでした',
  interruptedEmpty: '計算が途中で切れました。提案はまだ1つも見つかっていませんでした',
  interrupted: '計算が途中で切れました。最後の提案が残っています',
  interruptedLead: 'サーバーの再起動などで切れました。「計算し直す」で続きではなく始めから計算します。',
  failure: '失敗の内容',
  failed: '計算できませんでした',
  failedLead: '条件が矛盾していないかを確かめ、計算し直してください。何度も起きるときは管理者に知らせてください。',
  seeProposal: '提案を見る',
  allPlans: '割当案の一覧へ',
  record: '計算の記録',
  started: '開始',
  finished: '終了',
  startedBy: '始めた人',
  seed: '乱数の種',
  version: '版',
  hash: '入力の照合値',
  stepLimit: '手数の上限',
  secondsText: (seconds: number) =>
    seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`,
  sizeText: ({ requests, sessions, instructors }: Size) =>
    `要請${requests.toLocaleString('ja-JP')}件・${sessions.toLocaleString('ja-JP')}回、マイスター等${instructors.toLocaleString('ja-JP')}人`,
} as const;

/** 「最善と証明」 or 「最善との差 1.2%以内」; the share is rounded up, so that no more is promised than is known. */
export function qualityText(gap: number | undefined): string {
  if (gap === undefined) return '';
  return gap === 0 ? '最善と証明' : `最善との差 ${(Math.ceil(gap * 1000) / 10).toFixed(1)}%以内`;
}

/** 「点の合計 12,345点」. */
export function pointsOfRunText({ points }: { readonly points: number | null }): string {
  return points === null ? '' : `${planText.points} ${points.toLocaleString('ja-JP')}点`;
}
