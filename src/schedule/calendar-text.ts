import type { VisitWarning } from './domain/visit-warning.ts';

/** Words of the calendars of 派遣. */
export const calendarText = {
  views: '派遣の見方',
  list: '一覧',
  month: '月の予定',
  week: '週の予定',
  day: '日程表',
  previousMonth: '前の月',
  nextMonth: '次の月',
  previousWeek: '前の週',
  nextWeek: '次の週',
  previousDay: '前の日',
  nextDay: '次の日',
  lead: '日付を開くと、その日の日程表になります。中止した派遣も、中止と分かるように表示します。',
  dayLead: '印刷して持ち歩けます。担当を選ぶと、その人の日程だけになります。',
  emptyMonth: 'この月に、条件に合う派遣はありません。',
  emptyWeek: 'この週に、条件に合う派遣はありません。',
  emptyDay: 'この日に、条件に合う派遣はありません。',
  anybody: '全員',
  dayField: '日付',
  dayHint: '例：2022/11/30',
  dateUnread: '日付を読み取れないため、今日の日程を表示しています。例のように入力してください。',
  more: (count: number) => `ほか${count.toLocaleString('ja-JP')}件`,
  count: (count: number) => `${count.toLocaleString('ja-JP')}件`,
  shownOf: (shown: number, total: number) =>
    `${total.toLocaleString('ja-JP')}件のうち${shown.toLocaleString('ja-JP')}件を表示しています。条件を加えると残りを表示できます。`,
  timeUnknown: '時刻未定',
  notes: '注意',
  place: '所在地・電話',
} as const;

/** What deserves a second look, in words. */
export function visitWarningText(warning: VisitWarning): string {
  switch (warning) {
    case 'hours-unknown':
      return '同じ日に別の派遣（時刻未定）';
    case 'travel-short':
      return '同じ日に別の派遣（移動の時間が足りない）';
    case 'coordinator-twice':
      return '担当者が同じ時刻に別の派遣';
    case 'unavailable':
      return '本人の都合が悪い日';
  }
}
