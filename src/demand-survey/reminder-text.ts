/** Words of the reminders. */
export const reminderText = {
  title: '督促',
  lead: '調査票を送り、回答も辞退もまだない調査先です。',
  caption: 'まだ回答していない調査先',
  none: {
    title: '督促する調査先はありません',
    lead: '送付を記録した調査先のうち、回答も辞退もしていない調査先が、ここに出ます。',
  },
  by: '督促の方法',
  byMail: 'メール',
  byPaper: '印刷',
  explain: (mails: number, papers: number) =>
    `今日まだ督促していない調査先は${mails + papers}件です。メールアドレスのある${mails}件は送信箱に下書きを作り、${papers}件は督促状を印刷します。どちらも今日の督促として記録します。`,
  button: (count: number) => `${count}件の督促を記録する`,
  done: (mailed: string, printed: string) =>
    `督促を記録しました。送信箱の下書き${mailed}件、印刷する督促状${printed}件です。`,
  outbox: '送信箱を開く',
  print: '督促状を印刷する',
  today: '今日の督促は、すべて記録しました。',
} as const;
