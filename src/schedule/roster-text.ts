import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { RosterCount, RosterRefusal } from './domain/roster.ts';

/** Words of 受講者名簿. */
export const rosterText = {
  title: '受講者名簿',
  lead: '派遣先から届いた名簿です。指導と安全の連絡のほかには使わず、公開する画面には出ません。',
  counted: '人数の数え方',
  byNumber: '名簿は使っていません。受講者数は、実施を記録するときに入力します。',
  open: '名簿を開く',
  make: '名簿を作る',
  emptyTitle: '名簿はまだありません',
  emptyLead:
    'Excelの名簿を貼り付けるか、1人ずつ入力してください。名簿を使わないときは、実施を記録するときに受講者数を入力します。',
  paste: 'Excelから貼り付ける',
  edit: '名簿を直す',
  print: '印刷用の名簿',
  carry: (number: string, day: string, listed: number) => `${number}（${day}）の名簿${listed}人を引き継ぐ`,
  back: '派遣に戻る',
  came: '出席',
  absent: '欠席',
  notRecorded: '未記録',
  record: '出席を記録する',
  recordLead: '来た人に印を付けて記録します。印の数が、この派遣の受講者数になります。',
  recordEarly: (day: string) => `出席は、実施日（${day}）から記録できます。`,
  everyone: '全員を出席として記録する',
  all: '出席した人',
  row: '番号',
  attendance: '出欠',
  expected: (trainees: number, listed: number) =>
    `派遣の受講者数は${trainees}人、名簿は${listed}人です。出席を記録すると、受講者数は出席した人数になります。`,
  conflict: '開いている間に、ほかの人がこの派遣か名簿を変更しました。いまの内容を確かめて、もう一度入力してください。',
  editLead: '行の氏名を消すと、その人を名簿から除きます。空いている行には、人を加えられます。',
  lineOf: (line: number) => `${line}行目`,
  save: '名簿を保存する',
  cancel: 'やめる',
  pasteLead:
    'Excelで名簿の範囲をコピーして、下の欄に貼り付けてください。1行が1人です。1行目に「氏名」などの見出しがあれば、列の順番は自由です。',
  pasteOrder: '見出しがないときの列の順番：氏名、フリガナ、年齢か生年、所属・学年、目標の級',
  pasted: '貼り付ける欄',
  check: '内容を確かめる',
  checked: '取り込む内容',
  checkLead: 'まだ取り込んでいません。内容を確かめてから取り込んでください。',
  checkWrong: '読み取れない行があるため、まだ取り込めません。上の欄で直して、もう一度確かめてください。',
  nothingPasted: '貼り付けた内容がありません。Excelで名簿の範囲をコピーして、この欄に貼り付けてください。',
  left: (columns: readonly string[]) => `取り込まない列：${columns.join('、')}`,
  take: (count: number) => `${count}人を名簿に加える`,
  note: '確かめること',
  sheetTitle: '受講者名簿（出席簿）',
  sheetLead: '印刷して当日に使います。来た人の「出席」の欄に印を付けてください。',
  sheetNumber: (number: string) => `派遣番号 ${number}`,
  sheetFoot: '記入が終わったら、コーナーの職員に渡してください。写しを残さず、第三者に見せないでください。',
} as const;

/** 「12人（出席10人）」 */
export function rosterCountText({ listed, present }: RosterCount): string {
  return present === null ? `${listed}人` : `${listed}人（出席${present}人）`;
}

/** Why the roster stayed as it was, and what to do (FRM-32). */
export function rosterRefusalText(refusal: RosterRefusal): string {
  switch (refusal.kind) {
    case 'cancelled':
      return 'この派遣は中止になっているため、名簿は変更できません。中止が誤りのときは、先に派遣の状態を直してください。';
    case 'too-many':
      return `名簿は${refusal.limit}人までです（${refusal.count}人になります）。人数が多いときは名簿を使わず、受講者数を入力してください。`;
    case 'nothing-earlier':
      return '同じ要請のほかの派遣に名簿がないため、引き継げません。Excelから貼り付けるか、1人ずつ入力してください。';
    case 'no-roster':
      return '名簿に人がいないため、出席は記録できません。先に名簿を作るか、派遣の画面で受講者数を入力してください。';
    case 'not-yet':
      return `実施日（${formatSlashDate(refusal.day)}）が来ていないため、出席は記録できません。実施日から記録してください。`;
  }
}
