import type { ConstraintId, HardConstraintId, SoftConstraintId } from '#optimizer/constraint.ts';

/** Names of the hard rules, as they stand where one of them blocks a session. */
const hardNames: Readonly<Record<HardConstraintId, string>> = {
  'session-limit': '希望された回数まで',
  'team-complete': '必要な人数がそろうこと',
  'one-session-a-day': '同じ要請は1日1回まで',
  clash: '日時の重なりと移動時間',
  'yearly-cap': '年間上限回数',
  'period-cap': '月の上限回数',
  quota: '派遣先の年間上限',
  pinned: '手で固定した割当',
};

type SoftWords = {
  readonly name: string;
  /** What one unit of the amount is, after a number: 「12km」. */
  readonly unit: string;
  /** What the points are counted for, for whoever sets the weight. */
  readonly help: string;
};

const softWords: Readonly<Record<SoftConstraintId, SoftWords>> = {
  'unserved-session': {
    name: '割り当てられない回',
    unit: '',
    help: '割り当てられない1回あたり。優先度の高い要請は2倍、低い要請は半分に数えます。',
  },
  'plan-target': { name: '計画の目標に足りない回', unit: '回', help: '計画の目標に足りない1回あたり。' },
  'travel-distance': { name: '移動距離', unit: 'km', help: '自宅の市区町村から実施場所まで、1kmあたり。' },
  budget: { name: '予算の超過', unit: '千円', help: '予算を超える1,000円あたり。予算がなければ数えません。' },
  continuity: { name: '担当者の交代', unit: '人', help: '1つの要請で、必要な人数より多く交代する1人あたり。' },
  fairness: { name: '回数の偏り', unit: '', help: '1人の回数が増えるほど重くなります。' },
  dormancy: { name: '活動の期限が近い人', unit: '', help: '3年の期限が近いのに1回も割り当てられない人について。' },
  'month-spread': { name: '月の集中', unit: '回', help: '月の平均を超える1回あたり。' },
  'new-alone': { name: '初めての人だけの回', unit: '回', help: '経験のある人が付かない1回あたり。' },
  stability: {
    name: '前の割当の変更',
    unit: '',
    help: '前の提案、打診した割当、受けてもらった予定を変えるとき。あとのものほど重くなります。',
  },
};

/** The name of a rule of the assignment, hard or soft. */
export function constraintName(id: ConstraintId): string {
  return id in hardNames ? hardNames[id as HardConstraintId] : softWords[id as SoftConstraintId].name;
}

export function constraintHelp(id: SoftConstraintId): string {
  return softWords[id].help;
}

/** Whether one unit of the amount is something people count; else it is a weighted count that only its points tell. */
export function hasUnit(id: SoftConstraintId): boolean {
  return softWords[id].unit !== '';
}

/** 「1,204km」; amounts that are sums of weighted counts have no unit of their own. */
export function amountText(id: SoftConstraintId, amount: number): string {
  return `${amount.toLocaleString('ja-JP')}${softWords[id].unit}`;
}
