import { fiscalYearLabel } from '#kernel/fiscal-year.ts';
import { formatSlashDate } from '#kernel/japanese-era.ts';
import { parsePlainDate, type PlainDate } from '#kernel/plain-date.ts';
import { dormancyOf, latestActivity, remainingVisits } from '../domain/dormancy.ts';
import { tradeName } from '../domain/instructor-codecs.ts';
import type { InstructorActivity } from '../instructor-activity.server.ts';
import { dormancyText, instructorText as words, visitStatusText } from '../text.ts';

type Place = {
  readonly today: PlainDate;
  readonly fiscalYear: number;
  readonly href: (path: string) => string;
};

export type ShownActivity = ReturnType<typeof showActivity>;

/** What the page says of somebody's activity: the last day and both of its sources, the cap, the visits of the 年度. */
export function showActivity(
  texts: Readonly<Record<string, string>>,
  { visits, held, planned, lastHeldOn }: InstructorActivity,
  { today, fiscalYear, href }: Place,
) {
  const enteredOn = dateOf(texts['lastActivityOn']);
  const lastActivityOn = latestActivity(enteredOn, lastHeldOn);
  const dormancy = dormancyOf({ lastActivityOn, certifiedOn: dateOf(texts['certifiedOn']), today });
  const cap = texts['yearlyCap'] ? Number(texts['yearlyCap']) : null;
  const left = remainingVisits(cap, { held, planned });
  return {
    fiscalYear: fiscalYearLabel(fiscalYear),
    notice: dormancyText(dormancy, { lastActivityOn }),
    lastActivityOn: dayText(lastActivityOn),
    enteredOn: dayText(enteredOn),
    lastHeldOn: dayText(lastHeldOn),
    count: words.visitCount(held, planned),
    remaining: cap === null || left === null ? words.noCap : words.remainingOf(left, cap),
    visits: visits.map((visit) => ({
      id: visit.id,
      day: formatSlashDate(visit.visitOn),
      host: visit.host,
      trade: tradeName(visit.tradeCode),
      status: visit.status,
      statusText: visitStatusText(visit.status),
      href: href(`visits/${visit.id}`),
    })),
  };
}

function dateOf(text: string | undefined): PlainDate | null {
  const read = parsePlainDate(text ?? '');
  return read.ok ? read.value : null;
}

function dayText(day: PlainDate | null): string {
  return day === null ? words.noActivity : formatSlashDate(day);
}
