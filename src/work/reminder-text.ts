import { formatEraDate } from '#kernel/japanese-era.ts';
import type { RemindedKind, ReminderCounts, ReminderFacts } from './domain/reminder.ts';

/** Words of reminders on the list. */
export const reminderText = {
  column: '催促',
  choose: (number: string, about: string) => `${number}　${about}を催促する相手に選ぶ`,
  one: '催促する',
  oneOf: (number: string, about: string) => `${number}　${about}に催促する`,
  many: '選んだ相手への催促の下書きを作る',
  manyLead:
    '催促のメールの下書きを送信箱に作ります。送信はしません。1件につき1日1回です。報告書はマイスター等に、アンケートは派遣先に宛てます。',
  last: (day: string) => `${day}に催促`,
  nothingChosen: '催促する相手が選ばれていません。左の欄で選んでから、もう一度押してください。',
  toOutbox: '送信箱を開く',
} as const;

/** What became of the reminders, in one line each. */
export function reminderNotice({ drafted, today, withoutAddress, gone }: ReminderCounts): {
  readonly title: string;
  readonly left: readonly string[];
} {
  return {
    title: drafted > 0 ? `催促の下書きを${drafted}件作りました` : '催促の下書きは作りませんでした',
    left: [
      ...(today > 0 ? [`${today}件は、今日すでに催促しています。`] : []),
      ...(withoutAddress > 0
        ? [`${withoutAddress}件は、メールアドレスが登録されていません。電話で連絡してください。`]
        : []),
      ...(gone > 0 ? [`${gone}件は、もう待っていません。`] : []),
    ],
  };
}

const bodies: Readonly<Record<RemindedKind, { readonly subject: string; readonly ask: string }>> = {
  'report-missing': {
    subject: 'マイスター活動報告書の提出のお願い',
    ask: '次の派遣のマイスター活動報告書が、まだ届いていません。本人用の画面から入力するか、紙の報告書を送ってください。',
  },
  'report-returned': {
    subject: 'マイスター活動報告書の修正のお願い',
    ask: '次の派遣のマイスター活動報告書について、直していただきたいところをお伝えしています。本人用の画面で確かめて、もう一度提出してください。',
  },
  'survey-missing': {
    subject: 'アンケートの回答のお願い',
    ask: '次の派遣のアンケートの回答が、まだ届いていません。お渡しした用紙のQRコードから答えるか、記入した用紙を送ってください。',
  },
};

/** The mail of a reminder, for staff to send. */
export function reminderMail(kind: RemindedKind, facts: ReminderFacts) {
  const { subject, ask } = bodies[kind];
  const { host, name, number, visitOn, office, phone } = facts;
  const toHost = kind === 'survey-missing';
  return {
    subject: `${subject}（派遣番号 ${number}）`,
    body: [
      ...(toHost ? [host] : []),
      `${name === '' ? 'ご担当者' : name} 様`,
      '',
      ask,
      '',
      `派遣番号：${number}`,
      `実施日：${formatEraDate(visitOn)}`,
      ...(toHost ? [] : [`派遣先：${host}`]),
      '',
      'このメールと行き違いで届いているときは、ご容赦ください。',
      '',
      office,
      ...(phone === null ? [] : [`電話 ${phone}`]),
    ].join('\n'),
  };
}
