import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { CourseStatus } from './domain/course-status.ts';
import type { Dormancy } from './domain/dormancy.ts';
import type { InstructorKind } from './domain/instructor-kind.ts';

/** Words of the マイスター等 pages. */
export const instructorText = {
  title: 'マイスター等',
  bankAccount: '振込先の口座',
  papers: (year: string) => `文書（${year}）`,
  lead: '指導に派遣する人の登録台帳です。',
  add: 'マイスター等を登録する',
  search: '検索',
  searchHint: '番号・氏名・フリガナ・所属・職種',
  kind: '種別',
  trade: '職種',
  municipality: '市区町村',
  course: '指導技法等講習',
  courseShort: '講習',
  unknownCourse: '記入なし',
  kanaRow: '五十音',
  kanaRowOf: (label: string) => `${label}行`,
  everyKanaRow: 'すべて',
  number: '番号',
  name: '氏名',
  visitsOf: (fiscalYear: string) => `${fiscalYear}の派遣回数`,
  visitsShort: (fiscalYear: string) => `${fiscalYear}の派遣`,
  visitCount: (held: number, planned: number) => (planned === 0 ? `${held}回` : `${held}回（ほか予定${planned}回）`),
  held: (count: number) => `${count}回`,
  planned: (count: number) => `予定${count}回`,
  lastActivity: '最終活動日',
  noActivity: '記録なし',
  moreTrades: (count: number) => `ほか${count}職種`,
  edit: 'マイスター等を編集',
  create: 'マイスター等を登録',
  save: '保存する',
  register: '登録する',
  nothingFits: {
    title: '条件に合うマイスター等はいません',
    lead: '条件を減らすか、言葉を短くしてください。まだ登録していなければ、新しく登録してください。',
  },
  nothingYet: {
    title: 'マイスター等はまだ登録されていません',
    lead: '1人ずつ登録するか、Excelの名簿を「取込・書出」からまとめて取り込んでください。',
  },
  deleteTitle: 'マイスター等を削除しますか',
  invitation: '本人用の画面',
  feed: 'カレンダー配信',
  public: '公開可',
  notPublic: '非公開',
  activity: '活動の状況',
  upkeep: '活動の確認へ進む',
  changes: '住所・所属・職種・部門の異動',
  noChanges: '登録してからの異動はありません。',
  changedOn: '記録した日',
  changedItem: '項目',
  changedFrom: '変更前',
  changedTo: '変更後',
  changedBy: '記録した人',
  registration: '登録の状態',
  advice: '助言できること',
  itAndAdvice: 'ITの活用と、ほかの助言の両方',
  registrationOf: { current: '登録中', ended: '登録の終わった人' },
  registrationEnded: (day: PlainDate) => `登録は${formatSlashDate(day)}に終わりました`,
  registrationEndedLead: '候補にも一覧にも出ません。過去の派遣は実績に数え続けます。',
  enteredActivity: '入力された最終活動日',
  heldActivity: '最後に実施した派遣',
  remaining: '年度内の残り回数',
  noCap: '年間上限回数の登録なし',
  remainingOf: (left: number, cap: number) => {
    if (left > 0) return `年間上限${cap}回まで、あと${left}回`;
    return left === 0 ? `年間上限${cap}回に達しています` : `年間上限${cap}回を${-left}回超えています`;
  },
  visitDay: '実施日',
  host: '派遣先',
  status: '状態',
  visitsTitle: (fiscalYear: string) => `${fiscalYear}の派遣`,
  noVisits: (fiscalYear: string) => `${fiscalYear}の派遣はまだありません。派遣を登録すると、ここに日付順で並びます。`,
} as const;

/** Groups of the form, in the order of the paper card. */
export const instructorGroups = [
  { heading: '基本', keys: ['number', 'kind', 'division', 'name', 'nameKana', 'birthYear', 'trades', 'employer'] },
  { heading: '住所と連絡先', keys: ['postalCode', 'municipalityCode', 'address', 'phone', 'email'] },
  { heading: '認定と講習', keys: ['certifiedOn', 'course', 'isPublic'] },
  {
    heading: '活動の条件',
    keys: [
      'yearlyCap',
      'monthlyCap',
      'availableWeekdays',
      'unavailableDates',
      'hostKinds',
      'hostFounders',
      'lastActivityOn',
    ],
  },
] as const;

/** The groups of the page: the entered last activity stands beside the derived one, above. */
export const detailGroups = instructorGroups.map(({ heading, keys }) => ({
  heading,
  keys: keys.filter((key) => key !== 'lastActivityOn'),
}));

/** 指導技法等講習 in a word or two: 「修了 2022/06/15（水）」, 「免除」. */
export function courseText(course: CourseStatus | null): string {
  if (course === null) return instructorText.unknownCourse;
  if (course.status === 'completed') return `修了 ${formatSlashDate(course.on)}`;
  return course.status === 'exempt' ? '免除' : '未受講';
}

const visitStatuses: Readonly<Record<string, string>> = { planned: '予定', held: '実施', cancelled: '中止' };

export function visitStatusText(status: string): string {
  return visitStatuses[status] ?? status;
}

/** What to know and do about a dormancy that is near or there; nothing while it is far (domain.md §5.2). */
export function dormancyText(
  dormancy: Dormancy,
  { lastActivityOn }: { readonly lastActivityOn: PlainDate | null },
): { readonly title: string; readonly lead: string } | undefined {
  if (dormancy.kind === 'unknown' || dormancy.kind === 'active') return undefined;
  const since = lastActivityOn
    ? `最終活動日は${formatSlashDate(lastActivityOn)}です。`
    : '活動の記録がないため、認定年月日から数えています。';
  if (dormancy.kind === 'nearing') {
    return {
      title: `あと${dormancy.daysLeft}日で、3年間活動のない登録者になります`,
      lead: `${since}${formatSlashDate(dormancy.lastDay)}までに活動がないときは、続ける意向を確認します。派遣を検討してください。`,
    };
  }
  return {
    title: '3年間、活動がありません',
    lead: `${since}活動を続ける意向を確認し、続ける場合は再講習か最新のテキスト・事例集の送付、続けない場合は登録の解除へ進めてください。`,
  };
}

/** Words of 委嘱状. */
export const commissionText = {
  subject: (year: string) => `委嘱状　${year}`,
  duties: {
    meister: '若年技能者などへの実技指導、児童・生徒へのものづくりの魅力の発信',
    'skilled-worker': '若年技能者などへの実技指導、児童・生徒へのものづくりの魅力の発信',
    medalist: '児童・生徒などへの、技能の魅力を伝える講話と実演',
    'senior-advisor': '企業や学校の人材育成についての助言',
  } satisfies Record<InstructorKind, string>,
  ended: (day: string) =>
    `${day}に登録が終わっているため、この年度の委嘱状を作れません。登録がある年度を選んでください。`,
  notYet: (day: string) => `認定の日（${day}）がこの年度より後のため、委嘱状を作れません。年度を選び直してください。`,
} as const;
