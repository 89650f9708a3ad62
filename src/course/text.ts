import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AttendanceCommand, AttendanceRefusal, AttendanceState, InvitationRefusal } from './domain/attendance.ts';
import { coursePaymentKinds, type CoursePaymentRefusal } from './domain/course-payment.ts';
import {
  courseContents,
  courseKinds,
  courseModes,
  courseStates,
  type CourseKind,
  type CourseState,
} from './domain/course-kind.ts';
import { lastDayOf, type CourseInput, type CourseRefusal } from './domain/course.ts';
import type { CourseReplyRefusal } from './domain/course-reply.ts';
import type { ExemptionRefusal } from './domain/exemption.ts';

/** Words of the 講習 pages. */
export const courseText = {
  title: '講習',
  lead: '指導技法等講習・再講習・講師養成研修・事例発表・意見交換会を記録します。ものづくりマイスターは、指導技法等講習を修了するか免除されてから指導します。',
  add: '講習を登録する',
  create: '講習を登録',
  edit: '講習を編集',
  register: '登録する',
  save: '保存する',
  kind: '種類',
  state: '状態',
  day: '開催日',
  place: '会場',
  expected: '出る見込み',
  completed: '修了',
  capacity: '定員',
  people: (count: number) => `${count}人`,
  expectedOf: (count: number, capacity: number | null) =>
    capacity === null ? `${count}人` : `${count}人/定員${capacity}人`,
  emptyTitle: '講習はまだ登録されていません',
  emptyLead: 'この年度の講習を登録してください。登録すると、必要な人を選んで案内できます。',
  listSearchHint: '種類・場所・講師・教材',
  nothingFits: '条件に合う講習はありません',
  nothingFitsLead: '条件を減らすか、上の年度を変えてください。',
  invite: '案内する人を選ぶ',
  inviteTitle: '講習に案内する',
  inviteLead: {
    technique: '指導技法等講習を受けていないものづくりマイスターを並べています。',
    refresher: '再講習で活動を続けるとした人と、3年間活動のないものづくりマイスターを並べています。',
    'instructor-training': '講習を修了したか免除されたものづくりマイスターを並べています。',
    'case-sharing': '講習を修了したか免除されたものづくりマイスターを並べています。',
  } satisfies Record<CourseKind, string>,
  everybody: '登録している全員を表示する',
  onlyNeeded: '必要な人だけを表示する',
  everybodyLead: '登録しているものづくりマイスターの全員を並べています。',
  searchInvitee: '番号・氏名・所属・職種',
  search: '検索',
  find: '検索する',
  chosen: '案内する人',
  inviteSubmit: '選んだ人を案内した記録を付ける',
  nobodyLeft: '案内していない対象者はいません',
  nobodyLeftLead:
    '全員に案内したか、対象になる人がいません。ほかの人に案内するときは、登録している全員を表示してください。',
  mostShown: (count: number) => `先頭の${count}人を表示しています。ほかの人は検索してください。`,
  attendees: '案内した人・出欠・結果',
  noAttendees: 'まだだれにも案内していません',
  noAttendeesLead: '「案内する人を選ぶ」から、この講習が必要な人を選んでください。',
  name: '氏名',
  number: '登録番号',
  course: '指導技法等講習',
  attendance: '出欠・結果',
  transport: '交通費',
  certificate: '修了証',
  lastActivity: '最終活動日',
  none: 'なし',
  choose: '選択',
  chosenPeople: '対象の人',
  command: '記録すること',
  record: '選んだ人に記録する',
  leave: 'やめる',
  everybodyCame: '全員出席（修了）を記録する',
  everybodyCameLead: (count: number) =>
    `結果を記録していない${count}人の全員が出席して修了したときは、ここでまとめて記録できます。欠席の返事をした人は含みません。`,
  recordTitle: '出欠・結果を記録する',
  recordLead:
    '人を選び、記録することを1つ選びます。修了を記録すると、指導技法等講習ではその人の登録も「修了」になります。',
  paymentTitle: '交通費を記録する',
  paymentLead: '交通費は支払えます。受講手当は支払えません（実施要領 3(4)ウ）。',
  person: '受け取る人',
  payment: '支払いの種類',
  yen: '金額',
  pay: '支払いを記録する',
  hold: '実施を記録する',
  cancel: '中止にする',
  cancelReason: '中止する理由',
  endTitle: '開催の結果を記録する',
  content: '講習の内容',
  history: '変更の履歴',
  certificatesPrint: '修了証を印刷する',
  certificateWord: 'Word',
  certificateTitle: '修了証',
  certificateOwn: 'コーナーのひな形で作ります。1人ずつWordで開いて印刷してください。',
  noCertificates: '修了した人はまだいません。結果に「修了」を記録すると、ここに修了証が並びます。',
  printHint: 'ブラウザーの印刷で、1人1枚に印刷できます。文面を直すときはWordで開いてください。',
  next: {
    planned: (lastDay: string) => `${lastDay}に終わる予定です。職員が案内と返事を記録し、終わったら実施を記録します。`,
    due: '開催日を過ぎました。職員が、実施を記録するか、中止にしてください。',
    held: '実施しました。職員が、出席した人の結果を記録します。修了した人は派遣できるようになります。',
    finished: '実施し、全員の結果を記録しました。',
    cancelled: (reason: string) => `中止しました。理由：${reason}`,
  },
  letters: '案内の手紙',
  lettersLead:
    '講習の案内を1人1通作り、全員分を1つのWordにまとめます。発行すると1通ごとに文書番号が付き、文書の発行簿に控えが残ります。',
  lettersNone: '案内する人がいません',
  lettersNoneLead:
    '先に「案内する人を選ぶ」から、この講習に案内する人を選んでください。欠席の返事をした人には作りません。',
  lettersDraft: '案を作る（Word）',
  lettersDraftLead: '発行の前に文面を確かめられます。番号の代わりに「案」と入ります。',
  lettersChosen: '発行する人',
  lettersIssue: '選んだ人の手紙を発行する',
  lettersIssueTitle: '手紙を発行する',
  lettersIssueLead: '発行すると番号が付き、取り消せません。まだ発行していない人を選んであります。',
  lettersIssued: (number: string) => `${number} 発行済み`,
  lettersNotIssued: 'まだ発行していません',
  lettersIssues: '発行した手紙',
  lettersIssuedOn: '発行日',
  lettersNumber: '文書番号',
  lettersCount: '通数',
  lettersFile: 'まとめて開く（Word）',
  lettersNobody: '発行する人が選ばれていません。手紙を出す人を1人以上選んでください。',
  lettersCancelled: '中止にした講習の案内は発行できません。開催するときは、講習を新しく登録してください。',
  lettersTemplate: 'この手紙は、コーナーのひな形で作ります。',
  lettersToTemplate: 'ひな形を見る',
  exemptions: '免除の記録',
  exemptionsLead: '指導技法等講習を免除した人と、その基準・理由です。免除された人は、講習を受けずに指導できます。',
  exempt: '免除を登録する',
  exemptTitle: '免除を登録する',
  instructor: '登録番号',
  instructorHint: '番号か氏名の一部から選べます',
  criterion: '免除の基準',
  reason: '理由と確かめたもの',
  reasonHint: '例：職業訓練指導員免許（機械科）第12号、平成10年3月交付の写しを確認',
  exemptedOn: '登録した日',
  by: '登録した人',
  noExemptions: '免除の記録はまだありません',
  noExemptionsLead: '下の欄から登録すると、日付の新しい順に並びます。',
  conflict: '開いている間に、ほかの人がこの講習を変更しました。いまの内容を確かめて、もう一度操作してください。',
  source: (source: string) => `根拠：${source}`,
} as const;

/** Groups of the form. */
export const courseGroups = [
  { heading: '講習', keys: ['kind', 'term', 'contents', 'lecturer', 'material'] },
  { heading: '日時と場所', keys: ['days', 'startsAt', 'endsAt', 'mode', 'place', 'url', 'capacity'] },
  { heading: '備考', keys: ['note'] },
] as const;

export function courseKindLabel(kind: CourseKind): string {
  return courseKinds.find(({ code }) => code === kind)?.label ?? kind;
}

export function courseStateLabel(state: CourseState): string {
  return courseStates.find(({ code }) => code === state)?.label ?? state;
}

export function courseModeLabel(mode: string): string {
  return courseModes.find(({ code }) => code === mode)?.label ?? mode;
}

/** 「指導技法、個人情報保護」. */
export function contentNames(contents: readonly string[]): string {
  return contents.map((code) => courseContents.find((content) => content.code === code)?.label ?? code).join('、');
}

/** What lists, history and log call a course: 「指導技法等講習 2023/02/14（火）」. */
export function courseLabel(input: Pick<CourseInput, 'kind' | 'days'>): string {
  return `${courseKindLabel(input.kind)} ${formatSlashDate(lastDayOf(input))}`;
}

/** One day or both ends: 「2023/02/14（火）〜2023/02/15（水）」. */
export function daysText(first: PlainDate, last: PlainDate): string {
  return first === last ? formatSlashDate(first) : `${formatSlashDate(first)}〜${formatSlashDate(last)}`;
}

const attendanceLabels: Readonly<Record<AttendanceState, string>> = {
  invited: '案内済み・返事待ち',
  attending: '出席の返事',
  declined: '欠席の返事',
  completed: '修了',
  incomplete: '未修了',
  absent: '当日欠席',
};

export function attendanceLabel(state: AttendanceState): string {
  return attendanceLabels[state];
}

/** What staff can record, in the order in which it happens. */
export const attendanceCommandLabels: Readonly<Record<AttendanceCommand, string>> = {
  accept: '出席の返事があった',
  decline: '欠席の返事があった',
  complete: '修了した',
  fail: '出席したが修了していない',
  miss: '当日欠席した',
  undo: '結果の記録を取り消す',
};

/** Why a course was not held or cancelled. */
export function courseRefusalText(refusal: CourseRefusal): string {
  switch (refusal.kind) {
    case 'not-planned':
      return `この講習はすでに「${courseStateLabel(refusal.state)}」です。いまの状態を確かめてください。`;
    case 'not-over':
      return `最後の日（${formatSlashDate(refusal.lastDay)}）がまだ来ていないため、実施を記録できません。終わってから記録するか、開催日を直してください。`;
    case 'no-reason':
      return '中止する理由が入力されていません。後から経緯を確かめるために、理由を入力してください。';
    case 'has-results':
      return `結果を記録した人が${refusal.count}人いるため、中止にできません。先に結果の記録を取り消してください。`;
  }
}

/** Why an attendance was not recorded. */
export function attendanceRefusalText(refusal: AttendanceRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${attendanceLabel(refusal.state)}」の人に「${attendanceCommandLabels[refusal.command]}」は記録できません。だれにも記録していません。対象の人を選び直すか、先に結果の記録を取り消してください。`;
    case 'cancelled':
      return '中止した講習には記録できません。';
    case 'not-held':
      return `結果は、講習の実施を記録してから入力します。最後の日は${formatSlashDate(refusal.lastDay)}です。先に「${courseText.hold}」を行ってください。`;
  }
}

export const nobodyChosenText = '対象の人が選ばれていません。1人以上を選んでください。';

/** Why nobody was invited. */
export function invitationRefusalText(refusal: InvitationRefusal): string {
  switch (refusal.kind) {
    case 'nobody-chosen':
      return '案内する人が選ばれていません。1人以上を選んでください。';
    case 'not-planned':
      return `「${courseStateLabel(refusal.state)}」の講習には案内できません。`;
    case 'over-capacity':
      return `定員${refusal.capacity}人のうち${refusal.taken}人に案内済みで、選んだ${refusal.chosen}人は入りません。人数を減らすか、講習の定員を変えてください。`;
  }
}

/** Why nothing was paid. */
export function paymentRefusalText(refusal: CoursePaymentRefusal): string {
  switch (refusal.kind) {
    case 'never-paid': {
      const label = coursePaymentKinds.find(({ code }) => code === refusal.payment)?.label ?? refusal.payment;
      return `${label}は支払えません。受講者に支払えるのは交通費だけです（${refusal.source}）。交通費のときは種類を「交通費」にしてください。`;
    }
    case 'not-there':
      return '出席を記録していない人には支払いを記録できません。先に結果を記録してください。';
  }
}

/** Why nobody was exempted. */
export function exemptionRefusalText(refusal: ExemptionRefusal | { readonly kind: 'unknown-instructor' }): string {
  switch (refusal.kind) {
    case 'unknown-instructor':
      return 'その番号のマイスター等は登録されていません。番号を確かめるか、先にマイスター等を登録してください。';
    case 'no-criterion':
      return '免除の基準が選ばれていません。当たる基準を選んでください。';
    case 'no-reason':
      return '理由が入力されていません。免許の番号など、確かめたものを入力してください。';
    case 'not-needed':
      return 'ものづくりマイスター以外の人に講習は要りません。免除の登録も不要です。';
    case 'already-exempt':
      return 'この人はすでに免除されています。';
    case 'already-completed':
      return `この人は${formatSlashDate(refusal.on)}に講習を修了しています。免除の登録は不要です。`;
  }
}

/** Why an instructor's own answer to an invitation was not taken. */
export function courseReplyRefusalText(refusal: CourseReplyRefusal): string {
  switch (refusal.kind) {
    case 'begun':
      return `返事はできません。${formatSlashDate(refusal.firstDay)}に始まっています。事務局に電話してください。`;
    case 'full':
      return `参加の返事はできません。定員（${refusal.capacity}人）に達しています。事務局に電話して、空きを確かめてください。`;
    case 'cancelled':
      return '返事はできません。この講習は中止になりました。ほかの講習を事務局に尋ねてください。';
    case 'not-possible':
    case 'not-held':
      return '返事はできません。この講習の結果がすでに記録されています。違うときは、事務局に電話してください。';
  }
}
