import { addDays, plainDate, weekdayOf, type PlainDate } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { municipalityCodeOf, phoneOf, postalCodeOf } from './build-organizations.ts';
import { layOut, type NamedCells } from './demonstration-table.ts';
import { listFurtherInstructors } from './further-instructors.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';
import { INSTRUCTOR_ROSTER, KIND_OF_LETTER } from './instructor-roster.ts';
import type { PlacedSession } from './place-sessions.ts';
import { drawInteger, type SeededRandom } from './seeded-random.ts';

export const INSTRUCTOR_HEADER = [
  '登録番号',
  '種別',
  '部門',
  '氏名',
  'フリガナ',
  '生年',
  '職種',
  '所属',
  '郵便番号',
  '市区町村コード',
  '住所',
  '電話',
  'メール',
  '認定年月日',
  '指導技法等講習',
  '最終活動日',
  '年間上限回数',
  '活動可能曜日',
  '活動不可日',
  '公開',
] as const;

/** Registered since then, somebody without activity is simply new. */
const NEWLY_REGISTERED_FROM = '2020-10-01';
const FIRST_DAY_OF_2020 = plainDate('2020-07-01');
const DAYS_TO_DRAW_FROM = 240;
/** The thousands of the telephone numbers, by the first letter of the 登録番号. */
const PHONE_BLOCKS: Readonly<Record<string, number>> = { M: 2, K: 3, D: 4, A: 6 };
const WEEKDAYS = '日月火水木金土';

const roster = readSheet(INSTRUCTOR_ROSTER);

/** Whether an instructor of the roster is free that day by the weekdays and the days off they named. */
export function isInstructorFree(number: string, date: PlainDate): boolean {
  const cell = roster.find((row) => row('登録番号') === number);
  if (!cell) throw new Error(`no instructor ${number}`);
  const weekdays = cell('曜日');
  return (weekdays === '' || weekdays.includes(WEEKDAYS.charAt(weekdayOf(date)))) && !cell('活動不可日').includes(date);
}

/** The instructors in the contract's columns; 最終活動日 is what is known from before this year, last year's visits included. */
export function buildInstructors(
  lastYear: readonly PlacedSession[],
  random: SeededRandom,
): readonly (readonly string[])[] {
  const lastDays = new Map<string, PlainDate>();
  for (const { series, date, cancelReason } of lastYear) {
    if (cancelReason !== undefined) continue;
    for (const number of series.instructors) {
      if (date > (lastDays.get(number) ?? '')) lastDays.set(number, date);
    }
  }
  return layOut(INSTRUCTOR_HEADER, [
    ...roster.map((cell) => toInstructor(cell, lastDays.get(cell('登録番号')) ?? earlierActivity(cell, random))),
    ...readSheet(listFurtherInstructors()).map((cell) => toInstructor(cell, cell('以前の活動'))),
  ]);
}

function toInstructor(cell: SheetRow, lastActivityOn: string): NamedCells {
  const number = cell('登録番号');
  const letter = number.charAt(0);
  const ordinal = Number(number.slice(2));
  const municipality = cell('市区町村');
  return {
    登録番号: number,
    種別: KIND_OF_LETTER[letter] ?? '',
    部門: cell('部門'),
    氏名: cell('氏名'),
    フリガナ: cell('フリガナ'),
    生年: cell('生年'),
    職種: cell('職種'),
    所属: cell('所属'),
    郵便番号: postalCodeOf(municipality),
    市区町村コード: municipalityCodeOf(municipality),
    住所: `架空町${(ordinal % 9) + 1}-${(ordinal % 17) + 1}`,
    電話: phoneOf(PHONE_BLOCKS[letter] ?? 0, ordinal),
    メール: ordinal % 3 === 0 ? '' : `${number.toLowerCase()}@example.jp`,
    認定年月日: cell('認定年月日'),
    指導技法等講習: cell('講習'),
    最終活動日: lastActivityOn,
    年間上限回数: cell('上限'),
    活動可能曜日: cell('曜日'),
    活動不可日: cell('活動不可日'),
    公開: cell('公開'),
  };
}

/** What the roster says of earlier work, else some business day of 令和2年度; nothing for the newly registered. */
function earlierActivity(cell: SheetRow, random: SeededRandom): string {
  const known = cell('以前の活動');
  const certifiedOn = cell('認定年月日');
  if (known !== '' || certifiedOn === '' || certifiedOn >= NEWLY_REGISTERED_FROM) return known;
  let day = addDays(FIRST_DAY_OF_2020, drawInteger(random, 0, DAYS_TO_DRAW_FROM));
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}
