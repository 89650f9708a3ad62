import { formatEraDate, formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { AttemptsLocked } from '#account/attempt-limits.server.ts';
import type { IntentReplyRefusal } from './domain/intent-enquiry.ts';
import type { UpkeepCommand, UpkeepRefusal, UpkeepState } from './domain/upkeep.ts';
import type { UpkeepView } from './upkeep-queries.server.ts';

/** Words of the 活動の確認 pages. */
export const upkeepText = {
  title: '活動の確認',
  lead: '3年間活動のない登録者に、続ける意向を確認します。続ける人には再講習か最新のテキスト・事例集、続けない人は登録の解除へ進めます。',
  views: {
    dormant: '3年間活動なし',
    soon: '6か月以内に3年',
    running: '確認中',
    ended: '登録の終わった人',
  } satisfies Record<UpkeepView, string>,
  viewLeads: {
    dormant: '職員が、意向を確認する手紙を送ります。先に派遣できる仕事がないかも確かめてください。',
    soon: '期限までに派遣すると、登録が続きます。マイスター等を選ぶ画面では、この人たちに点が加わります。',
    running: '返事・再講習・資料の送付を待っている人です。',
    ended: '登録を解除した人、退任・死亡・取消の人です。過去の派遣は実績に数え続けます。',
  } satisfies Record<UpkeepView, string>,
  empty: {
    dormant: '3年間活動のない登録者はいません',
    soon: '6か月以内に3年を迎える登録者はいません',
    running: '確認中の人はいません',
    ended: '登録の終わった人はいません',
  } satisfies Record<UpkeepView, string>,
  nothingFits: '条件に合う人はいません',
  nothingFitsLead: '条件を減らすか、ほかの表示を選んでください。',
  search: '検索',
  searchHint: '番号・氏名・フリガナ・所属・回答の受付番号',
  receipt: '回答の受付番号',
  trade: '職種',
  municipality: '市区町村',
  activeFrom: '最終活動日（から）',
  activeTo: '最終活動日（まで）',
  dayUnread: '日付として読めないため、この条件では絞っていません。例：2022/11/30、R4.11.30',
  emptyLead: 'この一覧は、派遣の実施日と最終活動日から毎日作ります。',
  name: '氏名',
  number: '番号',
  state: '状態',
  lastActivity: '最終活動日',
  lapse: '3年の期限',
  endedOn: '終わった日',
  never: '記録なし',
  view: '表示',
  instructorPage: '登録の内容を見る',
  history: '経緯',
  noHistory: 'まだ手続はありません。',
  onBehalf: '本人に代わって入力',
  byPerson: '本人がリンクから回答',
  happenedOn: '日付',
  happenedOnHint: '手紙を送った日、返事を受けた日など。例：2022/11/30',
  reason: '理由・聞いたこと',
  reasonHint: '退任・取消のときは必ず入力します',
  command: '行うこと',
  proceed: '記録する',
  proceedTitle: '次の手続を記録する',
  letters: '手紙',
  intentLetter: '意向確認の手紙',
  endLetter: '登録解除の通知',
  word: '案を作る（Word）',
  letterLead: 'まだ番号のない案です。確かめて発行すると、文書番号が付き、文書の発行簿に控えが残ります。',
  issueTitle: '手紙を発行する',
  issueLead: '発行すると番号が付き、取り消せません。発行した手紙は、ここから何度でも同じものを印刷できます。',
  issue: 'この手紙を発行する',
  issueAgain: '新しい番号でもう一度発行する',
  issueAgainLead: '同じ手紙を印刷するときは、上の控えを開いてください。もう一度発行すると、別の番号が付きます。',
  issuedOn: (number: string, day: string) => `${number}（${day} 発行）の控え（Word）`,
  ownTemplate: 'この手紙は、コーナーのひな形で作ります',
  ownTemplateLead: '文面は「案を作る（Word）」で確かめてください。',
  toTemplate: 'ひな形を見る',
  print: '印刷する',
  enquiry: '意向の確認',
  askedOn: '手紙の日付',
  expiresOn: 'リンクの期限',
  answer: '回答',
  note: '本人の言葉',
  answers: { willing: '続ける', unwilling: '続けない' },
  waiting: '回答待ち',
  closed: '回答なし（次の手続へ進みました）',
  plannedVisits: '予定の派遣',
  conflict: '開いている間に、ほかの人がこの人の手続を進めました。いまの状態を確かめて、もう一度記録してください。',
} as const;

const states: Readonly<Record<UpkeepState, string>> = {
  active: '活動中',
  dormant: '休眠（3年間活動なし）',
  'intent-asked': '意向を確認中',
  willing: '続ける意向',
  unwilling: '続けない意向',
  're-course': '再講習の受講待ち',
  'material-sent': '最新の資料を送付済み',
  reconfirmed: '再確認済み',
  deregistered: '登録解除',
  resigned: '退任',
  deceased: '死亡',
  revoked: '登録取消',
};

export function upkeepStateLabel(state: UpkeepState): string {
  return states[state];
}

const commands: Readonly<Record<UpkeepCommand, string>> = {
  'become-dormant': '3年間活動がなくなった',
  'ask-intent': '意向を確認する手紙を送る',
  'answer-willing': '「続ける」と返事があった',
  'answer-unwilling': '「続けない」と返事があった',
  'arrange-recourse': '再講習を受けてもらう',
  'send-material': '最新のテキスト・事例集を送った',
  reconfirm: '続けられることを確かめた',
  reactivate: '活動中に戻す',
  resume: '活動があったので、確認をやめる',
  deregister: '登録を解除する',
  resign: '退任の申し出があった',
  'record-death': '亡くなられた',
  revoke: '登録が取り消された',
};

export function upkeepCommandLabel(command: UpkeepCommand): string {
  return commands[command];
}

/** What happens next, and who does it. */
const nextSteps: Readonly<Record<UpkeepState, string>> = {
  active: '活動中です。3年間活動がないと、ここに「休眠」と出ます。',
  dormant: '職員が、意向を確認する手紙を送ります。派遣できる仕事があれば、派遣して活動に戻すこともできます。',
  'intent-asked': '本人が、手紙のリンク・電話・FAXで返事をします。電話などで聞いたときは、職員が代わりに記録します。',
  willing: '職員が、再講習を案内するか、最新のテキスト・事例集を送ります。',
  unwilling: '職員が、登録を解除し、通知を送ります。候補には出ません。',
  're-course': '本人が再講習を受けます。修了したら、職員が続けられることを確かめます。',
  'material-sent': '職員が、資料が届いたことと、続けられることを本人に確かめます。',
  reconfirmed: '職員が、活動中に戻します。3年は再確認した日から数えます。',
  deregistered: '登録を解除しました。候補にも一覧にも出ません。過去の派遣は実績に数えます。',
  resigned: '退任しました。候補にも一覧にも出ません。過去の派遣は実績に数えます。',
  deceased: '亡くなられました。候補にも一覧にも出ません。過去の派遣は実績に数えます。',
  revoked: '登録が取り消されました。候補にも一覧にも出ません。過去の派遣は実績に数えます。',
};

export function nextStepText(state: UpkeepState): string {
  return nextSteps[state];
}

/** Why a step was not taken, and what to do (FRM-32). */
export function upkeepRefusalText(refusal: UpkeepRefusal): string {
  switch (refusal.kind) {
    case 'not-possible':
      return `「${upkeepStateLabel(refusal.state)}」の人に「${upkeepCommandLabel(refusal.command)}」は記録できません。いまの状態で行えることから選んでください。`;
    case 'in-the-future':
      return `日付（${formatSlashDate(refusal.day)}）はまだ来ていない日です。今日（${formatSlashDate(refusal.today)}）以前の日を入力してください。`;
    case 'planned-visits':
      return `予定の派遣が${refusal.count}回残っているため、登録を終えられません。先に別の人に替えるか、中止にしてください。`;
    case 'recourse-open':
      return '意向を確認した後に修了した再講習がありません。講習の結果に「修了」を記録するか、最新のテキスト・事例集の送付に替えてください。';
    case 'no-reason':
      return `「${upkeepCommandLabel(refusal.command)}」ときは理由が要ります。後から経緯を確かめるために、理由を入力してください。`;
  }
}

/** Words of the page behind the link of a letter: for people of 60 to 75 on a phone. */
export const replyText = {
  title: '活動を続けるかどうかの確認',
  greeting: (name: string) => `${name} 様`,
  lead: (office: string) =>
    `${office}からの手紙へのお返事です。この3年間、指導の記録がありません。これからも活動を続けるかどうかをお知らせください。`,
  question: 'これからの活動',
  willingNote: '再講習を受けていただくか、最新のテキストと事例集をお送りします',
  unwillingNote: '登録を解除し、通知をお送りします',
  note: 'お伝えになりたいこと',
  noteHint: '健康のこと、続けられる時期など。書かなくてもかまいません',
  steps: { input: '入力', confirm: '確認', done: '完了' },
  toConfirm: '入力した内容を確認する',
  confirmTitle: 'この内容で回答しますか',
  confirmLead: 'まだ回答していません。内容を確かめて、下のボタンを押してください。',
  correct: '修正する',
  correctOf: (term: string) => `「${term}」を修正する`,
  noNote: '（書いていません）',
  send: { willing: '「活動を続ける」と回答する', unwilling: '「活動を続けない」と回答する' },
  until: (day: PlainDate) => `回答できるのは${formatEraDate(day)}まで、1回だけです。`,
  missing: '「活動を続ける」か「活動を続けない」を選んでください。',
  done: '回答を受け付けました',
  receipt: (number: string) => `受付番号　${number}`,
  receiptLead: 'お問い合わせのときに、この番号をお知らせください。',
  answered: 'すでに回答をいただいています',
  doneLead: {
    willing: '「活動を続ける」と承りました。担当者から、再講習か資料の送付についてご連絡します。',
    unwilling:
      '「活動を続けない」と承りました。これまでのご指導に感謝いたします。担当者から、登録の解除の通知をお送りします。',
  },
  change: '回答を変えるときは、下の電話へご連絡ください。',
  privacy: (office: string) =>
    `お答えは、${office}が登録の確認のために使います。事業の委託元とセンターへの報告のほかには使いません。`,
  contact: (office: string, phone: string | null) => `${office}${phone === null ? '' : `（電話 ${phone}）`}`,
} as const;

/** What a page says that takes no answer, in a few words. */
export function replyRefusalTitle({ kind }: ReplyRefused): string {
  switch (kind) {
    case 'unknown':
      return 'このアドレスの手紙は見つかりません';
    case 'locked':
      return 'しばらく受け付けていません';
    case 'answered':
      return replyText.answered;
    case 'expired':
      return '回答の期限を過ぎました';
    case 'closed':
    case 'not-possible':
    case 'in-the-future':
    case 'planned-visits':
    case 'recourse-open':
    case 'no-reason':
      return 'このリンクでの回答の受付は終わりました';
  }
}

type ReplyRefused = { readonly kind: 'unknown' } | AttemptsLocked | IntentReplyRefusal | UpkeepRefusal;

/** Why a link takes no answer, and what to do instead. */
export function replyRefusalText(refusal: ReplyRefused): string {
  switch (refusal.kind) {
    case 'unknown':
      return 'アドレスが途中で切れているか、違っています。手紙のアドレスをはじめから入力し直すか、手紙にある電話へご連絡ください。';
    case 'locked':
      return '続けて何度も開かれたため、しばらく受け付けていません。15分ほど待って開き直すか、手紙にある電話へご連絡ください。';
    case 'answered':
      return 'すでに回答をいただいています。回答を変えるときは、手紙にある電話へご連絡ください。';
    case 'closed':
      return 'この手紙への回答の受付は終わりました。新しい手紙があればそのアドレスを開くか、手紙にある電話へご連絡ください。';
    case 'expired':
      return `回答の期限（${formatEraDate(refusal.expiresOn)}）を過ぎました。手紙にある電話へご連絡ください。`;
    case 'not-possible':
    case 'in-the-future':
    case 'planned-visits':
    case 'recourse-open':
    case 'no-reason':
      return '担当者がすでに手続を進めています。手紙にある電話へご連絡ください。';
  }
}
