import { requestMoveRefusalText } from '#dispatch/stage-text.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { VisitsRefused } from '#matching/assign-instructor.server.ts';
import type { HeldRefusal } from '#matching/domain/held-by-offers.ts';
import type { AssignmentRefusal } from '#matching/domain/assignment.ts';
import { heldRefusalText, isHeldRefusal } from '#matching/held-text.ts';
import { assignmentRefusalText } from '#matching/text.ts';
import { offerStates, type OfferRefusal } from './domain/offer.ts';
import type { OfferStopped } from './offer.server.ts';

/** Words of the 打診 pages. */
export const offerText = {
  title: '打診',
  listTitle: '打診の記録',
  newTitle: 'マイスター等に打診',
  requests: '派遣要請',
  instructor: '打診する人',
  days: '打診する日',
  daysHint: (open: number) => `あと${open}回分まで選べます`,
  startsAt: '開始',
  startsAtHint: '決まっていれば入力します。例：13:30',
  way: '方法',
  wayHint: '電話や対面のときは、聞いた答えを職員が記録します',
  answerBy: '返事の期限',
  answerByHint: '最初の派遣の日まで。例：2022/12/02、R4.12.2',
  note: '伝えること',
  noteHint: '持ち物や会場のことなど。本人用の画面と案内文に載ります',
  make: 'この内容で打診する',
  cancel: 'やめる',
  state: '状態',
  offeredOn: '打診した日',
  overdue: '期限を過ぎています',
  noneTitle: '打診の記録はまだありません',
  noneLead: '候補を比べて選び、その人に打診してください。',
  choose: '候補を比べる',
  open: '返事待ちの打診',
  record: '返事を記録する',
  recordLead: (name: string) => `${name}さんから聞いた答えを、職員が代わりに記録します。記録した人の名前が残ります。`,
  answer: '返事',
  answers: [
    { value: 'accepted', label: '承諾' },
    { value: 'declined', label: '辞退' },
    { value: 'withdrawn', label: 'コーナーが打診を取り消す' },
  ],
  answerMissing: '返事が選ばれていません。承諾・辞退・取消しのどれかを選んでください。',
  reason: '理由',
  reasonHint: '辞退と取消しには必要です',
  save: '返事を記録する',
  letter: '案内文',
  letterLead: '文書やメールに写して使えます。',
  noOfferForLetter:
    '返事待ちか承諾の打診がないため、依頼の文書を作れません。要請の「打診と返事の記録」から打診してください。',
  noAcceptance: '承諾された打診がないため、派遣承諾書を作れません。打診への返事を記録してください。',
  history: 'これまでの打診',
  nextTitle: (name: string) => `次の候補は${name}さんです`,
  nextLead: '辞退した人と返事待ちの人を除いて、候補の順位が最も高い人です。',
  nextOffer: 'この人に打診する',
  nobodyTitle: '打診できる候補がほかにいません',
  nobodyLead: '候補日を増やすか、職種の登録者を確かめてください。',
  enteredBy: (name: string) => `${name}が代わりに記録`,
  answeredBy: '返事',
  openBefore: (names: readonly string[]) => `${names.map((name) => `${name}さん`).join('・')}に打診しています`,
  openBesideLead: '打診している日と人数を除いて、ほかの人にも打診できます。',
  overdueLead: '期限を延ばすと、また返事を受け付けられます。次の人に打診するときは、打診を取り消してください。',
  reopen: '期限を延ばす',
  newDeadline: '新しい返事の期限',
  ownOverdue: (day: string) => `返事の期限（${day}）を過ぎました`,
  ownOverdueLead: '引き受けられるときも断るときも、コーナーにお電話ください。期限を延ばして、返事を受け付けます。',
  openBeforeLead: '返事を記録するか打診を取り消すと、次の人に打診できます。',
  ownTitle: '打診への返事',
  ownOpen: (count: number) => `引き受けられるかをお聞きしています（${count}件）`,
  ownLead: '引き受けると、下の日の派遣が決まります。',
  ownDone: {
    accepted: '引き受ける返事を受け取りました。派遣の予定に載っています。',
    declined: '断る返事を受け取りました。ありがとうございました。',
    withdrawn: '事務局がこの打診を取り消しました。',
    open: '',
  },
  ownBack: '最初の画面に戻る',
  ownReasonHint: '次の人を探すために、差し支えない範囲で書いてください。例：通院、仕事の都合',
  ownAnswer: '内容を見て返事をする',
  ownNone: '返事をお待ちしている打診はありません。',
  host: '行き先',
  place: '場所',
  trade: '職種',
  content: '内容',
  trainees: '受講者',
  people: (count: number) => `${count}人`,
} as const;

export function offerStateLabel(state: string): string {
  return offerStates.find(({ code }) => code === state)?.label ?? state;
}

const OWN_KINDS = [
  'ended-already',
  'deadline-over',
  'first-day-over',
  'reason-missing',
  'reason-too-long',
  'deadline-past',
  'deadline-after-visit',
] as const satisfies readonly OfferRefusal['kind'][];

const ASSIGNMENT_KINDS = [
  'no-day',
  'day-not-free',
  'not-eligible',
  'too-many-days',
  'over-host-cap',
  'over-cap',
  'over-month-cap',
  'visits',
] as const satisfies readonly (AssignmentRefusal | VisitsRefused)['kind'][];

/** Why an offer was not made or answered, and what to do (FRM-32). */
export function offerStoppedText(stopped: OfferStopped | HeldRefusal): string {
  if (isHeldRefusal(stopped)) return heldRefusalText(stopped);
  if (isOneOf(stopped, OWN_KINDS)) return offerRefusalText(stopped as OfferRefusal);
  if (isOneOf(stopped, ASSIGNMENT_KINDS))
    return assignmentRefusalText(stopped as Parameters<typeof assignmentRefusalText>[0]);
  return requestMoveRefusalText(stopped as Parameters<typeof requestMoveRefusalText>[0]);
}

function isOneOf({ kind }: OfferStopped, kinds: readonly string[]): boolean {
  return kinds.includes(kind);
}

export function offerRefusalText(refusal: OfferRefusal): string {
  switch (refusal.kind) {
    case 'ended-already':
      return `この打診は「${offerStateLabel(refusal.state)}」で終わっています。打診の記録を確かめてください。`;
    case 'deadline-over':
      return `返事の期限（${formatSlashDate(refusal.day)}）を過ぎたため、返事を受け付けられません。コーナーの職員に連絡して、期限を延ばしてもらってください。`;
    case 'first-day-over':
      return `${formatSlashDate(refusal.day)}は過ぎています。打診を取り消し、これからの日で打診し直してください。`;
    case 'reason-missing':
      return '理由が入力されていません。次の人を探すために、理由を入力してください。';
    case 'reason-too-long':
      return `理由が長すぎます。${refusal.limit}文字までにしてください（いまは${refusal.length}文字です）。`;
    case 'deadline-past':
      return `返事の期限（${formatSlashDate(refusal.day)}）が過ぎています。今日（${formatSlashDate(refusal.today)}）以後の日を入力してください。`;
    case 'deadline-after-visit':
      return `返事の期限（${formatSlashDate(refusal.day)}）が最初の派遣の日（${formatSlashDate(refusal.firstDay)}）より後です。その日までの日を入力してください。`;
  }
}

type Letter = {
  readonly name: string;
  readonly host: string;
  readonly trade: string;
  readonly days: readonly PlainDate[];
  readonly startsAt: string | null;
  readonly trainees: number;
  readonly answerBy: PlainDate;
  readonly note: string | null;
};

/** A text to copy into a letter or a mail. */
export function offerLetterText({ name, host, trade, days, startsAt, trainees, answerBy, note }: Letter): string {
  const time = startsAt === null ? '' : `（${startsAt}から）`;
  return [
    `${name} 様`,
    '',
    '実技指導の派遣について、ご都合をお伺いします。',
    '',
    `行き先：${host}`,
    `職種：${trade}`,
    `日：${days.map((day) => formatSlashDate(day)).join('、')}${time}`,
    `受講者：${trainees}人`,
    ...(note === null ? [] : [`お知らせ：${note}`]),
    '',
    `${formatSlashDate(answerBy)}までに、本人用の画面かお電話で、引き受けられるかをお知らせください。`,
  ].join('\n');
}
