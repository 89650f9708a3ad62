import type { ProblemSize } from '#matching/domain/proposal.ts';
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

type Size = Pick<ProblemSize, 'requests' | 'sessions' | 'instructors'>;

/** Words of the page that shows a calculation while it runs. */
export const runText = {
  title: '計算の経過',
  lead: 'このページは自動で新しくなります。閉じても計算は続きます。',
  progress: '最善と証明できた割合',
  points: '最良の点',
  bound: '下限',
  boundNote: (points: string) => `${points}（これより小さい点はありません）`,
  gap: '最善との差',
  seconds: '経過した時間',
  size: '計算の大きさ',
  notYet: 'まだ出ていません',
  stop: '計算を止める',
  stopLead: '止めると、そこまでのいちばんよい提案が残ります。',
  stopping: '止めています',
  reload: 'いまの経過を見る',
  proven: '最善と証明しました',
  done: '計算が終わりました',
  cancelled: '計算を止めました。そこまでのいちばんよい提案が残っています',
  cancelledEmpty: '計算を止めました。提案はまだ1つも見つかっていませんでした',
  interruptedEmpty: '計算が途中で切れました。提案はまだ1つも見つかっていませんでした',
  interrupted: '計算が途中で切れました。最後の提案が残っています',
  interruptedLead: 'サーバーの再起動などで切れました。「計算し直す」で続きではなく始めから計算します。',
  failure: '失敗の内容',
  failed: '計算できませんでした',
  failedLead: '条件が矛盾していないかを確かめ、計算し直してください。何度も起きるときは管理者に知らせてください。',
  seeProposal: '提案を見る',
  allPlans: '割当案の一覧へ',
  record: '計算の記録',
  started: '開始',
  finished: '終了',
  startedBy: '始めた人',
  seed: '乱数の種',
  version: '版',
  hash: '入力の照合値',
  stepLimit: '手数の上限',
  secondsText: (seconds: number) =>
    seconds < 60 ? `${seconds}秒` : `${Math.floor(seconds / 60)}分${String(seconds % 60).padStart(2, '0')}秒`,
  sizeText: ({ requests, sessions, instructors }: Size) =>
    `要請${requests.toLocaleString('ja-JP')}件・${sessions.toLocaleString('ja-JP')}回、マイスター等${instructors.toLocaleString('ja-JP')}人`,
} as const;

/** Words of the board of a proposal. */
export const boardText = {
  views: '提案の見方',
  list: '一覧',
  calendar: 'カレンダー',
  map: '地図',
  unplaced: '割り当てられない要請',
  trade: '職種',
  state: '状態',
  month: '月',
  select: '選ぶ',
  request: '要請',
  priority: '優先度',
  sessions: '提案する回',
  adopt: '選んだ要請を採用する',
  adoptAll: 'すべて採用する',
  detail: '理由と変更',
  noRunTitle: 'まだ計算していません',
  noRunLead: '「計算する」を押すと、この案の条件で提案を作ります。',
  emptyTitle: '条件に合う提案はありません',
  emptyLead: '条件を減らすか、すべて解除してください。',
  nothingTitle: '提案はありません',
  nothingLead:
    '希望回数に達していない要請がないか、割り当てられる人がいません。割り当てられない要請を確かめてください。',
  isNew: '新',
  replaces: '予定の変更',
  pinned: '固定',
  changed: '変更',
  adopted: '採用済み',
  dismissed: '見送り',
  timeOpen: '時刻未定',
  proposed: '提案',
  previousMonth: '前の月',
  nextMonth: '次の月',
  calendarLead: '提案と、いまの予定を並べています。',
  emptyMonth: 'この月に提案も予定もありません。',
  unplacedLead: '割り当てられなかった回と、その妨げです。いちばん小さな手立てから試せます。',
  unplacedNone: 'すべての回を割り当てました',
  left: '残った回数',
  leftText: (sessions: number, wished: number) => `${sessions}回（希望${wished}回）`,
  blockers: '割り当てられない理由',
  remedy: 'いちばん小さな手立て',
  noRemedy: '1つか2つの変更による手立ては見つかりません。候補日を広げられるか、派遣先に相談してください。',
  shortage: '不足の一覧を見る',
  record: '計算の記録を見る',
  unknown: '不明',
  nobody: '登録のない人',
  more: (count: number) => `ほか${count}件`,
} as const;

type Progress = { readonly wished: number; readonly planned: number; readonly held: number };

/** Words of the page of one request in a proposal. */
export const requestText = {
  requests: '要請',
  lead: 'この提案の理由です。人や日を変えると、ほかの割当への影響を点で確かめてから決められます。',
  instructors: 'マイスター等',
  kilometres: '往復',
  yen: '旅費',
  visits: '年間の回数',
  rule: '条件',
  amount: '量',
  points: '点',
  parts: '点の内訳',
  partsLead: 'この回を加えたときの、条件ごとの点の増減です。マイナスは、全体がよくなることを表します。',
  sum: '合計',
  replaces: (day: string, names: string, hours: string | undefined) =>
    `決まっている予定（${day}　${names}）を、この日と人に変えます。${hours === undefined ? '' : `時刻は${hours}のままです。`}派遣先とマイスター等に確かめてから採用してください。`,
  runnerUp: '次点',
  noRunnerUp: 'ほかに選べる人も日もありません。',
  noRunnerUpByHand: '手で固定したため、比べていません。',
  pin: '固定する',
  pinned: '固定しています。計算し直しても変わりません。',
  unpin: '固定をやめる',
  forbid: 'この人は外す',
  forbidden: '外した人',
  forbiddenNone: '外した人はいません。',
  unforbid: '外すのをやめる',
  move: 'ほかの人・日を選ぶ',
  moveFrom: (name: string) => `${name}さんの代わりの人・日`,
  moveHint: '条件に合う組み合わせだけを、全体の点がよい順に並べています。点は、いまの提案との差です。',
  moveMore: '組み合わせが多いため、同じ日の人と同じ人の日を先に確かめています。',
  moveNone: 'ほかに選べる人も日もありません。候補日を増やすか、「この人は外す」で計算し直してください。',
  moveCancel: '選ぶのをやめる',
  samePoints: '同じ点',
  moveTitle: (choice: string, points: number) =>
    points === 0
      ? `${choice}に変えても、全体の点は同じです`
      : `${choice}に変えると、全体の点が${Math.abs(points).toLocaleString('ja-JP')}点${points > 0 ? '増えます（悪くなります）' : '減ります（よくなります）'}`,
  moveBetter: '変えた回は固定され、計算し直しても変わりません。',
  judge: '影響を確かめる',
  take: 'この人・日に変える',
  replan: '残りを計算し直す',
  replanLead: '固定と除外を守り、ほかの割当をなるべく変えずに計算し直します。',
  dismiss: 'この回を見送る',
  adopt: 'この要請を採用する',
  today: 'いまの予定',
  day: '日',
  time: '時刻',
  progress: '希望/予定/実施',
  byHand: '手で決める',
  extra: '仮の人',
  none: 'この要請に提案する回はありません',
  noneLead: '割り当てられない理由を、下で確かめてください。',
  unplaced: (sessions: number) => `割り当てられない${sessions}回`,
  pinsChanged: '前の計算のあとに、固定か除外を変えました',
  visitsText: (before: number, after: number) => `${before}→${after}回`,
  progressText: ({ wished, planned, held }: Progress) => `希望${wished}回・予定${planned}回・実施${held}回`,
  equallyGood: (choice: string) => `${choice}（同じ点）`,
  runnerUpText: (choice: string, points: number, why: string) =>
    `${choice}　差 ${points.toLocaleString('ja-JP')}点${why}`,
} as const;

/** Words of the conditions of an 割当案. */
export const settingsText = {
  title: '割当案の条件',
  name: '案の名前',
  period: '割り当てる期間',
  from: '開始日',
  until: '終了日',
  fromHint: '空欄なら今日からです',
  untilHint: '空欄なら年度の終わりまでです',
  weights: '条件の重み',
  weightsLead: '点は「量×重み」です。大きくするほど、その条件を大事にします。空欄なら基本の値を使います。',
  weightsChief: '重みは所長が変えます。',
  usual: (weight: number) => `基本の値：${weight}`,
  targets: '計画の目標',
  targetsLead: '空欄なら、年度の計画の目標を使います。',
  budget: '移動費の予算',
  budgetHint: '空欄なら、旅費の予算の残りを使います',
  closed: '休止期間',
  closedLead:
    '感染症などで派遣できない期間です。すべて空欄にすると、その期間はなくなります。保存すると、次の空欄が増えます。',
  closedFrom: '休止の開始日',
  closedUntil: '休止の終了日',
  closedReason: '休止の理由',
  closedReasonHint: '例：インフルエンザ',
  closedFromMissing: '休止の開始日が入力されていません。開始日を入力してください。',
  closedUntilMissing: '休止の終了日が入力されていません。終了日を入力してください。',
  extra: '仮のマイスター等',
  extraLead:
    'もう1人いたら何が変わるかを確かめるための、登録のない人です。提案に出ても採用はできません。すべて空欄にすると、その人はなくなります。保存すると、次の空欄が増えます。',
  extraName: '仮の名前',
  extraNameHint: '例：仮の人A',
  extraKind: '種別',
  extraTrade: '職種',
  extraPlace: '住まいの市区町村',
  extraCap: '年間上限',
  extraCapHint: '空欄なら上限なしです',
  extraNameMissing: '仮の名前が入力されていません。名前を入力してください。',
  extraTradeMissing: '仮の人の職種が選ばれていません。職種を選んでください。',
  extraPlaceMissing: '仮の人の市区町村が選ばれていません。市区町村を選んでください。',
  moveAgreed: '受けてもらった予定も動かす',
  moveAgreedNote: 'ふつうは動かしません。動かす変更には、いちばん重い点がつきます。',
  save: '条件を保存する',
  sessionsUnit: '回',
  extraUnit: (place: number) => `${place}人目`,
  closedUnit: (place: number) => `${place}件目`,
  readOnly: '条件は担当者が変えます。ここでは見るだけです。',
  conflict:
    'ほかの人が先にこの案を変えました。あなたの変更は保存していません。開き直して、いまの条件を確かめてから変えてください。',
  computeAfter: '保存しても計算は始まりません。割当案の一覧で「計算し直す」を押してください。',
} as const;

/** Words of adopting proposals. */
export const adoptText = {
  title: '提案を採用する',
  lead: '採用すると、要請ごとにいまの条件でもう一度確かめ、打診か予定を作ります。途中でだめになった要請は、何も作りません。',
  target: '採用する要請',
  way: '作るもの',
  offer: '打診を送る',
  offerNote: 'マイスター等に返事を求めます。1人ずつ、その人の日をまとめて打診します。',
  visit: '予定を作る',
  visitNote: '返事を待たずに、予定として登録します。決まっている予定の変更は、その予定の日時とマイスター等を変えます。',
  answerBy: '返事の期限',
  confirm: '採用する',
  resultTitle: '採用の結果',
  adopted: '採用した要請',
  refused: '採用できなかった要請',
  reason: '理由と対処',
  stage: 'いまの段階',
  tooEarly: '打診はまだできません',
  nothingTitle: '採用する要請がありません',
  nothing: '提案の一覧で、採用する要請を選んでください。採用した要請と見送った要請は選べません。',
  sessions: '回（日時・マイスター等）',
  answerByHint: '打診を送るときに必要です。いちばん早い派遣日までの日にしてください',
  answerByMissing: '返事の期限が入力されていません。期限を入力してください。',
  made: '作ったもの',
  madeOffer: '打診を見る',
  madeVisit: '予定を見る',
  targetText: (requests: number, sessions: number) => `採用する要請 ${requests}件（${sessions}回）`,
  resultText: (adopted: number, refused: number) =>
    adopted === 0
      ? `採用できた要請はありません（${refused}件）`
      : refused === 0
        ? `${adopted}件の要請を採用しました`
        : `${adopted}件の要請を採用し、${refused}件は採用できませんでした`,
  back: '提案の一覧へ',
  insteadOf: (day: string) => `（${day}の予定を変更）`,
  moveReason: (plan: string) => `年間の割当「${plan}」の採用`,
} as const;

/** Words of planned visits that have no place in a proposal. */
export const droppedText = {
  title: (visits: number) => `提案に入らない予定が${visits}件あります`,
  lead: '動かしてよい予定のうち、提案に入る日がなかったものです。採用しても、そのまま残ります。行かないときは、区分と理由を選んで中止にしてください。行くときは、何もしなくてかまいません。',
  caption: '提案に入らない予定',
  visit: '予定',
  whatToDo: '対処',
  cancel: '中止にする',
  see: '予定を確かめる',
  blocked: (requests: readonly string[]) =>
    `同じ人の同じ日を、要請${requests.join('、')}の提案に使っています。中止にするまで、その提案は採用できません。`,
} as const;

/** 「最善と証明」 or 「最善との差 1.2%以内」; the share is rounded up, so that no more is promised than is known. */
export function qualityText(gap: number | undefined): string {
  if (gap === undefined) return '';
  return gap === 0 ? '最善と証明' : `最善との差 ${(Math.ceil(gap * 1000) / 10).toFixed(1)}%以内`;
}

/** 「点の合計 12,345点」. */
export function pointsOfRunText({ points }: { readonly points: number | null }): string {
  return points === null ? '' : `${planText.points} ${points.toLocaleString('ja-JP')}点`;
}

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
