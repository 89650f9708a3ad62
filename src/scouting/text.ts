import type { LeadVisitRefusal } from './plan-lead-visit.server.ts';
import type { CandidateRefusal } from './register-candidate.server.ts';
import type { PriorityReason } from './domain/priority-trade.ts';
import type { QuotaProgress } from './domain/territory.ts';
import type { ScoutingVisitStatus } from './domain/scouting-visit-status.ts';
import type { ShortageCell, ShortageFigure } from './domain/shortage.ts';

/** Words of the 開拓 pages. */
export const scoutingText = {
  title: '開拓',
  listTitle: '開拓の訪問',
  lead: 'コーディネーターが企業・業界団体を訪ねた記録と予定です。派遣の回数には数えません。',
  add: '訪問を記録する',
  plan: '予定を入れる',
  create: '訪問を記録',
  openPlans: '予定していた訪問を記録する',
  createLead: (name: string) => `担当は${name}、日付は今日にしてあります。違うときは直してください。`,
  edit: '訪問を編集',
  save: '保存する',
  register: '登録する',
  deleteTitle: '訪問の記録を削除しますか',
  tabs: '開拓の画面',
  calendar: '月の予定',
  route: '1日の訪問順',
  leads: '見込み先',
  territories: '担当区域と目標',
  search: '検索',
  searchHint: '訪問先・職種・候補者・聞いたこと',
  coordinator: 'コーディネーター',
  everybody: '全員',
  status: '状態',
  municipality: '市区町村',
  trade: '職種',
  needs: '必要な職種',
  from: '開始日',
  to: '終了日',
  day: '訪問日',
  number: '訪問番号',
  host: '訪問先',
  candidates: '候補者',
  people: (count: number) => (count === 0 ? '' : `${count}人`),
  nextStep: '次にすること',
  visitTo: (host: string) => `${host}への訪問`,
  time: '開始',
  leadTerm: '見込み先',
  dateUnread: '日付を読み取れないため、この条件を使っていません。',
  nothingFits: {
    title: '条件に合う訪問はありません',
    lead: '条件を減らすか、上の年度を変えてください。',
  },
  nothingYet: {
    title: 'この年度の訪問はまだありません',
    lead: '訪問を記録するか、見込み先から訪問を予定してください。',
  },
  previousMonth: '前の月',
  nextMonth: '次の月',
  calendarLead: 'コーディネーターの訪問を月ごとに見ます。日付を選ぶと、その日の訪問順を開きます。',
  emptyMonth: 'この月の訪問はまだありません。',
  monthQuota: 'この月の目標',
  routeLead:
    'コーナーの事務所から、いつも次に近い市区町村へ進む順です。市区町村の役所どうしの直線距離で比べています。道のり、所要時間、約束の時刻は考えていません。',
  routeFrom: (place: string) => `出発：${place}`,
  routeEmpty: 'この日の訪問の予定はありません。',
  order: '順',
  leg: '前の場所から',
  kilometres: (distance: number | undefined) => (distance === undefined ? '場所が不明' : `${distance.toFixed(1)}km`),
  routeTotal: (distance: number) => `片道の直線距離の合計 ${distance.toFixed(1)}km`,
} as const;

/** Words of the short form that makes somebody who was found an application. */
export const candidateText = {
  title: '認定申請に進む候補者',
  lead: '認定申請に進む人がいるときは、氏名と職種を登録します。続きは認定申請の画面で入力します。',
  summary: '候補者を認定申請に登録する',
  name: '氏名',
  nameKana: 'フリガナ',
  tradesHint: '複数は「;」で区切ります',
  button: '登録して認定申請を開く',
  sentBefore: 'この内容は前に登録しています。続きは上の認定申請から開いてください。',
} as const;

/** Words of the 見込み先 pages. */
export const leadText = {
  title: '見込み先',
  lead: '技能検定の受検者が多い企業・業界団体です。受検者数の多い順に並べています。',
  add: '見込み先を登録する',
  create: '見込み先を登録',
  edit: '見込み先を編集',
  importMany: '名簿を取り込む',
  name: '名称',
  number: '見込み先番号',
  examinees: '受検者数',
  firstGrades: '1級以上',
  state: '状況',
  area: '地域',
  search: '検索',
  searchHint: '名称・フリガナ・市区町村・職種',
  deleteTitle: '見込み先を削除しますか',
  nothingFits: { title: '条件に合う見込み先はありません', lead: '条件を減らしてください。' },
  nothingYet: {
    title: '見込み先はまだ登録されていません',
    lead: '1件ずつ登録するか、技能検定の受検者の名簿を「取込・書出」からまとめて取り込んでください。',
  },
  planTitle: '訪問を予定する',
  planLead: '日と担当を決めると、この見込み先への訪問が予定に入ります。',
  planButton: '訪問を予定する',
  visits: 'この見込み先への訪問',
  noVisits: '訪問はまだありません。',
  examYear: (year: string, people: string) => `${year}の受検者 ${people}`,
  nextOf: {
    untouched: 'まだ訪問していません。コーディネーターが訪問を予定します。',
    planned: '訪問の予定があります。終わったら、コーディネーターが結果を記録します。',
    visited: '訪問しました。次にすることは訪問の記録にあります。',
    closed: '訪問しないことにしました。訪問するときは、見送りの理由を消してください。',
  },
  sentBefore: 'この画面の内容は前に登録しています。もう一度予定するときは、見込み先の画面を開き直してください。',
} as const;

/** Words of the 担当区域 pages. */
export const territoryText = {
  title: '担当区域と月の目標',
  lead: 'コーディネーターが受け持つ市区町村と、1か月に訪問する件数です。実施と予定が目標をうめます。',
  add: '担当区域を登録する',
  create: '担当区域を登録',
  edit: '担当区域を編集',
  deleteTitle: '担当区域を削除しますか',
  municipalities: '市区町村',
  monthlyQuota: '月の目標',
  note: '備考',
  acts: '操作',
  empty: {
    title: '担当区域はまだ登録されていません',
    lead: 'コーディネーターごとに、受け持つ市区町村と月の目標を登録してください。',
  },
  progressTitle: (year: string) => `${year}の達成（実施＋予定／目標）`,
  month: '月',
} as const;

type Counts = { readonly planned: number; readonly held: number };

/** Words of the 不足職種 pages. */
export const shortageText = {
  title: '不足職種',
  lead: '職種と地域ごとに、派遣要請と派遣希望調査の希望を、派遣できるマイスター等と比べます。数字を選ぶと、もとの記録を開きます。',
  areaSource:
    '地域の東部・中部・西部・北部は、気象庁の一次細分区域（2022年）によります。コーナーが定めた区分ではありません。',
  rankTitle: '次に開拓する職種と地域',
  rankLead:
    '点数＝（要請＋割当待ち×2＋割当案で未割当の要請×2＋調査の希望の件数＋重点職種なら1）÷（すぐ派遣できる人＋1）。点数の高い順です。要請は実技指導など、マイスターか熟練技能者が行くものを数えます。',
  rankNone: '要請も調査の希望も重点職種もないため、順位はありません。',
  tableTitle: '職種と地域ごとの要請・希望と人数',
  rank: '順',
  score: '点数',
  show: '表に出すもの',
  showPressed: '要請・希望か重点職種のあるもの',
  showAll: '人がいるだけのものも',
  bar: '要請と人数の比較',
  barWords: (cell: ShortageCell) => `要請${cell.requests}件、すぐ派遣できる${cell.ready}人`,
  trade: '職種',
  area: '地域',
  reason: '理由',
  next: '次にすること',
  planVisit: '見込み先を見る',
  rowsTitle: '数字のもとの記録',
  rowsCount: (count: number) => `${count}件`,
  noRows: 'この条件に当たる記録はありません。',
  back: '不足職種へ戻る',
  record: '番号',
  name: '名称・氏名',
  progress: '予定と実施',
  requestProgress: ({ wished, planned, held }: Counts & { readonly wished: number }) =>
    `希望${wished}回・予定${planned}回・実施${held}回`,
  instructorProgress: (kind: string, { planned, held }: Counts) => `${kind}・年度内の予定${planned}回・実施${held}回`,
  figures: {
    requests: '要請',
    unserved: '割当待ち',
    unplaced: '割当案で未割当',
    wishes: '調査の希望',
    registered: '登録',
    available: '活動できる',
    trained: '講習済み',
    ready: 'すぐ派遣できる',
  } as const satisfies Record<ShortageFigure, string>,
  wished: ({ wishes, wishedSessions }: Pick<ShortageCell, 'wishes' | 'wishedSessions'>) =>
    `${wishedSessions.toLocaleString('ja-JP')}回（${wishes.toLocaleString('ja-JP')}件）`,
  unplaced: ({ unplaced, unplacedSessions }: Pick<ShortageCell, 'unplaced' | 'unplacedSessions'>) =>
    `${unplacedSessions.toLocaleString('ja-JP')}回（${unplaced.toLocaleString('ja-JP')}件）`,
  unplacedProgress: (sessions: number, request: Counts & { readonly wished: number }) =>
    `未割当${sessions}回・希望${request.wished}回・予定${request.planned}回・実施${request.held}回`,
  wishProgress: (sessions: number, months: readonly number[]) => `希望${sessions}回・${months.join('、')}月`,
  figureHelp:
    '割当案で未割当＝この年度の基本案でいちばん新しい計算が、人が足りずに割り当てられなかった回数（要請の件数）。日がない、派遣先の上限を超えるなど、人が増えても割り当てられない回は数えません。調査の希望＝この年度の派遣希望調査で希望された回数（件数）。派遣要請にした希望は、要請に数えるため除きます。活動できる＝年間上限回数が残り、最終活動（なければ認定）から3年以内の人。講習済み＝指導技法等講習の修了か免除、または熟練技能者。すぐ派遣できる＝その両方。旋盤などの競技職種は、もとの技能検定職種に数えます。',
  empty:
    '条件に当たる要請・希望と重点職種がありません。「表に出すもの」を変えるか、条件を減らしてください。何もないときは、派遣要請かマイスター等を登録すると、ここに出ます。',
} as const;

/** Groups of the entry form: what a coordinator types standing in a car park first, the rest folded. */
export const scoutingEntryGroups = [
  { heading: '訪問', keys: ['host', 'municipalityCode', 'visitOn', 'status', 'needs', 'said'] },
  { heading: '候補者と次にすること', keys: ['candidates', 'nextStep', 'nextOn'], folded: true },
  { heading: '担当・番号・目的', keys: ['coordinator', 'number', 'startsAt', 'purpose', 'leadNumber'], folded: true },
] as const;

/** Groups of the page of one visit. */
export const scoutingGroups = [
  {
    heading: '訪問',
    keys: ['number', 'visitOn', 'startsAt', 'status', 'host', 'municipalityCode', 'coordinator', 'purpose'],
  },
  { heading: '結果', keys: ['needs', 'said', 'candidates', 'nextStep', 'nextOn', 'leadNumber'] },
] as const;

/** Groups of the form and page of a lead. */
export const leadGroups = [
  { heading: '企業・団体', keys: ['number', 'name', 'nameKana', 'organizationNumber', 'municipalityCode'] },
  { heading: '技能検定', keys: ['trades', 'examYear', 'examinees', 'firstGrades'] },
  { heading: '連絡先と備考', keys: ['contactName', 'phone', 'note', 'closedReason'] },
] as const;

/** Groups of the form of a territory. */
export const territoryGroups = [
  { heading: '担当', keys: ['coordinator', 'municipalities', 'monthlyQuota', 'note'] },
] as const;

/** What happens next with a visit, and who does it. */
export function nextOfVisit(
  status: ScoutingVisitStatus,
  { isDue, nextStep }: { readonly isDue: boolean; readonly nextStep: string },
): string {
  switch (status) {
    case 'planned':
      return isDue
        ? '訪問日になりました。コーディネーターが、編集の画面で状態を「実施」か「中止」にし、聞いたことを記録します。'
        : '訪問の予定です。終わったら、コーディネーターが聞いたことを記録します。';
    case 'held':
      return nextStep === '' ? '訪問しました。' : `訪問しました。次は、コーディネーターが「${nextStep}」を行います。`;
    case 'cancelled':
      return '中止しました。月の目標には数えません。';
  }
}

/** 「実施5・予定2／目標8（あと1件）」. */
export function quotaText({ quota, held, planned, missing }: QuotaProgress): string {
  const rest = missing > 0 ? `（あと${missing}件）` : '';
  return `実施${held}・予定${planned}／目標${quota}${rest}`;
}

/** 「7／8」: held and planned of the quota. */
export function quotaShort({ quota, held, planned }: QuotaProgress): string {
  return quota === 0 && held + planned === 0 ? '' : `${held + planned}／${quota}`;
}

/** Why a lead did not become a visit. */
export function leadVisitRefusalText(refusal: Exclude<LeadVisitRefusal, { kind: 'fields' }>): string {
  return `この見込み先は見送りにしています（${refusal.reason}）。訪問するときは、編集の画面で見送りの理由を消してください。`;
}

/** Why somebody did not become an application. */
export function candidateRefusalText(refusal: Exclude<CandidateRefusal, { kind: 'fields' }>): string {
  return `この訪問は「${refusal.state}」です。候補者を登録するときは、編集の画面で状態を「実施」にしてください。`;
}

const priorityReasons: Record<PriorityReason, string> = {
  'high-demand': '重点職種（要請が多い）',
  'few-registered': '重点職種（登録が少ない）',
};

/** Why a cell has its place: 「要請3件（うち割当待ち2件）に対し、すぐ派遣できる人は0人」. */
export function rankReason(cell: ShortageCell, priority: PriorityReason | undefined): string {
  const supply = `すぐ派遣できる人は${cell.ready}人（登録${cell.registered}人）`;
  const unplaced = cell.unplaced === 0 ? '' : `、割当案で未割当${cell.unplaced}件`;
  const requests = cell.requests === 0 ? '' : `要請${cell.requests}件（割当待ち${cell.unserved}件${unplaced}）`;
  const wishes = cell.wishes === 0 ? '' : `調査の希望${shortageText.wished(cell)}`;
  const asked = [requests, wishes].filter(Boolean).join('と');
  const demand = asked === '' ? '要請はなく、' : `${asked}に対し、`;
  return `${demand}${supply}${priority === undefined ? '' : `。${priorityReasons[priority]}`}`;
}
