import { addDays, plainDate, type PlainDate } from '#kernel/plain-date.ts';
import { readSheet, type SheetRow } from './hand-kept-sheet.ts';

/** 派遣の予定の組. What one host agreed on: sessions of one trade with the same instructors, at even distances. */
export type InstructionSeries = {
  readonly organization: string;
  readonly program: string;
  readonly trade: string;
  readonly instructors: readonly string[];
  readonly firstDay: PlainDate;
  readonly daysBetween: number;
  readonly sessions: number;
  readonly trainees: number;
  readonly startsAt: string;
  readonly minutes: number;
  readonly content: string;
  readonly onPaper: boolean;
  /** The n-th day of the series and why its session was called off. */
  readonly calledOff: { readonly occurrence: number; readonly reason: string } | undefined;
};

/** One session of a series; `cancelReason` is there where it was called off. */
export type PlacedSession = {
  readonly series: InstructionSeries;
  readonly date: PlainDate;
  readonly cancelReason: string | undefined;
};

const LATEST_DAY = '2023-03-24';

export function readSeries(sheet: string): readonly InstructionSeries[] {
  return readSheet(sheet).map(toSeries);
}

function toSeries(cell: SheetRow): InstructionSeries {
  const [occurrence = '', reason = ''] = cell('中止').split(':');
  return {
    organization: cell('派遣先'),
    program: cell('事業区分'),
    trade: cell('職種'),
    instructors: cell('登録番号').split(';'),
    firstDay: plainDate(cell('初日')),
    daysBetween: Number(cell('間隔')),
    sessions: Number(cell('回数')),
    trainees: Number(cell('人数')),
    startsAt: cell('開始'),
    minutes: Number(cell('分')),
    content: cell('内容'),
    onPaper: cell('要請') !== '無',
    calledOff: occurrence === '' ? undefined : { occurrence: Number(occurrence), reason },
  };
}

/**
 * Gives every session of the series its day: from the first day on at even distances, leaving out days on which the host
 * or an instructor is not free. An instructor works at one place a day.
 */
export function placeSessions(
  allSeries: readonly InstructionSeries[],
  isFree: (series: InstructionSeries, day: PlainDate) => boolean,
): readonly PlacedSession[] {
  const busy = new Set<string>();
  return allSeries.flatMap((series) => {
    const isOpen = (day: PlainDate) =>
      isFree(series, day) && series.instructors.every((instructor) => !busy.has(`${instructor} ${day}`));
    const placed = placeOne(series, isOpen);
    for (const { date } of placed) for (const instructor of series.instructors) busy.add(`${instructor} ${date}`);
    return placed;
  });
}

function placeOne(series: InstructionSeries, isOpen: (day: PlainDate) => boolean): readonly PlacedSession[] {
  const { firstDay, daysBetween, sessions, calledOff } = series;
  const days = sessions + (calledOff ? 1 : 0);
  const placed: PlacedSession[] = [];
  for (let day = firstDay; placed.length < days; day = addDays(day, daysBetween)) {
    if (day > LATEST_DAY) throw new Error(`no day left for ${series.organization} ${series.trade} from ${firstDay}`);
    if (!isOpen(day)) continue;
    const isCalledOff = placed.length + 1 === calledOff?.occurrence;
    placed.push({ series, date: day, cancelReason: isCalledOff ? calledOff?.reason : undefined });
  }
  return placed;
}
