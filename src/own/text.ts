import type { ConsentState } from '#instructor/domain/public-profile.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { instantText } from '#platform/instant-text.ts';
import { visitStatusLabel } from '#schedule/domain/visit-status.ts';
import type { ReplyState, VisitReplyRefusal } from '#schedule/domain/visit-reply.ts';
import { MOST_DAYS_OFF, type DaysOffRefusal } from './domain/days-off.ts';
import type { AccessTerms } from './domain/access-terms.ts';
import type { InvitationState } from './domain/invitation.ts';
import type { OwnSignInRefusal } from './own-sign-in.server.ts';

/** Words of the staff's page from which a letter is printed. */
export const invitationText = {
  title: '本人用の画面の案内',
  lead: (name: string) =>
    `${name}さんが自分のスマートフォンやパソコンで、派遣の予定を見て返事をし、都合や連絡先を直せるようにします。`,
  how: '匠デスクからメールは送りません。案内を印刷して渡すか、電話で登録番号とコードを読み上げてください。電話のときは、本人であることを確かめてください。',
  issue: '案内を発行する',
  issueLead: (days: number) =>
    `1回だけ使え、${days}日で使えなくなります。前に発行して使われていない案内は、使えなくなります。`,
  revoke: '案内と端末をすべて止める',
  revokeLead: '端末をなくしたとき、案内の紙をなくしたときに使います。すぐに使えなくなります。',
  revoked: '案内と端末をすべて止めました。',
  invitations: '発行した案内',
  noInvitations: 'まだ発行していません。',
  issuedAt: '発行日時',
  expiresAt: '有効期限',
  state: '状態',
  devices: '使っている端末',
  noDevices: '使っている端末はありません。',
  device: '端末',
  unknownDevice: '不明な端末',
  since: '使い始めた日時',
  issuedTitle: '案内を発行しました',
  issuedLead:
    'この画面を閉じると、コードは二度と表示できません。いま印刷するか、電話で読み上げてください。なくしたときは発行し直します。',
  print: 'ブラウザーの印刷（Ctrl+P）で、下の案内だけが印刷されます。',
  back: '発行の画面へ戻る',
  letter: {
    heading: '匠デスク　本人用の画面のご案内',
    to: (name: string) => `${name} 様`,
    lead: '派遣の予定を見て、引き受けるかどうかの返事ができます。都合の悪い日や連絡先も直せます。アプリは要りません。',
    phone: 'スマートフォンのとき',
    phoneLead: 'カメラでこの図を読み取り、出てきたアドレスを開いて、「はじめる」を押してください。',
    qrCode: '本人用の画面を開くQRコード',
    computer: 'パソコンのとき',
    computerLead: '次のアドレスを開き、登録番号とコードを入力してください。',
    address: 'アドレス',
    number: '登録番号',
    code: 'コード',
    until: (day: string) => `この案内は1回だけ、${day}まで使えます。ほかの人に見せないでください。`,
    help: '使い方が分からないときは、下の事務局に電話してください。パソコンやスマートフォンを使わずに、電話で返事をすることもできます。',
  },
} as const;

export const invitationStateNames: Readonly<Record<InvitationState, string>> = {
  open: '未使用',
  used: '使用済み',
  revoked: '取消し',
  expired: '期限切れ',
};

export const ownSignInText = {
  title: 'マイスター等の方の入口',
  lead: '事務局から受け取った案内の紙を用意してください。',
  number: '登録番号',
  numberHint: '案内の紙にあります。',
  numberMissing: '登録番号が入力されていません。案内の紙にある登録番号を入力してください。',
  code: 'コード',
  codeHint: '例：35-ACDE-FGHJ　小文字でも、「-」がなくてもかまいません。',
  codeMissing: 'コードが入力されていません。案内の紙にあるコードを入力してください。',
  submit: 'はじめる',
  help: '紙がないとき、使えないとき',
  helpLead: '事務局に電話して、新しい案内を頼んでください。電話で番号とコードを聞くこともできます。',
  staff: '職員の方のサインイン',
  enterTitle: '本人用の画面を開きます',
  enterLead: ({ sessionDays, sessionMostDays }: AccessTerms) =>
    `「はじめる」を押すと、この端末で使えます。${sessionDays}日使わないとき、または${sessionMostDays}日たつと終わります。家族と共用の端末では、使い終わったら「終わる」を押してください。`,
  ended: (day: string) => `この端末で使える期間は、${day}に終わりました`,
  endedByHand: 'この端末では、いまは使えません',
  endedLead: '続けて使うときは、事務局に電話して、新しい案内を頼んでください。電話で返事をすることもできます。',
  byCode: '登録番号とコードで入る',
  demonstration: '体験用',
  demonstrationLead: '体験用のデータです。氏名はすべて架空です。派遣の予定がいちばん多い人の画面を開きます。',
  demonstrationSubmit: 'マイスター等として開く',
  demonstrationNobody: '予定のあるマイスター等がいません。派遣の予定を登録してから開いてください。',
} as const;

export const ownText = {
  menu: '私の画面のメニュー',
  pages: {
    home: 'はじめ',
    visits: '派遣の予定',
    courses: '講習',
    days: '都合',
    feedback: 'アンケート',
    profile: '連絡先・公開',
    device: '終わる',
  },
  homeTitle: (name: string) => `${name}さんの画面`,
  today: (day: string) => `今日は${day}です。`,
  notice: (day: string) => `体験用のデータです。今日を${day}に固定しています。`,
  toAnswer: (count: number) => `返事をお願いします（${count}件）`,
  nothingToAnswer: '返事を待っている派遣はありません。',
  next: '次の派遣',
  noNext: '決まった予定はありません。事務局が予定を決めると、ここに出ます。',
  noneAccepted: '引き受けた派遣はまだありません。',
  states: {
    unanswered: '返事がまだです',
    outdated: '日時が変わりました。返事がまだです',
    accepted: '引き受けました',
    declined: '断りました',
  } satisfies Record<ReplyState, string>,
  todayVisit: '今日です',
  look: '内容を見る',
  lookAndAnswer: '内容を見て返事をする',
  all: 'すべての予定を見る',
  visitsTitle: '私の派遣の予定',
  visitsLead: 'これからの予定です。近い順に並んでいます。',
  held: (year: string) => `${year}に行った派遣`,
  noHeld: 'まだありません。',
  visitTitle: (day: string) => `${day}の派遣`,
  day: '日にち',
  time: '時刻',
  noTime: '事務局が派遣先と決めています',
  host: '行き先',
  place: '場所',
  map: '場所が分からないときは、事務局に電話してください。',
  trade: '職種',
  program: '内容',
  trainees: '習う人',
  people: (count: number) => `${count}人`,
  number: '派遣番号',
  answer: '返事',
  accept: '引き受ける',
  decline: '断る',
  declineLead: '断っても、今後の予定に不利になることはありません。事務局がほかの方を探します。',
  changeMind: '都合が悪くなったとき',
  acceptAfterAll: 'やはり引き受ける',
  cause: '理由',
  causes: ['体調・通院', '仕事の都合', '家の都合', '場所が遠い', 'そのほか'],
  other: 'そのほか',
  detail: 'くわしい事情',
  detailHint: '「そのほか」を選んだときは書いてください。',
  enteredBy: (name: string) => `電話などで聞いて、事務局の${name}が入力しました。`,
  whatNext: {
    unanswered: '引き受けるか断るかを選んでください。電話でも返事ができます。',
    outdated: '返事をいただいた後で、日にちか時刻が変わりました。もう一度返事をお願いします。',
    accepted: '引き受けていただきました。当日、行き先へお越しください。',
    declined: '断る返事をいただきました。事務局がほかの方を探します。',
  } satisfies Record<ReplyState, string>,
  cancelled: (reason: string) => `この派遣は中止になりました。${reason ? `理由：${reason}` : ''}`,
  heldNote: 'この派遣は終わりました。',
  done: {
    accepted: '引き受ける返事を受け取りました。',
    declined: '断る返事を受け取りました。',
    saved: '保存しました。',
  },
  daysTitle: '私の都合',
  daysLead: '事務局が予定を決めるときに見ます。直したら、いちばん下の「保存する」を押してください。',
  weekdays: '行ける曜日',
  weekdaysHint: '1つも選ばないと、いつでもよいとみなします。',
  cap: '1年度に引き受けられる回数',
  capHint: '決めないときは空けておきます。年度は4月から翌年3月までです。',
  monthlyCap: '1か月に引き受けられる回数',
  monthlyCapHint: '決めないときは空けておきます。',
  off: '休む日',
  offHint: '印を外して保存すると、その日はまた行けるようになります。',
  noOff: '休む日の登録はありません。',
  addOff: '休む日を加える',
  from: '始めの日',
  fromHint: (example: string) => `例：${example}`,
  until: '終わりの日',
  untilHint: '1日だけのときは空けておきます。',
  save: '保存する',
  offOver: '始めの日が過ぎています。今日より後の日を入力してください。',
  offReversed: '終わりの日が始めの日より前です。始めの日より後の日を入力してください。',
  offWithoutStart: '始めの日が入力されていません。休む日の始めを入力してください。',
  offTooMany: (most: number) =>
    `休む日が多すぎます。過ぎた日を含めて${most}日までです。期間を短くするか、事務局に電話してください。`,
  conflict:
    '開いている間に、事務局がこの内容を変更しました。まだ保存していません。いまの内容を表示しています。確かめて、もう一度入力してください。',
  visitMoved:
    '開いている間に、事務局がこの派遣の予定を変更しました。まだ返事をしていません。いまの内容を確かめて、もう一度返事をしてください。',
  profileTitle: '私の連絡先と公開',
  profileLead: '氏名、認定、職種を直すときは、事務局に電話してください。',
  contacts: '連絡先',
  municipality: '市区町村',
  consent: '氏名や職種を公開のページに載せること',
  consentHint:
    '「載せない」を選ぶと、何も載せません。「載せてよい」のときも、下の「公開のページに載せる項目」で同意いただいた項目だけを載せます。',
  consentYes: '載せてよい',
  consentNo: '載せない',
  consents: '公開のページに載せる項目',
  consentsLead:
    '一つずつ決められます。選んだ日まで載せ、その日を過ぎると自動で載らなくなります。いつでも「載せない」に戻せます。顔写真は載せません。',
  consentsOff: 'いまは上で「載せない」になっているため、ここで選んでも何も載りません。',
  consentValue: (value: string) => `載せる内容：${value}`,
  consentNoValue: 'いまは載せる内容がありません。',
  consentStates: {
    none: '同意なし',
    given: '同意あり',
    expired: '期限が過ぎて、載っていません',
    withdrawn: '取り下げ済み',
  } satisfies Record<ConsentState, string>,
  consentEntered: (day: string, by: string | undefined) =>
    by === undefined ? `${day}に自分で入力` : `${day}に事務局の${by}が代わりに入力`,
  consentNever: '載せない',
  consentUntil: (day: string) => `${day}まで載せてよい`,
  consentEndMissing: '載せる期限が一覧にありません。期限を選び直してください。',
  saveConsents: '公開の同意を保存する',
  consentsConflict:
    '開いている間に、事務局がこの内容を変更しました。まだ保存していません。いまの内容を表示しています。確かめて、もう一度選んでください。',
  coursesTitle: '私の講習',
  coursesLead: '案内のあった講習です。参加するかどうかの返事ができます。電話でも返事ができます。',
  noCourses: 'これからの講習の案内はありません。案内があると、ここに出ます。',
  coursesOver: 'これまでの講習',
  courseCancelled: '中止',
  courseUrl: 'オンラインの講習を開く',
  courseAccept: '参加する',
  courseDecline: '欠席する',
  courseAnswered: '返事を受け取りました。',
  deviceTitle: '終わる・端末',
  deviceLead: ({ until, last }: { readonly until: string; readonly last: string }) =>
    until === last
      ? `この端末では、${last}まで使えます。その後も使うときは、事務局に新しい案内を頼んでください。`
      : `この端末では、${until}まで使えます。使うたびに延び、最長で${last}までです。その後も使うときは、事務局に新しい案内を頼んでください。`,
  end: 'この端末で終わる',
  endLead: '終わると、次に使うときに新しい案内が要ります。自分だけの端末では、終わらなくてもかまいません。',
  others: 'ほかの端末',
  othersLead: (count: number) => `ほかに${count}台で使っています。覚えがないときは止めて、事務局に電話してください。`,
  noOthers: 'ほかの端末では使っていません。',
  endOthers: 'ほかの端末をすべて止める',
  othersEnded: 'ほかの端末をすべて止めました。',
  home: '私の画面の最初へ',
} as const;

export function ownSignInRefusalText(refusal: OwnSignInRefusal): string {
  if (refusal.kind === 'wrong')
    return '入れません。登録番号かコードが違うか、案内がもう使われたか、期限が過ぎています。紙を見て入力し直すか、事務局に電話して新しい案内を頼んでください。';
  const cause = refusal.by === 'address' ? 'この接続元' : 'この登録番号';
  return `入れません。${cause}で続けて${refusal.failures}回失敗したため、${instantText(refusal.until)}まで受け付けを止めています。その後にやり直すか、事務局に電話してください。`;
}

/** Why an answer was not taken, to the instructor. */
export function ownReplyRefusalText(refusal: VisitReplyRefusal): string {
  switch (refusal.kind) {
    case 'not-planned':
      return `返事はできません。この派遣は「${visitStatusLabel(refusal.status)}」になっています。事務局に電話してください。`;
    case 'day-over':
      return `返事はできません。${formatSlashDate(refusal.visitOn)}を過ぎています。事務局に電話してください。`;
    case 'reason-missing':
      return '断る理由が選ばれていません。理由を1つ選んでください。「そのほか」のときは、くわしい事情を書いてください。';
    case 'reason-too-long':
      return `断る理由が長すぎます（${refusal.length}文字）。${refusal.limit}文字までに短くしてください。`;
  }
}

/** Why days off were not taken as they were entered. */
export function daysOffRefusalText({ kind }: DaysOffRefusal): string {
  switch (kind) {
    case 'over':
      return ownText.offOver;
    case 'reversed':
      return ownText.offReversed;
    case 'without-start':
      return ownText.offWithoutStart;
    case 'too-many':
      return ownText.offTooMany(MOST_DAYS_OFF);
  }
}
