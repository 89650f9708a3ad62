import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date.ts';
import { checkInstructor, type InstructorInput } from './instructor.ts';
import { instructorFields } from './instructor-fields.ts';
import { findKanaRow, kanaRows } from './kana-row.ts';

const known = { today: plainDate('2022-11-30') };

const instructor: InstructorInput = {
  number: 'M-001',
  kind: 'meister',
  division: null,
  name: '架空 太郎',
  nameKana: 'カクウ タロウ',
  birthYear: null,
  trades: ['kikai-kako'],
  employer: null,
  postalCode: null,
  municipalityCode: '352039',
  address: null,
  phone: null,
  email: null,
  certifiedOn: null,
  course: null,
  lastActivityOn: null,
  yearlyCap: null,
  availableWeekdays: null,
  unavailableDates: null,
  isPublic: null,
  monthlyCap: null,
  hostKinds: null,
  hostFounders: null,
};

test('the columns are those of the contract, in its order, our own last [contract.md §3]', () => {
  expect(instructorFields.map(({ header, required }) => (required ? `*${header}` : header)).join(' ')).toBe(
    '*登録番号 *種別 部門 *氏名 *フリガナ 生年 *職種 所属 郵便番号 *市区町村コード 住所 電話 メール 認定年月日 ' +
      '指導技法等講習 最終活動日 年間上限回数 活動可能曜日 活動不可日 公開 ' +
      '月の上限回数 受け入れる派遣先 引き受ける学校',
  );
});

test('opening a record of a person is logged: the fields about the person say so [SEC-11]', () => {
  const personal = instructorFields.filter((field) => 'personal' in field).map(({ key }) => key);
  expect(personal).toEqual(['name', 'nameKana', 'birthYear', 'address', 'phone', 'email']);
});

test('a record without its optional values passes', () => {
  expect(checkInstructor(instructor, known)).toEqual([]);
});

test('a municipality that does not exist is refused at its field [DAT-30]', () => {
  const [problem] = checkInstructor({ ...instructor, municipalityCode: '352991' }, known);
  expect(problem).toMatchObject({
    key: 'municipalityCode',
    header: '市区町村コード',
    problem: { kind: 'unknown-code' },
  });
});

test.each([
  [1904, false],
  [1905, true],
  [2007, true],
  [2008, false],
])('the birth year %i is plausible in 2022: %s', (birthYear, plausible) => {
  const problems = checkInstructor({ ...instructor, birthYear }, known);
  const refusal = { kind: 'year-out-of-range', value: String(birthYear), first: 1905, last: 2007 };
  expect(problems).toEqual(plausible ? [] : [{ key: 'birthYear', header: '生年', problem: refusal }]);
});

test.each([
  ['2022-11-30', []],
  ['2022-12-01', ['certifiedOn']],
])('a certification on %s, seen on 2022-11-30, breaks %j: nobody is certified ahead of time', (certifiedOn, keys) => {
  const problems = checkInstructor({ ...instructor, certifiedOn: plainDate(certifiedOn) }, known);
  expect(problems.map(({ key }) => key)).toEqual(keys);
});

test('the rows of the index follow each other without a gap [SEA-12]', () => {
  expect(kanaRows.map(({ label }) => label).join('')).toBe('あかさたなはまやらわ');
  expect(kanaRows.slice(1).map(({ from }) => from)).toEqual(kanaRows.slice(0, -1).map(({ until }) => until));
  expect(findKanaRow('わ')).toMatchObject({ from: 'ワ' });
  expect(findKanaRow('x')).toBeUndefined();
});
