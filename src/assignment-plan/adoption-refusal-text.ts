import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import type { OfferStopped } from '#offer/offer.server.ts';
import { offerStoppedText } from '#offer/text.ts';
import type { AdoptionRefusal } from './domain/adoption.ts';

const ownKinds: readonly string[] = [
  'nothing-open',
  'run-going',
  'answer-by-missing',
  'extra-instructor',
  'too-many',
  'moves-by-visit',
  'visit-changed',
  'gone',
] satisfies readonly AdoptionRefusal['kind'][];

/** Why the proposals of a request are not adopted, and what to do (FRM-32): the plan's own reasons and those of an offer. */
export function adoptionRefusalText(refusal: AdoptionRefusal | OfferStopped | HeldRefusal): string {
  return isOwn(refusal) ? ownRefusalText(refusal) : offerStoppedText(refusal);
}

function isOwn(refusal: AdoptionRefusal | OfferStopped | HeldRefusal): refusal is AdoptionRefusal {
  return ownKinds.includes(refusal.kind);
}

function ownRefusalText(refusal: AdoptionRefusal): string {
  switch (refusal.kind) {
    case 'nothing-open':
      return 'この要請に採用できる提案がありません。ほかの人が先に採用したか、見送っています。提案の一覧を開き直してください。';
    case 'run-going':
      return 'この案は計算中です。計算が終わってから採用してください。';
    case 'answer-by-missing':
      return '返事の期限がありません。期限を入力してください。';
    case 'extra-instructor':
      return `「${refusal.name}」は登録のない仮の人です。ほかの人を選ぶか、マイスター等を登録してから計算し直してください。`;
    case 'too-many':
      return `1度に採用できるのは${refusal.limit}件までです。この要請はまだ採用していません。もう1度採用してください。`;
    case 'moves-by-visit':
      return `決まっている予定（${refusal.visits.join('、')}）の変更を含むため、打診では採用できません。相手に確かめてから、「予定を作る」を選んで採用してください。`;
    case 'visit-changed':
      return `予定「${refusal.visit}」が、計算の後に変わっています。計算し直してください。`;
    case 'gone':
      return '要請かマイスター等の登録が削除されています。計算し直してください。';
  }
}
