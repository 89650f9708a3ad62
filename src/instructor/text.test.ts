import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { problemText } from '#record/text.ts';
import { checkInstructor } from './domain/instructor.ts';
import { courseText, dormancyText, instructorGroups, instructorText } from './text.ts';
import { instructorFields } from './domain/instructor-fields.ts';

const lastDay = plainDate('2023-11-30');
const lastActivityOn = plainDate('2020-11-30');

test('the form and the page show every field once', () => {
  const shown = instructorGroups.flatMap(({ keys }): readonly string[] => keys);
  expect(shown.toSorted()).toEqual(instructorFields.map(({ key }) => key).toSorted());
});

test('nothing is said while the dormancy is far or cannot be known', () => {
  expect(dormancyText({ kind: 'active', lastDay }, { lastActivityOn })).toBeUndefined();
  expect(dormancyText({ kind: 'unknown' }, { lastActivityOn: null })).toBeUndefined();
});

test('a near dormancy says how long is left and until when [domain.md §5.2]', () => {
  expect(dormancyText({ kind: 'nearing', lastDay, daysLeft: 30 }, { lastActivityOn })).toEqual({
    title: 'あと30日で、3年間活動のない登録者になります',
    lead: '最終活動日は2020/11/30（月）です。2023/11/30（木）までに活動がないときは、続ける意向を確認します。派遣を検討してください。',
  });
});

test('a dormant person without any activity is said to be counted from the certification', () => {
  expect(dormancyText({ kind: 'dormant', lastDay }, { lastActivityOn: null })?.lead).toMatch(
    /^活動の記録がないため、認定年月日から/,
  );
});

test.each([
  [{ status: 'completed' as const, on: plainDate('2022-06-15') }, '修了 2022/06/15（水）'],
  [{ status: 'exempt' as const }, '免除'],
  [{ status: 'not-taken' as const }, '未受講'],
  [null, '記入なし'],
])('the course %j is shown as %s', (course, text) => {
  expect(courseText(course)).toBe(text);
});

test.each([
  [5, '年間上限20回まで、あと5回'],
  [0, '年間上限20回に達しています'],
  [-2, '年間上限20回を2回超えています'],
])('%i visits left of 20 read 「%s」', (left, text) => {
  expect(instructorText.remainingOf(left, 20)).toBe(text);
});

test('a future certification is refused with the last day that can stand [FRM-32]', () => {
  const instructor = { municipalityCode: '352039', birthYear: null, certifiedOn: plainDate('2023-01-01') };
  const [problem] = checkInstructor(instructor as Parameters<typeof checkInstructor>[0], {
    today: plainDate('2022-11-30'),
  });
  expect(problem && problemText(problem.header, problem.problem)).toBe(
    '認定年月日（2023/01/01（日））はまだ来ていない日です。今日（2022/11/30（水））以前の日を入力してください。',
  );
});
