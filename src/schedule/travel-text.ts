import type { TravelClash } from './domain/travel-clash.ts';

/** Words of 移動時間の見積り. */
export const travelText = {
  title: '移動時間の見積り',
  lead: '1人が同じ日に2つの派遣へ行けるかを、この見積りで判定します。候補の一覧、割当、打診、年間の割当のどれにも同じ見積りを使います。',
  set: '見積りを定める',
  save: 'この見積りを使う',
  from: '始めの日',
  speed: '移動の速さ',
  pause: '派遣の間の余裕',
  basis: '根拠',
  inForce: '今の見積り',
  speedOf: (kilometres: number) => `${kilometres}km/時`,
  minutes: (minutes: number) => `${minutes}分`,
  untilThen: '定めるまで',
  ofDesk: '匠デスクの見積り（公表された値はありません）',
  example: (examples: readonly { readonly kilometres: number; readonly minutes: number }[]) =>
    `今の見積りでは、2つの派遣の間に${examples
      .map(
        ({ kilometres, minutes }) =>
          `${kilometres === 0 ? '同じ市区町村で' : `直線で${kilometres}km離れていれば`}${minutes}分`,
      )
      .join('、')}が要ります。`,
} as const;

/** Words of a visit that leaves no time to travel. */
export const travelClashWords = {
  title: '同じ日に別の派遣があります（移動の時間が足りません）',
  open: (number: string) => `派遣「${number}」を見る`,
  lead: '日時を変えるか、間に合うことを本人に確かめてください。確かめてあれば、この予定のままで構いません。',
} as const;

/** Between which visits the time is too short, and by how much. */
export function travelClashText({ instructorName, other, minutesBetween, minutesNeeded }: TravelClash): string {
  const between = `${instructorName}さんは${other.startsAt}〜${other.endsAt}に派遣「${other.number}」（${other.host}）があります。`;
  return minutesNeeded === null
    ? `${between}間は${minutesBetween}分で、移動にかかる時間はわかりません。`
    : `${between}間は${minutesBetween}分ですが、移動に${minutesNeeded}分を見込んでいます。`;
}
