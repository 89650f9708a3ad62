import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { DistinctionRefusal } from './domain/distinct-pair.ts';
import type { DuplicateReason } from './domain/duplicate.ts';
import type { MergeRefusal } from './domain/merge.ts';

/** Words of duplicates and their merge. */
export const mergeText = {
  duplicates: '重複の確認',
  duplicatesLead:
    '同じ人かもしれない登録の組です。同じ人であれば1つに統合し、別の人であれば「別人として記録」してください。記録した組は、ここにも登録のときの注意にも出なくなります。',
  tellApart: '別人として記録',
  tellApartLead: (one: string, other: string) => `${one}と${other}を、別の人として記録します。`,
  whyApart: '別人とする理由',
  whyApartHint: '履歴に残ります。例：本人に電話で確かめた。同姓同名の親子',
  apartAgain: 'フリガナ・生年・電話のどれかが変わると、もう一度ここに出ます。',
  toldApart: '別人として記録した組',
  decided: '記録した人と日時',
  undo: '取り消す',
  undoOf: (one: string, other: string) => `${one}と${other}の別人の記録を取り消す`,
  toldApartDone: '別人として記録しました。',
  undone: '別人の記録を取り消しました。',
  noDuplicates: {
    title: '重複の疑いがある登録はありません',
    lead: 'フリガナと生年、または電話が同じ登録が2件以上あると、ここに並びます。',
  },
  moreDuplicates: (shown: number, count: number) => `${count}組のうち、初めの${shown}組を表示しています。`,
  one: '登録1',
  other: '登録2',
  reason: '同じ項目',
  act: '次の操作',
  compare: '比べて統合する',
  noticeTitle: (count: number) => `同じ人かもしれない登録が${count}件あります`,
  noticeLead:
    '同じ人のときは、登録済みの記録を開いて編集してください。別の人のときは、もう一度保存すると、このまま保存します。',
  merge: '統合する',
  mergeTitle: '二重登録の統合',
  mergeLead: (name: string) => `${name}さんの記録を残し、もう1つの記録をこれに統合します。`,
  otherNumber: '統合する記録の登録番号',
  otherNumberHint: '残さない方の番号。例：M-0001',
  showOther: '比べる',
  warning: '統合は取り消せません。',
  warningLead:
    '派遣などの記録は、残す記録に移ります。統合した記録は一覧に出なくなりますが、その番号や氏名で検索すると、残した記録が見つかります。履歴も残ります。',
  field: '項目',
  kept: (number: string) => `残す記録（${number}）`,
  given: (number: string) => `統合する記録（${number}）`,
  result: '統合後',
  swap: '残す方を入れ替える',
  why: '統合する理由',
  whyHint: '履歴に残ります。例：同じ人を2回登録していたため',
  changed: '開いている間に、ほかの人がどちらかの記録を変更しました。内容を確かめて、もう一度統合してください。',
  mergedRecords: '統合した記録',
  mergedLine: ({
    number,
    name,
    nameKana,
  }: {
    readonly number: string;
    readonly name: string;
    readonly nameKana: string;
  }) => `${number}　${name}（${nameKana}）`,
} as const;

const reasons: Readonly<Record<DuplicateReason, string>> = {
  'kana-and-birth-year': 'フリガナと生年',
  phone: '電話',
};

/** What two records have in common: 「フリガナと生年、電話」. */
export function reasonsText(found: readonly DuplicateReason[]): string {
  return found.map((reason) => reasons[reason]).join('、');
}

/** Why two records were not said to be two people's, and what to do. */
export function distinctionRefusalText(refusal: DistinctionRefusal): string {
  switch (refusal.kind) {
    case 'not-suspected':
      return 'この2つの記録は、いまは同じ項目がないため、別人として記録する必要はありません。「重複の確認」に戻ってください。';
    case 'reason-missing':
      return '別人とする理由を入力してください。後から経緯を確かめるために必要です。';
    case 'reason-too-long':
      return `別人とする理由が長すぎます。${refusal.limit}文字までに短くしてください。`;
  }
}

/** Why the records were not merged, and what to do. */
export function mergeRefusalText(refusal: MergeRefusal): string {
  switch (refusal.kind) {
    case 'same-record':
      return '同じ記録どうしは統合できません。もう1つの記録の登録番号を入力してください。';
    case 'other-missing':
      return `登録番号「${refusal.number}」の記録が見つかりません。番号を確かめて入力してください。`;
    case 'reason-missing':
      return '統合する理由を入力してください。後から経緯を確かめるために必要です。';
    case 'in-two-places':
      return `${formatSlashDate(refusal.day)}の派遣「${refusal.visits[0]}」と「${refusal.visits[1]}」の時刻が重なっているため、統合できません。同じ人なら、どちらかの派遣の時刻かマイスター等を直してから統合してください。`;
  }
}
