import type { FilterRefusal } from './domain/saved-filter.ts';

/** Words of the kept selections. */
export const savedFilterText = {
  title: '保存した条件',
  lead: '一覧で保存した条件です。本人にだけ見えます。1人20件まで保存できます。',
  list: '一覧',
  name: '名前',
  act: '次の操作',
  remove: (name: string) => `「${name}」を消す`,
  emptyTitle: '保存した条件はありません',
  emptyLead: '一覧で条件を決めて絞り込み、「この条件を保存」で名前を付けると、ここに並びます。',
  back: '一覧に戻る',
} as const;

/** Why a selection was not kept, and what to do. */
export function filterRefusalText(refusal: FilterRefusal): string {
  switch (refusal.kind) {
    case 'name-missing':
      return '条件の名前が入力されていないため、保存していません。名前を入力してください。';
    case 'name-too-long':
      return `条件の名前が長いため、保存していません。${refusal.limit}文字以内で入力してください。`;
    case 'nothing-to-save':
      return '条件がないため、保存していません。一覧で絞り込んでから保存してください。';
    case 'query-too-long':
      return '条件が長いため、保存していません。検索の言葉を短くしてください。';
    case 'too-many':
      return `保存した条件が${refusal.limit}件あるため、保存していません。使わない条件を消してください。`;
  }
}
