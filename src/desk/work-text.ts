import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { WaitingKind } from './domain/waiting.ts';

/** Words of 今日の仕事 and of the search over everything. */
export const workText = {
  tasks: '今日あなたがすること',
  tasksOfCorner: 'コーナーで待っている仕事',
  tasksNone: '今日することはありません。',
  tasksOfCornerNone: '待っている仕事はありません。',
  waiting: {
    unreported: {
      label: '実施日を過ぎた派遣を報告する',
      lead: '実施か中止を記録するまで、実績にも予定にも数えません。',
    },
    unplanned: {
      label: '派遣要請にマイスター等を割り当てる',
      lead: '受け付けたまま、派遣の予定が1件もありません。',
    },
    declined: {
      label: '断られた派遣の代わりの人を決める',
      lead: 'マイスター等が断りました。別の人に替えるか、派遣先と日を相談してください。',
    },
    followUp: {
      label: '相談した相手に連絡する',
      lead: '次に連絡する日になりました。連絡して、結果を記録してください。',
    },
    due: {
      label: '認定申請の取りまとめをセンターへ送る',
      lead: '締切が近いか、過ぎています。申請を入れて、送付を記録してください。',
    },
    returned: {
      label: 'センターから返された認定申請を直す',
      lead: '返された理由を読んで直し、出し直してください。',
    },
    received: {
      label: '受け付けた認定申請を確かめる',
      lead: '要件と書類を確かめて、面談するか、取りまとめに入れてください。',
    },
    interview: {
      label: '認定申請の面談の結果を記録する',
      lead: '面談を終えたら、結果を記録してください。',
    },
    willing: {
      label: '活動を続ける人に再講習か資料を案内する',
      lead: '「続ける」と返事がありました。再講習を案内するか、最新の資料を送ってください。',
    },
    unwilling: {
      label: '活動を続けない人の登録を解除する',
      lead: '「続けない」と返事がありました。登録を解除して、通知を送ってください。',
    },
    unrecorded: {
      label: '訪問日を過ぎた開拓の訪問を記録する',
      lead: '聞いたことと次の約束を、忘れないうちに記録してください。',
    },
    unwritten: {
      label: '実施状況の文章を書く',
      lead: '12月の連携会議に報告する文章がまだない計画の項目です。',
    },
  } satisfies Record<WaitingKind, { readonly label: string; readonly lead: string }>,
  since: (day: PlainDate) => `最も古いものは${formatSlashDate(day)}から。`,
  deadline: (day: PlainDate) => `最も早い締切は${formatSlashDate(day)}。`,
  declinedOn: (day: PlainDate) => `最も早い派遣は${formatSlashDate(day)}。`,
  watch: '近づいていること',
  watchLead: '期限のある確認です。上の件数には数えません。',
  complete: {
    label: 'そろった認定申請を取りまとめに入れる',
    lead: (day: PlainDate) => `不足のない申請です。取りまとめの締切は${formatSlashDate(day)}です。`,
  },
  unanswered: {
    label: (day: PlainDate, kind: string) => `${formatSlashDate(day)}の${kind}の出欠を確かめる`,
    lead: '案内に返事のない人です。開催日が近づいています。',
  },
  dormant: {
    label: '3年間活動のない人に意向を確かめる',
    lead: (day: PlainDate | null) =>
      `手紙をまだ送っていない人です。${day === null ? '' : `最も古い期限は${formatSlashDate(day)}。`}`,
  },
  lapsing: {
    label: '6か月以内に3年の期限が来る人に派遣する',
    lead: (day: PlainDate | null) =>
      `期限までに派遣すると、登録が続きます。${day === null ? '' : `最も早い期限は${formatSlashDate(day)}。`}`,
  },
  untrained: {
    label: '認定された人に指導技法等講習を案内する',
    lead: (day: PlainDate | null) =>
      `受講するまで派遣できません。${day === null ? '' : `最も早い認定は${formatSlashDate(day)}。`}`,
  },
  week: (from: string, to: string) => `今週の派遣（${from}〜${to}）`,
  weekNone: '今週の派遣はありません。',
  allVisits: '派遣の一覧へ',
  openRequests: '割当を待つ派遣要請',
  openRequestsNone: '割当を待つ派遣要請はありません。',
  allRequests: '派遣要請の一覧へ',
  targets: '目標と実績',
  targetsLead: '今日現在。数字を選ぶと、もとの派遣の一覧を開きます。',
  targetsNone: '目標がまだありません',
  targetsNoneLead: '推進計画に指標と目標を登録すると、ここで達成の状況を確かめられます。',
  toPlan: '推進計画へ',
  toReport: '実施状況の報告へ',
  unit: '件',
  people: '人',
  columns: {
    day: '日時',
    host: '派遣先',
    program: '事業区分',
    instructors: 'マイスター等',
    status: '状態',
    number: '番号',
    trade: '職種',
    remaining: '残り',
    name: '名称',
    kind: '区分・市区町村',
    programAndTrade: '事業区分・職種',
    stateAndTrade: '状態・職種・勤務先',
    dayAndCoordinator: '訪問日・状態・コーディネーター',
    municipalityAndTrade: '市区町村・職種',
    placeAndState: '場所・状態',
    dayAndProgram: '実施日・事業区分・状態',
  },
  remaining: (open: number, wished: number) => `${wished}回のうち${open}回`,
  search: 'すべてから検索',
  searchLead: '番号と名称から探します。空白で区切ると、すべてを含むものに絞ります。',
  searchLabel: '検索する言葉',
  searchHint: '例：Y4-042、工業高等学校、まえだ',
  searchButton: '検索する',
  searchEmpty: '検索する言葉を入力してください。',
  found: (kind: string, count: string) => `${kind} ${count}`,
  more: 'すべて表示する',
  nothing: (q: string) => `「${q}」に合うものはありません`,
  nothingLead: '言葉を短くするか、かなや番号の一部で検索してください。異体字（高・髙など）と全角・半角は区別しません。',
  scoutingVisits: '開拓の訪問',
  leads: '開拓の見込み先',
  foundVisits: (more: boolean) => (more ? '派遣（新しい順の先頭）' : '派遣'),
} as const;
