import type { ChangesSince } from './change-queries.server.ts';

/** Words of the pages of an 割当案 and its proposals. */
export const planText = {
  title: '年間の割当',
  lead: '相談中の要請すべてについて、だれがいつ行くかをまとめて計算します。結果は提案です。採用するまで、打診も予定も作りません。',
  emptyTitle: 'この年度の割当案はまだありません',
  emptyLead:
    '基本案を作ると、希望回数に達していない要請と、登録されているマイスター等から割当を計算します。計算は途中で止められます。',
  begin: '基本案を作って計算する',
  emptyReadOnly: '計算は、担当者が始めます。始まると、ここに結果が並びます。',
  plans: '割当案',
  base: '基本案',
  plan: '案',
  differences: '基本案との違い',
  noDifference: '基本の条件のまま',
  state: '最後の計算',
  neverRun: '未計算',
  quality: '最善との差',
  acts: '操作',
  compute: '計算する',
  recompute: '計算し直す',
  replan: 'なるべく変えずに計算し直す',
  watch: '経過を見る',
  open: '提案を見る',
  settings: '条件を変える',
  copy: '複製して比べる',
  copyLead: '条件を1つだけ変えた写しを作ると、何が変わるかを並べて確かめられます。',
  copyName: '写しの名前',
  copyNameHint: '例：移動距離を重く見る案。60文字まで',
  makeCopy: '写しを作る',
  remove: '削除する',
  comparison: '案の比較',
  comparisonLead:
    '点は小さいほどよく、それぞれの条件に「量×重み」でつきます。各行のいちばんよい値に「最良」と示します。',
  best: '最良',
  figure: '項目',
  points: '点の合計',
  served: '割り当てた回数',
  unserved: '割り当てられない回数',
  kilometres: '移動の合計（往復）',
  yen: '旅費の見込み',
  different: '基本案と違う回',
  notComputed: '計算していません',
  changedCopy: '計算のあとに変化あり',
  changedSince: '前の計算のあとに変わったこと',
  changedLead: '前の提案と知らせた予定をなるべく変えずに、残りを割り当て直せます。',
} as const;

/** What happened after a calculation, each in a few words. */
export function changesText(changes: ChangesSince): readonly string[] {
  const lines: readonly (readonly [number, string])[] = [
    [changes.newRequests, '件の要請が加わりました'],
    [changes.changedRequests, '件の要請が変わりました'],
    [changes.cancelledVisits, '件の予定が中止になりました'],
    [changes.newVisits, '件の予定が加わりました'],
    [changes.movedVisits, '件の予定の日時が変わりました'],
    [changes.declinedOffers, '件の打診が断られました'],
    [changes.changedInstructors, '人のマイスター等の登録が変わりました'],
    [changes.pins, '件の固定・除外を決めました'],
  ];
  return lines.filter(([count]) => count > 0).map(([count, words]) => `${count.toLocaleString('ja-JP')}${words}`);
}
