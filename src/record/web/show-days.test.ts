import { expect, test } from 'vitest';
import { date, dateWindows } from '../domain/date-codecs.ts';
import { multiline, text } from '../domain/text-codecs.ts';
import { showDays } from './show-days.ts';

const fields = [
  { key: 'receivedOn', header: '受付日', required: true, codec: date() },
  { key: 'candidateDates', header: '候補日', required: true, codec: dateWindows() },
  { key: 'content', header: '内容', required: false, codec: multiline({ limit: 200 }) },
  { key: 'number', header: '番号', required: true, codec: text({ limit: 40 }) },
] as const;

test.each([
  ['receivedOn', '2022-11-30', '2022/11/30'],
  ['candidateDates', '2023-06-01〜2023-07-31;2023-08-04', '2023/06/01〜2023/07/31;2023/08/04'],
  ['content', '図面 2022-11-30 による', '図面 2022-11-30 による'],
  ['number', 'Y-2022-11-30', 'Y-2022-11-30'],
  ['receivedOn', '', ''],
])('in the history, %s %s reads %s [WRT-03]', (key, stored, shown) => {
  expect(showDays(fields, { [key]: stored })[key]).toBe(shown);
});
