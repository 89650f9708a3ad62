/** 計算の状態. */
export const runStates = [
  { code: 'waiting', label: '開始待ち' },
  { code: 'running', label: '計算中' },
  { code: 'done', label: '完了' },
  { code: 'cancelled', label: '取りやめ' },
  { code: 'interrupted', label: '中断' },
  { code: 'failed', label: '失敗' },
] as const;

export type RunState = (typeof runStates)[number]['code'];

/** Whether a calculation has not ended yet. */
export function isGoing(state: RunState): boolean {
  return state === 'waiting' || state === 'running';
}

/** Whether it is a first proposal, or one that changes an earlier one as little as it can. */
export type RunTrigger = 'start' | 'replan';

/** 差. How far a proposal can be from the best, as a share of its points: 0 is proven best, undefined is not known. */
export function gapOf({ points, bound }: { readonly points: number | null; readonly bound: number | null }) {
  if (points === null || bound === null) return undefined;
  if (points <= bound) return 0;
  return (points - bound) / points;
}

/** 失敗の理由. Why a calculation has no end of its own; what was found until then stays proposed. */
export const runFailures = [
  {
    code: 'no-answer',
    label: '制限時間までに案が見つかりませんでした。対象期間を短くするか、もう一度計算してください。',
  },
  { code: 'stopped', label: '計算の処理が途中で終わりました。もう一度計算してください。' },
  {
    code: 'wrong-answer',
    label: '計算の結果が検算と合わないため、提案にしませんでした。システム管理者に知らせてください。',
  },
] as const;

export type RunFailure = (typeof runFailures)[number]['code'];

/** The sentence of a failure. */
export function runFailureLabel(failure: RunFailure): string {
  return runFailures.find(({ code }) => code === failure)?.label ?? failure;
}
