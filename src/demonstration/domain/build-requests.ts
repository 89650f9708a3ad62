import { fiscalYearOf } from '#kernel/fiscal-year.ts';
import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { isBusinessDay } from '#reference/domain/holiday.ts';
import { municipalityCodeOf } from './build-organizations.ts';
import { WORKING_DATE } from './build-visits.ts';
import { layOut, type NamedCells } from './demonstration-table.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';
import type { InstructionSeries, PlacedSession } from './place-sessions.ts';
import { drawInteger, drawItem, type SeededRandom } from './seeded-random.ts';

export const REQUEST_HEADER = [
  '要請番号',
  '派遣先番号',
  '事業区分',
  '職種',
  '内容',
  '希望回数',
  '1回の時間',
  '受講予定者数',
  '候補日',
  '実施場所の市区町村コード',
  '優先度',
  '受付日',
] as const;

/** From this many sessions on a host names a span of days instead of each day. */
const DAYS_NAMED_ONE_BY_ONE = 4;

type Draft = {
  readonly series: InstructionSeries | undefined;
  readonly receivedOn: PlainDate;
  readonly fiscalYear: number;
  readonly cells: NamedCells;
};

export type BuiltRequests = {
  readonly rows: readonly (readonly string[])[];
  readonly numberOf: (series: InstructionSeries) => string;
};

/** The requests behind the placed sessions and those that still wait, numbered within their 年度 as they came in. */
export function buildRequests(
  sessions: readonly PlacedSession[],
  openRequests: string,
  random: SeededRandom,
): BuiltRequests {
  const placed = [...Map.groupBy(sessions, ({ series }) => series)]
    .filter(([series]) => series.onPaper)
    .map(([series, own]) =>
      toDraft(
        series,
        own.map(({ date }) => date),
        random,
      ),
    );
  const drafts = [...placed, ...readSheet(openRequests).map(toOpenDraft)].toSorted(byArrival);
  const counters = new Map<number, number>();
  const numbers = new Map<InstructionSeries, string>();
  const cells = drafts.map(({ series, fiscalYear, cells: rest }): NamedCells => {
    const ordinal = (counters.get(fiscalYear) ?? 0) + 1;
    counters.set(fiscalYear, ordinal);
    const number = `Y${fiscalYear - 2018}-${String(ordinal).padStart(3, '0')}`;
    if (series) numbers.set(series, number);
    return { 要請番号: number, ...rest };
  });
  return { rows: layOut(REQUEST_HEADER, cells), numberOf: (series) => numbers.get(series) ?? '' };
}

function toDraft(series: InstructionSeries, days: readonly PlainDate[], random: SeededRandom): Draft {
  const [first = series.firstDay, last = first] = [days[0], days.at(-1)];
  const wished = addDays(first, -drawInteger(random, 30, 60));
  const latest = addDays(WORKING_DATE, -drawInteger(random, 5, 45));
  const receivedOn = businessDayBefore(wished < latest ? wished : latest);
  const fiscalYear = fiscalYearOf(first);
  const cells = {
    派遣先番号: series.organization,
    事業区分: series.program,
    職種: series.trade,
    内容: series.content,
    希望回数: String(series.sessions),
    '1回の時間': String(Math.round((series.minutes / 60) * 100) / 100),
    受講予定者数: String(series.trainees),
    候補日: days.length <= DAYS_NAMED_ONE_BY_ONE ? days.join(';') : `${first}〜${last}`,
    優先度: drawItem(random, ['1', '2', '2', '2', '3']),
    受付日: receivedOn,
  };
  return { series, receivedOn, fiscalYear, cells };
}

function toOpenDraft(cell: SheetRow): Draft {
  const receivedOn = plainDate(cell('受付日'));
  const place = cell('実施場所');
  const cells = {
    派遣先番号: cell('派遣先'),
    事業区分: cell('事業区分'),
    職種: cell('職種'),
    内容: cell('内容'),
    希望回数: cell('希望回数'),
    '1回の時間': cell('時間'),
    受講予定者数: cell('人数'),
    候補日: cell('候補日'),
    実施場所の市区町村コード: place === '' ? '' : municipalityCodeOf(place),
    優先度: cell('優先度'),
    受付日: receivedOn,
  };
  return { series: undefined, receivedOn, fiscalYear: fiscalYearOf(plainDate(cell('候補日').slice(0, 10))), cells };
}

function byArrival(left: Draft, right: Draft): number {
  return left.receivedOn < right.receivedOn ? -1 : left.receivedOn > right.receivedOn ? 1 : 0;
}

function businessDayBefore(date: PlainDate): PlainDate {
  return isBusinessDay(date) ? date : businessDayBefore(addDays(date, -1));
}
