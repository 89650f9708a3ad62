import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { parseFields } from '#record/domain/parse-fields.ts';
import { checkBoothLines, placeProblems } from './outreach-check.ts';
import { openBoothLines, outreachFormFields, toOutreachEvent, toOutreachForm } from './outreach-form.ts';
import type { OutreachEvent } from './outreach-fields.ts';
import { outreachKinds } from './outreach-kind.ts';

const fair = {
  number: 'V2022-0301',
  title: 'ものづくりフェア',
  place: '市民広場',
  municipalityCode: '352039',
  visitOn: '2022-11-23',
  startsAt: '10:00',
  endsAt: '15:00',
  booth1Name: '銘板づくり',
  booth1Trade: '機械加工',
  booth1Instructors: 'M-001;M-002',
  booth1Material: 'アルミ板 100枚',
  booth3Name: '木の名札',
  booth3Trade: '建築大工',
  booth3Instructors: 'M-002;M-003',
  pupils: '120',
  parents: '95',
};

function read(texts: Readonly<Record<string, string>>, kind: 'fair' | 'school-lecture' = 'fair') {
  const form = parseFields(outreachFormFields(kind), texts);
  if (!form.ok) throw new Error(JSON.stringify(form.refusal));
  return form.value;
}
const event = (texts: Readonly<Record<string, string>> = fair, before?: OutreachEvent) =>
  ({ ...toOutreachEvent(read(texts), { kind: 'fair', before }), organizationNumber: 'O-001' }) as OutreachEvent;

test('a fair is one visit, led by everybody at its booths, with the people of its split [A7-09]', () => {
  expect(event()).toMatchObject({
    program: 'hands-on-class',
    instructorNumbers: ['M-001', 'M-002', 'M-003'],
    tradeCode: 'kikai-kako',
    trainees: 215,
    status: 'planned',
    pupils: 120,
    teachers: null,
    parents: 95,
    booths: [
      { name: '銘板づくり', material: 'アルミ板 100枚', visitors: null },
      { name: '木の名札', instructorNumbers: ['M-002', 'M-003'], material: null },
    ],
  });
});

test('what booths counted stays when the fair is edited, and never becomes the number of the fair', () => {
  const held = { ...event(), status: 'held', booths: event().booths?.map((booth) => ({ ...booth, visitors: 150 })) };
  const edited = event({ ...fair, title: '秋のフェア' }, held as OutreachEvent);
  expect(edited.booths?.map(({ visitors }) => visitors)).toEqual([150, 150]);
  expect([edited.status, edited.trainees]).toEqual(['held', 215]);
});

test('an event goes through its form unchanged', () => {
  expect(toOutreachEvent(toOutreachForm(event()), { kind: 'fair', before: event() })).toEqual(event());
});

test('without a split the visit keeps its number [contract §4]', () => {
  const { pupils: _, parents: __, ...uncounted } = fair;
  expect(event(uncounted, { ...event(), trainees: 80 }).trainees).toBe(80);
});

test.each(outreachKinds.map(({ code }) => code))('the form of %s asks for each field once', (kind) => {
  const keys = outreachFormFields(kind).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('each booth needs a name, a trade and somebody, and a fair needs a booth', () => {
  const keysOf = (texts: Readonly<Record<string, string>>) =>
    checkBoothLines(read(texts), 'fair').map(({ key }) => key);
  const { booth1Name: _, booth3Instructors: __, ...lacking } = fair;
  expect(keysOf(lacking)).toEqual(['booth1Name', 'booth3Instructors']);
  expect(keysOf({ ...fair, booth3Trade: '' })).toEqual(['booth3Trade']);
  const without = Object.fromEntries(Object.entries(fair).filter(([key]) => !key.startsWith('booth')));
  expect(keysOf(without)).toEqual(['booth1Name', 'booth1Trade', 'booth1Instructors']);
  expect(checkBoothLines({}, 'school-lecture')).toEqual([]);
});

test('a clash stands at the booth of the person who clashes', () => {
  const problem = {
    kind: 'overlaps',
    value: 'M-003',
    name: '架空 三郎',
    day: plainDate('2022-11-23'),
    startsAt: '13:00',
    endsAt: '14:00',
    visit: 'V-9',
    host: '架空精機',
  } as const;
  const [placed] = placeProblems(read(fair), [{ key: 'instructorNumbers', header: '登録番号', problem }]);
  expect(placed).toMatchObject({ key: 'booth3Instructors', header: 'ブース3の登録番号' });
});

test('three lines are open at first, and always one more than is used', () => {
  expect(openBoothLines({})).toBe(3);
  expect(openBoothLines(fair)).toBe(4);
  expect(openBoothLines({ booth8Name: '八' })).toBe(8);
});
