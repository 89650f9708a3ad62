import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { courseStatus, type CourseStatus } from './course-status.ts';

const completed: CourseStatus = { status: 'completed', on: plainDate('2022-06-15') };

test.each<readonly [string, CourseStatus]>([
  ['2022-06-15', completed],
  ['2022/6/15', completed],
  ['R4.6.15', completed],
  ['令和4年6月15日（水）', completed],
  ['２０２２／６／１５', completed],
  ['免除', { status: 'exempt' }],
  ['　未受講 ', { status: 'not-taken' }],
])('reads %j: a day means the course was completed on it [contract.md §3]', (typed, course) => {
  expect(courseStatus().parse(typed)).toEqual({ ok: true, value: course });
});

test.each<readonly [CourseStatus, string]>([
  [completed, '2022-06-15'],
  [{ status: 'exempt' }, '免除'],
  [{ status: 'not-taken' }, '未受講'],
])('writes %j as %j and reads it back', (course, text) => {
  expect(courseStatus().format(course)).toBe(text);
  expect(courseStatus().parse(text)).toEqual({ ok: true, value: course });
});

test.each([
  ['修了', { kind: 'not-a-choice', value: '修了', choices: ['修了日（例：2022-06-15）', '免除', '未受講'] }],
  ['2022-02-30', { kind: 'no-such-day', value: '2022-02-30' }],
  ['平成31年5月1日', { kind: 'wrong-era', value: '平成31年5月1日', rightEra: '令和元年' }],
  ['修了 4月', { kind: 'not-a-date', value: '修了 4月' }],
])('refuses %j: completion needs its day', (typed, refusal) => {
  expect(courseStatus().parse(typed)).toEqual({ ok: false, refusal });
});
