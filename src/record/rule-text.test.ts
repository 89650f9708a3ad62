import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import type { RuleProblem } from './domain/rule-problem.ts';
import { problemText } from './text.ts';

const day = plainDate('2022-12-01');
const SENTENCES: readonly (readonly [string, RuleProblem, string])[] = [
  [
    '受講者数',
    { kind: 'ticked', typed: 8, came: 7 },
    '受講者数（8人）は、受講者名簿で出席に印がある7人と違います。受講者数を7人にするか、名簿の出席を直してください。',
  ],
  [
    '事業区分',
    { kind: 'decided', value: '実技指導' },
    '事業区分は、講習計画書が決裁されているため「実技指導」から変更できません。元に戻して保存するか、講習計画書を改めてから変更してください。',
  ],
  [
    '実施日',
    { kind: 'own-form', form: 'move' },
    '予定の日時は、理由とともに記録するため、この画面では変更できません。日時を元に戻して保存し、派遣の画面の「日時を変更する」から変更してください。',
  ],
  [
    '状態',
    { kind: 'own-form', form: 'cancel' },
    '中止は、区分と理由とともに記録するため、この画面ではできません。状態を「予定」に戻して保存し、派遣の画面の「中止にする」から記録してください。',
  ],
  [
    '派遣先番号',
    { kind: 'unknown-record', value: 'O-9', record: 'organization' },
    '派遣先番号「O-9」の派遣先は登録されていません。番号を確かめるか、先に派遣先を登録してください。',
  ],
  [
    '中止理由',
    { kind: 'needed-when', other: '状態', otherValue: '中止' },
    '中止理由が入力されていません。状態が「中止」のときは中止理由を入力してください。',
  ],
  [
    '中止理由',
    { kind: 'only-when', other: '状態', otherValue: '中止' },
    '中止理由は状態が「中止」のときだけ入力できます。中止理由を消すか、状態を「中止」にしてください。',
  ],
  [
    '終了',
    { kind: 'not-after', value: '10:00', other: '開始', otherValue: '10:00' },
    '終了（10:00）は開始（10:00）より後にしてください。',
  ],
  [
    '状態',
    { kind: 'not-yet', value: '実施', day, today: plainDate('2022-11-30') },
    '状態を「実施」にできるのは今日（2022/11/30（水））までの派遣です。2022/12/01（木）はまだ来ていません。日付か状態を直してください。',
  ],
  [
    '認定年月日',
    { kind: 'in-the-future', day, today: plainDate('2022-11-30') },
    '認定年月日（2022/12/01（木））はまだ来ていない日です。今日（2022/11/30（水））以前の日を入力してください。',
  ],
  [
    '派遣先番号',
    {
      kind: 'unfit-host',
      value: 'O-2',
      hostKind: '小中学校',
      event: 'ものづくりフェア',
      hostKinds: ['公共施設等', 'その他'],
    },
    '派遣先番号「O-2」の派遣先の区分は「小中学校」です。「ものづくりフェア」の派遣先は、公共施設等・その他から選んでください。',
  ],
  [
    '派遣先番号',
    { kind: 'differs', value: 'O-2', record: '要請「R-1」', expected: 'O-1' },
    '派遣先番号「O-2」は、要請「R-1」の派遣先番号「O-1」と違います。どちらかを直してください。',
  ],
  [
    '登録番号',
    {
      kind: 'overlaps',
      value: 'M-1',
      name: '山田 太郎',
      day,
      startsAt: '10:00',
      endsAt: '12:00',
      visit: 'V-1',
      host: '髙﨑精機㈱',
    },
    '登録番号「M-1」の山田 太郎さんは、2022/12/01（木）10:00〜12:00に派遣「V-1」（髙﨑精機㈱）があり、時間が重なります。日時を変えるか、別のマイスター等にしてください。',
  ],
  [
    '登録番号',
    { kind: 'registration-ended', value: 'M-1', name: '山田 太郎', endedOn: day },
    '登録番号「M-1」の山田 太郎さんの登録は、2022/12/01（木）に終わっています。別のマイスター等にしてください。',
  ],
  [
    '登録番号',
    { kind: 'not-trained', value: 'M-1', name: '山田 太郎', day, completedOn: null },
    '登録番号「M-1」の山田 太郎さんは、2022/12/01（木）までに指導技法等講習を修了していません。講習の修了か免除を登録してから派遣するか、別のマイスター等にしてください。',
  ],
  [
    '登録番号',
    { kind: 'not-trained', value: 'M-1', name: '山田 太郎', day, completedOn: plainDate('2022-12-02') },
    '登録番号「M-1」の山田 太郎さんは、2022/12/01（木）までに指導技法等講習を修了していません（修了は2022/12/02（金））。講習の修了か免除を登録してから派遣するか、別のマイスター等にしてください。',
  ],
];

test.each(SENTENCES)('%s: a broken rule says what, why and what to do [FRM-32]', (header, problem, sentence) => {
  expect(problemText(header, problem)).toBe(sentence);
});
