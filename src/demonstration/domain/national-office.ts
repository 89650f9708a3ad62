import { addDays, plainDate } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { listMunicipalities } from '#reference/domain/municipality.ts';
import { listTrades } from '#reference/domain/trade.ts';
import { INSTRUCTOR_HEADER } from './build-instructors.ts';
import { ORGANIZATION_HEADER } from './build-organizations.ts';
import { REQUEST_HEADER } from './build-requests.ts';
import { VISIT_HEADER, WORKING_DATE } from './build-visits.ts';
import { layOut, type DemonstrationTable, type NamedCells } from './demonstration-table.ts';
import { listInventedNames } from './invented-names.ts';
import { drawInteger, drawItem, seedRandom, type SeededRandom } from './seeded-random.ts';

/** What one of 47 offices has: 15,000 people in the national ledger (domain.md §5.1), a year of visits like that of prefecture 35. */
export const NATIONAL_SIZE = { organizations: 60, instructors: 324, requests: 60, sessions: 5 } as const;

const FISCAL_YEAR = 2022;
const FIRST_DAY = plainDate('2022-05-09');
const DAYS_BETWEEN = 7;

const TRADES = listTrades(plainDate('2019-02-15'))
  .filter(({ meisterTrade }) => meisterTrade)
  .map(({ name }) => name);

type Place = { readonly code: string; readonly name: string };
type Office = { readonly places: readonly Place[]; readonly random: SeededRandom };

/**
 * The tables of one office of a national demonstration, for measuring: made by the same rule for every prefecture and
 * the same at every call. Its bodies and people are invented and wear no face of their own.
 */
export function buildNationalOffice(prefecture: string): readonly DemonstrationTable[] {
  const office = { places: listMunicipalities(prefecture, WORKING_DATE), random: seedRandom(Number(prefecture)) };
  const table = (kind: DemonstrationTable['kind'], header: readonly string[], rows: readonly NamedCells[]) => ({
    kind,
    fiscalYear: FISCAL_YEAR,
    header,
    rows: layOut(header, rows),
  });
  return [
    table(
      'organizations',
      ORGANIZATION_HEADER,
      repeat(NATIONAL_SIZE.organizations, (index) => toOrganization(office, index)),
    ),
    table('instructors', INSTRUCTOR_HEADER, toInstructors(office)),
    table(
      'requests',
      REQUEST_HEADER,
      repeat(NATIONAL_SIZE.requests, (index) => toRequest(office, index)),
    ),
    table('visits', VISIT_HEADER, repeat(NATIONAL_SIZE.requests, (index) => toVisits(office, index)).flat()),
  ];
}

function repeat<Item>(count: number, make: (index: number) => Item): readonly Item[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function number(letter: string, index: number): string {
  return `${letter}-${String(index + 1).padStart(3, '0')}`;
}

function tradeOf(index: number): string {
  return TRADES[index % TRADES.length] ?? '';
}

function isSchool(index: number): boolean {
  return index % 2 === 1;
}

function toOrganization({ places, random }: Office, index: number): NamedCells {
  const { code, name } = drawItem(random, places);
  const stem = name.replace(/[市町村区]$/u, '');
  return {
    派遣先番号: number('S', index),
    区分: isSchool(index) ? '工業高校等' : '中小企業',
    名称: isSchool(index) ? `架空${stem}第${index + 1}工業高等学校` : `架空${stem}第${index + 1}製作所`,
    業種: isSchool(index) ? 'O' : 'E',
    従業員数: isSchool(index) ? '' : String(drawInteger(random, 4, 120)),
    市区町村コード: code,
  };
}

function toInstructors({ places, random }: Office): readonly NamedCells[] {
  return listInventedNames(NATIONAL_SIZE.instructors).map(({ name, kana }, index) => ({
    登録番号: number('M', index),
    種別: 'ものづくりマイスター',
    部門: '一般',
    氏名: name,
    フリガナ: kana,
    生年: String(drawInteger(random, 1947, 1984)),
    職種: tradeOf(index),
    市区町村コード: drawItem(random, places).code,
    認定年月日: '2019-02-15',
    指導技法等講習: '2019-03-15',
    最終活動日: addDays(plainDate('2019-03-20'), drawInteger(random, 0, 1000)),
    年間上限回数: String(drawInteger(random, 6, 30)),
    公開: '可',
  }));
}

/** Each request is for the trade of the person who serves it, so that nobody is at two places on a day. */
function toRequest({ random }: Office, index: number): NamedCells {
  return {
    要請番号: number('Y4', index),
    派遣先番号: number('S', index % NATIONAL_SIZE.organizations),
    事業区分: '実技指導',
    職種: tradeOf(index),
    希望回数: String(NATIONAL_SIZE.sessions),
    '1回の時間': '2',
    受講予定者数: String(drawInteger(random, 1, 15)),
    候補日: `${dayOf(index, 0)}〜${dayOf(index, NATIONAL_SIZE.sessions - 1)}`,
    優先度: '2',
    受付日: '2022-04-11',
  };
}

function toVisits({ random }: Office, index: number): readonly NamedCells[] {
  return repeat(NATIONAL_SIZE.sessions, (session) => {
    const day = dayOf(index, session);
    return {
      派遣番号: number('H4', index * NATIONAL_SIZE.sessions + session),
      要請番号: number('Y4', index),
      事業区分: '実技指導',
      派遣先番号: number('S', index % NATIONAL_SIZE.organizations),
      登録番号: number('M', index),
      職種: tradeOf(index),
      実施日: day,
      開始: '13:30',
      終了: '15:30',
      受講者数: String(drawInteger(random, 1, 15)),
      状態: day <= WORKING_DATE ? '実施' : '予定',
    };
  });
}

/** The n-th session of a request: weekly from a week of its own on, on the next business day. */
function dayOf(request: number, session: number): string {
  let day = addDays(FIRST_DAY, ((request % 40) + session) * DAYS_BETWEEN);
  while (!isBusinessDay(day)) day = addDays(day, 1);
  return day;
}
