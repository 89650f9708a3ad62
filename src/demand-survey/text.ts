import { formatSlashDate } from '#kernel/japanese-era.ts';
import type { PlainDate } from '#kernel/plain-date.ts';
import { answerChannels, type AnswerChannel } from './domain/demand-answer.ts';
import { demandSurveyStates, type DemandSurveyCommand, type DemandSurveyState } from './domain/demand-survey.ts';
import { recipientStates, type RecipientState } from './domain/recipient.ts';

/** Words of the 派遣希望調査 pages. */
export const demandText = {
  title: '派遣希望調査',
  lead: '学校・業界団体・事業所に、次の年度などの派遣の希望をたずねる調査です。上の年度は、希望をたずねる年度です。',
  add: '調査を作る',
  create: '調査を作る',
  edit: '調査を編集',
  save: '保存する',
  register: '作る',
  groups: [
    { heading: '調査', keys: ['title', 'answerBy', 'classes'] },
    { heading: '調査票', keys: ['note'] },
  ],
  number: '番号',
  name: '調査の名称',
  answerBy: '回答の期限',
  state: '状態',
  recipients: '調査先',
  answered: '回答',
  nothingYet: {
    title: 'この年度の派遣希望調査はまだありません',
    lead: '調査を作り、派遣先の名簿から調査先を選んで始めてください。',
  },
  conflict: '開いている間に、ほかの人が変更しました。画面を開き直し、いまの内容を確かめてからやり直してください。',
  steps: { start: '調査を始める', close: '調査を締め切る', reopen: '調査を再開する' } as const satisfies Record<
    DemandSurveyCommand,
    string
  >,
  choose: '調査先を選ぶ',
  forms: '調査票を印刷する',
  reminders: '督促する',
  results: '結果を見る',
  send: {
    title: '送付を記録する',
    lead: (count: number) => `まだ送っていない調査先は${count}件です。送った方法を選び、今日の送付として記録します。`,
    way: '送付の方法',
    class: '調査先の区分',
    everyClass: 'すべての区分',
    mailHint: '「メール」は、メールアドレスのある調査先だけに、送信箱へ下書きを作ります',
    button: '送付を記録する',
    done: (count: number) => `${count}件の送付を記録しました。`,
  },
  list: {
    caption: '調査先',
    number: '調査票番号',
    host: '派遣先',
    class: '区分',
    state: '状態',
    sentOn: '送付日',
    remindedOn: '督促日',
    answer: '回答',
    wants: (wants: boolean | null) => (wants === null ? '' : wants ? '希望あり' : '希望なし'),
    search: '検索',
    searchHint: '調査票番号・名称',
    nothingFits: { title: '条件に合う調査先はありません', lead: '条件を減らしてください。' },
    nothingYet: {
      title: '調査先はまだ選ばれていません',
      lead: '「調査先を選ぶ」から、派遣先の名簿の区分と地域でまとめて選んでください。',
    },
  },
} as const;

/** The word of a state of a survey. */
export function surveyStateLabel(state: DemandSurveyState): string {
  return demandSurveyStates.find(({ code }) => code === state)?.label ?? state;
}

/** The word of a state of a recipient. */
export function recipientStateLabel(state: RecipientState): string {
  return recipientStates.find(({ code }) => code === state)?.label ?? state;
}

/** The word of the way by which an answer came. */
export function channelLabel(channel: AnswerChannel): string {
  return channel === 'web' ? '回答の画面' : (answerChannels.find(({ code }) => code === channel)?.label ?? channel);
}

/** What happens next with a survey, and who does it. */
export function nextOfSurvey(
  state: DemandSurveyState,
  {
    recipients,
    notSent,
    answerBy,
    isOver,
  }: {
    readonly recipients: number;
    readonly notSent: number;
    readonly answerBy: PlainDate;
    readonly isOver: boolean;
  },
): string {
  if (state === 'closed')
    return '締め切りました。職員が、希望を派遣要請にします。遅れた回答を入力するときは再開します。';
  if (state === 'draft')
    return recipients === 0 ? 'まず、職員が調査先を選びます。' : '調査先を確かめ、職員が調査を始めます。';
  if (notSent > 0) return `まだ送っていない調査先が${notSent}件あります。職員が調査票を送り、送付を記録します。`;
  return isOver
    ? `回答の期限（${formatSlashDate(answerBy)}）を過ぎました。職員が督促するか、調査を締め切ります。`
    : `${formatSlashDate(answerBy)}まで回答を待ちます。紙やFAXの回答は、職員が入力します。`;
}
