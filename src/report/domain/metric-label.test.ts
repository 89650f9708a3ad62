import { expect, test } from 'vitest';
import { metrics } from './metric.ts';
import { findMetric } from './metric-label.ts';

test.each([
  ['派遣回数', '回', 'visits.total'],
  ['派遣回数（中小企業）', '回', 'visits.sme'],
  ['派遣回数(工業高校等)', '回', 'visits.school'],
  ['派遣回数（高等学校）', '回', 'visits.school'],
  ['受講者数', '人日', 'trainees.total'],
  ['熟練技能者の派遣回数', '回', 'skilled.visits'],
  ['熟練技能者の受講者数', '人日', 'skilled.trainees'],
  ['メダリスト魅力講座', '回', 'medalist.sessions'],
  ['サポステ', 'か所', 'outreach.station.places'],
  ['サポステ', '回', 'outreach.station.visits'],
  ['ｻﾎﾟｽﾃ', '', 'outreach.station.places'],
  ['魅力講座の回数', '回(校)', 'outreach.school.sessions'],
  ['魅力講座の受講者数', '人日', 'outreach.school.personDays'],
  ['認定者数', '人', 'certification.certified'],
  ['指導技法等講習', '回', 'course.sessions'],
  ['連携会議', '回', 'council.meetings'],
  ['活動数', '人日', 'output.personDays'],
  ['満足度', '%', 'outcome.satisfaction'],
  ['理解度', '%', 'outcome.understanding'],
  ['契機', '%', 'outcome.trigger'],
])('a target %s in %s means %s [contract §4]', (label, unit, key) => {
  expect(findMetric({ label, unit })?.key).toBe(key);
});

test('every metric is found under its own label', () => {
  expect(metrics.map(({ label, unit }) => findMetric({ label, unit })?.key)).toEqual(metrics.map(({ key }) => key));
});

test.each(['', '参加者数', '派遣', '派遣回数（県外）'])('the name %j is no metric', (label) => {
  expect(findMetric({ label, unit: '回' })).toBeUndefined();
});
