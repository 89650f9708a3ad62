/** The fixed words of the frame and the components. Words of a concept live in the concept's own `text.ts`. */
export const uiText = {
  product: '匠デスク',
  skipToMain: '本文へ移動',
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  required: '※必須',
  optional: '※任意',
  readOnly: '編集不可',
  choose: '選択してください',
  every: 'すべて',
  notEntered: '未登録',
  dateExample: '例：2026/11/21、R8.11.21',
  menu: 'メニュー',
  mainNavigation: '主なメニュー',
  breadcrumb: 'パンくずリスト',
  steps: 'ステップ',
  search: '検索',
  searchEverything: 'すべてから検索',
  searchKey: 'キーボードの「/」で検索欄へ移動します。',
  workList: '仕事の一覧',
  signOut: 'サインアウト',
  user: '利用者',
  previousSignIn: '前回のサインイン',
  previous: '前へ',
  next: '次へ',
  pages: 'ページの移動',
  filter: '絞り込み',
  applyFilter: '絞り込む',
  moreFilters: '条件を追加',
  activeFilters: '適用中の条件',
  clearFilters: '条件をすべて解除',
  savedFilters: '保存した条件',
  manageFilters: '保存した条件を整理',
  saveFilter: 'この条件を保存',
  keepFilter: '保存',
  filterName: '条件の名前',
  filterNameHint: '30文字まで。同じ名前の条件は置き換えます',
  density: '行の間隔',
  densityNormal: '標準',
  densityDense: '詰める',
  remove: '解除',
  sort: '並べ替え',
  before: '変更前',
  after: '変更後',
  noValue: 'なし',
  reason: '理由',
  cancel: '中止して戻る',
  actual: '実施',
  scheduled: '予定',
  target: '目標',
  forecast: '見込み',
  telephone: '電話',
} as const;

/** Words read before a message, so that its kind is not told by colour alone (DES-13). */
export const kindWord = {
  info: 'お知らせ',
  success: '成功',
  warning: '注意',
  error: 'エラー',
} as const;

/** Words of the step navigation's states (DES-14). `reached` is the plain state and has none. */
export const stepStateWord = {
  reached: '',
  completed: '完了',
  editing: '編集中',
  error: 'エラー',
  skipped: '省略',
  upcoming: '未着手',
} as const;

/** Direction of a sorted column, shown as a word beside the arrow. */
export const sortWord = { ascending: '昇順', descending: '降順', none: '' } as const;

/** Heading of the error summary (DES-20). */
export function errorSummaryHeading(count: number): string {
  return `入力内容に${count}件の誤りがあります`;
}

/** Hint of a text with a limit, counted in graphemes (FRM-22). */
export function limitHint(limit: number): string {
  return `${limit}文字まで`;
}

/** The title of a window: page, then product; a refused form says 「エラー」 first (A11-08, DES-20). */
export function pageTitle(title: string, hasErrors: boolean): string {
  return `${hasErrors ? 'エラー：' : ''}${title}｜${uiText.product}`;
}

/** Text alternative of a chart: the figures themselves stand in the table beside it. */
export function chartAlternative(title: string): string {
  return `${title}のグラフ。同じ数値が表にあります。`;
}
