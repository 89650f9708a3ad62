import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { CountedPart } from '#optimizer/contradiction.ts';
import { constraintName } from './constraint-text.ts';
import type { RunRefusal } from './domain/run-refusal.ts';

const parts: Readonly<Record<CountedPart, string>> = {
  workers: 'マイスター等',
  tasks: '要請',
  slots: '日時の候補',
  options: '人と日時の組み合わせ',
  periods: '月',
  places: '場所',
  pins: '固定',
};

/** How requests and people of a refusal are called. */
export type RefusalNames = {
  readonly request: (requestId: string) => string;
  readonly instructor: (instructorId: string) => string;
};

/** Why nothing is calculated, and what to do (FRM-32). */
export function runRefusalText(refusal: RunRefusal, { request, instructor }: RefusalNames): string {
  switch (refusal.kind) {
    case 'run-going':
      return 'この案はすでに計算しています。経過を見て、終わるのを待つか止めてください。';
    case 'year-over':
      return `割り当てる期間（${formatSlashDate(refusal.from)}〜${formatSlashDate(refusal.until)}）に日がありません。「条件を変える」で期間を確かめるか、上の年度を選び直してください。`;
    case 'nothing-to-plan':
      return '希望回数に達していない要請がないため、計算するものがありません。要請を登録してから計算してください。';
    case 'pin-impossible':
      return `固定した割当のうち、いまの条件では行けないものがあります（${refusal.pins
        .map((pin) => `${request(pin.requestId)}：${instructor(pin.instructorId)}`)
        .join('、')}）。要請の画面で「固定をやめる」を押してください。`;
    case 'pins-clash':
      return `手で固定した割当どうしが「${constraintName(refusal.rule)}」に反します（${[
        ...refusal.requestIds.map(request),
        ...refusal.instructorIds.map(instructor),
      ].join('、')}）。どれかの固定をやめてください。`;
    case 'too-many':
      return `${parts[refusal.of]}が${refusal.count.toLocaleString('ja-JP')}件あり、計算できる${refusal.limit.toLocaleString('ja-JP')}件を超えています。割り当てる期間を短くしてください。`;
    case 'weights-too-large':
      return `「${constraintName(refusal.rule)}」の重みが大きすぎて、点を正しく数えられません。重みを小さくしてください。`;
  }
}
