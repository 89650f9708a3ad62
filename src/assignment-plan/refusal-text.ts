import { formatSlashDate } from '#kernel/japanese-era.ts';
import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { assignmentRefusalText } from '#matching/text.ts';
import type { MoveJudgement } from '#matching/domain/judge-move.ts';
import { planLines } from '#matching/domain/planning-settings.ts';
import type { PinRefusal, PlanRefusal } from './domain/plan-refusal.ts';
import type { MoveRefusal } from './move-proposal.server.ts';
import { constraintName } from './constraint-text.ts';

const extraParts = {
  name: '名前を60文字以内で入力してください',
  trade: '職種を選んでください',
  municipality: '市区町村を選んでください',
  cap: '年間上限は0以上の数で入力してください',
} as const;

/** Why an 割当案 is not made, changed or deleted, and what to do (FRM-32). */
export function planRefusalText(refusal: PlanRefusal): string {
  switch (refusal.kind) {
    case 'name-missing':
      return '案の名前が入力されていません。名前を入力してください。';
    case 'name-too-long':
      return `案の名前が${refusal.limit}文字を超えています。短くしてください。`;
    case 'name-taken':
      return `「${refusal.name}」という案がすでにあります。別の名前にしてください。`;
    case 'too-many-plans':
      return `この年度の案は${refusal.limit}件までです。使わない写しを削除してください。`;
    case 'base-stays':
      return '基本案は比べるもとになるため、削除できません。写しの案を削除してください。';
    case 'run-going':
      return 'この案は計算中です。終わるのを待つか、計算を止めてください。';
    case 'wrong-weight':
      return `重みが決められた範囲にありません（${refusal.rules.map(constraintName).join('、')}）。0以上の整数で入力してください。「割り当てられない回」は1以上にしてください。`;
    case 'wrong-target':
      return `${planLines.find(({ key }) => key === refusal.line)?.label ?? ''}の目標は、0以上10万以下の整数で入力してください。`;
    case 'wrong-budget':
      return '移動費の予算は、0円以上10億円以下で入力してください。';
    case 'too-many-extra':
      return `仮のマイスター等は${refusal.limit}人までです。使わない人を空欄にしてください。`;
    case 'wrong-extra':
      return `仮のマイスター等「${refusal.name}」の内容が足りません。${extraParts[refusal.part]}。`;
    case 'too-many-closed':
      return `休止期間は${refusal.limit}件までです。使わない期間を空欄にしてください。`;
    case 'wrong-period':
      return `${formatSlashDate(refusal.from)}〜${formatSlashDate(refusal.until)}は、終了日が開始日より前です。日付を確かめてください。`;
    case 'outside-year':
      return `${formatSlashDate(refusal.day)}は${fiscalYearLabel(refusal.fiscalYear)}の日ではありません。年度の中の日を入力してください。`;
  }
}

/** Why something is not fixed or excluded by hand, and what to do (FRM-32). */
export function pinRefusalText(refusal: PinRefusal): string {
  switch (refusal.kind) {
    case 'day-missing':
      return '固定する日が選ばれていません。日を選んでください。';
    case 'day-past':
      return `${formatSlashDate(refusal.day)}は今日（${formatSlashDate(refusal.today)}）より前です。これからの日を選んでください。`;
    case 'pinned-otherwise':
      return refusal.pinned === 'pin'
        ? 'この人と日は固定されています。先に「固定をやめる」を押してください。'
        : 'この人は外されています。先に「外すのをやめる」を押してください。';
  }
}

/** Why a proposed session is not changed by hand, and what to do (FRM-32). */
export function moveRefusalText(refusal: MoveRefusal): string {
  switch (refusal.kind) {
    case 'run-going':
      return 'この案は計算中です。計算が終わってから変えてください。';
    case 'not-open':
      return 'この回は変えられません。ほかの人が先に変えたか、採用しています。ページを開き直してください。';
    case 'extra-instructor':
      return '登録のない仮の人には固定できません。登録のある人を選んでください。';
    case 'rules':
      return judgementText(refusal.judgement);
    case 'day-missing':
    case 'day-past':
    case 'pinned-otherwise':
      return pinRefusalText(refusal);
  }
}

/** What the rules say against a change. */
function judgementText({ refusal, broken }: MoveJudgement): string {
  if (refusal?.kind === 'closed') return 'この案では、その日か人を使えません。ほかの人か日を選んでください。';
  if (refusal) return assignmentRefusalText(refusal);
  return `ほかの割当と合わせると、次の条件に反します：${broken.map(constraintName).join('、')}。ほかの人か日を選んでください。`;
}
