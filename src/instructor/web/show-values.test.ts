import { expect, test } from 'vitest';
import { showValues } from './show-values.ts';

test('values are shown as staff read them; a blank one is left to the page [WRT-03]', () => {
  const texts = {
    birthYear: '1955',
    trades: '機械加工;仕上げ',
    municipalityCode: '352039',
    certifiedOn: '2015-04-01',
    course: '2015-06-15',
    availableWeekdays: '月;木',
    unavailableDates: '2022-12-29;2023-01-05',
    phone: '083-000-0000',
  };
  expect(showValues(texts)).toEqual({
    birthYear: '1955年',
    trades: '機械加工、仕上げ',
    municipalityCode: '山口市（352039）',
    certifiedOn: '2015/04/01（水）',
    course: '修了 2015/06/15（月）',
    availableWeekdays: '月・木',
    unavailableDates: '2022/12/29（木）、2023/01/05（木）',
  });
  expect(showValues({ birthYear: '', course: '' })).toEqual({});
});
