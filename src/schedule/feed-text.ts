import { formatEraDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import type { FeedKind, FeedRefusal } from './domain/calendar-feed.ts';

/** Words of カレンダー配信. */
export const feedText = {
  title: 'カレンダー配信',
  lead: 'スマートフォンやOutlookなどのカレンダーに、派遣の予定が自動で入ります。日時の変更と中止も入ります。受講者の情報は入りません。',
  of: (name: string) => `${name}の派遣`,
  none: '配信のアドレスはまだありません。',
  open: (until: PlainDate) => `配信しています。${formatEraDate(until)}まで使えます。`,
  issued: (when: string, who: string) => `${when}に${who}が作りました。`,
  make: 'アドレスを作る',
  replace: 'アドレスを作り直す',
  replaceLead: '作り直すと、前のアドレスは使えなくなります。アドレスが人に知られたときは、作り直してください。',
  stop: '配信をやめる',
  stopped: '配信をやめました。前のアドレスは使えません。',
  madeTitle: 'アドレスを作りました',
  madeLead: (until: PlainDate) =>
    `この画面を閉じると、アドレスは二度と表示できません。いまカレンダーに登録するか、本人に渡してください。${formatEraDate(until)}まで使えます。`,
  address: 'カレンダーのアドレス',
  how: 'カレンダーの「URLで追加」「インターネットから予定表を追加」などに、このアドレスを貼り付けてください。アドレスを知っている人はだれでも予定を見られます。ほかの人に教えないでください。',
  own: '自分の予定をカレンダーに入れる',
  coordinatorOf: '担当の予定のカレンダー配信',
} as const;

/** How the calendar is called in somebody's program. */
export function feedName(name: string): string {
  return `${name}：ものづくりマイスター等の派遣`;
}

type Told = {
  readonly kind: FeedKind;
  readonly isCancelled: boolean;
  readonly number: string;
  readonly host: string;
  readonly trade: string;
  readonly program: string;
  readonly instructors: readonly string[];
  readonly coordinator: string | null;
};

/** The line of a visit: a host knows where it is, the others know what for. */
export function feedSummary({ kind, isCancelled, host, trade, program }: Told): string {
  const what = kind === 'host' ? `${program} ${trade}` : `${host} ${trade}`;
  return isCancelled ? `【中止】${what}` : what;
}

/** What stands below it: numbers, and the people that meet there. */
export function feedDescription({ kind, number, program, instructors, coordinator }: Told): string {
  const people = kind === 'instructor' ? [] : [`マイスター等：${instructors.join('、')}`];
  const desk = coordinator === null ? [] : [`コーナーの担当：${coordinator}`];
  return [`派遣番号：${number}`, `事業区分：${program}`, ...people, ...desk].join('\n');
}

/** Why there is no calendar, to whoever opens the address in a browser. */
export function feedRefusalText({ kind }: FeedRefusal): string {
  switch (kind) {
    case 'unknown':
      return 'このアドレスのカレンダーはありません。アドレスの最後まで写っているか確かめてください。';
    case 'ended':
      return 'このアドレスの配信は終わりました。地域技能振興コーナーに、新しいアドレスを頼んでください。';
    case 'too-often':
      return '短い間に何度も読み込まれたため、止めています。1時間ほど待ってから、もう一度読み込んでください。';
  }
}
