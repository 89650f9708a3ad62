import type { DuplicateReason } from './domain/duplicate.ts';
import type { MergeRefusal } from './domain/merge.ts';

/** Words of duplicates and their merge. */
export const mergeText = {
  duplicates: '重複の確認',
  duplicatesLead: '同じ人かもしれない登録の組です。同じ人であれば、1つに統合してください。',
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

/** Why the records were not merged, and what to do. */
export function mergeRefusalText(refusal: MergeRefusal): string {
  switch (refusal.kind) {
    case 'same-record':
      return '同じ記録どうしは統合できません。もう1つの記録の登録番号を入力してください。';
    case 'other-missing':
      return `登録番号「${refusal.number}」の記録が見つかりません。番号を確かめて入力してください。`;
    case 'reason-missing':
      return '統合する理由を入力してください。後から経緯を確かめるために必要です。';
  }
}
