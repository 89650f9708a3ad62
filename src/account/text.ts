import { instantText } from '#platform/instant-text.ts';
import type { SignInRefusal, SecondFactorRefusal } from './sign-in.server.ts';
import type { AccountChange, AccountChangeRefusal } from './domain/account-change.ts';
import type { ApiTokenRefusal, TokenAccess } from './domain/api-token-rule.ts';
import type { PasswordRefusal } from './domain/password-rule.ts';
import type { SamePassword } from './own-account.server.ts';
import type { EmailTaken } from './create-account.server.ts';
import type { EnrolmentRefusal } from './second-factor.server.ts';
import type { PasswordGuessRefusal } from './password-guess.server.ts';

/** Words that several pages of this slice share. */
export const accountText = {
  email: 'メールアドレス',
  emailMissing: 'メールアドレスが入力されていません。登録したメールアドレスを入力してください。',
  name: '氏名',
  nameMissing: '氏名が入力されていません。氏名を入力してください。',
  password: 'パスワード',
  passwordMissing: 'パスワードが入力されていません。パスワードを入力してください。',
  role: '役割',
  corner: 'コーナー',
  noCorner: '（所属なし）',
  secondFactor: '二要素認証',
  enrolled: '設定済み',
  notEnrolled: '未設定',
  lastLogin: '最終サインイン',
  never: 'まだありません',
  signOut: 'サインアウト',
  continue: '次へ進む',
  print: '印刷するか書き写して、鍵のかかる場所に保管してください。',
} as const;

export const signInText = {
  title: 'サインイン',
  submit: 'サインインする',
  help: 'パスワードを忘れたとき、初めて使うとき',
  helpLead: 'コーナー長に連絡してください。コーナー長が「利用者」の画面で仮のパスワードを発行します。',
  forInstructors: 'マイスター等の方の入口',
  demonstration: '体験用の利用者',
  demonstrationLead: (password: string) =>
    `氏名・団体名はすべて架空のものです。役割を選ぶと、その人としてサインインします。パスワードは全員「${password}」です。`,
  demonstrationSubmit: (role: string) => `${role}としてサインイン`,
  secondTitle: '確認コードの入力',
  secondLead: 'スマートフォンなどの認証アプリに表示されている6桁の数字を入力してください。',
  code: '確認コード',
  codeHint: '6桁の数字。30秒ごとに変わります。',
  codeMissing: '確認コードが入力されていません。認証アプリの6桁の数字を入力してください。',
  backup: '認証アプリが手元にないとき',
  backupLead:
    '設定したときに保管した予備コードを1つ入力してください。使った予備コードは使えなくなります。予備コードもないときは、コーナー長に二要素認証の解除を依頼してください。',
  backupCode: '予備コード',
  backupHint: '例：abcde-FGHJK（大文字と小文字を区別します）',
  backupMissing: '予備コードが入力されていません。保管した予備コードを1つ入力してください。',
  restart: 'サインインからやり直す',
} as const;

export const ownText = {
  title: '自分の設定',
  back: '最初の画面へ戻る',
  previousLogin: '前回のサインイン',
  previousLoginNote: '身に覚えがない日時のときは、パスワードを変更し、コーナー長に連絡してください。',
  thisLogin: '今回のサインイン',
  change: '変更する',
  setUp: '設定する',
  sessions: 'サインイン中の端末',
  sessionsLead: '使っていない端末や覚えのない端末は、サインアウトさせてください。',
  device: '端末',
  unknownDevice: '不明な端末',
  thisDevice: 'この端末',
  since: 'サインインした日時',
  address: '接続元',
  act: '操作',
  end: 'サインアウトさせる',
  endOthers: 'ほかの端末をすべてサインアウトさせる',
  changePassword: 'パスワードの変更',
  changePasswordLead: '変更すると、ほかの端末はすべてサインアウトします。',
  current: '現在のパスワード',
  currentMissing: '現在のパスワードが入力されていません。いま使っているパスワードを入力してください。',
  wanted: '新しいパスワード',
  wantedHint: (shortest: number) => `${shortest}文字以上128文字まで。文字の種類は自由です。貼り付けもできます。`,
  wantedMissing: '新しいパスワードが入力されていません。新しいパスワードを入力してください。',
  submitPassword: 'パスワードを変更する',
  done: {
    password: 'パスワードを変更し、ほかの端末をサインアウトさせました。',
    session: '端末をサインアウトさせました。',
    others: 'ほかの端末をすべてサインアウトさせました。',
  },
} as const;

export const ownPasswordText = {
  title: '自分のパスワードを決める',
  lead: 'いまのパスワードは、渡した人も知っている仮のものです。自分だけのパスワードに変えると、匠デスクを使えるようになります。',
} as const;

export const secondFactorText = {
  title: '二要素認証の設定',
  lead: 'パスワードのほかに、認証アプリの6桁の数字でも本人を確かめます。設定は1回だけで、3分ほどで終わります。',
  steps: {
    app: '1. 認証アプリを用意する',
    appLead:
      'スマートフォンに「Google Authenticator」「Microsoft Authenticator」などの認証アプリを入れてください。すでにあれば、それを使えます。',
    scan: '2. QRコードを読み取る',
    scanLead:
      'アプリの「追加」を選び、下の図を読み取ってください。読み取れないときは、アプリに設定キーを入力してください。',
    qrCode: '認証アプリで読み取るQRコード',
    key: '設定キー',
    code: '3. アプリに出た数字を入力する',
  },
  submit: 'この数字で設定する',
  doneTitle: '二要素認証を設定しました',
  renewedTitle: '予備コードを作り直しました',
  codesTitle: '予備コード',
  codesLead: '認証アプリが使えないときに、1つにつき1回だけサインインできる番号です。この画面でしか表示しません。',
  owner: '利用者',
  enrolledTitle: '二要素認証',
  enrolledLead: (left: number) => `設定済みです。予備コードは残り${left}個です。`,
  renew: '予備コードを作り直す',
  renewLead: '前の予備コードは使えなくなります。',
  replace: '別の端末に設定し直す',
  replaceLead:
    '機種変更などで認証アプリを入れる端末が替わるときに使います。いまの設定はすぐに使えなくなり、続けて新しい設定をします。',
} as const;

export const manageText = {
  feed: 'カレンダー配信',
  title: '利用者',
  lead: 'このコーナーで匠デスクを使う人の一覧です。1人に1つ登録し、共用はしません。',
  add: '利用者を追加する',
  addTitle: '利用者の追加',
  addLead: '仮のパスワードを1回だけ表示します。本人に直接渡してください。',
  addSubmit: '追加する',
  cancel: 'やめる',
  roleHint: '役割によって使える画面が変わります。',
  roleMissing: '役割が選ばれていません。役割を選んでください。',
  state: '状態',
  active: '使用中',
  disabled: '停止中',
  you: 'あなた',
  inventory: '年度の棚卸し',
  inventoryLead: '年度の初めに、この画面を印刷して一人ずつ確かめ、退職・異動した人を停止してください。',
  confirmed: '確認',
  confirmedOn: '確認日　　　　年　　月　　日　　　確認者',
  created: '登録日',
  temporaryTitle: '仮のパスワード',
  temporaryLead: 'この画面でしか表示しません。本人に直接伝えてください。最初のサインインで、本人に変更を求めます。',
  changeRole: '役割を変える',
  changeRoleLead: '変えると、この人はいったんサインアウトします。',
  disable: '利用を停止する',
  disableLead:
    '退職・異動のときに使います。すぐにサインアウトし、サインインできなくなります。記録と履歴は残り、後から再開できます。',
  enable: '利用を再開する',
  enableLead: '同じメールアドレスとパスワードで、またサインインできるようになります。',
  resetSecondFactor: '二要素認証を解除する',
  resetSecondFactorLead:
    '端末をなくした人が、次のサインインで設定し直せるようにします。本人であることを、会うか電話で確かめてから行ってください。',
  resetPassword: '仮のパスワードを発行する',
  resetPasswordLead:
    'パスワードを忘れた人に使います。いまのパスワードは使えなくなります。本人であることを確かめてから行ってください。',
  own: 'これはあなた自身です。役割・停止・解除は、ほかの管理者に依頼してください。パスワードと端末は「自分の設定」で変えられます。',
  history: '変更の履歴',
} as const;

export const doneText: Readonly<Record<AccountChange['kind'], string>> = {
  role: '役割を変えました。',
  disable: '利用を停止し、すべての端末をサインアウトさせました。',
  enable: '利用を再開しました。',
  'reset-second-factor': '二要素認証を解除しました。次のサインインで設定し直します。',
  'reset-password': '仮のパスワードを発行しました。',
};

export const apiTokenText = {
  title: 'API の合言葉',
  lead: 'ほかのシステムや表計算ソフトから、あなたの権限で匠デスクのデータを読み書きするための合言葉です。',
  issueTitle: '合言葉を発行する',
  name: '使いみち',
  nameHint: '例：県への月次報告の集計',
  lastDay: '有効期限',
  lastDayHint: (latest: string) => `この日まで使えます。1年以内（${latest}まで）。`,
  lastDayMissing: '有効期限が入力されていません。1年以内の日を入力してください。',
  lastDayUnreadable: '有効期限を読み取れません。「2026/11/21」の形で入力してください。',
  access: '範囲',
  accessHint: '集計や表示に使うだけのときは、読み取りだけにしてください。合言葉が漏れても、記録は書き換えられません。',
  accessMissing: '範囲が選ばれていません。読み取りだけか、読み書きかを選んでください。',
  submit: '発行する',
  issuedTitle: '合言葉を発行しました',
  issuedLead: 'この画面でしか表示しません。使うシステムの設定にすぐに写し、紙やメールには書かないでください。',
  header: '送信するときのヘッダー',
  owner: '発行した人',
  created: '発行日時',
  state: '状態',
  valid: '有効',
  expired: '期限切れ',
  revoked: '失効済み',
  act: '操作',
  revoke: '失効させる',
  revokedDone: '合言葉を失効させました。',
  emptyTitle: '発行した合言葉はありません',
  emptyLead: '下の欄から発行できます。',
} as const;

/** What a token may do, in the words of its list. */
export const tokenAccessNames: Readonly<Record<TokenAccess, string>> = {
  read: '読み取りだけ',
  write: '読み書き',
};

export function signInRefusalText(refusal: SignInRefusal | SecondFactorRefusal): string {
  switch (refusal.kind) {
    case 'wrong':
      return 'サインインできません。メールアドレスかパスワードが違います。入力し直してください。';
    case 'wrong-code':
      return '確認できません。コードが違うか、時間が過ぎています。いま表示されているコードを入力してください。';
    case 'expired':
      return '確認できません。時間が過ぎたか、続けて間違えたため、この確認を終了しました。サインインからやり直してください。';
    case 'disabled':
      return 'サインインできません。この利用者は停止されています。使う必要があるときは、コーナー長に連絡してください。';
    case 'locked':
      return lockedText(refusal);
  }
}

function lockedText({ by, failures, until }: Extract<SignInRefusal, { kind: 'locked' }>): string {
  const cause =
    by === 'account'
      ? `このメールアドレスのサインインが続けて${failures}回失敗した`
      : `この接続元からのサインインが続けて${failures}回失敗した`;
  return `サインインできません。${cause}ため、${instantText(until)}まで受け付けを止めています。その後にやり直すか、パスワードが分からないときはコーナー長に連絡してください。`;
}

export function passwordRefusalText(refusal: PasswordRefusal | SamePassword): string {
  switch (refusal.kind) {
    case 'same-password':
      return '新しいパスワードが、いまのパスワードと同じです。別のパスワードにしてください。';
    case 'too-short':
      return `新しいパスワードが短すぎます（${refusal.length}文字）。${refusal.shortest}文字以上にしてください。`;
    case 'too-long':
      return `新しいパスワードが長すぎます（${refusal.length}文字）。${refusal.longest}文字までにしてください。`;
    case 'own-words':
      return '新しいパスワードは推測されやすいものです。氏名・メールアドレス・「匠デスク」をほとんどそのまま使っています。関係のない言葉を加えてください。';
    case 'guessable':
      return '新しいパスワードは推測されやすいものです。よく使われる言葉や、続く数字・同じ文字でできています。関係のない言葉をいくつか並べてください。';
  }
}

export function passwordGuessText(refusal: PasswordGuessRefusal): string {
  return refusal.kind === 'wrong-password'
    ? 'いまのパスワードと合いません。入力し直してください。'
    : `続けて間違えたため、${instantText(refusal.until)}まで受け付けを止めています。その後にやり直してください。`;
}

export function enrolmentRefusalText(_: EnrolmentRefusal): string {
  return '数字がアプリと合いません。時間が過ぎたか、端末の時計がずれています。いま表示されている数字を入力してください。続くときは端末の日時を自動設定にしてください。';
}

export function additionRefusalText(
  refusal: EmailTaken | { readonly kind: 'unknown-role'; readonly role: string },
): string {
  return refusal.kind === 'email-taken'
    ? `メールアドレス「${refusal.email}」はすでに使われています。停止中の利用者なら一覧から再開し、別の人なら別のアドレスにしてください。`
    : `役割「${refusal.role}」はコーナーでは使えません。一覧から選んでください。`;
}

export function changeRefusalText(refusal: AccountChangeRefusal): string {
  switch (refusal.kind) {
    case 'own-account':
      return '自分自身の役割・停止・解除は変えられません。ほかの管理者に依頼してください。';
    case 'unknown-role':
      return `役割「${refusal.role}」はコーナーでは使えません。一覧から選んでください。`;
    case 'nothing-to-change':
      return '変更はありません。すでにその状態です。';
  }
}

export function apiTokenRefusalText(refusal: ApiTokenRefusal, dayText: (day: string) => string): string {
  switch (refusal.kind) {
    case 'name-missing':
      return '使いみちが入力されていません。後から見分けられるように入力してください。';
    case 'expires-too-early':
      return `有効期限が過ぎています。${dayText(refusal.earliest)}以後の日を入力してください。`;
    case 'expires-too-late':
      return `有効期限が長すぎます。1年以内の${dayText(refusal.latest)}までの日を入力してください。`;
  }
}
