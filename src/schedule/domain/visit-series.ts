import { addDays, weekdayOf, type PlainDate } from '#kernel/plain-date.ts';
import { choice } from '#record/domain/choice-codecs.ts';
import { date } from '#record/domain/date-codecs.ts';
import type { AnyField, InputOf } from '#record/domain/field.ts';
import { integer } from '#record/domain/number-codecs.ts';
import { dayWarning, type DayWarning } from './day-warning.ts';
import { visitFields } from './visit-fields.ts';

/** As many weeks as a school year has. */
const MOST_VISITS = 52;

const weekdays = [
  { code: '1', label: '月曜日' },
  { code: '2', label: '火曜日' },
  { code: '3', label: '水曜日' },
  { code: '4', label: '木曜日' },
  { code: '5', label: '金曜日' },
  { code: '6', label: '土曜日' },
  { code: '0', label: '日曜日' },
] as const;

const [, requestNumber, program, organizationNumber, instructorNumbers, tradeCode, , startsAt, endsAt, trainees] =
  visitFields;

/** What a series of visits asks for: one visit without number and day, and how the days follow each other. */
export const seriesFields = [
  requestNumber,
  program,
  organizationNumber,
  tradeCode,
  instructorNumbers,
  trainees,
  { key: 'firstOn', header: '開始日', required: true, codec: date(), hint: 'この日か、その後の最初の曜日から始めます' },
  { key: 'weekday', header: '曜日', required: true, codec: choice(weekdays) },
  { key: 'count', header: '回数', required: true, codec: integer({ min: 1, max: MOST_VISITS }), unit: '回' },
  startsAt,
  endsAt,
] as const satisfies readonly AnyField[];

/** 連続する派遣. Visits of one kind on one weekday, week after week. */
export type VisitSeries = InputOf<typeof seriesFields>;

export type SeriesDays = {
  readonly days: readonly PlainDate[];
  /** Weeks that were left out, and why. */
  readonly skipped: readonly { readonly day: PlainDate; readonly warning: DayWarning }[];
};

/** The days of a series: the weekday from the first day on, leaving out national holidays and the year-end closure (DAT-36). */
export function spreadSeries({
  firstOn,
  weekday,
  count,
}: Pick<VisitSeries, 'firstOn' | 'weekday' | 'count'>): SeriesDays {
  const days: PlainDate[] = [];
  const skipped: SeriesDays['skipped'][number][] = [];
  let day = addDays(firstOn, (Number(weekday) - weekdayOf(firstOn) + 7) % 7);
  while (days.length < count) {
    const warning = dayWarning(day);
    if (warning && warning.kind !== 'weekend') skipped.push({ day, warning });
    else days.push(day);
    day = addDays(day, 7);
  }
  return { days, skipped };
}
