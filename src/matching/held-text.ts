import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { HeldRefusal } from './domain/held-by-offers.ts';

const kinds: readonly string[] = [
  'open-already',
  'day-offered',
  'offered-at-other-time',
  'too-many-offered',
  'held-by-offers',
] satisfies readonly HeldRefusal['kind'][];

/** Whether somebody was stopped by what others were asked for. */
export function isHeldRefusal<Other extends { readonly kind: string }>(
  refusal: Other | HeldRefusal,
): refusal is HeldRefusal {
  return kinds.includes(refusal.kind);
}

/** What is kept for people who were asked and have not answered, and what to do (FRM-32): of an offer and an assignment alike. */
export function heldRefusalText(refusal: HeldRefusal): string {
  switch (refusal.kind) {
    case 'open-already':
      return `この要請は${refusal.instructorName}さんに打診しています。その返事を記録するか、打診を取り消してください。`;
    case 'day-offered':
      return `${formatSlashDate(refusal.day)}は、必要な人数を${refusal.instructorNames.map((name) => `${name}さん`).join('・')}に打診しています。別の日を選ぶか、返事を待ってください。`;
    case 'offered-at-other-time':
      return `${formatSlashDate(refusal.day)}は、${refusal.instructorName}さんに${refusal.startsAt === null ? '開始時刻を決めずに' : `${refusal.startsAt}から`}と打診しています。開始を合わせてください。`;
    case 'too-many-offered':
      return `選んだ日のうち新しい日は${refusal.chosen}日ですが、必要な${refusal.open}回のうち${refusal.offered}日を打診しています。日を減らすか、返事を待ってください。`;
    case 'held-by-offers': {
      const offers = refusal.offers.map(
        ({ requestNumber, hostName, days }) =>
          `要請「${requestNumber}」（${hostName}）の${days.map((day) => formatSlashDate(day)).join('、')}`,
      );
      return `この人には${offers.join('と')}を打診していて、返事を待っています。承諾されると、この割当と両立しません。返事を記録するか打診を取り消してから割り当てるか、別の日か人を選んでください。`;
    }
  }
}
